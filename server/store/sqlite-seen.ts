// How far each side of a conversation has seen it, in the embedded store: one row a side, which only moves forward.

import type { Seen, SeenMark } from './seen-mark.ts';
import type { SqliteFile } from './sqlite-file.ts';

export function keepSeen(file: SqliteFile, marks: SeenMark[]): void {
  const keep = file.statement(
    `INSERT INTO seen (conversation, side, seq, at) SELECT id, ?, ?, ? FROM conversations WHERE id = ?
     ON CONFLICT (conversation, side) DO UPDATE SET seq = excluded.seq, at = excluded.at
     WHERE excluded.seq > seen.seq`,
  );
  for (const { conversation, side, seq, at } of marks) keep.run(side, seq, at, conversation);
}

export function seenOf(file: SqliteFile, conversation: string): Seen {
  const rows = file.statement('SELECT side, seq, at FROM seen WHERE conversation = ?').all(conversation) as {
    side: SeenMark['side'];
    seq: number;
    at: number;
  }[];
  return Object.fromEntries(rows.map(({ side, seq, at }) => [side, { seq, at }]));
}
