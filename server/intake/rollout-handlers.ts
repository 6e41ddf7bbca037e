// What agents ask of the rungs (A5): everyone sees where the actions stand, supervisors see the evidence and take steps.
import { failure } from '../../shared/errors.ts';
import type { RolloutRow } from '../../shared/protocol.ts';
import { agentSchemas } from '../../shared/protocol-schema.ts';
import type { Rungs, Standing } from '../rollout/rungs.ts';
import type { Site } from '../site/site.ts';
import type { SignedIn } from './agent-sessions.ts';
import { type Handlers, handler } from './dispatch.ts';

export interface RolloutPorts {
  rungs: Rungs;
  site: (id: string) => Site | undefined;
  /** Everyone who works for the site is to see it. */
  stepped(site: string): void;
}

const onlySupervisors = 'Only supervisors move an action on its ladder; nothing was changed.';

export function rolloutHandlers(agent: SignedIn, { rungs, site, stepped }: RolloutPorts): Handlers {
  const limit = 'agent';
  const siteOf = (id: string) => (agent.sites.includes(id) ? site(id) : undefined);
  return {
    evidence: handler({
      schema: agentSchemas.evidence,
      limit,
      run: async ({ site: id, action }) => {
        const of = siteOf(id);
        const standing = of && (await rungs.standing(of)).find((one) => one.action.id === action);
        if (!of || !standing) return failure('not_found');
        return { ok: true, evidence: await rungs.judged(of, standing) };
      },
    }),
    step: handler({
      schema: agentSchemas.step,
      limit,
      run: async ({ site: id, action, to, share, why, anyway }) => {
        const of = siteOf(id);
        if (!of) return failure('not_found');
        if (!agent.supervisor) return failure('denied', { message: onlySupervisors });
        const step = await rungs.step(of, action, { to, share, why, anyway, by: agent.name });
        if (!step.ok) return failure('denied', { message: `Nothing was changed: ${step.why}.` });
        stepped(id);
        return { ok: true };
      },
    }),
  };
}

/** As the console shows it. */
export function rolloutRow(site: Site, { action, mode, share, held, row }: Standing): RolloutRow {
  return {
    site: site.id,
    action: action.id,
    label: action.label[site.locale] ?? action.id,
    mode,
    share,
    held,
    atMost: { mode: action.rollout.mode, share: action.rollout.share },
    ...(row ? { at: row.at, by: row.by, why: row.why } : {}),
  };
}
