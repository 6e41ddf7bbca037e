// The tour's stops about what comes between a press and its run: too many at once, an agent's word that is late or
// early, a site that changed meanwhile, and the deadline that the customer hears.
import type { DeskState, Surge } from '../../server/decide/situation.ts';
import { means, reading, type Scene, shortWait } from '../helpers/scene.ts';
import { testSite } from '../helpers/test-site.ts';
import { cancel, every, passage, type Stop } from './tour-stage.ts';

const surge: Surge = { count: 11, limit: 12, window: 90_000, expected: 3 };
const supervised = (s: Scene) => {
  s.gates = { open: [], held: [], rollout: { 'cancel-flight': 'supervised' } };
};
const checking = (s: Scene) => {
  supervised(s);
  cancel(s);
  s.press('do');
};
const typed = (s: Scene) => s.say('Do cancel-flight flight ME204', reading());
const early = (s: Scene, approve: boolean) => {
  const { proposal = '', action = '', hash = '', arguments: bound = {} } = s.last('proposed') ?? {};
  const by = { id: 'mia', name: 'Mia' };
  s.happen({ type: 'approved', proposal, action, arguments: bound, hash, by, approve });
  return proposal;
};
const alone: DeskState = {
  onDuty: 0,
  hoursOpen: false,
  wait: { position: 1, within: null, confidence: null, basis: 'nobody' },
};
const without = (id: string) => testSite().actions.filter((action) => action.id !== id);
const patient = { limits: { reply: 10_000, agent: 120_000, approval: 180_060 } };
/** Of the three only cancelling has a deadline. */
const dated = {
  actions: testSite().actions.map((action) =>
    action.id === 'cancel-flight' ? { ...action, deadline: 'departs' } : action,
  ),
};
const departs = (s: Scene) => {
  const { bookings } = s.facts;
  if (bookings?.ok) for (const { value } of bookings.records) value.departs = '2026-12-09T10:00:00Z';
};

