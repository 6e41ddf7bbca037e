// Several requests in one message: one is taken at a time, the others are named and come back in their turn.
import type { Understanding } from '../../shared/understanding.ts';
import { actionOf, intentOf, offered } from './objects.ts';
import { notice, type Reply } from './reply.ts';
import type { Situation } from './situation.ts';
import { takeUp } from './take-up.ts';

/** The further requests of the message that are sure enough to come back to. */
export function laterOf(situation: Situation, reading: Understanding, taken: string): string[] {
  const { confidence, destructive } = situation.site.thresholds;
  const sure = reading.further.filter(({ id, confidence: score }) => {
    const intent = intentOf(situation, id);
    if (!intent || id === taken || !offered(situation, intent)) return false;
    return score >= (actionOf(situation, intent)?.risk === 'destructive' ? destructive : confidence);
  });
  return [...new Set(sure.map(({ id }) => id))];
}

const settled = new Set(['answer', 'done', 'kept', 'nothing-to-act-on', 'not-promised']);

/** The reply, followed by the next request where the first is settled, or by the word that it will come. */
export function thenLater(situation: Situation, reply: Reply, later: string[]): Reply {
  // What the site has no more since it was asked for is not gone on with.
  const [next, ...rest] = later.filter((id) => intentOf(situation, id));
  if (next === undefined) return reply;
  if (!settled.has(reply.move)) {
    const drafts = [notice('come-back-to', { intent: next }), ...reply.drafts];
    return { ...reply, drafts, notes: { ...reply.notes, later: [...(reply.notes?.later ?? []), ...later] } };
  }
  const pending = { intent: next, details: {} };
  const second = takeUp(situation, { pending }, []);
  return {
    move: second.move,
    because: [...reply.because, ...second.because],
    drafts: [...reply.drafts, notice('now-to', { intent: next }), ...second.drafts],
    effects: [...reply.effects, ...second.effects],
    notes: { ...reply.notes, ...second.notes, later: rest },
    ...(second.mode ? { mode: second.mode } : {}),
  };
}
