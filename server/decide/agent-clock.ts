// N1 after a claim: the agent's clock. When it runs out the agent is nudged, then the customer is told, then the
// conversation goes back to its place in line.
import type { Decision, Draft, Effect } from './decision.ts';
import { conclude, systemNotice } from './reply.ts';
import { because } from './rules.ts';
import type { Situation } from './situation.ts';

/** The stages in their order; each is one length of the site's clock after the one before. */
const stages = ['nudge', 'tell', 'requeue'] as const;
type Stage = (typeof stages)[number];

/** The timer that starts the clock. */
export function startClock(situation: Situation): Effect {
  const due = (situation.conversation.inside.owed ?? situation.now) + situation.site.limits.agent;
  return { effect: 'set-timer', name: 'agent-clock', ref: stages[0], due };
}

export function agentClock(situation: Situation, ref: string): Decision {
  const { owed } = situation.conversation.inside;
  const { agent } = situation.conversation.view;
  const at = stages.indexOf(ref as Stage);
  const stage = stages[at];
  if (owed === undefined || !agent || !stage) return { events: [], effects: [] };
  const { agent: length } = situation.site.limits;
  const due = owed + (at + 1) * length;
  // The answer that was owed came, and another is owed since: its clock is younger.
  if (situation.now < due)
    return { events: [], effects: [{ effect: 'set-timer', name: 'agent-clock', ref: stage, due }] };

  const next = stages[at + 1];
  const effects: Effect[] = next
    ? [{ effect: 'set-timer', name: 'agent-clock', ref: next, due: due + length }]
    : [{ effect: 'requeue', agent: agent.id, owed }];
  // Once for what is owed, though a further message has started the clock anew.
  if (wasSaid(situation, stage, owed)) return { events: [], effects };
  const drafts: Record<Stage, Draft[]> = {
    nudge: [{ type: 'nudged', agent }],
    tell: [systemNotice('agent-late', { agent: agent.name })],
    requeue: [],
  };
  const why = [because('N1', { stage, owed, waited: situation.now - owed })];
  return conclude(situation, { move: `agent-${stage}`, because: why, drafts: drafts[stage], effects });
}

function wasSaid({ conversation: { inside, view } }: Situation, stage: Stage, owed: number): boolean {
  if (stage === 'nudge') return inside.nudged === owed;
  if (stage === 'requeue') return false;
  return view.entries.some(
    (entry) => entry.kind === 'message' && entry.notice === 'agent-late' && entry.at > owed,
  );
}
