// Copies conversations with their chains, as they are stored, page by page: each page whole or not at all, so that
// a copy that was interrupted is gone on with, and one that was made beside a running server is brought up to date.
import type { CopySource, Row } from './copy-source.ts';
import type { CopyTarget } from './copy-target.ts';

/** The target holds what the file does not: it has been written to, and a copy would lose that. Says what it is. */
export class MovedOn extends Error {
  override readonly name = 'MovedOn';
}

const pageOfConversations = 200;
const pageOfEvents = 1_000;

/**
 * `onPage` hears how many have been gone through. Throws MovedOn before anything of the target is changed. What is
 * there as it was earlier goes first, all of it: whose conversation has ended since may have begun another, and two
 * that are open are refused, wherever in the order of ids they are.
 */
export async function copyConversations(
  source: CopySource,
  target: CopyTarget,
  onPage: (done: number) => void,
): Promise<{ copied: number; kept: number }> {
  const outdated: string[] = [];
  for await (const { page, there } of bothInPages(source, target)) outdated.push(...compare(page, there));
  for (let from = 0; from < outdated.length; from += pageOfConversations) {
    const some = outdated.slice(from, from + pageOfConversations);
    await target.transaction(() => removeConversations(target, some));
  }
  let [copied, kept] = [0, 0];
  for await (const { page, there } of bothInPages(source, target)) {
    const missing = page.filter(({ id }) => !there.has(String(id)));
    if (missing.length > 0) {
      await target.transaction(async () => {
        await target.insert('conversations', missing);
        for (const { id } of missing) await copyLog(source, target, String(id));
      });
    }
    copied += missing.length;
    kept += page.length - missing.length;
    onPage(copied + kept);
  }
  return { copied, kept };
}

/** The file's conversations in the order of ids, with those of the target that are among them by their ids. */
async function* bothInPages(source: CopySource, target: CopyTarget) {
  for (let after = ''; ; ) {
    const page = source.conversations(after, pageOfConversations);
    const last = page.length < pageOfConversations ? undefined : String(page.at(-1)!.id);
    yield { page, there: await target.conversations(after, last) };
    if (last === undefined) return;
    after = last;
  }
}

/** Those that the target has as they were earlier. */
function compare(page: Row[], there: Map<string, Row>): string[] {
  const outdated = page.filter((row) => {
    const id = String(row.id);
    const other = there.get(id);
    there.delete(id);
    if (!other) return false;
    const later = (['seq', 'fence', 'updated_at'] as const).some((c) => Number(other[c]) > Number(row[c]));
    const otherLog = other.seq === row.seq && !sameValue(other.head, row.head);
    if (later || otherLog) throw new MovedOn(`Conversation ${id}`);
    return !sameRow(row, other);
  });
  for (const id of there.keys()) throw new MovedOn(`Conversation ${id}`);
  return outdated.map(({ id }) => String(id));
}

async function removeConversations({ client }: CopyTarget, outdated: string[]): Promise<void> {
  const ids = [outdated];
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
