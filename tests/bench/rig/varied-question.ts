// What a customer of a bench asks in words of their own: the same matters as `questions.ts`, with names, numbers,
// places and small talk that differ from customer to customer, so that nothing is remembered from another's text.
import { seededRandom, shuffle } from '../../../server/understand/seeded-random.ts';

type Pick = (from: readonly string[]) => string;
type Amount = (from: number, to: number) => number;

const names =
  'Anna Weber|Tom Okafor|Mia Lindqvist|Jan Novak|Priya Raman|Luis Ortega|Chloe Martin|Sam Fielding'.split(
    '|',
  );
const cities =
  'Oslo|Lisbon|Vienna|Porto|Athens|Dublin|Geneva|Riga|Palermo|Krakow|Malaga|Bergen|Seville|Nice'.split('|');
const days = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday'.split('|');
const pets = 'dog|cat|small dog|old cat|puppy|kitten'.split('|');
const whom = 'my sister|my parents|a colleague|my two kids|a friend|my husband|my grandmother'.split('|');
const before = [
  '',
  'Hello,',
  'Hi there,',
  'Quick question:',
  'Good morning,',
  'Sorry to bother you,',
  'One more thing:',
  'And another question,',
];
const after = ['', 'Thanks!', 'Thank you', 'Many thanks in advance.', 'Cheers', 'I would be glad to know.'];

type Asked = (pick: Pick, number: Amount) => string;

/** One of each matter: who asks for the same thing again and again is handed to a person. */
const asked: readonly Asked[] = [
  (pick, n) => `How much baggage may I take with me to ${pick(cities)} for ${n(2, 29)} days?`,
  () => 'What does a checked bag cost at the airport?',
  () => 'Can I bring a surfboard on the plane?',
  (pick) => `How do I check in online for ${pick(days)}, travelling with ${pick(whom)}?`,
  (pick) => `When does the check-in open on ${pick(days)}?`,
  (_, n) => `What happens when my flight is delayed by ${n(2, 11)} hours?`,
  (pick, n) => `Do I get compensation for a delay of ${n(3, 12)} hours on ${pick(days)}?`,
  (pick, n) => `May my ${pick(pets)} of ${n(2, 9)} kg travel in the cabin to ${pick(cities)}?`,
  (pick) => `How can I get an invoice for the trip to ${pick(cities)} with ${pick(whom)}?`,
  (_, n) => `How long does a refund of ${n(40, 900)} euros take?`,
  (pick, n) =>
    `Can I choose seat ${n(3, 38)}${pick('ABCDEF'.split(''))} in advance on the way to ${pick(cities)}?`,
  (pick) => `Is there wifi on board between ${pick(cities)} and ${pick(cities)}?`,
];

/** Message `turn` (0, 1, …) of customer `customer`; the same whenever it is asked for. */
export function variedQuestion(customer: number, turn: number): string {
  const random = seededRandom(Math.imul(customer + 1, 0x9e3779b1) ^ Math.imul(turn + 1, 0x85ebca6b));
  const number: Amount = (from, to) => from + Math.floor(random() * (to - from + 1));
  const pick: Pick = (from) => from[number(0, from.length - 1)]!;
  const order = shuffle([...asked.keys()], seededRandom(customer));
  const question = asked[order[turn % order.length]!]!(pick, number);
  const hello = turn === 0 ? `Hi, I'm ${pick(names)}.` : pick(before);
  return [hello, question, pick(after)].filter(Boolean).join(' ');
}
