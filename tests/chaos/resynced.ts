// How long customers take to be back after a fault, each timed alone.
import type { ChaosCustomer } from './chaos-customer.ts';
import type { House } from './house.ts';
import { waitUntil } from './wait-until.ts';

/** Longer than anybody may take: what is late is a figure, and only who never comes back ends the run, ms. */
const within = 120_000;

/**
 * ms of each customer whose line is whole, or becomes so meanwhile, until they are connected again and shown all that
 * they had written: from when both the line and the house are there (`back`, epoch ms), and anew from there for a
 * house that dies meanwhile.
 */
export async function resynced(customers: ChaosCustomer[], house: House, back: number): Promise<number[]> {
  const took: number[] = [];
  let from = back;
  let late = customers.map((customer) => ({ customer, wrote: customer.sent.length }));
  const all = async () => {
    if (await house.revive()) from = Date.now();
    late = late.filter(({ customer: { line, link, online }, wrote }) => {
      const whole = line.wholeSince();
      if (whole === undefined || !online() || link.said().length < wrote) return true;
      took.push(Date.now() - Math.max(from, whole));
      return false;
    });
    return late.every(({ customer: { line } }) => line.wholeSince() === undefined);
  };
  try {
    await waitUntil(all, 'every customer to be back with all they had written', within);
  } catch (error) {
    throw new Error([String(error), ...customers.map(standing), ...house.lastWords()].join('\n'));
  }
  return took;
}

/** Where a customer stands, for a report of what did not come right. */
function standing({ name, sent, link }: ChaosCustomer): string {
  const { connection, outbox } = link;
  const parcels = outbox.parcels.peek().map(({ state }) => state);
  const trouble = outbox.trouble.peek()?.code ?? 'no trouble';
  const refusal = connection.refusal.peek()?.code ?? 'not refused';
  return `${name}: ${connection.state.peek()}, ${refusal}, ${trouble}, shows ${link.said().length} of ${sent.length}; ${parcels.join(', ')}`;
}
