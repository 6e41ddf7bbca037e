// A6 in the whole house: a surge is held at the first run that is one too many, nothing confirmed is lost, people are
// told, and only a person gives the action back.
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { foldEvents } from '../../shared/apply-event.ts';
import { createSurgeWorld, type SurgeWorld, webhookSecret } from './surge-world.ts';

const hour = 3_600_000;
const start = Date.UTC(2026, 10, 17, 14);
/** Four in every hour of two weeks. */
const history = Array.from({ length: 2 * 168 * 4 }, (_, n) => start - (n + 1) * (hour / 4));

/** So many customers who confirm, one after the other; gives their conversations. */
async function cancel(world: SurgeWorld, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const id = await world.ask();
    await world.press(id);
    ids.push(id);
  }
  return ids;
}

describe('an anomaly', () => {
  it('A6 holds the first run that is one too many, tells the console and falls by one rung, once', async () => {
    const world = await createSurgeWorld(start, history);
    const ids = await cancel(world, 30);
    const { mode, held, row } = (await world.parts.rungs.standing(world.site))[1]!;
    expect({ mode, held, n: row?.n, by: row?.by }).toEqual({
      mode: 'supervised',
      held: true,
      n: 1,
      by: 'handrail',
    });
    expect(world.runs.length).toBeGreaterThanOrEqual(5);
    expect(world.runs.length).toBeLessThan(16);
    expect(world.alerts).toHaveLength(1);
    expect(world.alerts[0]?.text).toMatch(/is held for people now/);
    // Whoever was not served by a run has a person coming, with the whole of what they asked for.
    for (const id of ids.slice(world.runs.length)) {
      const events = await world.events(id);
      const { view, inside } = foldEvents(events);
      expect(view.status).toBe('waiting');
      const [proposal] = Object.values(inside.proposals);
      expect(proposal?.arguments).toEqual({ id: 'ME204' });
    }
    expect(world.failures).toEqual([]);
  });

  it('A6 keeps what the customer had confirmed when it was held', async () => {
    const world = await createSurgeWorld(start, history);
    const open = [];
    for (let n = 0; n < 30; n += 1) open.push(await world.ask());
    for (const id of open) await world.press(id);
    let kept = 0;
    for (const id of open) {
      const events = await world.events(id);
      expect(events.some(({ type }) => type === 'confirmed')).toBe(true);
      const voided = events.find((event) => event.type === 'voided');
      if (voided?.type === 'voided' && voided.why === 'held') kept += 1;
    }
    expect(kept).toBe(30 - world.runs.length);
    expect(kept).toBeGreaterThan(0);
  });

  it('A6 sends the alert to the webhook, signed, and again until it is taken', async () => {
    const world = await createSurgeWorld(start, history);
    world.hookAnswers.push(503, 503);
    await cancel(world, 20);
    await world.due();
    expect(world.hooks).toHaveLength(1);
    await world.due();
    expect(world.hooks).toHaveLength(1);
    world.clock.set(start + 5_000);
    await world.due();
    world.clock.set(start + 60_000);
    await world.due();
    expect(world.hooks).toHaveLength(3);
    world.clock.set(start + 10 * hour);
    await world.due();
    expect(world.hooks).toHaveLength(3);
    const { headers, body } = world.hooks[2]!;
    const signed = `${headers.get('webhook-id')}.${headers.get('webhook-timestamp')}.${body}`;
    const key = Buffer.from(webhookSecret.slice('whsec_'.length), 'base64');
    expect(headers.get('webhook-signature')).toBe(
      `v1,${createHmac('sha256', key).update(signed).digest('base64')}`,
    );
    expect(new Set(world.hooks.map((one) => one.headers.get('webhook-id'))).size).toBe(1);
    expect(JSON.parse(body)).toMatchObject({
      type: 'action.held',
      data: { action: 'cancel-flight', mode: 'supervised', held: true },
    });
  });

  it('A6 never climbs by itself; a person ends the hold, and the log has who and why', async () => {
    const world = await createSurgeWorld(start, history);
    await cancel(world, 20);
    world.clock.set(start + 100 * hour);
    const [id] = await cancel(world, 1);
    expect((await world.events(id!)).some((event) => event.type === 'handoff')).toBe(true);
    const step = await world.parts.rungs.step(world.site, 'cancel-flight', {
      to: 'supervised',
      by: 'Mia',
      why: 'a strike, all of them were meant',
    });
    expect(step).toMatchObject({ ok: true });
    const history2 = await world.store.rungHistory(world.site.id, 'cancel-flight', 5);
    expect(history2.map(({ by, why, held }) => ({ by, why: why.length > 0, held }))).toEqual([
      { by: 'Mia', why: true, held: false },
      { by: 'handrail', why: true, held: true },
    ]);
  });

  it('A6 leaves an ordinary hour alone', async () => {
    const world = await createSurgeWorld(start, history);
    await cancel(world, 5);
    expect(world.runs).toHaveLength(5);
    expect(world.alerts).toEqual([]);
  });
});
