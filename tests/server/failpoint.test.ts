// A failpoint ends the process where it is said to, the time it is said to, and is not there unless it is asked for.
import { expect, it } from 'vitest';
import { parseConfig } from '../../server/config.ts';
import { type Failpoint, withFailpoint } from '../../server/failpoint.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import type { Append } from '../../server/store/store.ts';
import type { EventBody } from '../../shared/events.ts';

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

it('knows what a write is about by its events', async () => {
  const passed = async (name: Failpoint['name'], events: EventBody[], client?: Append['client']) => {
    let died = 0;
    const { store } = withFailpoint({ name, at: 1 }, ways(), () => {
      died += 1;
    });
    await store.append({ ...append, events, ...(client ? { client } : {}) });
    return died;
  };
  const claimed: EventBody = { type: 'claimed', agent: { id: 'mia', name: 'Mia' } };
  const said: EventBody = { type: 'message', from: 'customer', text: 'hello' };
  expect(await passed('before-claim', [claimed])).toBe(1);
  expect(await passed('after-claim', [claimed])).toBe(1);
  expect(await passed('after-claim', [said])).toBe(0);
  expect(await passed('before-ack', [said], { author: 'ann', id: 'm1' })).toBe(1);
  expect(await passed('before-ack', [said])).toBe(0);
  expect(await passed('before-turn', [said])).toBe(0);
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
