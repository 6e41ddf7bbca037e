// What is open when somebody else takes over, or a conversation ends, can no longer be pressed.
import type { Proposal } from '../../shared/conversation.ts';
import type { EventBody } from '../../shared/events.ts';
import type { Append } from '../store/store.ts';
import type { Loaded } from './desk-ports.ts';
import { deskNotice } from './notices.ts';

/** What was open is void in the same write, and a confirmation's customer is told that nothing was done (D3). */
export function lapseOpen(
  { conversation }: Pick<Loaded, 'conversation'>,
  why: 'handoff' | 'ended' = 'handoff',
): EventBody[] {
  const { inside, view } = conversation;
  const { question } = inside;
  const awaiting = awaitingOf(conversation);
  const lapsed: EventBody[] = question ? [{ type: 'lapsed', question: question.id, why }] : [];
  if (awaiting) {
    const { id, action, arguments: bound, hash } = awaiting;
    lapsed.push({ type: 'voided', proposal: id, action, arguments: bound, hash, why });
  }
  const promised = awaiting || question?.kind === 'confirm';
  return promised ? [...lapsed, deskNotice('lapsed', view.locale)] : lapsed;
}

/** A4: what is set aside for a card, under its proposal's id, is given free as soon as that lapses; `now`: epoch ms. */
export function freeLapsed(
  { conversation }: Pick<Loaded, 'conversation'>,
  now: number,
): NonNullable<Append['setTimers']> {
  const { question, holds } = conversation.inside;
  const lapsed = [question?.proposal, awaitingOf(conversation)?.id];
  const held = Object.values(holds).filter(({ id, status }) => status === 'held' && lapsed.includes(id));
  return held.map(({ id }) => ({ name: 'release', ref: id, due: now }));
}

function awaitingOf({ inside }: Loaded['conversation']): Proposal | undefined {
  return Object.values(inside.proposals).find(({ status }) => status === 'awaiting');
}
