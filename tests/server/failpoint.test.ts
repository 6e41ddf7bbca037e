// A failpoint ends the process where it is said to, the time it is said to, and is not there unless it is asked for.
import { expect, it } from 'vitest';
import { parseConfig } from '../../server/config.ts';
import { withFailpoint } from '../../server/failpoint.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';

const ways = () => ({ store: createMemoryStore(), fetch: async () => new Response('{}') });
const append = { conversation: 'none', at: 0, events: [] };

it('dies at the place and the time that are named', async () => {
  const died: number[] = [];
  let calls = 0;
  const { store } = withFailpoint({ name: 'after-append', at: 2 }, ways(), () => died.push(calls));
  for (calls = 1; calls <= 3; calls += 1) await store.append(append);
  expect(died).toEqual([2]);

  const { fetch } = withFailpoint({ name: 'before-call', at: 1 }, ways(), () => died.push(9));
  await fetch('http://x.test/', {});
  await fetch('http://x.test/', { method: 'GET' });
  expect(died).toEqual([2]);
  await fetch('http://x.test/', { method: 'POST' });
  expect(died).toEqual([2, 9]);
});

it('leaves everything as it is when none is named', () => {
  const same = ways();
  expect(withFailpoint(undefined, same, () => undefined)).toBe(same);
});

it('is named by the environment, and a wrong name is refused with the right ones', () => {
  expect(parseConfig({ HANDRAIL_FAILPOINT: 'after-call@3' }).failpoint).toEqual({
    name: 'after-call',
    at: 3,
  });
  expect(parseConfig({}).failpoint).toBeUndefined();
  for (const wrong of ['nowhere@1', 'after-call', 'after-call@0', 'after-call@x'])
    expect(() => parseConfig({ HANDRAIL_FAILPOINT: wrong })).toThrow(
      /HANDRAIL_FAILPOINT has to be one of before-append/,
    );
});
