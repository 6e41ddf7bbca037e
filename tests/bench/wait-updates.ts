// How often one waiting customer hears of the wait again (H3), and whether each promise was kept or apologised
// for before it broke: the restatements of one simulated day.
import { estimateWait, estimateWaits } from '../../server/handoff/estimate-wait.ts';
import { firstTold, restate, type Told } from '../../server/handoff/restate.ts';
import type { WaitScenario } from './wait-scenarios.ts';
import { day, simulate } from './wait-simulation.ts';
import { DeskView, placeOf } from './wait-watch.ts';

/** The desk looks at the line at every event, and otherwise this often (s). */
const lookEvery = 20;

export interface Updates {
  /** Mean count for each who waited. */
  updates: number;
  /** Share of those who waited and were told nothing before a promise of theirs ran out. */
  brokenUnsaid: number;
}

export function countUpdates(scenario: WaitScenario, seed: number): Updates {
  const view = new DeskView(scenario);
  const told = new Map<number, Told>();
  let waited = 0;
  let updates = 0;
  let broken = 0;
  let lookedAt = 0;
  const counted = (joinedAt: number) => joinedAt >= day;
  simulate(scenario, seed, 2 * day, {
    joined(floor, waiter) {
      if (!counted(waiter.joinedAt)) return;
      const wait = estimateWait(view.line(floor), placeOf(floor, waiter));
      waited += 1;
      told.set(waiter.id, firstTold(wait, floor.now * 1000));
    },
    reached(waiter, at) {
      if (!waiter.left) view.sawWait(at - waiter.joinedAt);
      const promised = told.get(waiter.id)?.promised ?? null;
      if (promised !== null && at * 1000 > promised) broken += 1;
      told.delete(waiter.id);
    },
    left(waiter, at) {
      view.sawLeaver(at - waiter.joinedAt);
      told.delete(waiter.id);
    },
    every: lookEvery,
    served: (agent, service, at) => view.tookService(agent, service, at),
    tick(floor) {
      if (told.size === 0 || floor.now - lookedAt < 5) return;
      lookedAt = floor.now;
      const waitAt = estimateWaits(view.line(floor), Math.max(1, floor.line.length));
      let place = 0;
      for (const waiter of floor.line) {
        if (waiter.left) continue;
        place += 1;
        const last = told.get(waiter.id);
        if (!last) continue;
        const again = restate(last, waitAt(place), floor.now * 1000);
        if (!again.tell) continue;
        told.set(waiter.id, again.told);
        updates += 1;
      }
    },
  });
  return { updates: updates / Math.max(1, waited), brokenUnsaid: broken / Math.max(1, waited) };
}
