import { expect, it } from 'vitest';
import { weighPhrases } from '../../server/understand/weigh-phrases.ts';

const seats = [
  'choose a seat',
  'I want a window seat',
  'pick my seat',
  'seat by the aisle',
  'change my seat',
];
const meals = ['order a meal', 'vegan meal please', 'book a meal', 'what can I eat', 'change my meal'];
const input = {
  examples: [
    ...seats.map((text) => ({ intent: 'seat', text })),
    ...meals.map((text) => ({ intent: 'meal', text })),
  ],
  background: [
    'the weather is fine',
    'tell me a joke',
    'who won the match',
    'play some music',
    'good morning',
  ],
  outOfScopeShare: 0.25,
  seed: 1,
};

it('reads each phrase once with and once without the further ones, in the same rounds', () => {
  const further = [
    { intent: 'seat', text: 'somewhere with room for my legs' },
    { intent: 'seat', text: 'room for my long legs please' },
    { intent: 'seat', text: 'more room for legs' },
    { intent: 'seat', text: 'Choose a seat ' },
  ];
  const weighed = weighPhrases(input, further);
  expect(weighed.filter((phrase) => phrase.further)).toHaveLength(3);
  expect(weighed).toHaveLength(input.examples.length + 3);
  const legs = weighed.filter((phrase) => phrase.further);
  expect(legs.filter(({ after }) => after === 'seat').length).toBeGreaterThan(
    legs.filter(({ before }) => before === 'seat').length,
  );
  expect(weighPhrases(input, further)).toEqual(weighed);
});

it('without further phrases nothing changes', () => {
  const weighed = weighPhrases(input, []);
  expect(weighed.every(({ before, after }) => before === after)).toBe(true);
});
