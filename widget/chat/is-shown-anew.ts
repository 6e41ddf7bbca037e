// D3: whether a confirmation for which there was more time asked, or which ran out, stands further down afresh.
import type { Entry, QuestionEntry } from '../../shared/conversation.ts';

/** `old` folds then, and leaves its buttons to the one below; `among` is its conversation. */
export function isShownAnew(old: QuestionEntry, among: readonly Entry[]): boolean {
  if (!old.lapsed) return false;
  const { card, text } = old.question;
  return among.some(
    (entry) =>
      entry.kind === 'question' &&
      entry.seq > old.seq &&
      entry.question.kind === 'confirm' &&
      (entry.question.card?.title ?? entry.question.text) === (card?.title ?? text),
  );
}
