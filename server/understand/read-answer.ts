// Reads a typed message as an answer to the open question: the label, a part that fits one choice only, its
// number or letter. What could as well be something new is no answer (C5, C6, D4).
import type { ReadAnswer } from '../../shared/understanding.ts';
import { editDistance } from './edit-distance.ts';
import { plainWords } from './plain-words.ts';
import { readPlace } from './read-place.ts';

export interface QuestionChoice {
  id: string;
  label: string;
}

/** Words that carry no choice: they may stand in an answer without standing in the label. */
const empty = new Set(
  (
    'the a an my your our please pls i it is that this one ones thing option choice number mean meant want would like to need have go ' +
    'with for of on in at me you can could do yes yeah ok okay sure just think was its am be and hi so well take pick choose select ' +
    'thanks thank about regarding um uh oh ' +
    'der die das den dem des ein eine einen einem einer mein meine meinen meinem meiner bitte ich es ist war möchte will hätte gern gerne ' +
    'nehme nehmen wähle für von vom im am zu zum zur mit und ja genau also option nummer meine meinte diese dieser dieses danke'
  ).split(' '),
);

/** Signs that the message rejects or weighs rather than chooses. */
const rejects =
  /\b(?:not|no|none|never|neither|nor|but|except|without|other than|rather|instead|nicht|kein|keine|keinen|aber|außer|ohne|sondern|statt|nein|oder|or)\b|\?/;

/** Which choice the text names, or undefined. `whole` only when the label itself was typed. */
export function readAnswer(text: string, choices: QuestionChoice[]): ReadAnswer | undefined {
  if (choices.length === 0) return undefined;
  const typed = bare(text);
  if (typed === '') return undefined;
  const whole = choices.filter(({ label }) => bare(label) === typed);
  if (whole.length === 1) return { choice: whole[0]!.id, whole: true };
  const words = plainWords(text);
  const place = readPlace(words, choices.length);
  if (place !== undefined) return placed(place, words, choices);
  const part = readPart(words, choices);
  return part === undefined ? undefined : { choice: part.id, whole: false };
}

/** Letters and digits only: case, punctuation and spaces are no part of a label. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** "2" is the second choice, unless the digit also stands in the label of another one. */
function placed(place: number, words: string, choices: QuestionChoice[]): ReadAnswer | undefined {
  const digit = words.match(/\d+/)?.[0];
  const named = choices.filter(
    ({ label }) => digit !== undefined && plainWords(label).split(' ').includes(digit),
  );
  if (named.some((choice) => choice !== choices[place])) return undefined;
  return { choice: choices[place]!.id, whole: false };
}

function readPart(words: string, choices: QuestionChoice[]): QuestionChoice | undefined {
  const labels = choices.map(({ label }) => plainWords(label).split(' '));
  if (rejects.test(words) && !labels.some((label) => label.join(' ').includes(words))) return undefined;
  const said = words.split(' ').filter((word) => !empty.has(word));
  if (said.length === 0) return undefined;
  const fits = labels.map((label) => said.every((word) => label.some((known) => sameWord(word, known))));
  const fitting = choices.filter((_, i) => fits[i]);
  if (fitting.length === 1) return fitting[0];
  // Spelled exactly in one, nearly in the others: the exact one is meant.
  const exact = choices.filter((_, i) => fits[i] && said.every((word) => labels[i]!.includes(word)));
  return exact.length === 1 && fitting.length > 1 && said.some((word) => word.length >= 4)
    ? exact[0]
    : undefined;
}

/** Equal, a longer form of the same word ("dec", "december"; "bag", "bags"), or one or two slips apart. */
function sameWord(said: string, known: string): boolean {
  if (said === known) return true;
  if (/\d/.test(said) || /\d/.test(known)) return false;
  const [short, long] = said.length < known.length ? [said, known] : [known, said];
  if (
    short.length >= 3 &&
    long.startsWith(short) &&
    (long.length - short.length <= 3 || short.length >= 5 || months.has(short))
  )
    return true;
  if (short.length < 4 || said[0] !== known[0]) return false;
  const slips = short.length >= 8 ? 2 : 1;
  return editDistance(said, known, slips) <= slips;
}

const months = new Set([
  'jan',
  'feb',
  'mar',
  'apr',
  'jun',
  'jul',
  'aug',
  'sep',
  'sept',
  'oct',
  'okt',
  'nov',
  'dec',
  'dez',
]);
