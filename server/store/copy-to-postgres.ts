// Outgrowing the embedded file: everything in it, as it is stored, into a Postgres database.
import { connectPostgres } from './connect-postgres.ts';
import { copyConversations, MovedOn, sameRow } from './copy-conversations.ts';
import { type CopySource, openCopySource, type Row } from './copy-source.ts';
import { type CopyTarget, createCopyTarget } from './copy-target.ts';
import { migratePostgres } from './migrate-postgres.ts';

export interface CopyOptions {
  /** Of the embedded database; it is only read. */
  file: string;
  /** postgres://… */
  url: string;
  /** Go on with a copy that was begun: what is there as in the file stays. */
  resume: boolean;
  /** Hears of how far it is. */
  progress(text: string): void;
}

export type Copied =
  | {
      ok: true;
      conversations: { copied: number; kept: number };
      events: number;
      /** What is not the same in both after all, in words; empty when all is well. */
      differences: string[];
      /** Somebody wrote to the file meanwhile: what was written then is not in the copy. */
      changed: boolean;
    }
  | {
      ok: false;
      /** `not-empty`: without `resume`, the target holds something; `busy`: another copy is going on. */
      why: 'not-empty' | 'busy';
    };

/** One number for all copies into a database: two at once would undo each other's work. */
const copyLock = 7_264_102_919;
const tables = [
  'conversations',
  'events',
  'client_ids',
  'files',
  'seen',
  'timers',
  'agents',
  'sessions',
  'presence',
  'services',
  'rungs',
  'facts',
];

/**
 * Rejects with MovedOn when the target holds what the file does not, before anything of it is lost; with
 * StoreUnavailable when it does not answer. What was copied by then stays, for `resume`.
 */
export async function copyToPostgres({ file, url, resume, progress }: CopyOptions): Promise<Copied> {
  const source = openCopySource(file);
  try {
    const client = await connectPostgres(url);
    try {
      await migratePostgres(client);
      const target = createCopyTarget(client);
      const locked = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [
        copyLock,
      ]);
      if (!locked.rows[0]!.taken) return { ok: false, why: 'busy' };
      if (!resume && (await holdsSomething(target))) return { ok: false, why: 'not-empty' };
      await refuseAdded(source, target);
      const all = source.count('conversations');
      const conversations = await copyConversations(source, target, (done) =>
        progress(`${done} of ${all} conversations`),
      );
      progress('agents, timers, services');
      await target.transaction(() => copyRest(source, target));
      progress('comparing');
      const differences = await compareAll(source, target);
      return {
        ok: true,
        conversations,
        events: source.count('events'),
        differences,
        changed: source.changed(),
      };
    } finally {
      await client.end();
    }
  } finally {
    progress('');
    source.close();
  }
}

async function holdsSomething(target: CopyTarget): Promise<boolean> {
  for (const table of tables) {
    if ((await target.count(`(SELECT 1 FROM ${table} LIMIT 1) AS any_row`)) > 0) return true;
  }
  return false;
}

/** Accounts and steps of the ladder, which are only ever added: one that the file lacks was made in the target. */
async function refuseAdded(source: CopySource, target: CopyTarget): Promise<void> {
  const [accounts, steps] = [new Set<unknown>(), new Set<string>()];
  const step = ({ site, action, n }: Row) => JSON.stringify([site, action, n]);
  for (const rows of source.pages('agents')) for (const { id } of rows) accounts.add(id);
  for (const rows of source.pages('rungs')) for (const row of rows) steps.add(step(row));
  for (const { id, email } of (await target.client.query<Row>('SELECT id, email FROM agents')).rows)
    if (!accounts.has(id)) throw new MovedOn(`The account ${email}`);
  for (const row of (await target.client.query<Row>('SELECT site, action, n FROM rungs')).rows)
    if (!steps.has(step(row))) throw new MovedOn(`Step ${row.n} of ${row.action} of ${row.site}`);
}

/** Small beside the log, and changing without a trace: anew each time. */
async function copyRest(source: CopySource, target: CopyTarget): Promise<void> {
  const rest = ['seen', 'timers', 'agents', 'sessions', 'presence', 'services', 'rungs', 'facts'] as const;
  for (const table of rest) {
    await target.client.query(`DELETE FROM ${table}`);
    for (const rows of source.pages(table)) await target.insert(table, rows.map(asInPostgres));
  }
}

/** Where the two databases have different types for one thing. */
function asInPostgres(row: Row): Record<string, unknown> {
  const changed: Record<string, unknown> = { ...row };
  for (const list of ['sites', 'teams'])
    if (typeof row[list] === 'string') changed[list] = JSON.parse(row[list]);
  for (const flag of ['disabled', 'available', 'supervisor', 'held'])
    if (flag in row) changed[flag] = row[flag] === 1;
  return changed;
}

const pageOfConversations = 500;

async function compareAll(source: CopySource, target: CopyTarget): Promise<string[]> {
  const differences: string[] = [];
  for (const table of tables) {
    const [here, there] = [source.count(table), await target.count(table)];
    if (here !== there) differences.push(`${table}: ${here} rows in the file, ${there} in Postgres`);
  }
  const [here, there] = [source.contents(), await target.count('events WHERE content IS NOT NULL')];
  if (here !== there)
    differences.push(`events with their content: ${here} in the file, ${there} in Postgres`);
  for (let after = ''; ; ) {
    const page = source.conversations(after, pageOfConversations);
    const last = page.at(-1)?.id;
    if (last === undefined) return differences;
    const rows = await target.conversations(after, String(last));
    for (const row of page) {
      const other = rows.get(String(row.id));
      if (!other || !sameRow(row, other)) differences.push(`conversation ${row.id}: not as in the file`);
    }
    after = String(last);
  }
}
