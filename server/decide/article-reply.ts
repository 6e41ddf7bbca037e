// A question that no intent covers may be answered by an article, with its source; a request to do something
// never is by an article alone.
import type { Understanding } from '../../shared/understanding.ts';
import type { Passage } from './input.ts';
import { actionOf, intentOf } from './objects.ts';
import type { Reply } from './reply.ts';
import { because } from './rules.ts';
import type { Situation } from './situation.ts';

/** The answer from the best passage, if it stands above the site's threshold. */
export function articleReply(
  situation: Situation,
  reading: Understanding,
  passages: Passage[],
): Reply | undefined {
  const best = passages[0];
  if (!best || best.score < situation.site.thresholds.knowledge || reading.gesture) return undefined;
  // “Don’t cancel anything” asks nothing.
  if (reading.guard === 'negated') return undefined;
  if (!reading.guard && asksForAction(situation, reading)) return undefined;
  const { article, title, url, text, score } = best;
  const source = { title, ...(url ? { url } : {}) };
  return {
    move: 'answer',
    because: [because('K1', { article, score, threshold: situation.site.thresholds.knowledge })],
    drafts: [
      {
        draft: 'message',
        from: 'assistant',
        say: { say: 'passage', text, ...source },
        articles: [{ id: article, ...source }],
      },
    ],
    effects: [],
    notes: { progress: true },
  };
}

/** More likely than not the message wants something done, whichever thing: then a policy is no answer to it. */
function asksForAction(situation: Situation, { intents }: Understanding): boolean {
  const acting = intents.filter(({ id }) => {
    const intent = intentOf(situation, id);
    return intent !== undefined && (actionOf(situation, intent)?.risk ?? 'read') !== 'read';
  });
  return acting.reduce((sum, { confidence }) => sum + confidence, 0) > 0.5;
}
