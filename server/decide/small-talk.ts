// Talk that asks for nothing: a greeting, thanks, a yes or no to nothing that is open.
import { judge } from './candidates.ts';
import type { NoticeName } from './decision.ts';
import type { MessageInput } from './input.ts';
import { notice, type Reply } from './reply.ts';
import { because } from './rules.ts';
import type { Situation } from './situation.ts';
import { takeUp } from './take-up.ts';

/** The reply to a gesture, unless the message also asks for something that is sure. */
export function smallTalk(situation: Situation, { reading, passages }: MessageInput): Reply | undefined {
  const { gesture } = reading;
  if (!gesture || judge(situation, reading).kind === 'sure') return undefined;
  const why = [because('N1', { gesture })];
  const waiting = situation.conversation.inside.later[0];
  if (gesture === 'yes' && waiting !== undefined) {
    const pending = { intent: waiting, details: {} };
    const step = { pending, entities: reading.entities, passages };
    const reply = takeUp(situation, step, why);
    return { ...reply, notes: { ...reply.notes, later: situation.conversation.inside.later.slice(1) } };
  }
  const names: Record<typeof gesture, NoticeName> = {
    greeting: 'welcome-back',
    thanks: 'thanks',
    goodbye: 'goodbye',
    yes: 'nothing-open',
    no: 'nothing-open',
    'something-else': 'tell-me-more',
  };
  return { move: gesture, because: why, drafts: [notice(names[gesture])], effects: [] };
}
