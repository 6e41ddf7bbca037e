// The due times that go with a turn's write: what was decided, what the turn itself had set, and the net behind a
// call whose outcome may never come.
import type { Conversation } from '../shared/conversation.ts';
import type { Decision } from './decide/decision.ts';
import type { Site } from './site/site.ts';
import type { Append } from './store/store.ts';

export type Timers = Pick<Append, 'setTimers' | 'clearTimers'>;

/** ms beyond an action's time-out after which a run without an outcome counts as unknown. */
const outcomeGrace = 5_000;

/** The decision's timers with the turn's own; a call that is about to be made leaves a net behind it (D6). */
export function turnTimers(
  decision: Decision,
  mine: Timers,
  site: Site,
  { inside }: Conversation,
  now: number,
): Timers {
  const setTimers = [...(mine.setTimers ?? [])];
  const clearTimers = [...(mine.clearTimers ?? [])];
  for (const effect of decision.effects) {
    if (effect.effect === 'set-timer')
      setTimers.push({ name: effect.name, ref: effect.ref, due: effect.due });
    if (effect.effect === 'clear-timer')
      clearTimers.push({ name: effect.name, ...(effect.ref === undefined ? {} : { ref: effect.ref }) });
    if (effect.effect !== 'run' && effect.effect !== 'undo') continue;
    const action = site.actions.find(({ id }) => id === inside.proposals[effect.proposal]?.action);
    const ref = effect.effect === 'undo' ? `${effect.proposal}:undo` : effect.proposal;
    setTimers.push({ name: 'outcome', ref, due: now + (action?.timeout ?? 0) + outcomeGrace });
  }
  for (const event of decision.events) {
    if ('type' in event && event.type === 'ran') clearTimers.push({ name: 'outcome', ref: event.proposal });
    if ('type' in event && event.type === 'undone')
      clearTimers.push({ name: 'outcome', ref: `${event.proposal}:undo` });
  }
  return { setTimers, clearTimers };
}
