// Whether a site's pattern can match a text without a single digit at all: most messages have none, and then the
// guarded search, which costs more than all else that a message goes through, is spared.

/**
 * True only when every match must hold one of 0–9: a `\d` outside of groups and classes, that is not optional, in
 * an expression without alternatives at its top. Else false, which is always safe.
 */
export function needsDigit(source: string): boolean {
  let depth = 0;
  let inClass = false;
  let found = false;
  for (let at = 0; at < source.length; at++) {
    const character = source[at]!;
    if (character === '\\') {
      at += 1;
      const rest = source.slice(at + 1);
      if (!inClass && depth === 0 && source[at] === 'd' && !/^(?:[?*]|\{0)/.test(rest)) found = true;
    } else if (inClass) inClass = character !== ']';
    else if (character === '[') inClass = true;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === '|' && depth === 0) return false;
  }
  return found;
}
