// The tables of the Postgres store as types, and the builder of its queries. Columns are named as in the embedded
// database; whole numbers come as numbers (postgres-pool.ts sees to it), bytes as Buffers.
import {
  DummyDriver,
  type GeneratedAlways,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import type { RolloutMode } from '../../shared/ladder.ts';
import type { ConversationColumns } from './conversation-columns.ts';

export interface ConversationTable extends ConversationColumns {
  /** updated_at once it is resolved, null before. */
  resolved_at: GeneratedAlways<number | null>;
}

export interface Tables {
  conversations: ConversationTable;
  events: {
    conversation: string;
    seq: number;
    site: string;
    channel: string;
    at: number;
    type: string;
    content: string | null;
    salt: Uint8Array | null;
    digest: Uint8Array;
    hash: Uint8Array;
  };
  client_ids: { site: string; author: string; id: string; conversation: string; seq: number };
  timers: { conversation: string; name: string; ref: string; site: string; due: number; wake: number };
  agents: {
    id: string;
    email: string;
    name: string;
    password: string;
    sites: string[];
    disabled: boolean;
    supervisor: boolean;
    teams: string[];
  };
  rungs: {
    site: string;
    action: string;
    n: number;
    at: number;
    mode: RolloutMode;
    share: number;
    held: boolean;
    by: string;
    why: string;
  };
  /** `items`: JSON. */
  facts: { site: string; customer: string; fact: string; at: number; items: string };
  files: { id: string; conversation: string; bytes: Uint8Array };
  seen: { conversation: string; side: 'customer' | 'agent'; seq: number; at: number };
  sessions: { token: string; agent: string; expires_at: number };
  presence: { agent: string; available: boolean; capacity: number; seen_at: number };
  services: {
    id: GeneratedAlways<number>;
    site: string;
    agent: string;
    queued_at: number;
    claimed_at: number;
    ended_at: number;
    stated: number | null;
  };
}

/** Builds queries with checked names and types; it has no connection and runs nothing itself. */
export type QueryBuilder = Kysely<Tables>;

export function createQueryBuilder(): QueryBuilder {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}
