// The session's HTTP routes. What comes back is looked at before it is believed; no answer is `unavailable`.
import { type ErrorCode, errorCodes, type Failure, failure } from '../../shared/errors.ts';
import type { AgentProfile } from '../../shared/frame-config.ts';
import type { AgentHttp } from './models/console-ports.ts';

export function agentHttp(request: typeof fetch): AgentHttp {
  return {
    async signIn(email, password) {
      const answer = await ask('/api/agent/login', { method: 'POST', body: { email, password } });
      return answer.ok ? { ok: true } : answer;
    },
    async signOut() {
      await ask('/api/agent/logout', { method: 'POST', body: {} });
    },
    async me() {
      const answer = await ask('/api/agent/me', { method: 'GET' });
      if (!answer.ok) return answer;
      return isProfile(answer.body) ? { ok: true, profile: answer.body } : failure('internal');
    },
  };

  type Answer = { ok: true; body: unknown } | { ok: false; error: Failure };

  async function ask(path: string, { method, body }: { method: string; body?: object }): Promise<Answer> {
    let response: Response;
    let read: unknown;
    try {
      response = await request(path, {
        method,
        credentials: 'same-origin',
        headers: { accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      read = await response.json();
    } catch {
      // No network, or an answer that is not ours: nothing was done that the agent could rely on.
      return failure('unavailable');
    }
    return response.ok ? { ok: true, body: read } : { ok: false, error: asFailure(read, response.status) };
  }
}

function asFailure(body: unknown, status: number): Failure {
  const { code, retryAfterMs } = ((body as { error?: unknown } | null)?.error ?? {}) as Record<
    string,
    unknown
  >;
  const byStatus: ErrorCode = status === 401 ? 'unauthorized' : status === 429 ? 'rate' : 'internal';
  const known = typeof code === 'string' && Object.hasOwn(errorCodes, code) ? (code as ErrorCode) : byStatus;
  return failure(known, typeof retryAfterMs === 'number' ? { retryAfterMs } : {}).error;
}

function isProfile(body: unknown): body is AgentProfile {
  const { agent, sites } = (body ?? {}) as Partial<AgentProfile>;
  return typeof agent?.id === 'string' && typeof agent.name === 'string' && Array.isArray(sites);
}
