// Any step that may happen in a model-checked conversation, a little likelier where runs get somewhere.
import fc from 'fast-check';
import type { RolloutMode } from '../../shared/ladder.ts';
import type { Understanding } from '../../shared/understanding.ts';
import type { BusinessAnswer } from './model-world.ts';
import type { Step } from './steps.ts';

const intents = [
  'remove-bag',
  'cancel-flight',
  'change-flight',
  'booking-status',
  'baggage-allowance',
  'complaint',
  'upgrade',
  'made-up',
];
const share = fc.constantFrom(0, 0.3, 0.6, 0.74, 0.76, 0.79, 0.81, 0.9, 1);
const ranked = fc.record({ id: fc.constantFrom(...intents), confidence: share });
const rarely = fc.integer({ min: 0, max: 19 }).map((n) => n === 19);

const entity = fc.oneof(
  fc.record({
    kind: fc.constant('record' as const),
    fact: fc.constantFrom('bookings', 'bags'),
    value: fc.constantFrom('ME204', 'ME300', 'bag-1'),
    text: fc.constant('it'),
  }),
  fc.record({
    kind: fc.constant('date' as const),
    value: fc.constantFrom('2026-12-09', '2026-12-10'),
    text: fc.constant('then'),
  }),
);

/** Anything at all that fits the shape; a little likelier to be of use, so that runs get somewhere. */
export const understanding: fc.Arbitrary<Understanding> = fc.record(
  {
    intents: fc.uniqueArray(ranked, { maxLength: 4, selector: ({ id }) => id }),
    outOfScope: share,
    mood: fc.record({ frustration: share, urgency: share, confusion: share }),
    distress: rarely,
    entities: fc.array(entity, { maxLength: 2 }),
    topics: rarely.map((yes) => (yes ? ['legal'] : [])),
    language: fc.constantFrom('en', 'en', 'en', 'de'),
    wantsPerson: rarely,
    further: fc.array(ranked, { maxLength: 2 }),
    guard: fc.constantFrom('negated', 'hypothetical', 'past', 'reported'),
    gesture: fc.constantFrom('greeting', 'thanks', 'yes', 'no', 'goodbye', 'something-else'),
    opensWith: fc.constantFrom('yes', 'no'),
    answer: fc.record({
      choice: fc.constantFrom('do', 'keep', 'else', 'ME204', 'remove-bag', 'cancel-flight', 'person'),
      whole: fc.boolean(),
    }),
  },
  {
    requiredKeys: [
      'intents',
      'outOfScope',
      'mood',
      'distress',
      'entities',
      'topics',
      'language',
      'wantsPerson',
      'further',
    ],
  },
);

/** A calm and clear request for one of the actions: cards, presses and runs come of these. */
const clearRequest: fc.Arbitrary<Understanding> = fc
  .constantFrom('remove-bag', 'cancel-flight', 'upgrade')
  .map((id) => ({
    intents: [{ id, confidence: 1 }],
    outOfScope: 0,
    mood: { frustration: 0, urgency: 0, confusion: 0 },
    distress: false,
    entities: [],
    topics: [],
    language: 'en',
    wantsPerson: false,
    further: [],
  }));

export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record(
      {
        do: fc.constant('say' as const),
        read: fc.oneof(understanding, clearRequest),
        as: fc.constantFrom('label' as const, 'yes' as const),
        twice: rarely,
      },
      { requiredKeys: ['do', 'read'] },
    ),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('press' as const),
      at: fc.constantFrom(0, 0, 0, 0, 1, 2),
      pick: fc.constantFrom(0, 1, 1, 1, 2, 3),
      twice: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('again' as const), at: fc.constantFrom(0, 1) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'human' as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), at: fc.constantFrom(0, 0, 1) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      choice: fc.constantFrom('keep' as const, 'message' as const, 'callback' as const, 'assistant' as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'rate' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('agent' as const),
      who: fc.constantFrom(0 as const, 1 as const),
      act: fc.constantFrom(
        'on' as const,
        'off' as const,
        'gone' as const,
        'claim' as const,
        'claim' as const,
        'takeover' as const,
        'release' as const,
        'return' as const,
        'return' as const,
        'reply' as const,
        'resolve' as const,
        'transfer' as const,
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record(
      {
        do: fc.constant('word' as const),
        who: fc.constantFrom(0 as const, 1 as const),
        at: fc.constantFrom(0, 0, 0, 1),
        approve: fc.constantFrom(true, true, false),
        both: rarely,
      },
      { requiredKeys: ['do', 'who', 'at', 'approve'] },
    ),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('rung' as const),
      mode: fc.constantFrom<RolloutMode>('shadow', 'supervised', 'supervised', 'supervised', 'autonomous'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('hold' as const), on: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      ms: fc.constantFrom(400, 5_000, 20_000, 61_000, 290_000, 301_000, 660_000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('business' as const),
      answer: fc.constantFrom<BusinessAnswer>('refused', 'error', 'html', 'reset', 'unreachable', 'never'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      status: fc.constantFrom('active' as const, 'cancelled' as const),
      second: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
);
