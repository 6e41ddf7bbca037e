// After the faults comes quiet: everything written is there, answered, and on screen as a fresh page shows it.
import type { Store } from '../../server/store/store.ts';
import type { Event } from '../../shared/events.ts';
import type { ChaosCustomer } from './chaos-customer.ts';
import type { House } from './house.ts';
import { judge, noVerdict, sameScreen, together, type Verdict } from './judge.ts';
import { waitUntil } from './wait-until.ts';

/** Waits for it, `within` so many ms at a time; what is still missing then is a fault. */
export async function finalVerdict(
  customers: ChaosCustomer[],
  house: House,
  within: number,
): Promise<Verdict> {
  /** Whoever died at a failpoint is started again, whatever is waited for. */
  const rest = (look: () => boolean | Promise<boolean>, what: string) =>
    waitUntil(
      async () => {
        await house.revive();
        return look();
      },
      what,
      within,
    ).catch(() => undefined);
  await rest(() => customers.every((customer) => customer.settled()), 'all to come to rest');
  const store = await house.open();
  try {
    let all = noVerdict;
    for (const customer of customers) {
      const log = logOf(customer.link.thread.conversation.peek() ?? '', store);
      await rest(async () => {
        await log.more();
        return answered(log.events);
      }, 'an answer to everything');
      const fresh = customer.fresh();
      // The last answer may be on its way to one of the two still; that it comes is what is looked for.
      await rest(
        () => fresh.thread.view.peek().seq > 0 && sameScreen(customer.link, fresh),
        'the same on both',
      );
      await log.more();
      all = together(all, judge(customer, log.events, fresh));
      fresh.dispose();
    }
    return all;
  } finally {
    await store.close();
  }
}

/** What is stored of a conversation, of which only what is new is read again. */
function logOf(id: string, store: Pick<Store, 'read'>): { events: Event[]; more(): Promise<void> } {
  const events: Event[] = [];
  return {
    events,
    async more() {
      for (;;) {
        const read = await store.read(id, events.at(-1)?.seq ?? 0);
        if (read.length === 0) return;
        events.push(...read);
      }
    },
  };
}

function answered(log: Event[]): boolean {
  const last = log.findLast((event) => event.type === 'message' && event.from === 'customer');
  return !last || log.some((event) => event.type === 'decided' && (event.on ?? 0) >= last.seq);
}
