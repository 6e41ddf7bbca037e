// Says which of the customer's own records a message speaks of: by reference, by what stands in them, by the
// site's words for their kind, by place, or by what was just talked about (C9).
import { bearsReference } from '../../shared/bears-reference.ts';
import { madeOnce } from '../../shared/made-once.ts';
import type { Entity } from '../../shared/understanding.ts';
import { findStranger } from './find-stranger.ts';
import { type RecordKind, wordsFor } from './kind-words.ts';
import { plainWords } from './plain-words.ts';
import type { OwnRecord, ReadingContext } from './reading-context.ts';
import { describeRecord, matchRecord, type RecordWords, tellingWords } from './record-words.ts';
import { remember } from './remember.ts';
import { statedWords } from './stated-words.ts';

const otherOne = /\b(?:the |my )?other(?: one)?\b|\bnot (?:that|this) one\b|\bandere[nrsm]?\b/;
const pronoun =
  /\b(?:it|that|this|that one|this one|same one|the same|same|ihn|sie|es|den|diesen?|dieses|dieser|davon)\b/;
/** With the kind named, an article points back as well: "the flight". */
const definite = /\b(?:the|der|die|das|dem)\b/;
const byOrder =
  /\b(?:the |my |die |den |das |der )(first|second|third|fourth|last|1st|2nd|3rd|earlier|later|latest|earliest|newest|oldest|erste[nrs]?|zweite[nrs]?|dritte[nrs]?|letzte[nrs]?|frühere[nrs]?|spätere[nrs]?)\b/;
const order: [RegExp, number][] = [
  [/^(?:first|1st|earlier|earliest|oldest|erste|frühere)/, 0],
  [/^(?:second|2nd|zweite)/, 1],
  [/^(?:third|3rd|dritte)/, 2],
  [/^(?:fourth)/, 3],
  [/^(?:last|later|latest|newest|letzte|spätere)/, -1],
];
const byDate = /^(?:earl|late|new|old|früh|spät)/;

/**
 * Entities of kind `record`, at most five; several when the words fit several equally ("my bag" with two
 * bags), none when nothing points at a record. `named` are the entities found in the text. Where the message calls a
 * record by what none of them bears, that word alone. `isWord`: known as a word of the language or the site's.
 */
export function linkRecords(
  text: string,
  context: ReadingContext,
  kinds: RecordKind[],
  named: Entity[],
  isWord: (word: string) => boolean = () => true,
): Entity[] {
  if (context.records.length === 0) return [];
  const words = statedWords(withoutDates(text, named));
  const spoken = kinds.filter((kind) => speaksOf(words, kind));
  const known = context.records.map((record) => described(record, kinds));
  const pool =
    spoken.length === 0 ? known : known.filter(({ record }) => spoken.some(({ id }) => id === record.fact));
  const pointed = byContent(words, named, known, pool) ?? placed(words, pool);
  if (pointed === undefined) {
    // A reference that is none of theirs points at none of theirs, whatever else is said.
    const texts = () => known.flatMap(({ values }) => [...values]);
    if (named.some(({ kind, value }) => kind === 'reference' && !bearsReference(texts(), value))) return [];
    const stranger = findStranger(text, spoken, named, pool, isWord);
    if (stranger)
      return [
        { kind: 'word', fact: stranger.fact, value: plainWords(stranger.called), text: stranger.called },
      ];
  }
  const found =
    pointed ?? mentioned(words, context, pool, spoken.length > 0) ?? (spoken.length > 0 ? pool : []);
  const said = spoken.length > 0 ? wordsOf(words, spoken) : words;
  return found
    .slice(0, 5)
    .map(({ record }) => ({ kind: 'record', value: record.id, fact: record.fact, text: said }));
}

/** The same records come with message after message, as copies where they come to a thread: each is described once. */
const describing = madeOnce((kinds: RecordKind[]) =>
  remember((record) => describeRecord(JSON.parse(record) as OwnRecord, kinds), mostSeen, Infinity),
);
const mostSeen = 1_000;

function described({ fact, id, label, value }: OwnRecord, kinds: RecordKind[]): RecordWords {
  return describing(kinds)(JSON.stringify({ fact, id, label, value }));
}

/** A date is compared as one: that another one is in December as well does not make it this. */
function withoutDates(text: string, named: Entity[]): string {
  return named.reduce(
    (rest, { kind, text: said }) => (kind === 'date' ? rest.replace(said, ' ') : rest),
    text,
  );
}

function speaksOf(words: string, kind: RecordKind): boolean {
  return wordsFor(kind).some(({ pattern }) => pattern.test(words));
}

function wordsOf(words: string, spoken: RecordKind[]): string {
  return spoken.flatMap(wordsFor).find(({ pattern }) => pattern.test(words))?.word ?? words;
}

/** Named by reference, date or content; a bag is also named by the flight that it belongs to. */
function byContent(
  words: string,
  named: Entity[],
  known: RecordWords[],
  pool: RecordWords[],
): RecordWords[] | undefined {
  const said = tellingWords(words);
  const scored = known.map((entry) => ({ entry, score: matchRecord(entry, said, named, known) }));
  const best = Math.max(...scored.map(({ score }) => score));
  if (best <= 0) return undefined;
  const direct = scored.filter(({ score }) => score === best).map(({ entry }) => entry);
  const inside = direct.filter((entry) => pool.includes(entry));
  if (inside.length > 0) return inside;
  const related = pool.filter((entry) =>
    direct.some(({ record }) => entry.values.has(record.id.toLowerCase())),
  );
  return related.length > 0 ? related : direct;
}

function placed(words: string, pool: RecordWords[]): RecordWords[] | undefined {
  const word = byOrder.exec(words)?.[1];
  if (word === undefined) return undefined;
  const index = order.find(([pattern]) => pattern.test(word))?.[1];
  const line = byDate.test(word) ? pool.toSorted((a, b) => (a.date < b.date ? -1 : 1)) : pool;
  const found = index === undefined ? undefined : line.at(index);
  return found === undefined || pool.length < 2 ? undefined : [found];
}

/** Messages; what was named longer ago is no longer "it". */
const lookBack = 6;

/** "It", "that flight", "the other one": the record that was spoken of last, or those that were not. */
function mentioned(
  words: string,
  { recent }: ReadingContext,
  pool: RecordWords[],
  kindNamed: boolean,
): RecordWords[] | undefined {
  const other = otherOne.test(words);
  if (!other && !pronoun.test(words) && !(kindNamed && definite.test(words))) return undefined;
  for (const { text } of recent.slice(-lookBack).toReversed()) {
    const said = tellingWords(statedWords(text));
    const scores = pool.map((entry) => matchRecord(entry, said, [], pool));
    const best = Math.max(0, ...scores);
    if (best === 0) continue;
    const last = pool.filter((_, i) => scores[i] === best);
    if (last.length === pool.length && pool.length > 1) continue;
    return other ? pool.filter((entry) => !last.includes(entry)) : last;
  }
  return undefined;
}
