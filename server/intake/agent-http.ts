// POST /api/agent/login and logout, GET /api/agent/me: the console's sign-in.
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { type ErrorCode, failure } from '../../shared/errors.ts';
import type { AgentProfile } from '../../shared/frame-config.ts';
import type { Site } from '../site/site.ts';
import { type AgentSessions, agentCookie, type SignedIn } from './agent-sessions.ts';
import type { HttpApp, HttpEnv } from './http-app.ts';
import type { Limits } from './limits.ts';
import { addressOf, ownOrigin, type Where } from './origin.ts';
import { longestPassword } from './password.ts';

const loginSchema = z.strictObject({
  email: z.string().trim().toLowerCase().min(3).max(320),
  password: z.string().min(1).max(longestPassword),
});

const statuses: Partial<Record<ErrorCode, 400 | 401 | 403 | 413 | 429>> = {
  bad_request: 400,
  unauthorized: 401,
  denied: 403,
  too_long: 413,
  rate: 429,
};

export interface AgentHttpPorts {
  sessions: AgentSessions;
  limits: Limits;
  site(id: string): Site | undefined;
  where: Where;
  /** Closes the sockets of an ended session. */
  ended(session: string): void;
}

export function serveAgents(app: HttpApp, { sessions, limits, site, where, ended }: AgentHttpPorts): void {
  const selfOf = (context: Context<HttpEnv>) => ownOrigin(context.env.incoming.headers, where);
  const refuse = (context: Context<HttpEnv>, code: ErrorCode, retryAfterMs?: number) => {
    if (retryAfterMs) context.header('Retry-After', String(Math.ceil(retryAfterMs / 1000)));
    return context.json(failure(code, retryAfterMs ? { retryAfterMs } : {}), statuses[code] ?? 400);
  };
  const signedIn = (context: Context<HttpEnv>): Promise<SignedIn | undefined> => {
    const bearer = /^Bearer (.+)$/.exec(context.req.header('authorization') ?? '')?.[1];
    const token = bearer ?? getCookie(context, agentCookie);
    return token ? sessions.agent(token) : Promise.resolve(undefined);
  };

  app.use('/api/*', async (context, next) => {
    // Another page's form or script must not sign anyone in or out.
    const origin = context.req.header('origin');
    if (context.req.method !== 'GET' && origin !== undefined && origin !== selfOf(context)) {
      return refuse(context, 'denied');
    }
    return next();
  });
  app.use('/api/*', bodyLimit({ maxSize: 16 * 1024, onError: (context) => refuse(context, 'too_long') }));

  app.post('/api/agent/login', async (context) => {
    const body = loginSchema.safeParse(await context.req.json().catch(() => undefined));
    if (!body.success) return refuse(context, 'bad_request');
    const { email, password } = body.data;
    const address = addressOf(context.env.incoming, where);
    const account = `${email} ${address}`;
    const wait = Math.max(await limits.take('sign-in', address), await limits.take('login', account));
    if (wait > 0) return refuse(context, 'rate', wait);
    const token = await sessions.signIn(email, password);
    if (!token) return refuse(context, 'unauthorized');
    await limits.forgive('login', account);
    setCookie(context, agentCookie, token, {
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
      secure: selfOf(context).startsWith('https:'),
      maxAge: sessions.life / 1000,
    });
    return context.json({ ok: true, token });
  });

  app.post('/api/agent/logout', async (context) => {
    const agent = await signedIn(context);
    deleteCookie(context, agentCookie, { path: '/' });
    if (!agent) return refuse(context, 'unauthorized');
    await sessions.end(agent.session);
    ended(agent.session);
    return context.json({ ok: true });
  });

  app.get('/api/agent/me', async (context) => {
    const agent = await signedIn(context);
    if (!agent) return refuse(context, 'unauthorized');
    const { id, name, email, supervisor, teams } = agent;
    const sites = agent.sites.map(site).filter((found) => found !== undefined);
    return context.json({
      agent: { id, name, email, supervisor, teams },
      sites: sites.map(profileOf),
    } satisfies AgentProfile);
  });
}

function profileOf(site: Site): AgentProfile['sites'][number] {
  const inWords = (words: Record<string, string>) => words[site.locale]!;
  return {
    id: site.id,
    name: inWords(site.name),
    intents: site.intents.map(({ id, label }) => ({ id, label: inWords(label) })),
    savedReplies: site.savedReplies.map(({ id, title, text }) => ({
      id,
      title: inWords(title),
      text: inWords(text),
    })),
    articles: site.articles
      .filter(({ locale }) => locale === site.locale)
      .map(({ id, title, url }) => ({ id, title, ...(url ? { url } : {}) })),
    answerWithin: site.limits.agent / 1000,
    teams: site.teams.map(({ id, label }) => ({ id, label: inWords(label) })),
  };
}
