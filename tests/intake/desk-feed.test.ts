// What agents are sent of the line and of their colleagues, where a reading of it fails, and where one of them is slow.
import { Server } from 'socket.io';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { AgentNamespace, AgentSocket } from '../../server/intake/agent-sockets.ts';
import { createDeskFeed } from '../../server/intake/desk-feed.ts';
import type { QueueRow } from '../../shared/protocol.ts';

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
});

/** A feed over a desk that does not answer for the sites in `down`; agents of `airline` and of `shop` read it. */
async function reading() {
  const namespace: AgentNamespace = new Server().of('/agent');
  const { adapter } = namespace;
  const sent: string[] = [];
  adapter.broadcast = ({ data }, { rooms }) => {
    if (data[0] === 'queue') sent.push(`${[...rooms].join()}: ${data[1].length}`);
  };
  const down = new Set<string>();
  const faults: unknown[] = [];
  const queue: QueueRow[] = [];
  const desk = {
    queue: async (sites: string[]) => {
      if (sites.some((site) => down.has(site))) throw new Error('the store does not answer');
      return [...queue];
    },
    presence: async () => [],
  };
  const feed = createDeskFeed(
    namespace,
    desk,
    async () => [],
    (error) => faults.push(error),
  );
  for (const site of ['airline', 'shop']) {
    const socket = {
      id: `of ${site}`,
      data: { agent: { sites: [site] } },
      join: async (rooms: string[]) => adapter.addAll(`of ${site}`, new Set(rooms)),
    };
    await feed.join(socket as unknown as AgentSocket);
  }
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent.splice(0)).toEqual(['of airline: 0', 'of shop: 0']);
  return {
    feed,
    sent,
    down,
    faults,
    /** Whether what was sent to the airline's agent is on its way. */
    isReady(writable: boolean) {
      namespace.sockets.set('of airline', { conn: { transport: { writable } } } as AgentSocket);
    },
    /** The airline's agent goes. */
    leaves: () => adapter.delAll('of airline'),
    comes: (conversation: string, line = true) => {
      queue.push({ conversation, waiting: 0 } as QueueRow);
      feed.touch(['airline', 'shop'], line);
    },
  };
}

test('a change whose reading failed is sent when it can be read again, though nothing else changes', async () => {
  const { comes, sent, down, faults } = await reading();
  down.add('airline').add('shop');
  comes('c1');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toEqual([]);
  expect(faults.length).toBeGreaterThan(2);
  // Looked for again and again, but at its leisure: the store has enough to do.
  expect(faults.length).toBeLessThan(20);
  down.clear();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(sent).toEqual(['of airline: 1', 'of shop: 1']);
  expect(vi.getTimerCount()).toBe(0);
});

test('what cannot be read for some agents is sent to the others', async () => {
  const { comes, sent, down } = await reading();
  down.add('airline');
  comes('c1');
  await vi.advanceTimersByTimeAsync(3_000);
  expect(sent.splice(0)).toEqual(['of shop: 1']);
  down.clear();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(sent).toEqual(['of airline: 1']);
});

test('a feed that has ended does not look again, also where a reading fails after that', async () => {
  const { feed, comes, down, faults } = await reading();
  down.add('airline');
  comes('c1');
  vi.advanceTimersToNextTimer();
  feed.stop();
  await vi.advanceTimersByTimeAsync(0);
  expect(faults).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('who still takes in what was sent gets what is so then, once, and the others get it meanwhile', async () => {
  const { comes, sent, isReady } = await reading();
  isReady(false);
  for (const conversation of ['c1', 'c2', 'c3']) {
    comes(conversation);
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(sent.splice(0)).toEqual(['of shop: 1', 'of shop: 2', 'of shop: 3']);
  isReady(true);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(sent).toEqual(['of airline: 3']);
  expect(vi.getTimerCount()).toBe(0);
});

test('one who goes before they took in what was sent is waited for no longer', async () => {
  const { comes, isReady, leaves } = await reading();
  isReady(false);
  comes('c1');
  await vi.advanceTimersByTimeAsync(3_000);
  expect(vi.getTimerCount()).toBe(1);
  leaves();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(vi.getTimerCount()).toBe(0);
});

test('what is only written is sent once a second, and at once together with what moves the line', async () => {
  const { comes, sent } = await reading();
  for (const n of [1, 2, 3, 4]) {
    comes(`c${n}`, false);
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(sent.splice(0)).toEqual(['of airline: 4', 'of shop: 4']);
  comes('c5', false);
  comes('c6');
  await vi.advanceTimersByTimeAsync(200);
  expect(sent.splice(0)).toEqual(['of airline: 6', 'of shop: 6']);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(sent).toEqual([]);
});
