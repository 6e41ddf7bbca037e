// A4: what came of setting something aside. Only a hold that stands, on facts that are still fresh, is promised, with
// the card that takes it up; anything else is said as it is, and what may have been set aside is given free.
import { ageOf } from '../../shared/age-of.ts';
import type { Hold } from '../../shared/conversation.ts';
import type { Action } from '../site/site.ts';
import { actionById } from './action-by-id.ts';
import { bringPerson } from './bring-person.ts';
import type { Decision, Draft, Effect } from './decision.ts';
import { holdValues } from './hold-first.ts';
import type { Input } from './input.ts';
import { type Proposed, propose } from './propose.ts';
import { conclude, type Reply, siteWords, systemNotice } from './reply.ts';
import { because } from './rules.ts';
import type { Situation } from './situation.ts';

type OutcomeInput = Extract<Input, { kind: 'outcome' }>;
type HoldingAction = Action & { hold: NonNullable<Action['hold']> };

export function onHold(situation: Situation, input: OutcomeInput): Decision {
  const hold = situation.conversation.inside.holds[input.proposal];
  const action = actionById(situation, hold?.action);
  if (!hold) throw new Error(`outcome of unknown hold ${input.proposal}`);
  return conclude(situation, answered(situation, input, hold, action?.hold && (action as HoldingAction)));
}

/** Without the action, which a new version of the site has no more, nothing is promised. */
function answered(
  situation: Situation,
  input: OutcomeInput,
  hold: Hold,
  action: HoldingAction | undefined,
): Reply {
  const { outcome, ms, why } = input;
  const until = situation.now + (action?.hold.life ?? 0);
  const logged: Draft = {
    type: 'hold-answered',
    hold: hold.id,
    outcome,
    ms,
    ...(outcome === 'done' ? { until } : {}),
    ...(why ? { why } : {}),
  };
  const age = ageOf(hold.asOf, situation.now);
  const fresh = action && { maxStaleness: action.maxStaleness };
  const evidence = { action: hold.action, hold: outcome, age, ...fresh };
  const reasons = [because('A4', evidence)];
  const taken = outcome === 'done' || outcome === 'unknown';
  const free = taken ? [releaseAt(hold.id, situation.now)] : [];
  if (situation.conversation.view.status !== 'assistant')
    return { move: 'hold-dropped', because: reasons, drafts: [logged], effects: free };
  if (action && outcome === 'refused') {
    const values = holdValues(situation, proposedOf(hold, action));
    const drafts = [logged, siteWords(action.hold.gone, values)];
    return { move: 'not-promised', because: reasons, drafts, effects: [] };
  }
  if (action && outcome === 'done' && age <= action.maxStaleness) {
    const proposed = proposedOf(hold, action);
    const values = holdValues(situation, proposed);
    const card = propose(situation, proposed, reasons, { id: hold.id, until });
    const promise = siteWords(action.hold.promise, { ...values, result: input.result ?? {} });
    return {
      ...card,
      move: 'promise',
      drafts: [logged, promise, ...card.drafts],
      effects: [...card.effects, releaseAt(hold.id, until)],
    };
  }
  const told = [logged, systemNotice('not-promised')];
  const reply = bringPerson(situation, [{ trigger: 'failure', evidence }], reasons, told);
  return { ...reply, effects: [...reply.effects, ...free] };
}

function proposedOf({ object, record, intent, details }: Hold, action: Action): Proposed {
  return { action, intent, details, ...(record && object ? { record: { ...record, value: object } } : {}) };
}

/** The row that sees to it that what is set aside does not stay so. */
export function releaseAt(hold: string, due: number): Effect {
  return { effect: 'set-timer', name: 'release', ref: hold, due };
}
