// A5 shadow, A6: an action that only a person may carry out reaches them whole, with its exact arguments, and the
// customer hears that a person is coming: never of a proposal that they cannot press.
import type { Because } from '../../shared/events.ts';
import { argumentHash } from './argument-hash.ts';
import { bringPerson } from './bring-person.ts';
import { deadlineNotice } from './deadline-notice.ts';
import type { Draft } from './decision.ts';
import { argumentsOf, type Proposed } from './propose.ts';
import { notice, type Reply } from './reply.ts';
import { because } from './rules.ts';
import type { Situation } from './situation.ts';

/** Why it is a person's: the hold, or the rung that the action stands on. */
export type ForPerson = { held: true } | { mode: string };

export function forPerson(situation: Situation, proposed: Proposed, of: ForPerson, why: Because[]): Reply {
  const { action, intent, record, details } = proposed;
  const rule = 'held' in of ? 'A6' : 'A5';
  const evidence = { action: action.id, ...of, record: record?.id, details };
  const reply = bringPerson(
    situation,
    [{ trigger: 'hold', evidence }],
    [...why, because(rule, { action: action.id, ...of })],
    [
      ...shadowed(situation, proposed, of),
      notice('held'),
      ...deadlineNotice(situation, action, record?.value),
    ],
    { intent },
  );
  return { ...reply, mode: 'held' in of ? 'held' : of.mode };
}

/** The proposal as the console shows it. Outside the share of the lowest rung there is none. */
function shadowed(situation: Situation, proposed: Proposed, of: ForPerson): Draft[] {
  if ('mode' in of && of.mode === 'off') return [];
  const { action, record, intent, details } = proposed;
  const customer = situation.conversation.view.customer?.id ?? '';
  const bound = argumentsOf(situation, proposed);
  return [
    {
      type: 'proposed',
      proposal: situation.nextId(),
      action: action.id,
      arguments: bound,
      hash: argumentHash({ conversation: situation.id, customer, action: action.id, arguments: bound }),
      customer,
      expiresAt: situation.now,
      outcome: 'shadowed',
      intent,
      details,
      ...(record ? { object: record.value } : {}),
    },
  ];
}
