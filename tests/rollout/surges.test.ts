// A6 over a store that is slow or fails: what is usual is learnt once for all who ask, a day at a time, and what was
// known before counts on. That a customer's press survives it is at the end, in the whole house.
import { describe, expect, it } from 'vitest';
import { createSurges } from '../../server/rollout/surges.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import type { Store } from '../../server/store/store.ts';
import { StoreUnavailable } from '../../server/store/store-unavailable.ts';
import { foldEvents } from '../../shared/apply-event.ts';
import { testSite } from '../helpers/test-site.ts';
import { createSurgeWorld } from './surge-world.ts';

const hour = 3_600_000;
const day = 24 * hour;
const start = Date.UTC(2026, 10, 17, 14, 30);
/** Four in every hour of two weeks. */
const history = Array.from({ length: 2 * 168 * 4 }, (_, n) => start - (n + 1) * (hour / 4));
const many = (at: number) => Array.from({ length: 30 }, (_, n) => at - n * 1_000);
const action = 'cancel-flight';
const site = testSite();

/** Counts of a log in memory; questions about hours fail while `broken`. */
async function counted(...times: number[][]) {
  const store = createMemoryStore();
  const opened = { type: 'opened', visitor: 'v', channel: 'web', locale: 'en', site: site.id } as const;
  const whose = { id: 'past', site: site.id, channel: 'web' as const, visitor: 'v', customer: null };
  const confirm = (at: number) =>
    store.append({
      conversation: 'past',
      at,
      events: [{ type: 'confirmed', proposal: `p${at}`, action, arguments: {}, hash: 'h' }],
    });
  await store.begin({ ...whose, at: Math.min(...times.flat()), events: [opened] });
  for (const at of times.flat().sort((a, b) => a - b)) await confirm(at);
  const world = { now: start, broken: false, asked: [] as number[], faults: [] as unknown[], confirm };
  const confirmedCounts: Store['confirmedCounts'] = async (of, since, until, bucket) => {
    if (bucket === hour) {
      world.asked.push(until - since);
      if (world.broken) throw new StoreUnavailable('the statement took too long');
    }
    return store.confirmedCounts(of, since, until, bucket);
  };
  const surges = createSurges({
    store: { confirmedCounts },
    now: () => world.now,
    failed: (error) => world.faults.push(error),
  });
  return Object.assign(world, { of: () => surges.of(site, [action]) });
}

describe('what is usual', () => {
  it('A6 is asked for by the first of those who want it at once, and never more than a day of it', async () => {
    const world = await counted(history, many(start));
    const found = await Promise.all(Array.from({ length: 20 }, world.of));
    for (const one of found) expect(one[action]).toBeDefined();
    expect(world.asked.length).toBeLessThanOrEqual(57);
    expect(Math.max(...world.asked)).toBeLessThanOrEqual(day);
  });

  it('A6 is learnt from the same days an hour later without asking for them again', async () => {
    const world = await counted(history, many(start + hour));
    await world.of();
    world.asked.length = 0;
    world.now += hour;
    expect((await world.of())[action]).toBeDefined();
    expect(world.asked).toEqual([15 * hour]);
  });

  it('A6 asks for all of it again when the clock has gone back: a day that seemed over was not', async () => {
    const world = await counted(history, many(start));
    world.now += 3 * day;
    await world.of();
    world.now -= 3 * day;
    world.asked.length = 0;
    expect((await world.of())[action]).toBeDefined();
    expect(world.asked.length).toBe(57);
  });

  it('A6 holds by what was known before when it cannot be learnt anew, and tells', async () => {
    const world = await counted(history, many(start + hour));
    await world.of();
    world.broken = true;
    world.now += hour;
    expect((await world.of())[action]).toBeDefined();
    expect((await world.of())[action]).toBeDefined();
    expect(world.faults).toHaveLength(1);
  });

  it('A6 goes on without when nothing could be learnt yet, and holds as soon as it can be', async () => {
    const world = await counted(history, many(start));
    world.broken = true;
    expect(await Promise.all([world.of(), world.of()])).toEqual([{}, {}]);
    expect(world.faults).toHaveLength(1);
    // Not every turn waits for what cannot be had.
    expect(await world.of()).toEqual({});
    expect(world.asked).toHaveLength(1);
    world.broken = false;
    world.now += 10_000;
    expect((await world.of())[action]).toBeDefined();
  });
});

describe('a press', () => {
  /** A house whose counts in parts of `bucket` are not to be had. */
  const without = (bucket: number) =>
    createSurgeWorld(start, history, {}, (store) => ({
      ...store,
      confirmedCounts: async (...question) => {
        if (question[3] === bucket) throw new StoreUnavailable('the statement took too long');
        return store.confirmedCounts(...question);
      },
    }));

  it('A6 is carried out though what is usual takes longer to learn than the store may', async () => {
    const world = await without(hour);
    const id = await world.ask();
    await world.press(id);
    expect(world.runs).toHaveLength(1);
    expect((await world.events(id)).some(({ type }) => type === 'ran')).toBe(true);
    expect(world.failures).toEqual(['surges: StoreUnavailable: the statement took too long']);
  });

  it('N1 is a person’s when nobody can say whether it is one too many: nothing runs, and the customer hears', async () => {
    const world = await without(1_000);
    const id = await world.ask();
    await world.press(id);
    for (let second = 0; second < 120; second += 5) {
      world.clock.set(start + second * 1_000);
      await world.due();
    }
    const events = await world.events(id);
    const { view, inside } = foldEvents(events);
    expect(view.status).toBe('waiting');
    expect(inside.pending).toEqual([]);
    expect(inside.saved).toBe(1);
    expect(Object.values(inside.proposals)[0]).toMatchObject({ status: 'void', voided: 'handoff' });
    const notices = events.flatMap((event) => (event.type === 'message' && event.notice) || []);
    expect(notices).toEqual(expect.arrayContaining(['lapsed', 'one-moment']));
    expect(world.runs).toEqual([]);
  });
});
