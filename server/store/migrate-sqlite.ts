// The embedded database's schema, as the steps that lead to it; `user_version` counts the steps that were taken.
import type { DatabaseSync } from '@photostructure/sqlite';

/** Never changed once released: a change of the schema is a further step. */
const steps = [
  `
  CREATE TABLE conversations (
    id TEXT PRIMARY KEY,
    site TEXT NOT NULL,
    channel TEXT NOT NULL,
    visitor TEXT NOT NULL,
    customer TEXT,
    status TEXT NOT NULL CHECK (status IN ('assistant', 'waiting', 'claimed', 'left', 'resolved')),
    seq INTEGER NOT NULL,
    fence INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    queued_at INTEGER,
    priority INTEGER NOT NULL,
    claimed_at INTEGER,
    agent_id TEXT,
    agent_name TEXT,
    head BLOB NOT NULL -- hash of the last link
  ) STRICT;
  CREATE UNIQUE INDEX one_open_per_visitor ON conversations (site, visitor) WHERE status <> 'resolved';
  CREATE UNIQUE INDEX one_open_per_customer ON conversations (site, customer)
    WHERE status <> 'resolved' AND customer IS NOT NULL;
  CREATE INDEX conversations_by_visitor ON conversations (site, visitor, created_at);
  CREATE INDEX conversations_by_customer ON conversations (site, customer, created_at) WHERE customer IS NOT NULL;
  CREATE INDEX queue ON conversations (site, status, priority, queued_at, id);
  CREATE INDEX recent ON conversations (site, status, updated_at, channel);

  CREATE TABLE events (
    conversation TEXT NOT NULL REFERENCES conversations (id),
    seq INTEGER NOT NULL,
    site TEXT NOT NULL,
    channel TEXT NOT NULL,
    at INTEGER NOT NULL,
    type TEXT NOT NULL,
    content TEXT, -- canonical JSON of the body; NULL once erased
    salt BLOB, -- NULL once erased
    digest BLOB NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (conversation, seq)
  ) STRICT;
  CREATE INDEX events_by_type ON events (site, type, at, channel);

  CREATE TABLE client_ids (
    site TEXT NOT NULL,
    author TEXT NOT NULL,
    id TEXT NOT NULL,
    conversation TEXT NOT NULL REFERENCES conversations (id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (site, author, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX client_ids_by_conversation ON client_ids (conversation);

  CREATE TABLE timers (
    conversation TEXT NOT NULL REFERENCES conversations (id),
    name TEXT NOT NULL,
    ref TEXT NOT NULL,
    site TEXT NOT NULL,
    due INTEGER NOT NULL,
    wake INTEGER NOT NULL, -- when it can be taken: due, or the end of its lease
    PRIMARY KEY (conversation, name, ref)
  ) STRICT;
  CREATE INDEX timers_by_wake ON timers (wake);

  CREATE TABLE agents (
    id TEXT PRIMARY KEY,
    email TEXT NOT NULL UNIQUE, -- in lower case
    name TEXT NOT NULL,
    password TEXT NOT NULL,
    sites TEXT NOT NULL, -- JSON list
    disabled INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE sessions (
    token TEXT PRIMARY KEY,
    agent TEXT NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX sessions_by_agent ON sessions (agent);
  CREATE TABLE presence (
    agent TEXT PRIMARY KEY,
    available INTEGER NOT NULL,
    capacity INTEGER NOT NULL,
    seen_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE services (
    site TEXT NOT NULL,
    agent TEXT NOT NULL,
    queued_at INTEGER NOT NULL,
    claimed_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL,
    stated REAL
  ) STRICT;
  CREATE INDEX services_by_end ON services (site, ended_at);
  `,
  `
  ALTER TABLE agents ADD COLUMN supervisor INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE agents ADD COLUMN teams TEXT NOT NULL DEFAULT '[]'; -- JSON list
  `,
  `
  CREATE TABLE rungs (
    site TEXT NOT NULL,
    action TEXT NOT NULL,
    n INTEGER NOT NULL,
    at INTEGER NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('shadow', 'supervised', 'autonomous')),
    share REAL NOT NULL,
    held INTEGER NOT NULL,
    by TEXT NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (site, action, n)
  ) STRICT;
  `,
  `
  CREATE TABLE facts (
    site TEXT NOT NULL,
    customer TEXT NOT NULL,
    fact TEXT NOT NULL,
    at INTEGER NOT NULL,
    items TEXT NOT NULL, -- JSON list
    PRIMARY KEY (site, customer, fact)
  ) STRICT;
  CREATE INDEX facts_by_age ON facts (site, at);
  `,
  `
  CREATE TABLE files (
    id TEXT PRIMARY KEY,
    conversation TEXT NOT NULL REFERENCES conversations (id),
    bytes BLOB NOT NULL
  ) STRICT;
  CREATE INDEX files_by_conversation ON files (conversation);
  `,
  `
  CREATE TABLE seen (
    conversation TEXT NOT NULL REFERENCES conversations (id),
    side TEXT NOT NULL CHECK (side IN ('customer', 'agent')),
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (conversation, side)
  ) STRICT;
  `,
];

/** Takes the steps that the file lacks, all or none. Throws when the file is of a later version than this code. */
export function migrateSqlite(db: InstanceType<typeof DatabaseSync>): void {
  if (version(db) === steps.length) return;
  db.exec('BEGIN EXCLUSIVE');
  try {
    // Read again: another process may have taken the steps while this one waited for the lock.
    const from = version(db);
    if (from > steps.length) {
      throw new Error(
        `The database is of version ${from}; this server knows versions up to ${steps.length}.`,
      );
    }
    for (const step of steps.slice(from)) db.exec(step);
    db.exec(`PRAGMA user_version = ${steps.length}`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

function version(db: InstanceType<typeof DatabaseSync>): number {
  return (db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
}
