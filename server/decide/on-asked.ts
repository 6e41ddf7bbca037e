// What the customer asked for by a button: a person, an undo, or an expired confirmation once more.
import { actionById } from './action-by-id.ts';
import type { Decision } from './decision.ts';
import { handOff, lapseOpen } from './hand-off.ts';
import type { Input } from './input.ts';
import { proposalOf } from './proposal-of.ts';
import { conclude, notice, type Reply, systemNotice } from './reply.ts';
import { because } from './rules.ts';
import { afterEvents, type Situation } from './situation.ts';
import { takeUp } from './take-up.ts';

type Asked = Extract<Input, { kind: 'asked' }>;

export function onAsked(situation: Situation, input: Asked): Decision {
  return conclude(situation, reply(situation, input), input.seq);
}

function reply(situation: Situation, input: Asked): Reply {
  const claimed = situation.conversation.view.status === 'claimed';
  switch (input.what) {
    case 'human':
      if (claimed) return { move: 'stay-silent', because: [because('H7', {})], drafts: [], effects: [] };
      return handOff(situation, [{ trigger: 'asked', evidence: { by: 'button' } }], []);
    case 'undo':
      return undo(situation, input.proposal);
    case 'again':
      return claimed
        ? { move: 'stay-silent', because: [because('H7', {})], drafts: [], effects: [] }
        : again(situation, input.question);
  }
}

/** D7: an undo while its window is open, once. */
function undo(situation: Situation, id: string | undefined): Reply {
  const proposal = situation.conversation.inside.proposals[id ?? ''];
  const action = actionById(situation, proposal?.action);
  const until = (proposal?.ranAt ?? 0) + (action?.undo?.window ?? 0);
  const can = proposal?.status === 'done' && !proposal.undoing && action?.undo && situation.now <= until;
  if (!can) {
    const evidence = { proposal: id ?? null, until, now: situation.now };
    const underWay = proposal?.undoing && proposal.undone === undefined;
    return {
      move: 'undo-refused',
      because: [because('D7', evidence)],
      drafts: [systemNotice(underWay ? 'undo-under-way' : 'undo-over')],
      effects: [],
    };
  }
  return {
    move: 'undo',
    because: [because('D7', { proposal: proposal.id, until })],
    drafts: [],
    effects: [{ effect: 'undo', proposal: proposal.id }],
    notes: { undoing: proposal.id },
  };
}

/** D3: after the expiry one tap proposes anew, with fresh facts. */
function again(situation: Situation, question: string | undefined): Reply {
  const old = proposalOf(situation.conversation, question);
  const { status } = situation.conversation.view;
  const live = old?.status === 'void' || old?.status === 'open';
  if (!old?.intent || !live || status !== 'assistant') {
    return {
      move: 'nothing-open',
      because: [because('D3', { question: question ?? null })],
      drafts: [notice('nothing-open')],
      effects: [],
    };
  }
  const action = actionById(situation, old.action);
  const facts = action?.on === undefined ? undefined : situation.facts[action.on];
  const key = situation.site.facts.find(({ id }) => id === action?.on)?.key ?? 'id';
  const record = facts?.ok
    ? facts.records.find(({ value }) => value[key] === old.object?.[key])?.id
    : undefined;
  const details = (old.details ?? {}) as Record<string, string>;
  const pending = { intent: old.intent, details, ...(record ? { record } : {}) };
  // More time in its last minute: it makes way for the new one without a word.
  const lapses = lapseOpen(situation, 'changed').filter((draft) => 'type' in draft);
  const closed = afterEvents(situation, lapses);
  const anew = takeUp(closed, { pending }, [because('D3', { again: old.id })]);
  return { ...anew, drafts: [...lapses, ...anew.drafts] };
}
