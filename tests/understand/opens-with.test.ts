// D4: a yes or no that goes on is a word to the card, whatever else it may look like.
import { expect, it } from 'vitest';
import { opensWith } from '../../server/understand/opens-with.ts';

it.each([
  ['yes but not that one', 'yes'],
  ['Ok, the other bag then', 'yes'],
  ['sure – go on', 'yes'],
  ['ja, aber nicht den', 'yes'],
  ['sí, pero no esa', 'yes'],
  ['oui mais pas celui-là', 'yes'],
  ['não, deixa assim', 'no'],
  ['no, the other flight', 'no'],
  ['No. Leave my bag alone', 'no'],
  ['nope keep it', 'no'],
  ['nein lass ihn da', 'no'],
  ['nee, lieber nicht', 'no'],
] as const)('D4 reads how “%s” begins: %s', (text, begins) => {
  expect(opensWith(text)).toBe(begins);
});

it.each([
  'yes',
  'no',
  'ok!',
  'no refund arrived',
  'no one answers',
  'okra soup',
  'yesterday I cancelled',
  'ok but what about the fee',
  'yes, and is my bag checked?',
  'ja und wann geht der Flug',
  'nobody called',
  'the answer is no, thanks',
])('D4 takes “%s” for no beginning of that kind', (text) => {
  expect(opensWith(text)).toBeUndefined();
});
