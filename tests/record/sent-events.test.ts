// What a reader gets, and how each event joins on to the one before it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSentEvents, sentEvents } from '../../server/record/sent-events.ts';
import type { Event } from '../../shared/events.ts';
import { forCustomer } from '../../shared/for-customer.ts';
import { arbitraryLog } from '../shared/arbitrary-events.ts';

const storeOf = (log: Event[]) => ({
  read: async (_: string, after = 0) => log.filter((event) => event.seq > after),
});
const reader = fc.constantFrom('customer' as const, 'agent' as const);

test('R3 whoever has everything up to any seq can join what they get on to it', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryLog(), reader, fc.nat(45), async (log, who, after) => {
      const all = sentEvents(log, who, 0);
      const sent = await readSentEvents(storeOf(log), 'a', who, after);
      expect(sent).toEqual(all.filter((event) => event.seq > after));
      let last = all.findLast((event) => event.seq <= after)?.seq ?? 0;
      for (const event of sent) {
        expect(event.prev).toBe(last);
        last = event.seq;
      }
    }),
  );
});

test('a customer who is far behind a long inner stretch still joins on', async () => {
  const log: Event[] = Array.from({ length: 500 }, (_, index) => ({
    ...(index === 0 || index === 499
      ? { type: 'message' as const, from: 'customer' as const, text: 'x' }
      : { type: 'rated' as const, by: 'customer' as const, score: 5 }),
    seq: index + 1,
    at: 1,
  }));
  const sent = await readSentEvents(storeOf(log), 'a', 'customer', 480);
  expect(sent.map(({ seq, prev }) => [seq, prev])).toEqual([[500, 1]]);
  expect(log.filter(forCustomer)).toHaveLength(2);
});
