// The tour's stops where it is not plain what is meant: rivals, records that are named by others, answers that fit
// more than one choice, and what is asked again.
import type { Site } from '../../server/site/site.ts';
import type { RankedIntent } from '../../shared/understanding.ts';
import { means, reading, records, type Scene } from '../helpers/scene.ts';
import { testSite } from '../helpers/test-site.ts';
import { angry, both, passage, record, type Stop, two } from './tour-stage.ts';

const read = (...ranked: [string, number][]): { intents: RankedIntent[] } => ({
  intents: ranked.map(([id, confidence]) => ({ id, confidence })),
});
/** Two bags, of which the first names its flight and the second does not. */
const flown = (s: Scene) => {
  two(s);
  const bags = [
    { id: 'bag-1', name: 'ME204' },
    { id: 'bag-2', name: 'by the sea' },
  ];
  s.facts = { ...s.facts, bags: records('bags', bags, s.now) };
};
const risky = (id: string, risk: 'read' | 'write'): Partial<Site> => ({
  actions: testSite().actions.map((action) => (action.id === id ? { ...action, risk } : action)),
});
const onNothing: Partial<Site> = {
  actions: testSite().actions.map((action) => {
    if (action.id !== 'change-flight') return action;
    const { on: _, when: __, ...rest } = action;
    return { ...rest, arguments: { date: '{details.date}' } };
  }),
};
const sevens = (s: Scene) => {
  const flight = (number: number) => ({
    fact: 'bookings',
    id: String(number),
    label: `flight ${number}`,
    value: { number, name: `flight ${number}`, status: 'active' },
  });
  s.facts = { ...s.facts, bookings: { ok: true, at: s.now, records: [flight(7), flight(8)] } };
};

