// The bytes of attached files in the embedded store, beside the events that name them.
import type { SqliteFile } from './sqlite-file.ts';
import type { Append } from './store.ts';

/** Within the append of its event. */
export function addFile(
  file: SqliteFile,
  conversation: string,
  { id, bytes }: NonNullable<Append['file']>,
): void {
  file.statement('INSERT INTO files (id, conversation, bytes) VALUES (?, ?, ?)').run(id, conversation, bytes);
}

export function readFile(file: SqliteFile, id: string): Uint8Array | undefined {
  const row = file.statement('SELECT bytes FROM files WHERE id = ?').get(id) as
    | { bytes: Uint8Array }
    | undefined;
  return row?.bytes;
}
