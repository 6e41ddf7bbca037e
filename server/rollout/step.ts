// A person moves an action on its ladder: what is allowed, and why something is not. Pure.
import { heightOf, type RolloutMode, type Rung, rolloutModes } from '../../shared/ladder.ts';
import type { Evidence } from './evidence.ts';
import { nextStep } from './evidence.ts';

export interface Wanted {
  to: RolloutMode;
  /** 0..1; absent: all of the traffic that the site allows at that rung. */
  share?: number | undefined;
  by: string;
  why: string;
  /** Take a step that the evidence does not carry. */
  anyway?: boolean | undefined;
}

export interface Standing extends Rung {
  held: boolean;
}

export type Step = { ok: true; rung: Standing } | { ok: false; why: string };

/** Down is always allowed, and so is the same rung, which ends a hold; up is one step, warranted, within the site's. */
export function stepTo(now: Standing, site: Rung, evidence: Evidence, wanted: Wanted): Step {
  const { to, share = to === site.mode ? site.share : 1, by, why } = wanted;
  const refuse = (text: string): Step => ({ ok: false, why: text });
  if (by.trim() === '') return refuse('who takes the step is missing');
  if (why.trim() === '') return refuse('the reason is missing');
  if (!(share >= 0 && share <= 1)) return refuse('a share is between 0 and 1');
  const rung: Rung = { mode: to, share };
  if (heightOf(rung) > heightOf(site))
    return refuse(`the site allows ${site.mode} for ${site.share * 100} % of the traffic and no more`);
  const steps = rolloutModes.indexOf(to) - rolloutModes.indexOf(now.mode);
  if (steps > 1) return refuse(`${now.mode} to ${to} is more than one step: supervised comes first`);
  const next = nextStep(now.mode, evidence);
  if (steps === 1 && next && !next.warranted && !wanted.anyway)
    return refuse(`the evidence does not carry it: ${next.why}`);
  if (to === now.mode && share === now.share && !now.held) return refuse(`it stands on ${to} already`);
  return { ok: true, rung: { ...rung, held: false } };
}
