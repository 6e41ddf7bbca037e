// What the run of a conversation says about the mood: the same thing said again, failure upon failure.
import { editDistance } from './edit-distance.ts';
import { plainWords } from './plain-words.ts';
import type { PastMessage } from './reading-context.ts';
import { remember } from './remember.ts';

/** Evidence in natural log odds, to be added to what the words alone say; 0 when there is none. */
export interface DialogueSigns {
  frustration: number;
  confusion: number;
}

const failed =
  /\b(?:did(?: not|n't) (?:understand|get|catch)|not sure (?:i|what)|could(?: not|n't)|can(?: not|not|'t)|unable to|went wrong|sorry|rephrase|something else|nicht verstanden|leider|tut mir leid|nicht möglich)\b/;
const filler = new Set(
  'the a an my i me to is it of and please can you you do for in on hi hello just'.split(' '),
);

/** Only what the customer has said since a person or nobody spoke counts; `recent` is without `text`. */
export function dialogueSigns(text: string, recent: PastMessage[], wantsPerson: boolean): DialogueSigns {
  const said = content(text);
  const own = recent.filter(({ from }) => from === 'customer').slice(-4);
  const repeats = own.filter((message) => said.size >= 2 && saysTheSame(said, content(message.text))).length;
  const failures = recent.filter(({ from, text: words }) => from === 'assistant' && saysFailed(words)).length;
  const loud = capitals(text) ? 0.3 : 0;
  const marks = /!{2,}|\?!|!\?|\?{3,}/.test(text) ? 0.2 : 0;
  const again = repeats === 0 ? 0 : 0.5 + 0.6 * Math.min(repeats, 3);
  const stuck = failures === 0 ? 0 : 0.3 * Math.min(failures, 3);
  return {
    frustration: loud + marks + again + stuck + (wantsPerson && failures > 0 ? 0.5 : 0),
    confusion: (/\?{2,}/.test(text) ? 0.8 : 0) + (repeats > 0 && failures > 0 ? 0.4 : 0),
  };
}

/** Shouting: at least three words, nearly all of them in capitals. A reference alone is no shout. */
function capitals(text: string): boolean {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  const loud = words.filter((word) => word === word.toUpperCase() && word !== word.toLowerCase());
  return words.length >= 3 && loud.length / words.length >= 0.8;
}

/** A message is looked at again in each of the next turns. */
const kept = 500;

const saysFailed = remember((text: string) => failed.test(text.toLowerCase()), kept);

const content = remember(
  (text: string): ReadonlySet<string> =>
    new Set(
      plainWords(text)
        .split(' ')
        .filter((word) => word !== '?' && !filler.has(word)),
    ),
  kept,
);

/** Share of the shorter message's words that stand in the other, a slip allowed, from which it is said again. */
const sameShare = 0.6;

function saysTheSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  if (few.size < 2) return false;
  let left = few.size;
  for (const word of few) {
    if (many.has(word) || (word.length > 4 && hasSlipOf(word, many))) continue;
    left -= 1;
    if (left / few.size < sameShare) return false;
  }
  return true;
}

function hasSlipOf(word: string, words: ReadonlySet<string>): boolean {
  for (const other of words) if (editDistance(word, other, 1) <= 1) return true;
  return false;
}
