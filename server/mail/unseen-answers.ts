// Which of an agent's answers are to be mailed: said since the customer left their address, seen by them nowhere, and in
// no mail before.
import type { Conversation, MessageEntry } from '../../shared/conversation.ts';

/** Oldest first; `seen`: the seq up to which the customer has seen the conversation. */
export function unseenAnswers({ view, inside }: Conversation, seen: number): MessageEntry[] {
  const { mail } = inside;
  if (!mail) return [];
  const after = Math.max(mail.since, mail.through, seen);
  return answersBetween(view.entries, after + 1, Number.POSITIVE_INFINITY);
}

/** What agents said from event `from` to event `through`. */
export function answersBetween(
  entries: Conversation['view']['entries'],
  from: number,
  through: number,
): MessageEntry[] {
  return entries.filter(
    (entry): entry is MessageEntry =>
      entry.kind === 'message' && entry.from === 'agent' && entry.seq >= from && entry.seq <= through,
  );
}

/**
 * Epoch ms at which they may go: a pause after the last, so that several said within it go together, but not later than
 * five pauses after the first.
 */
export function mailDue(answers: MessageEntry[], pause: number): number {
  const [first, last] = [answers[0]!.at, answers.at(-1)!.at];
  return Math.min(last + pause, first + 5 * pause);
}
