// A5: how far the assistant may go with an action in this conversation: never above what the site set, and only
// for the share of conversations that the rung names.
import { createHash } from 'node:crypto';
import { lowerOf, type RolloutMode, rolloutModes } from '../../shared/ladder.ts';
import type { Action } from '../site/site.ts';
import type { Situation } from './situation.ts';

/** `off`: below the lowest rung; a person does it from the start. */
type Mode = RolloutMode | 'off';

export function rolloutMode({ id, gates }: Situation, action: Action): Mode {
  const now = {
    mode: gates.rollout[action.id] ?? action.rollout.mode,
    share: gates.shares?.[action.id] ?? action.rollout.share,
  };
  const { mode, share } = lowerOf(action.rollout, now);
  if (placeOf(id, action.id) < share) return mode;
  return rolloutModes[rolloutModes.indexOf(mode) - 1] ?? 'off';
}

/** Only what destroys something waits for an agent: what reads, and what the business calls a write, runs. */
export function needsApproval(mode: Mode, { risk }: Action): boolean {
  return mode === 'supervised' && risk === 'destructive';
}

/** Neither proposed nor run by the assistant. */
export function isForPerson(mode: Mode): boolean {
  return mode === 'off' || mode === 'shadow';
}

/** Where a conversation stands among all, 0..1: the same at every look, another one for another action. */
function placeOf(conversation: string, action: string): number {
  return createHash('sha256').update(`${conversation}\n${action}`).digest().readUInt32BE(0) / 2 ** 32;
}