export const surges: Stop[] = [
  {
    name: 'one too many',
    go: (s) => {
      cancel(s);
      s.gates = { ...s.gates, surges: { 'cancel-flight': surge } };
      s.press('do');
    },
  },
  {
    name: 'one too many, typed',
    go: (s) => {
      cancel(s);
      s.gates = { ...s.gates, surges: { 'cancel-flight': surge } };
      typed(s);
    },
  },
  {
    name: 'one too many of what is held already',
    go: (s) => {
      cancel(s);
      s.gates = { open: [], held: ['cancel-flight'], rollout: {}, surges: { 'cancel-flight': surge } };
      s.press('do');
    },
  },
  {
    name: 'too many of something else',
    go: (s) => {
      cancel(s);
      s.gates = { ...s.gates, surges: { 'remove-bag': surge } };
      s.press('do');
    },
  },
  {
    name: 'held, typed: it is progress all the same',
    go: (s) => {
      cancel(s);
      s.gates = { open: [], held: ['cancel-flight'], rollout: {} };
      typed(s);
    },
  },
  {
    name: 'supervised, typed, with minutes to look',
    site: patient,
    go: (s) => {
      supervised(s);
      cancel(s);
      typed(s);
      s.now += 60_030;
      s.say('how long?', reading());
    },
  },
  {
    name: 'confirmed, and the facts cannot be had',
    go: (s) => {
      cancel(s);
      s.facts = { ...s.facts, bookings: { ok: false, why: 'timeout' } };
      s.press('do');
    },
  },
  {
    name: 'confirmed, and the facts cannot be had, where a person is offered',
    site: every('offer'),
    go: (s) => {
      cancel(s);
      s.facts = { ...s.facts, bookings: { ok: false, why: 'open' } };
      typed(s);
    },
  },
  {
    name: 'typed, and the flight is gone',
    go: (s) => {
      cancel(s);
      s.facts = { ...s.facts, bookings: { ok: true, records: [], at: s.now } };
      typed(s);
    },
  },
  {
    name: 'asked when the last agent has just gone, and when one is there out of hours',
    go: (s) => {
      supervised(s);
      cancel(s);
      s.desk = { onDuty: 0, hoursOpen: true, wait: shortWait };
      s.press('do');
    },
  },
  {
    name: 'asked when an agent is there, and the line is closed',
    go: (s) => {
      supervised(s);
      cancel(s);
      s.desk = { ...alone, onDuty: 1 };
      s.press('do');
    },
  },
  {
    name: 'asked with one agent there',
    go: (s) => {
      s.desk = { ...s.desk, onDuty: 1 };
      checking(s);
    },
  },
  {
    name: 'its timer before its time',
    go: (s) => {
      checking(s);
      s.now += 39_999;
      s.take({ kind: 'timer', name: 'approval', ref: s.last('confirmed')?.proposal ?? '' });
    },
  },
  {
    name: 'a yes that comes with its timer, on old facts',
    go: (s) => {
      checking(s);
      s.now += 31_000;
      s.take({ kind: 'timer', name: 'approval', ref: early(s, true) });
    },
  },
  {
    name: 'a yes on old facts, and before it another timer, another doing of the agent’s, a word: none needs them anew',
    go: (s) => {
      checking(s);
      s.now += 31_000;
      s.take({ kind: 'timer', name: 'promise', ref: early(s, true) });
      s.happen({ type: 'returned', agent: { id: 'a', name: 'Mia' } });
      s.take({ kind: 'agent', did: 'returned' });
      s.say('hm', reading());
    },
  },
  {
    name: 'the same press decided once more, while it runs and when it ended unknown',
    go: (s) => {
      cancel(s);
      const question = s.last('question')?.id ?? '';
      const again = () =>
        s.take({ kind: 'choice', seq: s.last('answered')?.seq ?? 0, question, choice: 'do' });
      s.outcome = () => {
        again();
        return { outcome: 'unknown' };
      };
      typed(s);
      s.happen({ type: 'returned', agent: { id: 'a', name: 'Mia' } });
      again();
    },
  },
  {
    name: 'a no that comes with its timer, on old facts',
    go: (s) => {
      checking(s);
      s.now += 31_000;
      s.take({ kind: 'timer', name: 'approval', ref: early(s, false) });
    },
  },
  {
    name: 'a no that goes on, while an agent looks',
    go: (s) => {
      checking(s);
      s.say('no, leave it', reading({ opensWith: 'no' }));
    },
  },
  {
    name: 'approved, and the site has the action no more',
    go: (s) => {
      checking(s);
      s.site = testSite({ actions: without('cancel-flight') });
      s.word(true);
    },
  },
  {
    name: 'refused, and the site has the action no more',
    go: (s) => {
      checking(s);
      s.site = testSite({ actions: without('cancel-flight') });
      s.desk = alone;
      s.word(false);
    },
  },
  {
    name: 'approved: an action on nothing in particular',
    site: {
      actions: testSite().actions.map(({ on: _, when: __, ...action }) => {
        const same = { en: 'It' };
        const confirm = { title: same, effect: same, undoable: same, do: { en: 'Do it' }, keep: same };
        return { ...action, arguments: { who: '{customer.id}' }, confirm, receipt: same };
      }),
    },
    go: (s) => {
      checking(s);
      s.word(true);
    },
  },
  {
    name: 'a deadline without a contact, of the action that has one',
    site: dated,
    go: (s) => {
      departs(s);
      cancel(s);
      s.gates = { open: [], held: ['cancel-flight'], rollout: {} };
      s.desk = alone;
      s.press('do');
    },
  },
  {
    name: 'no deadline while somebody is on duty',
    site: { ...dated, urgentContact: '112 233' },
    go: (s) => {
      departs(s);
      s.gates = { open: [], held: ['cancel-flight'], rollout: {} };
      cancel(s);
    },
  },
  {
    name: 'held, where a person is offered',
    site: every('offer'),
    go: (s) => {
      s.gates = { open: [], held: ['cancel-flight'], rollout: {} };
      cancel(s);
    },
  },
  {
    name: 'once more without saying what, beside something that only a person may do',
    go: (s) => {
      s.gates = { open: [], held: ['cancel-flight'], rollout: {} };
      cancel(s);
      s.happen({ type: 'returned', agent: { id: 'a', name: 'Mia' } });
      s.now += 31_000;
      s.ask('again');
    },
  },
  {
    name: 'thanks with an article, while an agent looks',
    go: (s) => {
      checking(s);
      s.say('thanks', reading({ gesture: 'thanks' }), passage(0.9));
    },
  },
  {
    name: 'thanks with an article, while waiting',
    go: (s) => {
      s.ask('human');
      s.say('thanks', reading({ gesture: 'thanks' }), passage(0.9));
    },
  },
  {
    name: 'the clock of an agent starts with the first of two messages',
    go: (s) => {
      s.ask('human');
      s.happen({ type: 'claimed', agent: { id: 'a', name: 'Mia' } });
      s.happen({ type: 'message', from: 'agent', name: 'Mia', text: 'Hello' });
      s.now += 10_000;
      s.say('first', means('booking-status'));
      s.now += 10_000;
      s.say('second', reading());
    },
  },
];
