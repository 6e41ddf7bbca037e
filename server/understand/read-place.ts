// Reads "the second one", "2", "b" or "the last" as a place in a list of choices.

const ordinals: Record<string, number> = {
  first: 0,
  '1st': 0,
  second: 1,
  '2nd': 1,
  third: 2,
  '3rd': 2,
  fourth: 3,
  '4th': 3,
  fifth: 4,
  '5th': 4,
  top: 0,
  upper: 0,
  former: 0,
  one: 0,
  two: 1,
  three: 2,
  four: 3,
  five: 4,
  erste: 0,
  ersten: 0,
  erster: 0,
  erstes: 0,
  zweite: 1,
  zweiten: 1,
  zweiter: 1,
  zweites: 1,
  dritte: 2,
  dritten: 2,
  drittes: 2,
  dritter: 2,
  vierte: 3,
  vierten: 3,
  viertes: 3,
  vierter: 3,
  eins: 0,
  zwei: 1,
  drei: 2,
  vier: 3,
  oberste: 0,
  obere: 0,
};
const last = new Set([
  'last',
  'bottom',
  'final',
  'latter',
  'letzte',
  'letzten',
  'letzter',
  'letztes',
  'unterste',
  'untere',
]);

const before =
  '(?:the|my|its?|it is|that is|option|number|no|nr|nummer|choice|answer|i (?:want|choose|pick|take|mean|meant|would like|select|think)|ich (?:nehme|meine|möchte|will)|i will (?:take|have|go with)|go with|take|pick|select|choose|please|yes|ok|okay|bitte|ja|die|der|das|den|dem|would be|to be|with|for)';
const after =
  '(?:one|option|choice|please|thanks|thank you|bitte|danke|item|answer|from the (?:top|list)|on the list|in the list|auf der liste|möglichkeit|booking|flight|order|of them|of those|of these)';
const shape = new RegExp(`^(?:${before} )*([a-h]|\\d{1,2}|\\p{L}+|\\d(?:st|nd|rd|th))(?: ${after})*$`, 'u');

/**
 * The index (0-based) among `count` choices that plain words name by place and by nothing else; undefined
 * when they name none, or one that is not there.
 */
export function readPlace(words: string, count: number): number | undefined {
  const match = shape.exec(words);
  if (match === null) return undefined;
  const word = match[1]!;
  if (word === 'one' && words !== 'one' && !/\b(?:option|number|choice|answer|no) one\b/.test(words))
    return undefined;
  const place = placeOf(word, count);
  return place !== undefined && place >= 0 && place < count ? place : undefined;
}

function placeOf(word: string, count: number): number | undefined {
  if (last.has(word)) return count - 1;
  if (Object.hasOwn(ordinals, word)) return ordinals[word];
  if (/^\d{1,2}$/.test(word)) return Number(word) - 1;
  if (/^[a-h]$/.test(word)) return word.charCodeAt(0) - 'a'.charCodeAt(0);
  return undefined;
}
