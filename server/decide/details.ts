// C8: what an action needs beside its record: taken from what was said, else asked for, one at a time.
import type { Because } from '../../shared/events.ts';
import type { Entity } from '../../shared/understanding.ts';
import type { Detail } from '../site/site.ts';
import { type Meaning, type Pending, somethingElse } from './clarify.ts';
import type { Reply } from './reply.ts';
import { detailsIn } from './said-with.ts';
import type { Situation } from './situation.ts';

/** The value of one detail in an answer typed to its question; free text is taken as it stands. */
export function detailAnswer(detail: Detail, text: string, entities: Entity[]): string | undefined {
  if (detail.kind === 'text') return text.trim() === '' ? undefined : text.trim();
  return detailsIn([detail], entities)[detail.id];
}

/**
 * C8: what was said for this request before something else came in between, by the last question about it. What
 * came to a card and was decided there is over, and is asked for anew.
 */
export function remembered(situation: Situation, intent: string): Record<string, string> {
  const { inside, view } = situation.conversation;
  for (const { id, pending, proposal } of inside.closed) {
    const asked = pending as Pending | undefined;
    if (asked?.intent === intent) return asked.details;
    const shown = inside.proposals[proposal ?? ''];
    if (shown?.intent !== intent) continue;
    const lapsed = view.entries.some(
      (entry) => entry.kind === 'question' && entry.question.id === id && entry.lapsed,
    );
    return lapsed ? (shown.details as Record<string, string>) : {};
  }
  return {};
}

/** The question for one detail. */
export function askDetail(
  situation: Situation,
  detail: Detail,
  pending: Pending,
  why: Because[],
  again = false,
): Reply {
  const means: Record<string, Meaning> = { [somethingElse]: { else: true } };
  for (const choice of detail.choices) means[choice.id] = { value: choice.id };
  return {
    move: 'ask-detail',
    because: why,
    drafts: [
      {
        draft: 'question',
        id: situation.nextId(),
        kind: 'detail',
        say: { say: 'words', words: detail.question, values: {} },
        choices: [
          ...detail.choices.map(({ id, label }) => ({ id, label: { words: label } })),
          { id: somethingElse, label: { notice: 'something-else' as const } },
        ],
        means,
        pending: { ...pending, detail: detail.id },
        ...(again ? { again } : {}),
      },
    ],
    effects: [],
    notes: { intent: pending.intent, clarified: true },
  };
}
