// The Postgres schema, as the steps that lead to it; the table `handrail_schema` counts the steps that were taken.
import type { ClientBase } from 'pg';

/**
 * Never changed once released: a change of the schema is a further step. Text compares by bytes (COLLATE "C"), as
 * in the embedded database. No column that every append changes is in an index, so that an append writes its
 * conversation's row in place (a heap-only update): hence `resolved_at`, which only a resolved row has.
 */
const steps = [
  `
  CREATE TABLE conversations (
    id text COLLATE "C" PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    channel text COLLATE "C" NOT NULL,
    visitor text COLLATE "C" NOT NULL,
    customer text COLLATE "C",
    status text COLLATE "C" NOT NULL CHECK (status IN ('assistant', 'waiting', 'claimed', 'left', 'resolved')),
    seq bigint NOT NULL,
    fence bigint NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    queued_at bigint,
    priority bigint NOT NULL,
    claimed_at bigint,
    agent_id text COLLATE "C",
    agent_name text COLLATE "C",
    head bytea NOT NULL, -- hash of the last link
    resolved_at bigint GENERATED ALWAYS AS (CASE WHEN status = 'resolved' THEN updated_at END) STORED
  ) WITH (fillfactor = 80);
  CREATE UNIQUE INDEX one_open_per_visitor ON conversations (site, visitor) WHERE status <> 'resolved';
  CREATE UNIQUE INDEX one_open_per_customer ON conversations (site, customer)
    WHERE status <> 'resolved' AND customer IS NOT NULL;
  CREATE INDEX conversations_by_visitor ON conversations (site, visitor, created_at);
  CREATE INDEX conversations_by_customer ON conversations (site, customer, created_at) WHERE customer IS NOT NULL;
  CREATE INDEX queue ON conversations (site, status, priority, queued_at, id) WHERE status <> 'resolved';
  CREATE INDEX resolved ON conversations (site, resolved_at) WHERE resolved_at IS NOT NULL;

  CREATE TABLE events (
    conversation text COLLATE "C" NOT NULL REFERENCES conversations (id),
    seq bigint NOT NULL,
    site text COLLATE "C" NOT NULL,
    channel text COLLATE "C" NOT NULL,
    at bigint NOT NULL,
    type text COLLATE "C" NOT NULL,
    content text COLLATE "C", -- canonical JSON of the body, whose digest is over this very text; NULL once erased
    salt bytea, -- NULL once erased
    digest bytea NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (conversation, seq)
  );
  CREATE INDEX events_by_type ON events (site, type, at, channel);

  CREATE TABLE client_ids (
    site text COLLATE "C" NOT NULL,
    author text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    conversation text COLLATE "C" NOT NULL REFERENCES conversations (id),
    seq bigint NOT NULL,
    PRIMARY KEY (site, author, id)
  );
  CREATE INDEX client_ids_by_conversation ON client_ids (conversation);

  CREATE TABLE timers (
    conversation text COLLATE "C" NOT NULL REFERENCES conversations (id),
    name text COLLATE "C" NOT NULL,
    ref text COLLATE "C" NOT NULL,
    site text COLLATE "C" NOT NULL,
    due bigint NOT NULL,
    wake bigint NOT NULL, -- when it can be taken: due, or the end of its lease
    PRIMARY KEY (conversation, name, ref)
  );
  CREATE INDEX timers_by_wake ON timers (wake);

  CREATE TABLE agents (
    id text COLLATE "C" PRIMARY KEY,
    email text COLLATE "C" NOT NULL UNIQUE, -- in lower case
    name text COLLATE "C" NOT NULL,
    password text COLLATE "C" NOT NULL,
    sites text[] NOT NULL,
    disabled boolean NOT NULL
  );
  CREATE TABLE sessions (
    token text COLLATE "C" PRIMARY KEY,
    agent text COLLATE "C" NOT NULL,
    expires_at bigint NOT NULL
  );
  CREATE INDEX sessions_by_agent ON sessions (agent);
  CREATE TABLE presence (
    agent text COLLATE "C" PRIMARY KEY,
    available boolean NOT NULL,
    capacity bigint NOT NULL,
    seen_at bigint NOT NULL
  );
  CREATE TABLE services (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    agent text COLLATE "C" NOT NULL,
    queued_at bigint NOT NULL,
    claimed_at bigint NOT NULL,
    ended_at bigint NOT NULL,
    stated double precision
  );
  CREATE INDEX services_by_end ON services (site, ended_at);
  `,
  `
  ALTER TABLE agents ADD COLUMN supervisor boolean NOT NULL DEFAULT false;
  ALTER TABLE agents ADD COLUMN teams text[] NOT NULL DEFAULT '{}';
  `,
  `
  CREATE TABLE rungs (
    site text COLLATE "C" NOT NULL,
    action text COLLATE "C" NOT NULL,
    n bigint NOT NULL,
    at bigint NOT NULL,
    mode text COLLATE "C" NOT NULL CHECK (mode IN ('shadow', 'supervised', 'autonomous')),
    share double precision NOT NULL,
    held boolean NOT NULL,
    by text COLLATE "C" NOT NULL,
    why text COLLATE "C" NOT NULL,
    PRIMARY KEY (site, action, n)
  );
  `,
  `
  CREATE TABLE facts (
    site text COLLATE "C" NOT NULL,
    customer text COLLATE "C" NOT NULL,
    fact text COLLATE "C" NOT NULL,
    at bigint NOT NULL,
    items text NOT NULL, -- JSON list
    PRIMARY KEY (site, customer, fact)
  );
  CREATE INDEX facts_by_age ON facts (site, at);
  `,
  `
  CREATE UNLOGGED TABLE lanes (
    conversation text COLLATE "C" PRIMARY KEY,
    holder text COLLATE "C" NOT NULL,
    until bigint NOT NULL
  ) WITH (fillfactor = 50);
  `,
  `
  CREATE TABLE files (
    id text COLLATE "C" PRIMARY KEY,
    conversation text COLLATE "C" NOT NULL REFERENCES conversations (id),
    bytes bytea NOT NULL
  );
  ALTER TABLE files ALTER COLUMN bytes SET STORAGE EXTERNAL; -- compressed already
  CREATE INDEX files_by_conversation ON files (conversation);
  `,
  `
  CREATE TABLE seen (
    conversation text COLLATE "C" NOT NULL REFERENCES conversations (id),
    side text COLLATE "C" NOT NULL CHECK (side IN ('customer', 'agent')),
    seq integer NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (conversation, side)
  ) WITH (fillfactor = 50);
  `,
];

