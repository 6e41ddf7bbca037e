// From the conversation's entries to the rows that the thread shows: days, runs of one speaker, lines between,
// and what is on its way. Pure, so that grouping is tested without a screen.
import type { Entry, LineEntry, MessageEntry, QuestionEntry } from '../../shared/conversation.ts';
import type { Parcel } from './outbox-model.ts';

export type Speaker = 'assistant' | 'agent' | 'customer';

export type Piece =
  | { kind: 'message'; key: string; entry: MessageEntry }
  /** `among`: the conversation that it stands in. */
  | { kind: 'question'; key: string; entry: QuestionEntry; among: Entry[]; parcel?: Parcel<'choice'> }
  /** A button's label as the customer's words. */
  | { kind: 'answer'; key: string; text: string; at: number; stored: boolean }
  | { kind: 'unsent'; key: string; parcel: Parcel<'message'> };

export type Row =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'group'; key: string; speaker: Speaker; name: string | undefined; at: number; pieces: Piece[] }
  | { kind: 'notice'; key: string; entry: MessageEntry }
  | { kind: 'line'; key: string; entry: LineEntry };

/** A run ends after this much silence (ms). */
const runMs = 5 * 60_000;

/** Rows of one conversation; `parcels` are what of it is not yet shown by the log. */
export function threadRows(entries: Entry[], parcels: Parcel[]): Row[] {
  const rows: Row[] = [];
  const sentIds = new Set<string>();
  for (const entry of entries) {
    if (entry.kind === 'line') push({ kind: 'line', key: `l${entry.seq}`, entry }, entry.at);
    else if (entry.kind === 'question') question(entry);
    else {
      if (entry.clientId) sentIds.add(entry.clientId);
      if (entry.from === 'system') push({ kind: 'notice', key: `n${entry.seq}`, entry }, entry.at);
      else add(entry.from, entry.name, entry.at, { kind: 'message', key: `m${entry.seq}`, entry });
    }
  }
  for (const parcel of parcels) {
    if (parcel.event !== 'message' || sentIds.has(parcel.payload.id)) continue;
    add('customer', undefined, parcel.at, { kind: 'unsent', key: `u${parcel.payload.id}`, parcel });
  }
  return rows;

  function question(entry: QuestionEntry): void {
    const { id, choices, kind } = entry.question;
    const parcel = parcels.find(
      (one): one is Parcel<'choice'> => one.event === 'choice' && one.payload.question === id,
    );
    add('assistant', undefined, entry.at, {
      kind: 'question',
      key: `q${id}-${entry.seq}`,
      entry,
      among: entries,
      ...(parcel ? { parcel } : {}),
    });
    // A confirmation shows its own end; any other question folds into the answer's words.
    if (kind === 'confirm' || entry.lapsed || entry.answer?.by === 'typed') return;
    const chosen = entry.answer?.choice ?? parcel?.payload.choice;
    const label = choices.find((choice) => choice.id === chosen)?.label;
    if (!label) return;
    const at = parcel?.at ?? entry.at;
    add('customer', undefined, at, {
      kind: 'answer',
      key: `a${id}`,
      text: label,
      at,
      stored: entry.answer !== undefined,
    });
  }

  function add(speaker: Speaker, name: string | undefined, at: number, piece: Piece): void {
    const last = rows.at(-1);
    const joins =
      last?.kind === 'group' &&
      last.speaker === speaker &&
      (last.name === name || name === undefined) &&
      at - last.at < runMs &&
      sameDay(last.at, at);
    if (joins) {
      last.pieces.push(piece);
      last.at = at;
    } else push({ kind: 'group', key: `g${piece.key}`, speaker, name, at, pieces: [piece] }, at);
  }

  function push(row: Row, at: number): void {
    const before = rows.at(-1);
    const lastAt = before && ('at' in before ? before.at : before.entry.at);
    if (lastAt === undefined || !sameDay(lastAt, at)) rows.push({ kind: 'day', key: `d${at}`, at });
    rows.push(row);
  }
}

function sameDay(one: number, other: number): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString();
}
