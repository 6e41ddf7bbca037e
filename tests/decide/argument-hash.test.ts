// D3: what a confirmation is bound to, down to the last value, and by nothing but the values.
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { argumentHash } from '../../server/decide/argument-hash.ts';

const base = { conversation: 'c', customer: 'k', action: 'a' };
const hash = (values: Record<string, unknown>) => argumentHash({ ...base, arguments: values });

it('D3 hashes one canonical text, whose properties are in the order of their names', () => {
  const canonical =
    '{"action":"a","arguments":{"a":null,"b":[1,{"x":true,"y":"z"},[]],"c":"1"},"conversation":"c","customer":"k"}';
  const expected = createHash('sha256').update(canonical).digest('hex');
  expect(hash({ c: '1', b: [1, { y: 'z', x: true }, []], a: null })).toBe(expected);
  expect(hash({ a: undefined, c: '1', b: [1, { x: true, y: 'z' }, []] })).toBe(expected);
});

it('D3 tells apart what differs in place, in kind or in order', () => {
  const all = [
    {},
    { a: 1 },
    { a: '1' },
    { a: [1] },
    { a: [1, 2] },
    { a: [2, 1] },
    { a: ['1,2'] },
    { a: {} },
    { b: 1 },
  ];
  expect(new Set(all.map(hash)).size).toBe(all.length);
});
