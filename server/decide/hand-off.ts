// H1, H2, H4, D3: a person is brought in. What was open is closed, the place and the wait are stated, and the
// brief is written, all in one write.
import type { Because, BodyOf } from '../../shared/events.ts';
import type { Draft } from './decision.ts';
import { type Notes, notice, type Reply } from './reply.ts';
import { because } from './rules.ts';
import type { Situation } from './situation.ts';

export type Trigger = BodyOf<'handoff'>['triggers'][number];

/** Lower is served first. */
const priorities: Record<string, number> = { distress: 0, vip: 1, 'unknown-outcome': 1 };
const ordinary = 2;

/** Closes the open question, if any: a handoff voids a confirmation, and the customer is told (D3). */
export function lapseOpen(situation: Situation, why: BodyOf<'lapsed'>['why']): Draft[] {
  const question = situation.conversation.inside.question;
  if (!question) return [];
  const lapsed: Draft = { type: 'lapsed', question: question.id, why };
  return question.kind === 'confirm' ? [lapsed, { ...notice('lapsed'), from: 'system' }] : [lapsed];
}

/** The reply that hands over; `before` is said first. While already waiting it only says where things stand. */
export function handOff(
  situation: Situation,
  triggers: Trigger[],
  why: Because[],
  before: Draft[] = [],
  notes: Notes = {},
): Reply {
  const { status } = situation.conversation.view;
  if (status === 'waiting' || status === 'left') return stillWaiting(situation, why, before);
  const { wait } = situation.desk;
  const priority = Math.min(ordinary, ...triggers.map(({ trigger }) => priorities[trigger] ?? ordinary));
  const asked = triggers.some(({ trigger }) => trigger === 'asked');
  const names = triggers.map(({ trigger }) => trigger);
  return {
    move: 'hand-off',
    because: [
      ...why,
      because('H1', Object.fromEntries(triggers.map(({ trigger, evidence }) => [trigger, evidence]))),
      because('H2', { ...wait }),
    ],
    drafts: [
      ...lapseOpen(situation, 'handoff'),
      ...before,
      {
        draft: 'handoff',
        event: {
          position: wait.position,
          within: wait.within,
          wait,
          triggers,
          priority,
          ...(asked ? { reason: 'asked' } : {}),
        },
      },
      { draft: 'brief' },
    ],
    effects: [],
    notes: { ...notes, triggers: names },
  };
}

/** N1 while waiting: the wait stated again, never a second place in line. */
export function stillWaiting(situation: Situation, why: Because[] = [], before: Draft[] = []): Reply {
  const { wait } = situation.desk;
  const name =
    wait.basis === 'nobody' ? 'nobody-on-duty' : wait.within === null ? 'waiting-no-estimate' : 'waiting';
  return {
    move: 'still-waiting',
    because: [...why, because('N1', { ...wait })],
    drafts: [...before, notice(name, { ...wait })],
    effects: [],
  };
}
