// Picks the guard's expressions that can match at all where no action is spoken of, which is most of what
// customers write: the many others are then not tried.
import type { GuardPhrases } from './guard-phrases.ts';

const picked = new WeakMap<GuardPhrases, GuardPhrases>();

/** `phrases` without those that need one of the action marks (`<b>`, `<undo>`, …) somewhere. */
export function withoutAction(phrases: GuardPhrases): GuardPhrases {
  let made = picked.get(phrases);
  if (made === undefined) {
    const pick = (patterns: RegExp[]) => patterns.filter(({ source }) => !needsMark(source));
    made = {
      live: pick(phrases.live),
      negated: pick(phrases.negated),
      past: pick(phrases.past),
      reported: pick(phrases.reported),
      hypothetical: pick(phrases.hypothetical),
      retraction: phrases.retraction,
    };
    picked.set(phrases, made);
  }
  return made;
}

/**
 * True when each alternative of the expression has a `<` outside all brackets, where nothing can make it
 * optional. Errs on the side of false.
 */
export function needsMark(source: string): boolean {
  let depth = 0;
  let marked = false;
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at];
    if (sign === '\\') at += 1;
    else if (sign === '[') at = source.indexOf(']', at);
    else if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    else if (sign === '<' && depth === 0 && !/[?*{]/.test(source[at + 1]!)) marked = true;
    else if (sign === '|' && depth === 0) {
      if (!marked) return false;
      marked = false;
    }
  }
  return marked;
}
