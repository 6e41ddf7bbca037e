// Agents, their sessions and presence, and the services that the wait estimate learns from.
import type { SqliteFile } from './sqlite-file.ts';
import type { AgentChanges, AgentRow, AgentSession, NewAgentRow, Presence, Service } from './store.ts';

interface AgentColumns {
  id: string;
  email: string;
  name: string;
  password: string;
  sites: string;
  disabled: number;
  supervisor: number;
  teams: string;
}

export function addAgent(file: SqliteFile, agent: NewAgentRow): 'added' | 'exists' {
  const { changes } = file
    .statement(
      `INSERT INTO agents (id, email, name, password, sites, disabled, supervisor, teams)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    )
    .run(
      agent.id,
      agent.email.toLowerCase(),
      agent.name,
      agent.password,
      JSON.stringify(agent.sites),
      agent.disabled ? 1 : 0,
      agent.supervisor ? 1 : 0,
      JSON.stringify(agent.teams ?? []),
    );
  return changes === 1 ? 'added' : 'exists';
}

export function updateAgent(file: SqliteFile, email: string, changes: AgentChanges): boolean {
  const agent = agentByEmail(file, email);
  if (!agent) return false;
  const { name, password, sites, disabled, supervisor, teams } = { ...agent, ...changes };
  file
    .statement(
      `UPDATE agents SET name = ?, password = ?, sites = ?, disabled = ?, supervisor = ?, teams = ?
       WHERE id = ?`,
    )
    .run(
      name,
      password,
      JSON.stringify(sites),
      disabled ? 1 : 0,
      supervisor ? 1 : 0,
      JSON.stringify(teams),
      agent.id,
    );
  return true;
}

export function agentByEmail(file: SqliteFile, email: string): AgentRow | undefined {
  const columns = file.statement('SELECT * FROM agents WHERE email = ?').get(email.toLowerCase());
  return columns && agentRow(columns as AgentColumns);
}

export function agentById(file: SqliteFile, id: string): AgentRow | undefined {
  const columns = file.statement('SELECT * FROM agents WHERE id = ?').get(id);
  return columns && agentRow(columns as AgentColumns);
}

export function allAgents(file: SqliteFile): AgentRow[] {
  return (file.statement('SELECT * FROM agents ORDER BY email').all() as AgentColumns[]).map(agentRow);
}

function agentRow({ sites, disabled, supervisor, teams, ...columns }: AgentColumns): AgentRow {
  return {
    ...columns,
    sites: JSON.parse(sites) as string[],
    disabled: disabled === 1,
    supervisor: supervisor === 1,
    teams: JSON.parse(teams) as string[],
  };
}

export function addSession(file: SqliteFile, session: AgentSession): void {
  file
    .statement('INSERT INTO sessions (token, agent, expires_at) VALUES (?, ?, ?)')
    .run(session.token, session.agent, session.expiresAt);
}

export function findSession(file: SqliteFile, token: string, now: number): AgentSession | undefined {
  const columns = file
    .statement('SELECT token, agent, expires_at FROM sessions WHERE token = ? AND expires_at > ?')
    .get(token, now) as { token: string; agent: string; expires_at: number } | undefined;
  return columns && { token: columns.token, agent: columns.agent, expiresAt: columns.expires_at };
}

export function endSessions(file: SqliteFile, which: { token: string } | { agent: string }): void {
  if ('token' in which) file.statement('DELETE FROM sessions WHERE token = ?').run(which.token);
  else file.statement('DELETE FROM sessions WHERE agent = ?').run(which.agent);
}

export function setPresence(file: SqliteFile, presence: Presence): void {
  file
    .statement(
      `INSERT INTO presence (agent, available, capacity, seen_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (agent) DO UPDATE SET available = excluded.available, capacity = excluded.capacity,
         seen_at = excluded.seen_at`,
    )
    .run(presence.agent, presence.available ? 1 : 0, presence.capacity, presence.seenAt);
}

export function markSeen(file: SqliteFile, agents: string[], seenAt: number, capacity: number): void {
  const seen = file.statement(
    `INSERT INTO presence (agent, available, capacity, seen_at) VALUES (?, 0, ?, ?)
     ON CONFLICT (agent) DO UPDATE SET seen_at = excluded.seen_at`,
  );
  for (const agent of agents) seen.run(agent, capacity, seenAt);
}

export function markGone(file: SqliteFile, agent: string, seenAt: number): boolean {
  const gone = file.statement('UPDATE presence SET available = 0 WHERE agent = ? AND seen_at = ?');
  return gone.run(agent, seenAt).changes === 1;
}

export function allPresences(file: SqliteFile): Presence[] {
  const rows = file.statement('SELECT * FROM presence ORDER BY agent').all() as {
    agent: string;
    available: number;
    capacity: number;
    seen_at: number;
  }[];
  return rows.map(({ agent, available, capacity, seen_at: seenAt }) => ({
    agent,
    available: available === 1,
    capacity,
    seenAt,
  }));
}

export function recentServices(file: SqliteFile, site: string, since: number, limit: number): Service[] {
  const rows = file
    .statement(
      `SELECT agent, queued_at, claimed_at, ended_at, stated FROM services WHERE site = ? AND ended_at > ?
       ORDER BY ended_at DESC, rowid DESC LIMIT ?`,
    )
    .all(site, since, limit) as {
    agent: string;
    queued_at: number;
    claimed_at: number;
    ended_at: number;
    stated: number | null;
  }[];
  return rows.map((row) => ({
    site,
    agent: row.agent,
    queuedAt: row.queued_at,
    claimedAt: row.claimed_at,
    endedAt: row.ended_at,
    stated: row.stated,
  }));
}
