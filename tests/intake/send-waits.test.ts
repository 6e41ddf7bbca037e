// Who hears what the wait would be: everyone of a site with a page open here, but those who wait and hear their own.
import { Server } from 'socket.io';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { roomOf } from '../../server/intake/rooms.ts';
import { sendWaits } from '../../server/intake/send-waits.ts';
import type { Wait } from '../../shared/events.ts';

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
});

test('O3 everyone hears of another wait once, but those in the line, and no conversation is read for it', async () => {
  const io = new Server();
  const { adapter } = io.of('/customer');
  await adapter.addAll('a page', new Set([roomOf.site('airline')]));
  const sent: { to: string[]; except: string[]; wait: unknown }[] = [];
  adapter.broadcast = ({ data }, { rooms, except }) => {
    sent.push({ to: [...rooms] as string[], except: [...(except ?? [])] as string[], wait: data[1] });
  };
  let wait: Wait = { position: 3, within: 120, confidence: 0.9, basis: 'history' };
  const faults: unknown[] = [];
  // Nothing else of the desk is asked for: its queue for agents reads hundreds of conversations.
  const desk = { waitFor: async () => wait, inLine: async () => ['first', 'second'] };
  const waits = sendWaits(io, desk, (error) => faults.push(error));
  for (let round = 0; round < 3; round += 1) {
    waits.toAll('airline');
    waits.toAll('airline');
    await vi.advanceTimersByTimeAsync(1_000);
  }
  wait = { ...wait, position: 4 };
  waits.toAll('airline');
  await vi.advanceTimersByTimeAsync(1_000);
  const except = ['first', 'second'].map(roomOf.conversation);
  expect(sent).toEqual(
    [3, 4].map((position) => ({ to: [roomOf.site('airline')], except, wait: { ...wait, position } })),
  );
  expect(faults).toEqual([]);
});

test('O3 a wait that could not be sent, because the line could not be read, goes out the next time', async () => {
  const io = new Server();
  const { adapter } = io.of('/customer');
  await adapter.addAll('a page', new Set([roomOf.site('airline')]));
  const sent: unknown[] = [];
  adapter.broadcast = ({ data }) => sent.push(data[1]);
  const wait: Wait = { position: 3, within: 120, confidence: 0.9, basis: 'history' };
  const faults: unknown[] = [];
  const inLine = vi.fn(async (): Promise<string[]> => []);
  inLine.mockRejectedValueOnce(new Error('the store does not answer'));
  const waits = sendWaits(io, { waitFor: async () => wait, inLine }, (error) => faults.push(error));
  for (let round = 0; round < 3; round += 1) {
    waits.toAll('airline');
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(faults).toHaveLength(1);
  expect(sent).toEqual([wait]);
});
