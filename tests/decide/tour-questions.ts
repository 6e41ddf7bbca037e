// The tour's stops about questions and their answers.
import { means, reading, records } from '../helpers/scene.ts';
import { both, cancel, date, every, none, record, type Stop, two, withSeats } from './tour-stage.ts';

export const questions: Stop[] = [
  {
    name: 'a clarification, pressed',
    go: (s) => {
      s.say('hm', both(0.5, 0.4));
      s.press('remove-bag');
    },
  },
  {
    name: 'a clarification, typed',
    go: (s) => {
      s.say('hm', both(0.5, 0.4));
      s.say('bag', reading({ answer: { choice: 'remove-bag', whole: false } }));
    },
  },
  {
    name: 'something else, pressed',
    go: (s) => {
      s.say('hm', both(0.5, 0.4));
      s.press('else');
    },
  },
  {
    name: 'something else, typed',
    go: (s) => {
      s.say('hm', both(0.5, 0.4));
      s.say('no', reading({ gesture: 'no' }));
    },
  },
  {
    name: 'something else, said',
    go: (s) => {
      s.say('hm', both(0.5, 0.4));
      s.say('else', reading({ gesture: 'something-else' }));
    },
  },
  {
    name: 'an answer that is none of the choices',
    go: (s) => {
      s.say('hm', both(0.5, 0.4));
      s.say('x', reading({ answer: { choice: 'nope', whole: true } }));
    },
  },
  {
    name: 'a sure answer that is a choice',
    go: (s) => {
      s.say('hm', both(0.5, 0.4));
      s.say('cancel the flight', means('cancel-flight'));
    },
  },
  {
    name: 'a new request instead',
    go: (s) => {
      s.say('hm', both(0.5, 0.4));
      s.say('status', means('booking-status'));
    },
  },
  {
    name: 'an impossible request instead',
    go: (s) => {
      s.say('hm', means('booking-status', 0.5));
      none(s);
      s.say('cancel', means('cancel-flight'));
    },
  },
  {
    name: 'unclear twice',
    go: (s) => {
      s.say('hm', both(0.5, 0.4));
      s.say('x', means('complaint', 0.2));
      s.say('y', reading());
    },
  },
  {
    name: 'unclear twice, offered',
    site: every('offer'),
    go: (s) => {
      s.say('hm', both(0.5, 0.4));
      s.say('x', reading());
      s.say('y', reading());
    },
  },
  {
    name: 'a third question is none',
    go: (s) => {
      s.say('a', both(0.5, 0.4));
      s.press('else');
      s.say('b', both(0.5, 0.4));
      s.press('else');
      s.say('c', both(0.5, 0.4));
    },
  },
  {
    name: 'which one, pressed',
    go: (s) => {
      two(s);
      cancel(s);
      s.press('ME118');
    },
  },
  {
    name: 'which one, by its record',
    go: (s) => {
      two(s);
      cancel(s);
      s.say('ME118', reading({ entities: record('bookings', 'ME118') }));
    },
  },
  {
    name: 'which one, by another kind',
    go: (s) => {
      two(s);
      cancel(s);
      s.say('x', reading({ entities: [{ kind: 'word', value: 'ME118', text: 'x' }] }));
    },
  },
  {
    name: 'which one, unclear twice',
    go: (s) => {
      two(s);
      cancel(s);
      s.say('x', reading());
      s.say('y', reading());
    },
  },
  {
    name: 'which one, asked the same again',
    go: (s) => {
      two(s);
      cancel(s);
      s.say('my flight', means('cancel-flight'));
    },
  },
  {
    name: 'which of many',
    go: (s) => {
      const flights = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, name: `flight ${id}` }));
      s.facts = { ...s.facts, bookings: records('bookings', flights, s.now) };
      cancel(s);
    },
  },
  {
    name: 'a detail, typed',
    go: (s) => {
      s.say('move', means('change-flight'));
      s.say('9 Dec', reading({ entities: date('2026-12-09') }));
    },
  },
  {
    name: 'a detail, unclear twice',
    go: (s) => {
      s.say('move', means('change-flight'));
      s.say('x', reading());
      s.say('y', reading());
    },
  },
  {
    name: 'a detail in the message',
    go: (s) => s.say('move', means('change-flight', 0.9, { entities: date('2026-12-09') })),
  },
  {
    name: 'details by choice and by text',
    site: withSeats,
    go: (s) => {
      s.say('seat', means('seat'));
      s.press('window');
      s.say('  near the front ', reading());
      s.press('keep');
    },
  },
  {
    name: 'a detail of two records',
    site: withSeats,
    go: (s) => {
      two(s);
      s.say('seat', means('seat'));
      s.press('ME118');
      s.press('aisle');
      s.say(' ', reading());
    },
  },
  {
    name: 'a word while a detail is asked',
    go: (s) => {
      s.say('move', means('change-flight'));
      s.say('status', means('booking-status'));
    },
  },
  {
    name: 'an offer, taken',
    site: every('offer'),
    go: (s) => {
      s.say('lawyer', means('complaint', 0.3, { topics: ['legal'] }));
      s.press('person');
    },
  },
  {
    name: 'an offer, declined',
    site: every('offer'),
    go: (s) => {
      s.say('lawyer', reading({ topics: ['legal'] }));
      s.press('carry-on');
    },
  },
  {
    name: 'an offer closes what was open',
    site: every('offer'),
    go: (s) => {
      cancel(s);
      s.say('lawyer', reading({ topics: ['legal'] }));
    },
  },
];
