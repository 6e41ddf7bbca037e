// What was read is remembered, within bounds, and short texts longer than long ones.
import { expect, it } from 'vitest';
import { remember } from '../../server/understand/remember.ts';

function counting(most: number, longest?: number) {
  const read: string[] = [];
  const known = remember((text) => read.push(text), most, longest);
  return { read, known };
}

it('reads a text once, until so many others came that it starts anew', () => {
  const { read, known } = counting(2);
  const [a, b, c] = ['a', 'b', 'c'].map((letter) => letter.repeat(30)) as [string, string, string];
  expect([known(a), known(b), known(a)]).toEqual([1, 2, 1]);
  known(c);
  known(a);
  expect(read).toEqual([a, b, c, a]);
});

it('keeps a greeting however many long texts came since, and no end of greetings', () => {
  const { read, known } = counting(2);
  known('hello');
  for (let i = 0; i < 100; i += 1) known(`a text that nobody ever says again, number ${i}`);
  known('hello');
  expect(read.filter((text) => text === 'hello')).toHaveLength(1);
  for (let i = 0; i < 500; i += 1) known(`hello ${i}`);
  known('hello');
  expect(read.filter((text) => text === 'hello')).toHaveLength(2);
});

it('keeps no text longer than asked', () => {
  const { read, known } = counting(10, 5);
  known('123456');
  known('123456');
  expect(read).toHaveLength(2);
});
