// The tour's stops about what is asked for.
import { means, reading, records } from '../helpers/scene.ts';
import { angry, both, cancel, date, none, passage, record, type Stop, two, withWords } from './tour-stage.ts';

export const requests: Stop[] = [
  { name: 'greeted', go: (s) => s.say('hi', reading({ gesture: 'greeting' })) },
  {
    name: 'greeted with a request',
    go: (s) => s.say('hi, my booking', means('booking-status', 0.9, { gesture: 'greeting' })),
  },
  { name: 'greeted with a guess', go: (s) => s.say('hi', means('complaint', 0.3, { gesture: 'greeting' })) },
  { name: 'thanks', go: (s) => s.say('thanks', reading({ gesture: 'thanks' })) },
  { name: 'goodbye', go: (s) => s.say('bye', reading({ gesture: 'goodbye' })) },
  { name: 'yes to nothing', go: (s) => s.say('yes', reading({ gesture: 'yes' })) },
  { name: 'no to nothing', go: (s) => s.say('no', reading({ gesture: 'no' })) },
  { name: 'something else than nothing', go: (s) => s.say('else', reading({ gesture: 'something-else' })) },
  { name: 'an answer from one record', go: (s) => s.say('status', means('booking-status')) },
  {
    name: 'an answer from two records',
    go: (s) => {
      two(s);
      s.say('status', means('booking-status'));
    },
  },
  {
    name: 'an answer about the one that was named',
    go: (s) => {
      two(s);
      s.say('ME118?', means('booking-status', 0.9, { entities: record('bookings', 'ME118') }));
    },
  },
  {
    name: 'an answer without records',
    go: (s) => {
      none(s);
      s.say('status', means('booking-status'));
    },
  },
  { name: 'an answer without facts', site: withWords, go: (s) => s.say('when', means('hours')) },
  { name: 'an article by intent', go: (s) => s.say('how much', means('baggage-allowance')) },
  {
    name: 'an article by intent, with its passage',
    go: (s) => s.say('how much', means('baggage-allowance'), passage(0.4)),
  },
  { name: 'an article by its passage', go: (s) => s.say('how much', means('complaint', 0.3), passage(0.6)) },
  {
    name: 'an article at its threshold',
    go: (s) => s.say('how much', means('complaint', 0.3), passage(0.5)),
  },
  {
    name: 'an article below its threshold',
    go: (s) => s.say('how much', means('complaint', 0.3), passage(0.49)),
  },
  { name: 'no article for a likely request', go: (s) => s.say('cancel', both(0.4, 0.2), passage(0.9)) },
  { name: 'an article for an unlikely request', go: (s) => s.say('hm', both(0.3, 0.2), passage(0.9)) },
  {
    name: 'an article for a guarded request',
    go: (s) => s.say('if I cancelled', means('cancel-flight', 0.9, { guard: 'hypothetical' }), passage(0.9)),
  },
  {
    name: 'a guarded request without an article',
    go: (s) => s.say('if I cancelled', means('cancel-flight', 0.9, { guard: 'hypothetical' })),
  },
  {
    name: 'a negated request',
    go: (s) => s.say('do not cancel', means('cancel-flight', 0.9, { guard: 'negated' })),
  },
  {
    name: 'a guarded question',
    go: (s) => s.say('was it booked', means('booking-status', 0.9, { guard: 'past' })),
  },
  {
    name: 'guarded three times',
    go: (s) =>
      [1, 2, 3].forEach(() => {
        s.say('cancelled', means('cancel-flight', 0.9, { guard: 'past' }));
      }),
  },
  { name: 'signed out, about records', anonymous: true, go: (s) => s.say('status', means('booking-status')) },
  { name: 'signed out, to act', anonymous: true, go: (s) => cancel(s) },
  {
    name: 'facts that failed',
    go: (s) => {
      s.facts = { bookings: { ok: false, why: 'timeout' } };
      s.say('status', means('booking-status'));
    },
  },
  {
    name: 'facts that nobody asked for',
    go: (s) => {
      s.facts = {};
      cancel(s);
    },
  },
  { name: 'for a person', go: (s) => s.say('I complain', means('complaint')) },
  { name: 'below the threshold', go: (s) => s.say('hm', both(0.74, 0.1)) },
  { name: 'at the threshold', go: (s) => s.say('hm', means('booking-status', 0.75)) },
  { name: 'nothing at all', go: (s) => s.say('purple', reading()) },
  { name: 'a margin too small', go: (s) => s.say('hm', both(0.85, 0.76)) },
  {
    name: 'a margin just wide enough',
    go: (s) => s.say('cancel the flight', both(0.9, 0.75, { entities: record('bookings', 'ME204') })),
  },
  {
    name: 'a record that decides',
    go: (s) => s.say('the bag', both(0.85, 0.8, { entities: record('bookings', 'ME204') })),
  },
  {
    name: 'records that decide nothing',
    go: (s) =>
      s.say(
        'both',
        both(0.85, 0.8, { entities: [...record('bookings', 'ME204'), ...record('bags', 'bag-1')] }),
      ),
  },
  { name: 'a bare verb with a rival', go: (s) => s.say('cancel', both(0.96, 0.02)) },
  { name: 'a bare verb at the rival’s least', go: (s) => s.say('cancel', both(0.96, 0.005)) },
  { name: 'a bare verb without a rival', go: (s) => s.say('cancel', both(0.96, 0.004)) },
  {
    name: 'a reference beside the verb',
    go: (s) =>
      s.say(
        'cancel ME204',
        both(0.96, 0.02, { entities: [{ kind: 'reference', value: 'ME204', text: 'ME204' }] }),
      ),
  },
  {
    name: 'impossible with a rival',
    go: (s) => {
      none(s);
      s.say('cancel', both(0.96, 0.02));
    },
  },
  {
    name: 'impossible',
    go: (s) => {
      s.facts = { ...s.facts, bookings: records('bookings', [], s.now) };
      cancel(s);
    },
  },
  {
    name: 'not eligible',
    go: (s) => {
      s.facts = {
        ...s.facts,
        bookings: records('bookings', [{ id: 'X', name: 'x', status: 'flown' }], s.now),
      };
      cancel(s);
    },
  },
  {
    name: 'named, but not eligible',
    go: (s) => {
      const flights = [
        { id: 'A', name: 'a' },
        { id: 'B', name: 'b', status: 'flown' },
      ];
      s.facts = { ...s.facts, bookings: records('bookings', flights, s.now) };
      s.say('cancel B', means('cancel-flight', 0.9, { entities: record('bookings', 'B') }));
    },
  },
  { name: 'less sure than it takes to destroy', go: (s) => s.say('cancel', means('cancel-flight', 0.79)) },
  { name: 'as sure as it takes to destroy', go: (s) => s.say('cancel', means('cancel-flight', 0.8)) },
  {
    name: 'feelings',
    go: (s) =>
      [
        { frustration: 0.6, urgency: 0.8, confusion: 0 },
        { frustration: 0, urgency: 0, confusion: 0.6 },
        { frustration: 0, urgency: 0.59, confusion: 0 },
      ].forEach((mood) => {
        s.say('x', means('booking-status', 0.9, { mood }));
      }),
  },
  {
    name: 'the same asked three times',
    go: (s) =>
      [1, 2, 3].forEach(() => {
        s.say('status', means('booking-status'));
      }),
  },
  {
    name: 'the same asked about another',
    go: (s) => {
      two(s);
      ['ME204', 'ME118', 'ME204', 'ME118'].forEach((id) => {
        s.say(id, means('booking-status', 0.9, { entities: record('bookings', id) }));
      });
    },
  },
  {
    name: 'several requests, the first open',
    go: (s) =>
      s.say(
        'both',
        means('cancel-flight', 0.9, {
          further: [
            { id: 'remove-bag', confidence: 0.9 },
            { id: 'remove-bag', confidence: 0.9 },
          ],
        }),
      ),
  },
  {
    name: 'several requests, and the second after the first',
    go: (s) => {
      s.say('both', means('cancel-flight', 0.9, { further: [{ id: 'remove-bag', confidence: 0.8 }] }));
      s.press('do');
      s.press('keep');
    },
  },
  {
    name: 'several requests, the first answered',
    go: (s) =>
      s.say(
        'both',
        means('booking-status', 0.9, {
          further: [
            { id: 'cancel-flight', confidence: 0.9 },
            { id: 'baggage-allowance', confidence: 0.75 },
          ],
        }),
      ),
  },
  {
    name: 'further requests that are not sure enough',
    go: (s) =>
      s.say(
        'both',
        means('booking-status', 0.9, {
          further: [
            { id: 'cancel-flight', confidence: 0.79 },
            { id: 'baggage-allowance', confidence: 0.74 },
            { id: 'nonsense', confidence: 1 },
            { id: 'booking-status', confidence: 1 },
          ],
        }),
      ),
  },
  {
    name: 'a further request with nothing to act on',
    go: (s) => {
      none(s);
      s.say('both', means('baggage-allowance', 0.9, { further: [{ id: 'cancel-flight', confidence: 0.9 }] }));
    },
  },
  {
    name: 'later, by yes',
    go: (s) => {
      s.say('MOVE IT', means('change-flight', 0.9, { ...angry, entities: date('2026-12-09') }));
      s.say('yes', reading({ gesture: 'yes', entities: date('2026-12-09') }));
    },
  },
];
