// Finds what a message calls a record by that none of the customer's bears: "my flight to Lisbon" of who flies to Oslo,
// "the order from Monday" of who ordered on Tuesday. Only where it plainly stands beside the word for the record: to
// miss one costs a card that says what it is about, to invent one a question that nobody needs.
import type { Entity } from '../../shared/understanding.ts';
import { editDistance } from './edit-distance.ts';
import type { RecordWords } from './record-words.ts';

export interface Stranger {
  /** As written. */
  text: string;
  /** Which of the kinds it is said of. */
  kind: number;
}

/** Between the record and a place. Where things come from and go to; "for" and "in" say too many other things. */
const ways = '(?:to|from|nach|ab|vers|hacia|desde|para)';
const articles = "(?:the |die |den |der |das |la |le |les |el |los |las |l['’])?";
/** Between the record and a day. */
const on = '(?:on|of|from|departing|leaving|am|vom|von|du|del|do)';
const mine = '(?:my|our|the|that|meinen?|unseren?|den|die|das)';

const name = "([\\p{L}\\p{M}'’-]{3,})";

/**
 * `kinds`: the words for each kind that the message speaks of. `records` are those of these kinds, none of which the
 * message fits. `isWord`: the word as written is one of the language or of the site's, and therefore no name.
 */
export function findStranger(
  text: string,
  kinds: string[][],
  named: Entity[],
  records: RecordWords[],
  isWord: (word: string) => boolean,
): Stranger | undefined {
  if (records.length === 0) return undefined;
  const dated = records.some(({ dates }) => dates.size > 0);
  const days = dated ? named.filter(({ kind }) => kind === 'date') : [];
  for (const [kind, words] of kinds.entries()) {
    const kindWord = `(?:${words.map(escaped).join('|')})(?:e?s|e?n)?`;
    for (const { text: day } of days) {
      const said = escaped(day);
      const beside = `(?<![\\p{L}])${kindWord} ${on} (?:the )?${said}(?![\\p{L}\\p{N}])|${mine} ${said}(?:['’]s)? ${kindWord}(?![\\p{L}])`;
      if (new RegExp(beside, 'iu').test(text)) return { text: day, kind };
    }
    const found = nameBeside(text, kindWord, isWord);
    if (found && !named.some((entity) => entity.text.includes(found)) && !isSlipOf(found, records))
      return { text: found, kind };
  }
  return undefined;
}

function nameBeside(text: string, kindWord: string, isWord: (word: string) => boolean): string | undefined {
  const beside = new RegExp(`(?<![\\p{L}])${kindWord} ${ways} ${articles}${name}(?![\\p{L}\\p{N}])`, 'iu');
  const written = beside.exec(text)?.[1];
  return written !== undefined && !isWord(written) ? written : undefined;
}

/** "Osol" is no other place. */
function isSlipOf(name: string, records: RecordWords[]): boolean {
  const plain = name.toLowerCase();
  return records.some(({ words }) => [...words].some((word) => editDistance(plain, word, 1) <= 1));
}

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
