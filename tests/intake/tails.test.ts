// How far those who are connected have been sent what was stored: nothing twice, nothing left out, in order, whatever
// becomes of the hints.
import { expect, test } from 'vitest';
import { createTails } from '../../server/intake/tails.ts';
import type { Publication } from '../../server/record/recorder.ts';

const id = 'a';

/** A log that grows, and what was delivered of it. */
function scene() {
  let stored = 0;
  let waiting: (() => void)[] | undefined;
  const delivered: number[] = [];
  const behind = new Map<number, () => void>();
  const followed = new Set([id]);
  const publication = (from: number, to: number): Publication => ({
    conversation: id,
    site: 'airline',
    row: {} as Publication['row'],
    events: Array.from(
      { length: to - from + 1 },
      (_, i) => ({ seq: from + i }) as Publication['events'][number],
    ),
    before: { customer: from - 1, agent: from - 1 },
  });
  const faults: unknown[] = [];
  const asked: string[][] = [];
  const tails = createTails({
    isFollowed: (conversation) => followed.has(conversation),
    deliver: ({ events }) => {
      delivered.push(...events.map(({ seq }) => seq));
      const next = behind.get(delivered.at(-1)!);
      // When whoever delivered has ended, and before anybody else hears of it.
      if (next) queueMicrotask(next);
    },
    async since(_, after) {
      const to = stored;
      if (waiting) await new Promise<void>((resolve) => waiting!.push(resolve));
      return to > after ? publication(after + 1, to) : undefined;
    },
    async seqs(ids) {
      asked.push(ids);
      return Object.fromEntries(ids.map((one) => [one, stored]));
    },
    failed: (error) => faults.push(error),
  });
  return {
    tails,
    delivered,
    followed,
    faults,
    /** The conversations that were looked for, by each question to the store. */
    asked,
    /** Another node stores so many. */
    elsewhere: (count: number) => {
      stored += count;
      return stored;
    },
    /** This node stores so many, and publishes them. */
    here(count: number) {
      stored += count;
      tails.take(publication(stored - count + 1, stored));
    },
    /** Does it once this seq has been delivered. */
    after: (seq: number, doing: () => void) => behind.set(seq, doing),
    /** Reading takes until the answer is called. */
    slowly() {
      const held: (() => void)[] = [];
      waiting = held;
      return () => {
        waiting = undefined;
        for (const go of held) go();
      };
    },
  };
}

test('what this node stores is delivered at once', () => {
  const { tails, here, delivered } = scene();
  tails.follow(id, 0);
  here(2);
  here(1);
  expect(delivered).toEqual([1, 2, 3]);
});

test('what another node stores is read when it hints at it, and found by looking when the hint was lost', async () => {
  const { tails, elsewhere, delivered } = scene();
  tails.follow(id, 0);
  tails.hint(id, elsewhere(2));
  await expect.poll(() => delivered).toEqual([1, 2]);
  elsewhere(3);
  await tails.look();
  expect(delivered).toEqual([1, 2, 3, 4, 5]);
});

test('what this node stores behind what it has not heard of waits for that', async () => {
  const { tails, elsewhere, here, delivered } = scene();
  tails.follow(id, 0);
  elsewhere(2);
  here(1);
  expect(delivered).toEqual([]);
  await expect.poll(() => delivered).toEqual([1, 2, 3]);
});

test('nothing comes twice or out of order when hints, publications and looks meet', async () => {
  const { tails, elsewhere, here, delivered, slowly } = scene();
  tails.follow(id, 0);
  const go = slowly();
  tails.hint(id, elsewhere(1));
  here(1);
  const looked = tails.look();
  tails.hint(id, elsewhere(1));
  here(1);
  go();
  await looked;
  await expect.poll(() => delivered).toEqual([1, 2, 3, 4]);
  tails.hint(id, 2);
  await tails.look();
  expect(delivered).toEqual([1, 2, 3, 4]);
});

test('what is stored in the moment in which a reading ends is delivered too', async () => {
  const { tails, elsewhere, here, delivered, after } = scene();
  tails.follow(id, 0);
  after(2, () => here(1));
  tails.hint(id, elsewhere(2));
  await expect.poll(() => delivered).toEqual([1, 2, 3]);
});

test('a conversation that nobody here sees is not read', async () => {
  const { tails, elsewhere, followed, delivered } = scene();
  tails.follow(id, 0);
  followed.clear();
  tails.hint(id, elsewhere(2));
  await tails.look();
  expect(delivered).toEqual([]);
  followed.add(id);
  tails.follow(id, 2);
  tails.hint(id, elsewhere(1));
  await expect.poll(() => delivered).toEqual([3]);
});

test('a conversation that everybody here has left is not kept', async () => {
  const { tails, followed, asked } = scene();
  const many = Array.from({ length: 500 }, (_, index) => `c${index}`);
  for (const one of many) {
    followed.add(one);
    tails.follow(one, 0);
    tails.left(one);
  }
  await tails.look();
  expect(asked.flat()).toHaveLength(many.length);
  asked.length = 0;
  for (const one of many) {
    followed.delete(one);
    tails.left(one);
    followed.add(one);
  }
  await tails.look();
  expect(asked.flat()).toEqual([]);
});

test('a database that fails is looked into again', async () => {
  const { tails, elsewhere, delivered, faults } = scene();
  const failing = createTails({
    isFollowed: () => true,
    deliver: ({ events }) => delivered.push(...events.map(({ seq }) => seq)),
    since: async () => {
      throw new Error('away');
    },
    seqs: async () => ({ [id]: 1 }),
    failed: (error) => faults.push(error),
  });
  failing.follow(id, 0);
  await failing.look();
  await failing.look();
  expect(faults).toHaveLength(2);
  tails.follow(id, 0);
  elsewhere(1);
  await tails.look();
  expect(delivered).toEqual([1]);
});
