// Which of two open conversations goes on: nothing that is under way is ended for the sake of another.
import { describe, expect, it } from 'vitest';
import { goesOnWith } from '../../server/intake/goes-on-with.ts';
import type { Loaded } from '../../server/record/fold-cache.ts';
import { foldEvents } from '../../shared/apply-event.ts';
import type { EventBody } from '../../shared/events.ts';
import { confirmQuestion, handoff, proposed } from '../handoff/desk-world.ts';

const says = (text: string): EventBody => ({ type: 'message', from: 'customer', text });
const covered: EventBody = {
  type: 'decided',
  move: 'answer',
  because: [],
  on: 2,
  site: 'v1',
  mode: 'autonomous',
};
const spoken = [says('How early do I have to be there?'), covered];

/** As it stands after these, the last of which happened at `until`. */
function one(id: string, until: number, ...bodies: EventBody[]): Loaded {
  const opened: EventBody = { type: 'opened', visitor: id, channel: 'web', locale: 'en', site: 'test' };
  const events = [opened, ...bodies].map((body, index, { length }) => ({
    ...body,
    seq: index + 1,
    at: until - length + index + 1,
  }));
  const conversation = foldEvents(events);
  return { row: { id, status: conversation.view.status } as Loaded['row'], conversation };
}

const { proposal, action, arguments: bound, hash } = proposed as Extract<EventBody, { type: 'proposed' }>;
const about = { proposal, action, arguments: bound, hash };
const confirmed: EventBody[] = [
  ...spoken,
  proposed,
  confirmQuestion,
  { type: 'answered', question: 'q1', choice: 'do', by: 'button' },
  { ...covered, on: 6 } as EventBody,
];
const asked: EventBody = {
  type: 'hold-asked',
  hold: 'p2',
  action: 'upgrade',
  arguments: {},
  asOf: 1,
  intent: 'upgrade',
  details: {},
};
const done: EventBody[] = [...confirmed, { type: 'confirmed', ...about }, ran('done')];
const receipt = (undoUntil: number): EventBody => ({
  type: 'message',
  from: 'assistant',
  name: 'Nora',
  text: 'Cancelled.',
  receipt: { proposal, label: 'Cancel', at: 5000, undoUntil },
});
const handedOff = handoff({ position: 1, within: 60, confidence: 0.8, basis: 'prior' });
function ran(outcome: 'done' | 'unknown'): EventBody {
  return { type: 'ran', ...about, outcome, ms: 20 };
}
const now = 9000;

describe('of two open conversations', () => {
  const here = one('here', 9000, ...spoken);

  it.each([
    ['a message that nothing was decided on', [says('Hello?')]],
    ['an action that runs', [...confirmed, { type: 'confirmed', ...about } as EventBody]],
    [
      'one that an agent is to approve',
      [...confirmed, { type: 'confirmed', ...about, approveBy: 99 } as EventBody],
    ],
    [
      'one of which nobody knows the end',
      [...confirmed, { type: 'confirmed', ...about } as EventBody, ran('unknown')],
    ],
    ['something that the business is to set aside', [...spoken, asked]],
    ['a receipt whose undo is still open', [...done, receipt(now + 1)]],
  ])('N1 D7 the older goes on where it has %s', (_, events) => {
    const own = one('own', 5000, ...events);
    expect(goesOnWith(own, here, now)).toEqual({ goesOn: own });
  });

  it('N2 the one spoken in last goes on, and the other is ended once all of it is known', () => {
    const own = one('own', 5000, ...confirmed, { type: 'confirmed', ...about }, ran('done'));
    expect(goesOnWith(own, here, now)).toEqual({ goesOn: here, ends: own });
    const later = one('own', 9500, ...spoken);
    expect(goesOnWith(later, here, now)).toEqual({ goesOn: later, ends: here });
  });

  it('D7 an undo that was used, or whose time is over, keeps nobody', () => {
    for (const events of [
      [...done, receipt(now)],
      [...done, receipt(now + 1), { type: 'undone', ...about, outcome: 'done', ms: 20 } as EventBody],
    ]) {
      const own = one('own', 5000, ...events);
      expect(goesOnWith(own, here, now)).toEqual({ goesOn: here, ends: own });
    }
  });

  it('H9 an undo keeps nobody from the person for whom they wait here', () => {
    const own = one('own', 5000, ...done, receipt(now + 1));
    const waiting = one('here', 9000, ...spoken, handedOff);
    expect(goesOnWith(own, waiting, now)).toEqual({ goesOn: waiting, ends: own });
  });

  it('N2 what was said here a moment ago is not ended before it is answered', () => {
    const own = one('own', 9500, ...spoken);
    const unanswered = one('here', 9000, says('Hello?'));
    expect(goesOnWith(own, unanswered, now)).toEqual({ goesOn: own });
  });

  it('N2 one in which nothing was said is left as it is', () => {
    const own = one('own', 5000, ...spoken);
    expect(goesOnWith(own, one('here', 9000), now)).toEqual({ goesOn: own });
  });
});
