// A misread surge through the whole house: customers who never meant it are offered a cancellation and confirm. What
// counts is seen from outside: at the business, in the logs, in the alerts.
import { createSurgeWorld } from '../rollout/surge-world.ts';
import { createTraffic, hour, monday, week } from './surge-traffic.ts';

export interface Surged {
  times: number;
  /** Customers who press in the same moment. */
  atOnce: number;
  usualPerHour: number;
  /** Minutes from the beginning of the surge. */
  heldAfterMin: number | null;
  /** Runs of the surge, before the hold. */
  ran: number;
  /** Runs that passed though the hour before them had more than three times the usual count (the N of the bar). */
  ranAbove: number;
  confirmed: number;
  /** Confirmed, and neither run nor with a person who has the whole proposal. */
  lost: number;
  alerts: number;
  webhooks: number;
  rung: string;
  failures: number;
}

/** Tuesday at 14:00 after eight weeks; one ordinary hour, then the surge until 20 requests after the hold. */
export async function replaySurge(
  perHour: number,
  times: number,
  atOnce: number,
  seed: number,
): Promise<Surged> {
  const start = monday + 8 * week + 38 * hour;
  const traffic = createTraffic(perHour, 0, seed);
  const world = await createSurgeWorld(start - hour, traffic.arrivals(monday, start - hour));
  const asked: { id: string; at: number }[] = [];
  const ranAt: number[] = [];
  let heldAt: number | undefined;
  let after = 0;

  async function serve(batch: number[]): Promise<void> {
    const at = batch.at(-1)!;
    world.clock.set(at);
    const ids: string[] = [];
    for (const _ of batch) ids.push(await world.ask());
    const before = world.runs.length;
    await Promise.all(ids.map((id) => world.press(id)));
    await world.due();
    for (let n = before; n < world.runs.length; n += 1) ranAt.push(at);
    asked.push(...ids.map((id) => ({ id, at })));
    if (heldAt === undefined && world.alerts.length > 0) heldAt = at;
    if (heldAt !== undefined) after += batch.length;
  }

  for (const at of traffic.arrivals(start - hour, start)) await serve([at]);
  const before = world.runs.length;
  const surge = traffic.arrivals(start, start + 4 * hour, times);
  for (let n = 0; n < surge.length && after < 20; n += atOnce) await serve(surge.slice(n, n + atOnce));

  const counted = await Promise.all(
    asked.map(async ({ id }) => {
      const events = await world.events(id);
      const confirmed = events.some(({ type }) => type === 'confirmed');
      const ran = events.some(({ type }) => type === 'ran');
      const whole = events.some((event) => event.type === 'proposed' && 'id' in event.arguments);
      const kept = whole && events.some(({ type }) => type === 'handoff');
      return { confirmed, lost: confirmed ? !ran && !kept : !kept };
    }),
  );
  const usual = traffic.rate(start);
  const standing = (await world.parts.rungs.standing(world.site)).find(
    ({ action }) => action.id === 'cancel-flight',
  );
  return {
    times,
    atOnce,
    usualPerHour: Math.round(usual * 10) / 10,
    heldAfterMin: heldAt === undefined ? null : Math.round((heldAt - start) / 6000) / 10,
    ran: world.runs.length - before,
    ranAbove: ranAt.filter((at) => ranAt.filter((one) => one > at - hour && one <= at).length > 3 * usual)
      .length,
    confirmed: counted.filter(({ confirmed }) => confirmed).length,
    lost: counted.filter(({ lost }) => lost).length,
    alerts: world.alerts.length,
    webhooks: world.hooks.length,
    rung: `${standing?.mode}${standing?.held ? ', held' : ''}`,
    failures: world.failures.length,
  };
}
