// The due times that go with a turn's write: what was decided, what the turn itself had set, and the net behind
// what follows it: a call whose outcome may never come, a change of hands.
import type { Conversation, Inside } from '../shared/conversation.ts';
import type { Decision, Effect } from './decide/decision.ts';
import type { Site } from './site/site.ts';
import type { Append } from './store/store.ts';

export type Timers = Pick<Append, 'setTimers' | 'clearTimers'>;

/** ms beyond an action's time-out after which a run without an outcome counts as unknown: within them it begins. */
export const outcomeGrace = 5_000;

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
    const net = netBehind(effect, decision, site, inside);
    if (net) setTimers.push({ name: net.name, ref: net.ref, due: now + net.within + outcomeGrace });
  }
  for (const event of decision.events) {
    if (!('type' in event)) continue;
    if (event.type === 'ran') clearTimers.push({ name: 'outcome', ref: event.proposal });
    // What was set aside for it, under the same id, is used up: there is nothing left to give free (A4).
    if (event.type === 'ran' && event.outcome === 'done')
      clearTimers.push({ name: 'release', ref: event.proposal });
    if (event.type === 'undone') clearTimers.push({ name: 'outcome', ref: `${event.proposal}:undo` });
    if (event.type === 'hold-answered') clearTimers.push({ name: 'outcome', ref: `${event.hold}:hold` });
    if (event.type === 'hold-released') clearTimers.push({ name: 'release', ref: event.hold });
  }
  return { setTimers, clearTimers };
}

/** The timer that finds what a dead process left; `within`: ms that the call may take. */
function netBehind(
  effect: Effect,
  { events }: Decision,
  site: Site,
  inside: Inside,
): { name: string; ref: string; within: number } | undefined {
  const within = (action: string | undefined): number =>
    site.actions.find(({ id }) => id === action)?.timeout ?? 0;
  switch (effect.effect) {
    case 'run':
    case 'undo': {
      const ref = effect.effect === 'undo' ? `${effect.proposal}:undo` : effect.proposal;
      // What a run leaves open is asked after once.
      return { name: 'outcome', ref, within: 2 * within(inside.proposals[effect.proposal]?.action) };
    }
    case 'set-aside': {
      const asked = events.find((event) => 'type' in event && event.type === 'hold-asked');
      const action = asked && 'type' in asked && asked.type === 'hold-asked' ? asked.action : undefined;
      return { name: 'outcome', ref: `${effect.hold}:hold`, within: within(action) };
    }
    case 'release':
      return { name: 'release', ref: effect.hold, within: within(inside.holds[effect.hold]?.action) };
    case 'requeue':
      // The change of hands is a write of its own, which clears it; where that one is lost, it is decided upon again.
      return { name: 'agent-clock', ref: 'requeue', within: 0 };
    default:
      return undefined;
  }
}
