// Finds what a message calls a record by that none of the customer's bears: "my flight to Lisbon" of who flies to Oslo,
// "the order from Monday" of who ordered on Tuesday. Only where it plainly stands beside the word for the record: to
// miss one costs a card that says what it is about, to invent one a question that nobody needs.
import { madeOnce } from '../../shared/made-once.ts';
import type { Entity } from '../../shared/understanding.ts';
import { editDistance } from './edit-distance.ts';
import { escaped } from './escaped.ts';
import { anyWordOf, type RecordKind } from './kind-words.ts';
import type { RecordWords } from './record-words.ts';

export interface Stranger {
  /** What it is called, as written. */
  called: string;
  /** Id of the kind that it is said of. */
  fact: string;
}

/** Between the record and a place. Where things come from and go to; "for" and "in" say too many other things. */
const ways = '(?:to|from|nach|ab|vers|hacia|desde|para)';
const articles = "(?:the |die |den |der |das |la |le |les |el |los |las |l['’])?";
/** Between the record and a day. */
const on = '(?:on|of|from|departing|leaving|am|vom|von|du|del|do)';
const mine = '(?:my|our|the|that|meinen?|unseren?|den|die|das)';

const name = "([\\p{L}\\p{M}'’-]{3,})";

/**
 * `kinds`: those that the message speaks of. `records` are those of these kinds, none of which the
 * message fits. `isWord`: the word as written is one of the language or of the site's, and therefore no name.
 */
export function findStranger(
  text: string,
  kinds: RecordKind[],
  named: Entity[],
  records: RecordWords[],
  isWord: (word: string) => boolean,
): Stranger | undefined {
  if (records.length === 0) return undefined;
  const dated = records.some(({ dates }) => dates.size > 0);
  const days = dated ? named.filter(({ kind }) => kind === 'date') : [];
  for (const kind of kinds) {
    const near = days.length > 0 && expressionsFor(kind).dayNear.test(text);
    for (const { text: day } of near ? days : []) {
      const [kindWord, said] = [anyWordOf(kind), escaped(day)];
      const beside = `(?<![\\p{L}])${kindWord} ${on} (?:the )?${said}(?![\\p{L}\\p{N}])|${mine} ${said}(?:['’]s)? ${kindWord}(?![\\p{L}])`;
      if (new RegExp(beside, 'iu').test(text)) return { called: day, fact: kind.id };
    }
    const found = nameBeside(text, kind, isWord);
    if (found && !named.some((entity) => entity.text.includes(found)) && !isSlipOf(found, records))
      return { called: found, fact: kind.id };
  }
  return undefined;
}

interface Expressions {
  /** A name beside the kind. */
  name: RegExp;
  /** What stands around a day beside the kind, whatever the day: few texts have it, and one for each day is dear. */
  dayNear: RegExp;
}

const expressionsFor = madeOnce((kind: RecordKind): Expressions => {
  const kindWord = anyWordOf(kind);
  const before = `(?<![\\p{L}])${kindWord} `;
  return {
    name: new RegExp(`${before}${ways} ${articles}${name}(?![\\p{L}\\p{N}])`, 'iu'),
    dayNear: new RegExp(`${before}${on} |${mine} .+ ${kindWord}(?![\\p{L}])`, 'ius'),
  };
});

function nameBeside(text: string, kind: RecordKind, isWord: (word: string) => boolean): string | undefined {
  const written = expressionsFor(kind).name.exec(text)?.[1];
  return written !== undefined && !isWord(written) ? written : undefined;
}

/** "Osol" is no other place. */
function isSlipOf(name: string, records: RecordWords[]): boolean {
  const plain = name.toLowerCase();
  return records.some(({ words }) => [...words].some((word) => editDistance(plain, word, 1) <= 1));
}
