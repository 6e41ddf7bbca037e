// Agents, their sessions and presence, and the services that the wait estimate learns from, in Postgres.
import { CompiledQuery } from 'kysely';
import type { PostgresSession } from './postgres-pool.ts';
import type { AgentChanges, AgentRow, AgentSession, NewAgentRow, Presence, Service } from './store.ts';

export async function addAgent(
  { build, run }: PostgresSession,
  agent: NewAgentRow,
): Promise<'added' | 'exists'> {
  const { count } = await run(
    build
      .insertInto('agents')
      .values({ supervisor: false, teams: [], ...agent, email: agent.email.toLowerCase() })
      .onConflict((taken) => taken.doNothing())
      .compile(),
  );
  return count === 1 ? 'added' : 'exists';
}

export async function updateAgent(
  { build, run }: PostgresSession,
  email: string,
  { name, password, sites, disabled, supervisor, teams }: AgentChanges,
): Promise<boolean> {
  const key = email.toLowerCase();
  const { count } = await run(
    build
      .updateTable('agents')
      // What is undefined is left as it is; the e-mail stands here so that there is always something to set.
      .set({ email: key, name, password, sites, disabled, supervisor, teams })
      .where('email', '=', key)
      .compile(),
  );
  return count === 1;
}

export async function agentByEmail(
  { build, run }: PostgresSession,
  email: string,
): Promise<AgentRow | undefined> {
  const query = build.selectFrom('agents').selectAll().where('email', '=', email.toLowerCase());
  return (await run(query.compile())).rows[0];
}

export async function agentById({ build, run }: PostgresSession, id: string): Promise<AgentRow | undefined> {
  return (await run(build.selectFrom('agents').selectAll().where('id', '=', id).compile())).rows[0];
}

export async function allAgents({ build, run }: PostgresSession): Promise<AgentRow[]> {
  return (await run(build.selectFrom('agents').selectAll().orderBy('email').compile())).rows;
}

export async function addSession({ build, run }: PostgresSession, session: AgentSession): Promise<void> {
  const { token, agent, expiresAt } = session;
  await run(build.insertInto('sessions').values({ token, agent, expires_at: expiresAt }).compile());
}

export async function findSession(
  { build, run }: PostgresSession,
  token: string,
  now: number,
): Promise<AgentSession | undefined> {
  const query = build
    .selectFrom('sessions')
    .select(['token', 'agent', 'expires_at as expiresAt'])
    .where('token', '=', token)
    .where('expires_at', '>', now);
  return (await run(query.compile())).rows[0];
}

export async function endSessions(
  { build, run }: PostgresSession,
  which: { token: string } | { agent: string },
): Promise<void> {
  const all = build.deleteFrom('sessions');
  const those =
    'token' in which ? all.where('token', '=', which.token) : all.where('agent', '=', which.agent);
  await run(those.compile());
}

export async function setPresence({ build, run }: PostgresSession, presence: Presence): Promise<void> {
  const { agent, available, capacity, seenAt } = presence;
  const said = { available, capacity, seen_at: seenAt };
  await run(
    build
      .insertInto('presence')
      .values({ agent, ...said })
      .onConflict((taken) => taken.column('agent').doUpdateSet(said))
      .compile(),
  );
}

export async function markSeen(
  { run }: PostgresSession,
  agents: string[],
  seenAt: number,
  capacity: number,
): Promise<void> {
  await run(
    CompiledQuery.raw(
      // In one order, so that nodes that hold the same agents do not wait for each other in a circle.
      `INSERT INTO presence (agent, available, capacity, seen_at)
       SELECT agent, false, $2, $3 FROM unnest($1::text[]) AS agent ORDER BY agent
       ON CONFLICT (agent) DO UPDATE SET seen_at = excluded.seen_at`,
      [[...new Set(agents)], capacity, seenAt],
    ),
  );
}

export async function markGone(
  { build, run }: PostgresSession,
  agent: string,
  seenAt: number,
): Promise<boolean> {
  const query = build
    .updateTable('presence')
    .set({ available: false })
    .where('agent', '=', agent)
    .where('seen_at', '=', seenAt);
  return (await run(query.compile())).count === 1;
}

export async function allPresences({ build, run }: PostgresSession): Promise<Presence[]> {
  const query = build
    .selectFrom('presence')
    .select(['agent', 'available', 'capacity', 'seen_at as seenAt'])
    .orderBy('agent');
  return (await run(query.compile())).rows;
}

export async function recentServices(
  { build, run }: PostgresSession,
  site: string,
  since: number,
  limit: number,
): Promise<Service[]> {
  const query = build
    .selectFrom('services')
    .select([
      'site',
      'agent',
      'queued_at as queuedAt',
      'claimed_at as claimedAt',
      'ended_at as endedAt',
      'stated',
    ])
    .where('site', '=', site)
    .where('ended_at', '>', since)
    .orderBy('ended_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  return (await run(query.compile())).rows;
}
