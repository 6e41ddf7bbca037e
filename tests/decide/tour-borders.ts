// The tour's stops at the borders of a card, a question and a request: once more, instead, beside, in the middle.
import { means, reading, records } from '../helpers/scene.ts';
import { testSite } from '../helpers/test-site.ts';
import { both, date, none, passage, proposal, record, type Stop, two, withSeats } from './tour-stage.ts';

export const borders: Stop[] = [
  {
    name: 'an undo that is asked for again while it is under way',
    go: (s) => {
      s.say('cancel', means('cancel-flight'));
      s.press('do');
      const about = proposal(s);
      const outcome = s.outcome;
      s.outcome = () => {
        s.happen({ type: 'asked', what: 'undo', clientId: 'twice', ...about });
        s.outcome = outcome;
        s.take({ kind: 'asked', seq: s.events.length, what: 'undo', ...about });
        return { outcome: 'done', reference: 'R-3' };
      };
      s.ask('undo', about);
    },
  },
  {
    name: 'shown once more: which of two it was',
    go: (s) => {
      two(s);
      s.say('cancel ME118', means('cancel-flight', 0.9, { entities: record('bookings', 'ME118') }));
      const question = s.last('question')?.id ?? '';
      s.now += 300_001;
      s.take({ kind: 'timer', name: 'expiry', ref: question });
      s.ask('again', { question });
      s.press('do');
      s.ask('again', { question: 'none such' });
    },
  },
  {
    name: 'shown once more, where it is gone, and where its kind cannot be looked up',
    go: (s) => {
      s.say('cancel', means('cancel-flight'));
      const question = s.last('question')?.id ?? '';
      none(s);
      s.ask('again', { question });
      s.facts = { bookings: { ok: false, why: 'timeout' } };
      s.ask('again', { question });
    },
  },
  {
    name: 'shown once more with its details',
    go: (s) => {
      s.say('move', means('change-flight', 0.9, { entities: date('2026-12-09') }));
      s.ask('again', { question: s.last('question')?.id ?? '' });
      s.press('do');
    },
  },
  {
    name: 'a card that somebody else would confirm',
    go: (s) => {
      s.say('cancel', means('cancel-flight'));
      s.happen({ type: 'identified', customer: 'other', name: 'Bea' });
      s.press('do');
    },
  },
  {
    name: 'a card whose thing changed, with a second request behind it',
    go: (s) => {
      s.say('both', means('cancel-flight', 0.9, { further: [{ id: 'baggage-allowance', confidence: 0.9 }] }));
      s.facts = {
        ...s.facts,
        bookings: records('bookings', [{ id: 'ME204', name: 'x', status: 'flown' }], s.now),
      };
      s.press('do');
    },
  },
  {
    name: 'an action on nothing in particular',
    site: {
      actions: testSite().actions.map(({ on: _, when: __, ...action }) => {
        const same = { en: 'It' };
        const confirm = { title: same, effect: same, undoable: same, do: { en: 'Do it' }, keep: same };
        return { ...action, arguments: {}, confirm, receipt: same };
      }),
    },
    go: (s) => {
      s.say('cancel', means('cancel-flight'));
      s.press('do');
      s.say('bag and flight', both(0.8, 0.75));
    },
  },
  {
    name: 'a second detail after the first',
    site: withSeats,
    go: (s) => {
      s.say('seat', means('seat'));
      s.press('window');
      s.say('x', reading(), passage(0.9));
      s.press('do');
    },
  },
  {
    name: 'a yes to a card, with an article, guards and gestures beside it',
    go: (s) => {
      s.say('cancel', means('cancel-flight'));
      s.say('yes', reading({ gesture: 'yes' }), passage(0.9));
      s.say('do not', means('remove-bag', 0.9, { guard: 'negated' }), passage(0.9));
      s.say('if I cancelled', means('cancel-flight', 0.9, { guard: 'hypothetical' }), passage(0.9));
      s.say('which bags', means('baggage-allowance', 0.4), passage(0.49));
      s.say('which bags', means('baggage-allowance', 0.4), passage(0.5));
    },
  },
  {
    name: 'a typed label, and the same label after its time',
    go: (s) => {
      s.say('cancel', means('cancel-flight'));
      s.say('DO CANCEL-FLIGHT FLIGHT ME204.', reading());
      s.say('cancel', means('remove-bag'));
      s.now += 300_000;
      s.say('Do remove-bag bag on ME204', reading());
    },
  },
  {
    name: 'a question of which, answered by a word that is no record',
    go: (s) => {
      two(s);
      s.say('cancel', means('cancel-flight'));
      s.say('x', reading({ entities: [...record('bookings', 'none such'), ...record('bookings', 'ME118')] }));
    },
  },
  {
    name: 'asked again: what was offered and what is new',
    go: (s) => {
      s.say('hm', both(0.5, 0.4));
      s.say(
        'or',
        reading({
          intents: [
            { id: 'complaint', confidence: 0.5 },
            { id: 'remove-bag', confidence: 0.4 },
          ],
        }),
      );
    },
  },
  {
    name: 'four candidates, and choices to fill up with',
    go: (s) =>
      s.say(
        'hm',
        reading({
          intents: ['complaint', 'booking-status', 'remove-bag', 'cancel-flight', 'change-flight'].map(
            (id) => ({ id, confidence: 0.5 }),
          ),
        }),
      ),
  },
  {
    name: 'rivals: of another kind, of the same, that only read, that were named',
    site: {
      actions: testSite().actions.map((action) =>
        action.id === 'remove-bag' ? { ...action, risk: 'write' as const } : action,
      ),
    },
    go: (s) => {
      s.say('cancel', both(0.96, 0.02));
      s.press('keep');
      s.say(
        'cancel it',
        reading({
          intents: [
            { id: 'cancel-flight', confidence: 0.96 },
            { id: 'change-flight', confidence: 0.02 },
          ],
        }),
      );
    },
  },
  {
    name: 'rivals: where the other thing is named, or cannot be looked up',
    go: (s) => {
      s.say('cancel my bag', both(0.96, 0.02, { entities: record('bags', 'bag-1') }));
      s.press('cancel-flight');
      s.press('keep');
      s.facts = { ...s.facts, bags: { ok: false, why: 'failed' } };
      s.say('cancel', both(0.96, 0.02));
    },
  },
  {
    name: 'an impossible request at the threshold',
    go: (s) => {
      none(s);
      s.say('cancel', means('cancel-flight', 0.75));
      s.say('cancel', means('cancel-flight', 0.74));
    },
  },
  {
    name: 'the same request in other words, with and without a record',
    go: (s) => {
      two(s);
      s.say('status', means('booking-status'));
      s.say(
        'my status',
        means('booking-status', 0.9, { entities: [{ kind: 'reference', value: 'ME 118', text: 'ME 118' }] }),
      );
      s.say('status?', means('booking-status'));
      s.say('the status', means('booking-status'));
      s.say('THE STATUS', means('booking-status'));
    },
  },
  {
    name: 'nothing clear, three times, with reasons',
    go: (s) => {
      s.say('a', both(0.5, 0.4));
      s.press('else');
      s.say(
        'b',
        reading({
          intents: [
            { id: 'made-up', confidence: 0.9 },
            { id: 'complaint', confidence: 0.3 },
          ],
        }),
      );
      s.press('else');
      s.say('c', both(0.5, 0.4));
    },
  },
  {
    name: 'a handoff that was asked for beside other reasons, and again while a message is left',
    go: (s) => {
      const read = means('complaint', 0.9, { wantsPerson: true, topics: ['legal'] });
      s.say('a person, I have a lawyer', read);
      s.happen({ type: 'waited', choice: 'message', text: 'x', contact: 'y', clientId: 'w' });
      s.take({ kind: 'waited', seq: s.events.length, choice: 'message', contact: 'y' });
      s.ask('human');
    },
  },
  {
    name: 'two acknowledgements, the second behind what it closes',
    go: (s) => {
      s.say('hm', both(0.5, 0.4));
      const upset = { mood: { frustration: 0.9, urgency: 0.95, confusion: 0 } };
      s.say('STATUS NOW', means('booking-status', 0.9, upset));
      s.say('hm', both(0.5, 0.4));
      const confused = { mood: { frustration: 0.1, urgency: 0.1, confusion: 0.9 } };
      s.say('the bag', reading({ answer: { choice: 'remove-bag', whole: false }, ...confused }));
    },
  },
  {
    name: 'a greeting at the border of a request',
    go: (s) => s.say('hi', means('complaint', 0.5, { gesture: 'greeting' })),
  },
  {
    name: 'small talk in the middle',
    go: (s) => {
      s.say(
        'MOVE IT',
        means('change-flight', 0.9, {
          entities: date('2026-12-09'),
          mood: { frustration: 0.9, urgency: 0, confusion: 0 },
        }),
      );
      s.say('yes', reading({ gesture: 'yes', entities: record('bookings', 'ME204') }), passage(0.9));
      s.say('yes', reading({ gesture: 'yes' }));
    },
  },
];
