// A5: where an action stands is read again after a step, also when the step overtakes a reading.
import { expect, it } from 'vitest';
import { createRungs } from '../../server/rollout/rungs.ts';
import type { Site } from '../../server/site/site.ts';
import type { RungRow } from '../../server/store/store.ts';

const site = {
  id: 'shop',
  actions: [{ id: 'cancel-order', rollout: { mode: 'autonomous', share: 1 } }],
} as unknown as Site;

/** A store whose readings of the rungs end when the test says so. */
function slowStore() {
  const rows: RungRow[] = [];
  const readings: (() => void)[] = [];
  return {
    rows,
    readings,
    rungs: () => {
      const seen = [...rows];
      return new Promise<RungRow[]>((resolve) => readings.push(() => resolve(seen)));
    },
    addRung: async (row: RungRow) => {
      rows.splice(0, rows.length, row);
      return true;
    },
    eventsOf: async () => [],
  };
}

it('A5 a reading that a step overtakes does not bring the former rung back', async () => {
  const store = slowStore();
  const rungs = createRungs({ store, now: () => 1_000 });
  const early = rungs.standing(site);
  const stepping = rungs.step(site, 'cancel-order', { to: 'shadow', by: 'Ines', why: 'a surge' });
  store.readings[1]!();
  const { ok } = await stepping;
  store.readings[0]!();
  expect([ok, (await early)[0]?.mode]).toEqual([true, 'autonomous']);

  const late = rungs.standing(site);
  store.readings[2]!();
  expect((await late)[0]).toMatchObject({ mode: 'shadow', row: { by: 'Ines', n: 1 } });
});

it('A5 a reading that fails is not kept for a second', async () => {
  const store = slowStore();
  let fails = true;
  const rungs = createRungs({
    store: { ...store, rungs: () => (fails ? Promise.reject(new Error('away')) : store.rungs()) },
    now: () => 1_000,
  });
  await expect(rungs.standing(site)).rejects.toThrow('away');
  fails = false;
  const again = rungs.standing(site);
  store.readings[0]!();
  expect((await again)[0]?.mode).toBe('autonomous');
});
