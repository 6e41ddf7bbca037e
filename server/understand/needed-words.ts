// What a phrase rule cannot match without, read from the expression itself: the beginnings of words of which each
// match has at least one. `shortlist.ts` spares an expression none of whose words a text has.

/** Letters of a word's beginning that are looked for; a short word counts with what follows it. */
export const keyLength = 3;
const shortestKey = 2;

/**
 * Whether what comes next begins a word: `sure` when no letter of a to z stands before it, `boundary` after `\b`,
 * when it does if it is such a letter itself.
 */
type Start = 'sure' | 'boundary' | 'no';

interface Part {
  /** One of these begins a word of every match of the part; undefined when that cannot be said. */
  needs: Set<string> | undefined;
  after: Start;
}

/**
 * Beginnings of words (two or three characters, as written), at least one of which stands in every match; undefined
 * when none are sure, also for expressions that ignore case. A word begins where no letter a to z stands before it.
 */
export function neededWords({ source, flags }: RegExp): Set<string> | undefined {
  if (/[imsy]/.test(flags)) return undefined;
  let at = 0;
  let understood = true;

  function alternatives(start: Start): Part {
    const parts = [sequence(start)];
    while (source[at] === '|') {
      at += 1;
      parts.push(sequence(start));
    }
    const needs = parts.every((part) => part.needs !== undefined)
      ? new Set(parts.flatMap((part) => [...part.needs!]))
      : undefined;
    return { needs, after: parts.map(({ after }) => after).reduce(weaker) };
  }

  /** Up to the next `|` or `)`: of all that a sequence needs, what tells most is kept. */
  function sequence(start: Start): Part {
    let best: Set<string> | undefined;
    let here = start;
    let run = '';
    let runFrom = start;
    const offer = (needs: Set<string> | undefined) => {
      if (needs !== undefined && (best === undefined || weight(needs) < weight(best))) best = needs;
    };
    const endRun = () => {
      for (const key of keysOfRun(run, runFrom)) offer(new Set([key]));
      run = '';
    };
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const item = atom(here);
      const [least, most] = quantifier();
      if (item.text !== undefined && least === 1 && most === 1) {
        if (run === '') runFrom = here;
        run += item.text;
      } else {
        endRun();
        if (least > 0) offer(item.text === undefined ? item.needs : undefined);
      }
      here = least > 0 ? item.after : weaker(here, item.after);
    }
    endRun();
    return { needs: best, after: here };
  }

  /** One character, class, group or assertion; `text` where it is one character as it stands. */
  function atom(start: Start): Part & { text?: string } {
    const sign = source[at]!;
    at += 1;
    if (sign === '(') return group(start);
    if (sign === '[') return skipClass();
    if (sign === '^') return { needs: undefined, after: 'sure' };
    if (sign === '$') return { needs: undefined, after: start };
    if (sign === '.') return { needs: undefined, after: 'no' };
    if (sign !== '\\') return { needs: undefined, after: afterCharacter(sign), text: sign };
    const escaped = source[at]!;
    at += 1;
    if (escaped === 'b') return { needs: undefined, after: start === 'sure' ? 'sure' : 'boundary' };
    if (escaped === 'p' || escaped === 'P' || escaped === 'u') {
      at = source[at] === '{' ? source.indexOf('}', at) + 1 : at + (escaped === 'u' ? 4 : 1);
      return { needs: undefined, after: 'no' };
    }
    if (escaped === 's' || escaped === 'd') return { needs: undefined, after: 'sure' };
    // What is written with them is not read as it is meant.
    if (/[xck]/.test(escaped)) understood = false;
    if (/[A-Za-z0-9]/.test(escaped)) return { needs: undefined, after: 'no' };
    return { needs: undefined, after: afterCharacter(escaped), text: escaped };
  }

  function group(start: Start): Part {
    const assertion = /^\?<?[=!]/.exec(source.slice(at, at + 3))?.[0];
    at += assertion?.length ?? /^(?:\?:|\?<\w+>)?/.exec(source.slice(at))![0].length;
    const from = at;
    const inside = alternatives(assertion === undefined ? start : 'no');
    const noLetterBefore =
      assertion === '?<!' && /^(?:\\p\{L\}|\[\\p\{L\}[^\]]*\])$/.test(source.slice(from, at));
    at += 1;
    if (assertion === undefined) return inside;
    return { needs: undefined, after: noLetterBefore ? 'sure' : start };
  }

  function skipClass(): Part {
    while (source[at] !== ']') at += source[at] === '\\' ? 2 : 1;
    at += 1;
    return { needs: undefined, after: 'no' };
  }

  function quantifier(): [number, number] {
    const found = /^(?:[?*+]|\{(\d+)(,?)(\d*)\})\??/.exec(source.slice(at, at + 12));
    if (found === null) return [1, 1];
    at += found[0].length;
    const sign = found[0][0];
    if (sign !== '{') return [sign === '+' ? 1 : 0, sign === '?' ? 1 : Number.POSITIVE_INFINITY];
    const least = Number(found[1]);
    return [least, found[2] === '' ? least : Number(found[3] || Number.POSITIVE_INFINITY)];
  }

  const { needs } = alternatives('no');
  return understood ? needs : undefined;
}

function afterCharacter(character: string): Start {
  return /[A-Za-z]/.test(character) ? 'no' : 'sure';
}

function weaker(a: Start, b: Start): Start {
  if (a === b) return a;
  return a === 'no' || b === 'no' ? 'no' : 'boundary';
}

/** The beginnings of all words of what stands there letter by letter. */
function keysOfRun(run: string, from: Start): string[] {
  const keys: string[] = [];
  for (let i = 0; i < run.length; i += 1) {
    const begins = i > 0 ? afterCharacter(run[i - 1]!) : from === 'boundary' ? afterLetter(run[0]!) : from;
    const key = run.slice(i, i + keyLength);
    if (begins === 'sure' && key.length >= shortestKey && /\S/.test(key[0]!)) keys.push(key);
  }
  return keys;
}

/** After `\b` a letter begins a word; anything else may stand where one ends. */
function afterLetter(next: string): Start {
  return /[A-Za-z]/.test(next) ? 'sure' : 'no';
}

/** Lower tells more: short beginnings are those of many words. */
function weight(needs: Set<string>): number {
  let sum = 0;
  for (const key of needs) sum += key.length < keyLength ? 8 : 1;
  return sum;
}
