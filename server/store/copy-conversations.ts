// Copies conversations with their chains, as they are stored, page by page: each page whole or not at all, so that
// a copy that was interrupted is gone on with, and one that was made beside a running server is brought up to date.
import type { CopySource, Row } from './copy-source.ts';
import type { CopyTarget } from './copy-target.ts';

/** The target holds what the file does not: it has been written to, and a copy would lose that. */
export class MovedOn extends Error {
  override readonly name = 'MovedOn';
}

const pageOfConversations = 200;
const pageOfEvents = 1_000;

/** `onPage` hears how many have been gone through. Throws MovedOn before anything of the target would be lost. */
export async function copyConversations(
  source: CopySource,
  target: CopyTarget,
  onPage: (done: number) => void,
): Promise<{ copied: number; kept: number }> {
  let [copied, kept] = [0, 0];
  for (let after = ''; ; ) {
    const page = source.conversations(after, pageOfConversations);
    const last = page.length < pageOfConversations ? undefined : String(page.at(-1)!.id);
    const wanted = await compare(page, await target.conversations(after, last));
    if (wanted.length > 0) {
      await target.transaction(async () => {
        await removeConversations(target, wanted);
        await target.insert('conversations', wanted);
        for (const { id } of wanted) await copyLog(source, target, String(id));
      });
    }
    copied += wanted.length;
    kept += page.length - wanted.length;
    onPage(copied + kept);
    if (last === undefined) return { copied, kept };
    after = last;
  }
}

/** Those that the target lacks, or has as they were earlier. */
async function compare(page: Row[], there: Map<string, Row>): Promise<Row[]> {
  const wanted = page.filter((row) => {
    const id = String(row.id);
    const other = there.get(id);
    there.delete(id);
    if (!other) return true;
    const later = (['seq', 'fence', 'updated_at'] as const).some((c) => Number(other[c]) > Number(row[c]));
    const otherLog = other.seq === row.seq && !sameValue(other.head, row.head);
    if (later || otherLog) throw new MovedOn(id);
    return !sameRow(row, other);
  });
  for (const id of there.keys()) throw new MovedOn(id);
  return wanted;
}

async function removeConversations({ client }: CopyTarget, rows: Row[]): Promise<void> {
  const ids = [rows.map((row) => row.id)];
  await client.query('DELETE FROM timers WHERE conversation = ANY($1)', ids);
  await client.query('DELETE FROM client_ids WHERE conversation = ANY($1)', ids);
  await client.query('DELETE FROM seen WHERE conversation = ANY($1)', ids);
  await client.query('DELETE FROM files WHERE conversation = ANY($1)', ids);
  await client.query('DELETE FROM events WHERE conversation = ANY($1)', ids);
  await client.query('DELETE FROM conversations WHERE id = ANY($1)', ids);
}

async function copyLog(source: CopySource, target: CopyTarget, conversation: string): Promise<void> {
  for (let after = 0; ; ) {
    const events = source.events(conversation, after, pageOfEvents);
    await target.insert('events', events);
    if (events.length < pageOfEvents) break;
    after = Number(events.at(-1)!.seq);
  }
  await target.insert('client_ids', source.clientIds(conversation));
  for (const file of source.files(conversation)) await target.insert('files', [file]);
}

export function sameRow(row: Row, other: Row): boolean {
  return Object.keys(row).every((column) => sameValue(row[column], other[column]));
}

function sameValue(a: Row[string] | undefined, b: Row[string] | undefined): boolean {
  return a instanceof Uint8Array && b instanceof Uint8Array ? Buffer.compare(a, b) === 0 : a === b;
}
