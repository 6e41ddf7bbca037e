// A4: what was set aside is given free as soon as its card is: declined, lapsed, refused, or out of time. A timer row
// carries it, so that a process that dies in between leaves nothing set aside for ever.
import type { Hold, Proposal } from '../../shared/conversation.ts';
import type { EventBody } from '../../shared/events.ts';
import { actionById } from './action-by-id.ts';
import type { Decision, Draft, Effect } from './decision.ts';
import type { Input } from './input.ts';
import { because } from './rules.ts';
import { afterEvents, type Situation } from './situation.ts';

type OutcomeInput = Extract<Input, { kind: 'outcome' }>;

/** A release that failed is asked for again after this, ms, while the hold lives. */
const again = 60_000;

/** Statuses of a proposal that take up nothing any more. */
const over = new Set<Proposal['status']>(['void', 'failed', 'refused']);
/** Statuses in which what was set aside is being used, or may have been. */
const used = new Set<Proposal['status']>(['confirmed', 'done', 'unknown']);

/** Timers for the holds whose proposals have come to nothing, by these events or before them. */
export function freed(situation: Situation, events: Draft[]): Effect[] {
  const { holds } = situation.conversation.inside;
  const standing = Object.values(holds).filter(({ status }) => status === 'held');
  if (standing.length === 0) return [];
  const bodies = events.filter((event): event is EventBody => 'type' in event);
  const after = afterEvents(situation, bodies).conversation.inside.proposals;
  return standing.flatMap(({ id }): Effect[] => {
    const status = after[id]?.status;
    if (status === undefined || !over.has(status)) return [];
    return [{ effect: 'set-timer', name: 'release', ref: id, due: situation.now }];
  });
}

/** Whether the hold is still to be given free, now that its timer has come due. */
function isOwed(situation: Situation, hold: Hold): boolean {
  if (hold.status !== 'held' && hold.status !== 'unknown') return false;
  const proposal = situation.conversation.inside.proposals[hold.id];
  if (!proposal || over.has(proposal.status)) return true;
  return !used.has(proposal.status) && situation.now >= (hold.until ?? 0);
}

export function onRelease(situation: Situation, id: string): Decision {
  const hold = situation.conversation.inside.holds[id];
  if (!hold || !isOwed(situation, hold)) return { events: [], effects: [] };
  const proposal = situation.conversation.inside.proposals[id]?.status ?? null;
  return {
    events: [
      {
        type: 'decided',
        move: 'release',
        because: [because('A4', { hold: id, proposal, until: hold.until ?? null })],
        site: situation.site.version,
        mode: 'autonomous',
      },
    ],
    effects: [{ effect: 'release', hold: id }],
  };
}

/** It says nothing: whatever came of it, the customer has been told that nothing stands. */
export function onReleased(situation: Situation, input: OutcomeInput): Decision {
  const hold = situation.conversation.inside.holds[input.proposal];
  if (!hold) throw new Error(`release of unknown hold ${input.proposal}`);
  const { outcome, ms, why } = input;
  const life = actionById(situation, hold.action)?.hold?.life ?? 0;
  const until = hold.until ?? hold.asOf + life;
  const due = situation.now + again;
  const retry = outcome !== 'done' && outcome !== 'refused' && due < until;
  return {
    events: [{ type: 'hold-released', hold: hold.id, outcome, ms, ...(why ? { why } : {}) }],
    effects: retry ? [{ effect: 'set-timer', name: 'release', ref: hold.id, due }] : [],
  };
}
