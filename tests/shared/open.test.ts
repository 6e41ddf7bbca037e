// What an event's open objects may be: what JSON calls an object.
import { expect, test } from 'vitest';
import { open } from '../../shared/event-parts-schema.ts';

test('a plain object passes as it is', () => {
  const evidence = { at: 1, of: { deep: ['x'] } };
  expect(open.parse(evidence)).toBe(evidence);
  expect(open.safeParse(JSON.parse('{"a":null}')).success).toBe(true);
});

test.each([
  ['a date', new Date(0)],
  ['a map', new Map()],
  ['a list', []],
  ['nothing', null],
  ['a text', 'x'],
])('%s is none', (_, value) => {
  expect(open.safeParse(value).success).toBe(false);
});