/** One number for all that migrate: Postgres' own locks keep them apart, and let go when the connection does. */
const migrationLock = 7_264_102_918;

/**
 * Takes the steps that the database lacks, all or none; `taken` says how many. Several may do so at once. Throws
 * when the database is of a later version than this code, or cannot keep what it is given.
 */
export async function migratePostgres(client: ClientBase): Promise<{ version: number; taken: number }> {
  const before = await version(client);
  if (before === steps.length) return { version: before, taken: 0 };
  await refuseWhatCannotKeep(client);
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    await client.query('CREATE TABLE IF NOT EXISTS handrail_schema (version integer NOT NULL)');
    // Read again: another node may have taken the steps while this one waited for the lock.
    const from = await version(client);
    if (from > steps.length) {
      throw new Error(
        `The database is of version ${from}; this server knows versions up to ${steps.length}.`,
      );
    }
    for (const step of steps.slice(from)) await client.query(step);
    await client.query('DELETE FROM handrail_schema');
    await client.query('INSERT INTO handrail_schema VALUES ($1)', [steps.length]);
    await client.query('COMMIT');
    return { version: steps.length, taken: steps.length - from };
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function version(client: ClientBase): Promise<number> {
  const there = await client.query<{ there: boolean }>(
    "SELECT to_regclass('handrail_schema') IS NOT NULL AS there",
  );
  if (!there.rows[0]!.there) return 0;
  const { rows } = await client.query<{ version: number }>('SELECT version FROM handrail_schema');
  return rows[0]?.version ?? 0;
}

async function refuseWhatCannotKeep(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ encoding: string }>(
    "SELECT current_setting('server_encoding') AS encoding",
  );
  const { encoding } = rows[0]!;
  if (encoding === 'UTF8') return;
  throw new Error(
    `The database is encoded as ${encoding}, which cannot hold every text: create it with ENCODING 'UTF8'.`,
  );
}