export const doubts: Stop[] = [
  {
    name: 'rivals: the flight was read, its bag was named, with the flight it belongs to',
    go: (s) => {
      flown(s);
      const entities = [...record('bookings', 'ME204'), ...record('bags', 'bag-1')];
      s.say('cancel the bag on ME204', both(0.96, 0.02, { entities }));
    },
  },
  {
    name: 'rivals: the bag was read, and named by its flight',
    go: (s) => {
      flown(s);
      const entities = record('bookings', 'ME204');
      s.say(
        'the bag on ME204',
        reading({ ...read(['remove-bag', 0.96], ['cancel-flight', 0.02]), entities }),
      );
    },
  },
  {
    name: 'rivals: one that no other intent could stand for',
    go: (s) => s.say('off with it', reading(read(['remove-bag', 0.9], ['change-flight', 0.02]))),
  },
  {
    name: 'no rivals: of a question, of what can be mended, and of what acts on nothing',
    site: { ...risky('cancel-flight', 'write') },
    go: (s) => {
      s.say('status', reading(read(['booking-status', 0.9], ['remove-bag', 0.05])));
      s.say('cancel', reading(read(['cancel-flight', 0.9], ['remove-bag', 0.05])));
    },
  },
  {
    name: 'no rivals: what acts on nothing of the customer’s',
    site: onNothing,
    go: (s) => s.say('move', reading(read(['change-flight', 0.9], ['remove-bag', 0.05]))),
  },
  {
    name: 'a bag by a flight that it is not on',
    go: (s) => {
      flown(s);
      s.say('the bag on ME118', means('remove-bag', 0.9, { entities: record('bookings', 'ME118') }));
    },
  },
  {
    name: 'a record beside a word that is the id of another',
    go: (s) => {
      two(s);
      const word = { kind: 'word' as const, value: 'x', text: 'x' };
      s.say('ME118 x', means('cancel-flight', 0.9, { entities: [word, ...record('bookings', 'ME118')] }));
    },
  },
  {
    name: 'records whose own id is no text of theirs',
    site: {
      actions: testSite().actions.map((action) => ({ ...action, arguments: { id: '{object.number}' } })),
    },
    go: (s) => {
      sevens(s);
      s.say('flight 8', means('cancel-flight', 0.9, { entities: record('bookings', '8') }));
    },
  },
  {
    name: 'as far apart as the margin',
    site: { thresholds: { ...testSite().thresholds, margin: 0.25 } },
    go: (s) => s.say('hm', reading(read(['booking-status', 1], ['baggage-allowance', 0.75]))),
  },
  {
    name: 'two close readings of one kind, and a record that decides nothing between them',
    go: (s) => {
      const entities = record('bookings', 'ME204');
      s.say('my flight', reading({ ...read(['cancel-flight', 0.85], ['change-flight', 0.8]), entities }));
    },
  },
  {
    name: 'two close readings, and a record of neither, then of both',
    go: (s) => {
      const close = read(['cancel-flight', 0.85], ['baggage-allowance', 0.8]);
      s.say('my bag', reading({ ...close, entities: record('bags', 'bag-1') }));
      const entities = [...record('bags', 'bag-1'), ...record('bookings', 'ME204')];
      s.say('my bag on ME204', reading({ ...close, entities }));
    },
  },
  {
    name: 'asked hypothetically, past or reported: what only reads is answered',
    site: risky('change-flight', 'read'),
    go: (s) => {
      s.say('if I moved', means('change-flight', 0.9, { guard: 'hypothetical' }));
      s.say('hm', reading(read(['change-flight', 0.6])), passage(0.9));
    },
  },
  {
    name: 'an article for a question that is half read, and beside what the site does not know',
    go: (s) => {
      s.say('the status', reading(read(['booking-status', 0.6])), passage(0.9));
      s.say('the what', reading(read(['made-up', 0.6])), passage(0.9));
    },
  },
  {
    name: 'not foreseen: what acts on nothing',
    site: { actions: testSite().actions.map(({ on: _, when: __, ...action }) => action) },
    go: (s) => s.say('if I cancelled', means('cancel-flight', 0.9, { guard: 'hypothetical' })),
  },
  {
    name: 'not foreseen: what cannot be looked up, and rivals of it',
    go: (s) => {
      s.facts = { ...s.facts, bookings: { ok: false, why: 'failed' } };
      s.say('if I cancelled', means('cancel-flight', 0.9, { guard: 'hypothetical' }));
      s.say('cancel my bag', both(0.96, 0.02, { entities: record('bags', 'bag-1') }));
    },
  },
  {
    name: 'shown once more: which of two it was, by the key of their kind',
    site: {
      actions: testSite().actions.map((action) => ({ ...action, arguments: { id: '{object.number}' } })),
      facts: testSite().facts.map((fact) => (fact.id === 'bookings' ? { ...fact, key: 'number' } : fact)),
    },
    go: (s) => {
      sevens(s);
      s.say('flight 8', means('cancel-flight', 0.9, { entities: record('bookings', '8') }));
      s.ask('again', { question: s.last('question')?.id ?? '' });
    },
  },
  {
    name: 'foreseen, where no money is in it',
    site: {
      actions: testSite().actions.map(({ confirm: { money: _, ...confirm }, ...action }) => ({
        ...action,
        confirm,
      })),
    },
    go: (s) => s.say('if I cancelled', means('cancel-flight', 0.9, { guard: 'hypothetical' })),
  },
  {
    name: 'the feeling that is furthest above its threshold, the first one and another',
    go: (s) => {
      s.say('A', reading({ mood: { frustration: 0.9, urgency: 0.7, confusion: 0.7 } }));
      s.say('B', reading({ mood: { frustration: 0.1, urgency: 0.65, confusion: 0.8 } }));
    },
  },
  {
    name: 'a feeling that goes on is owed no second time, an acknowledgement that never came still is',
    go: (s) => {
      const { mood } = angry;
      const seen = { intents: [], outOfScope: 0, entities: [], topics: [], language: 'en', further: [] };
      s.happen({ type: 'understood', message: 1, ...seen, mood, distress: false, wantsPerson: false });
      s.say('AND NOW', means('booking-status', 0.9, angry));
    },
  },
  {
    name: 'asked again with four choices',
    go: (s) => {
      s.say('hm', reading(read(['booking-status', 0.5], ['remove-bag', 0.4], ['cancel-flight', 0.3])));
      s.say('or', reading(read(['complaint', 0.5], ['baggage-allowance', 0.4])));
    },
  },
  {
    name: 'filled up to two with another than the first',
    go: (s) => s.say('hm', reading(read(['remove-bag', 0.5]))),
  },
  {
    name: 'a question read faintly as the card’s own',
    go: (s) => {
      s.say('cancel', means('cancel-flight'));
      s.say('what does that cost', means('cancel-flight', 0.4), passage(0.9));
    },
  },
  {
    name: 'less sure than it takes to destroy, three times',
    go: (s) => {
      s.say('cancel', means('cancel-flight', 0.78));
      s.press('else');
      s.say('cancel', means('cancel-flight', 0.78));
      s.press('else');
      s.say('cancel', means('cancel-flight', 0.78));
    },
  },
  {
    name: 'the same as was chosen, in the first words for it',
    go: (s) => {
      s.say('hm', reading(read(['cancel-flight', 0.5], ['booking-status', 0.45])));
      s.press('booking-status');
      s.say('status', means('booking-status'));
    },
  },
];
