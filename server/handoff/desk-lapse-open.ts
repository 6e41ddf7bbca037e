// What is open when somebody else takes over, or a conversation ends, can no longer be pressed.
import type { EventBody } from '../../shared/events.ts';
import type { Loaded } from './desk-ports.ts';
import { deskNotice } from './notices.ts';

/** What was open is void in the same write, and a confirmation's customer is told that nothing was done (D3). */
export function lapseOpen(
  { conversation }: Pick<Loaded, 'conversation'>,
  why: 'handoff' | 'ended' = 'handoff',
): EventBody[] {
  const { inside, view } = conversation;
  const { question } = inside;
  const awaiting = Object.values(inside.proposals).find(({ status }) => status === 'awaiting');
  const lapsed: EventBody[] = question ? [{ type: 'lapsed', question: question.id, why }] : [];
  if (awaiting) {
    const { id, action, arguments: bound, hash } = awaiting;
    lapsed.push({ type: 'voided', proposal: id, action, arguments: bound, hash, why });
  }
  const promised = awaiting || question?.kind === 'confirm';
  return promised ? [...lapsed, deskNotice('lapsed', view.locale)] : lapsed;
}
