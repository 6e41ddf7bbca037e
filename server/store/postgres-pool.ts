// The way to Postgres: a bounded pool whose every call answers within its deadline, and transactions in two trips.

import type { Socket } from 'node:net';
import type { CompiledQuery } from 'kysely';
import pg from 'pg';
import { postgresError, wasOvertaken } from './postgres-error.ts';
import { createQueryBuilder, type QueryBuilder } from './postgres-tables.ts';
import { postgresTypes } from './postgres-types.ts';

export interface PostgresOptions {
  /** postgres://name:password@host:port/database */
  url: string;
  /** Connections at most (10), two more for files: the nodes' sum stays below the server's max_connections. */
  max?: number;
  /** Within it a call answers or is unavailable, ms (900): waiting for a connection and for locks included. */
  deadline?: number;
}

/** One call's connection. Queries go out at once and in order, so that several not awaited share one trip. */
export interface PostgresSession {
  build: QueryBuilder;
  run<O>(query: CompiledQuery<O>): Promise<{ rows: O[]; count: number }>;
  /** A write whose answer nobody needs: should it fail, the transaction fails. */
  send(query: CompiledQuery): void;
}

export interface PostgresPool {
  /** Work of one statement, atomic by itself. */
  call<T>(work: (session: PostgresSession) => Promise<T>): Promise<T>;
  /** All of the work or nothing; it may be run again from its beginning when another transaction was faster. */
  transaction<T>(work: (session: PostgresSession) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** A transaction of ours never thinks for long: one that idles is of a node that hangs, and holds locks, ms. */
const idleInTransaction = 2_000;
const attempts = 4;

/** Connects when it is first called. */
export function createPostgresPool({ url, max = 10, deadline = 900 }: PostgresOptions): PostgresPool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    // Who has waited for longer would begin with no time left, and its line be cut in the middle of good work.
    connectionTimeoutMillis: (deadline * 2) / 3,
    statement_timeout: deadline,
    lock_timeout: deadline,
    idle_in_transaction_session_timeout: idleInTransaction,
    keepAlive: true,
    fallback_application_name: 'handrail',
    pipeline: true,
    types: postgresTypes,
  });
  // A connection that breaks is dropped by the pool, and fails the query that it carries: nobody else needs to hear.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const build = createQueryBuilder();
  let closing: Promise<void> | undefined;

  async function withClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    if (closing) throw new Error('The store is closed.');
    const until = performance.now() + deadline;
    let client: pg.PoolClient | undefined;
    let cut: NodeJS.Timeout | undefined;
    let failure: unknown;
    try {
      const connected = await pool.connect();
      client = connected;
      // A server that hangs answers nothing: cutting the line is what ends the wait.
      cut = setTimeout(() => lineOf(connected).destroy(), Math.max(0, until - performance.now()));
      return await work(connected);
    } catch (error) {
      failure = postgresError(error);
      throw failure;
    } finally {
      clearTimeout(cut);
      // In doubt about its state a connection is not used again.
      client?.release(failure !== undefined && client.getTransactionStatus() !== 'I');
    }
  }

  async function attempt<T>(
    client: pg.PoolClient,
    work: (session: PostgresSession) => Promise<T>,
  ): Promise<T> {
    const sent: unknown[] = [];
    const pack = packer(lineOf(client));
    const send = (text: string, values: unknown[] = []) => {
      pack();
      client.query(text, values).catch((error: unknown) => sent.push(error));
    };
    send('BEGIN');
    try {
      const answer = await work({
        build,
        run(query) {
          pack();
          return run(client, query);
        },
        send: (query) => send(query.sql, [...query.parameters]),
      });
      // After a statement that failed, this rolls back: what failed is thrown below.
      pack();
      await client.query('COMMIT');
      if (sent.length > 0) throw sent[0];
      return answer;
    } catch (error) {
      // On a line that broke it fails as well: the connection is dropped then, and the transaction with it.
      if (client.getTransactionStatus() !== 'I') await client.query('ROLLBACK').catch(() => undefined);
      throw sent[0] ?? error;
    }
  }

  return {
    call: (work) =>
      withClient((client) => {
        const session = { build, run: <O>(query: CompiledQuery<O>) => run(client, query) };
        return work({
          ...session,
          send() {
            throw new Error('Only a transaction can send without waiting.');
          },
        });
      }),
    transaction: (work) =>
      withClient(async (client) => {
        for (let left = attempts - 1; ; left -= 1) {
          try {
            return await attempt(client, work);
          } catch (error) {
            if (left === 0 || !wasOvertaken(error)) throw error;
          }
        }
      }),
    close() {
      closing ??= pool.end();
      return closing;
    },
  };
}

async function run<O>(client: pg.PoolClient, query: CompiledQuery<O>): Promise<{ rows: O[]; count: number }> {
  const { rows, rowCount } = await client.query(query.sql, [...query.parameters]);
  return { rows: rows as O[], count: rowCount ?? 0 };
}

/** Called before a query: all that are asked for in one go then leave in one packet, not in one each. */
function packer(line: Socket): () => void {
  let corked = false;
  return () => {
    if (corked) return;
    corked = true;
    line.cork();
    process.nextTick(() => {
      corked = false;
      line.uncork();
    });
  };
}

/** The socket under the connection, which the types leave out: end() would wait for what hangs. */
function lineOf(client: pg.PoolClient): Socket {
  return (client as unknown as { connection: { stream: Socket } }).connection.stream;
}
