// A6: an alert reaches the console at once, and the business's webhook for certain: its timer row was written with
// the hold, and is cleared when the webhook has taken it. Signed by Standard Webhooks (standardwebhooks.com).
import { createHmac } from 'node:crypto';
import type { Alert } from '../../shared/protocol.ts';
import type { Site } from '../site/site.ts';
import type { Append, RungRow, Store, Timer } from '../store/store.ts';

export interface Alerts {
  /** Tells the console. */
  raise(site: Site, rung: RungRow): void;
  /** The answer stops it. */
  listen(listener: (site: string, alert: Alert) => void): () => void;
  /** A timer `alert` is due: tries the webhook, and comes back later where it fails. */
  due(timer: Timer): Promise<void>;
}

export interface AlertsDeps {
  store: Pick<Store, 'rungHistory'>;
  append(append: Append): Promise<unknown>;
  site: (id: string) => Site | undefined;
  fetch: typeof globalThis.fetch;
  now: () => number;
  failed(error: unknown): void;
}

const timeoutMs = 5_000;
/** Tried again after as long as it has been tried for, between these, ms; given up after `longest`. */
const soonest = 5_000;
const latest = 3_600_000;
const longest = 3 * 24 * 3_600_000;
const historyRead = 1_000;

export function createAlerts(deps: AlertsDeps): Alerts {
  const { now } = deps;
  const listeners = new Set<(site: string, alert: Alert) => void>();

  const settle = (timer: Timer, again?: number): Promise<unknown> =>
    deps.append({
      conversation: timer.conversation,
      at: now(),
      events: [],
      clearTimers: [{ name: timer.name, ref: timer.ref }],
      ...(again === undefined ? {} : { setTimers: [{ name: timer.name, ref: timer.ref, due: again }] }),
    });

  async function post({ webhook, secret }: NonNullable<Site['alerts']>, id: string, rung: RungRow) {
    const body = JSON.stringify({
      type: 'action.held',
      timestamp: new Date(rung.at).toISOString(),
      data: { site: rung.site, action: rung.action, mode: rung.mode, held: rung.held, why: rung.why },
    });
    const answer = await deps.fetch(webhook, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signature(secret, id, now(), body) },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await answer.body?.cancel();
    return answer.ok;
  }

  return {
    raise(site, rung) {
      const label = site.actions.find(({ id }) => id === rung.action)?.label[site.locale] ?? rung.action;
      const text = `${label} is held for people now: ${rung.why}. It fell to ${rung.mode}.`;
      const alert: Alert = {
        id: `${rung.site}:${rung.action}:${rung.n}`,
        at: rung.at,
        level: 'warning',
        text,
      };
      for (const listener of listeners) listener(rung.site, alert);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async due(timer) {
      const { alerts } = deps.site(timer.site) ?? {};
      const colon = timer.ref.lastIndexOf(':');
      const action = timer.ref.slice(0, colon);
      const n = Number(timer.ref.slice(colon + 1));
      const history = await deps.store.rungHistory(timer.site, action, historyRead);
      const rung = history.find((one) => one.n === n);
      const age = rung ? now() - rung.at : Number.POSITIVE_INFINITY;
      if (!alerts || !rung || age > longest) return void (await settle(timer));
      const taken = await post(alerts, `${timer.site}:${timer.ref}`, rung).catch((error: unknown) => {
        deps.failed(error);
        return false;
      });
      await settle(timer, taken ? undefined : now() + Math.min(latest, Math.max(soonest, age)));
    },
  };
}

/** The three headers; `secret` as `whsec_` and base64. */
function signature(secret: string, id: string, at: number, body: string): Record<string, string> {
  const seconds = Math.floor(at / 1000);
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signed = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signed}` };
}
