// How many sockets may be open, in all and from one address.
import { expect, test } from 'vitest';
import { createSocketCaps } from '../../server/intake/socket-caps.ts';

test('one address, and all together, may have so many; whoever goes makes room', () => {
  const caps = createSocketCaps({ sockets: 3, 'address-sockets': 2 });
  caps.opened('a');
  caps.opened('a');
  expect([caps.full('a'), caps.full('b')]).toEqual([true, false]);
  caps.opened('b');
  expect([caps.full('b'), caps.full('c')]).toEqual([true, true]);
  caps.closed('a');
  expect([caps.full('a'), caps.full('b'), caps.full('c')]).toEqual([false, false, false]);
});

test('off allows all', () => {
  const caps = createSocketCaps('off');
  for (let i = 0; i < 10_000; i++) caps.opened('a');
  expect(caps.full('a')).toBe(false);
});
