// Customers who write all the while.
import type { Random } from './chance.ts';
import type { ChaosCustomer } from './chaos-customer.ts';

/** Not more than a person has in hand: the rest waits until something has gone through. */
const mostUnsent = 5;

/** Each writes every `everyMs` on average, until it is stopped. */
export function keepWriting(customers: ChaosCustomer[], everyMs: number, random: Random): { stop(): void } {
  let going = true;
  for (const customer of customers) {
    const next = (): void => {
      if (!going) return;
      if (customer.link.outbox.parcels.peek().length < mostUnsent) customer.write();
      setTimeout(next, everyMs * (0.3 + 1.4 * random()));
    };
    setTimeout(next, everyMs * random());
  }
  return {
    stop() {
      going = false;
    },
  };
}
