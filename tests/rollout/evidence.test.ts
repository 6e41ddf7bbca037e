// A5: what is counted for the next rung, how sure it is, and which steps a person may take.
import { describe, expect, it } from 'vitest';
import { type Evidence, evidenceOf, nextStep } from '../../server/rollout/evidence.ts';
import { stepTo } from '../../server/rollout/step.ts';
import { wilson } from '../../server/rollout/wilson.ts';
import type { Event, EventBody } from '../../shared/events.ts';

const bound = (n: number, action = 'cancel') => ({ proposal: `p${n}`, action, arguments: {}, hash: 'h' });
const by = { id: 'mia', name: 'Mia' };
const logged = (...bodies: EventBody[]) =>
  bodies.map((body, index) => ({ event: { ...body, seq: index + 1, at: index } as Event }));
const proposed = (n: number, action?: string): EventBody => ({
  type: 'proposed',
  ...bound(n, action),
  customer: 'c',
  expiresAt: 1,
});
const seen = (agreed: number, refused: number): Evidence =>
  evidenceOf(
    'cancel',
    logged(
      ...Array.from(
        { length: agreed + refused },
        (_, n): EventBody => ({
          type: 'approved',
          ...bound(n),
          by,
          approve: n < agreed,
        }),
      ),
    ),
  );
const standing = { mode: 'supervised', share: 1, held: false } as const;
const site = { mode: 'autonomous', share: 1 } as const;
const wanted = { to: 'autonomous', by: 'Mia', why: 'it goes well' } as const;

describe('the evidence', () => {
  it('A5 counts what agents agreed with, did otherwise and refused, and what became of the runs', () => {
    const evidence = evidenceOf(
      'cancel',
      logged(
        proposed(1),
        proposed(2),
        proposed(3),
        proposed(9, 'bag'),
        { type: 'approved', ...bound(1), by, approve: true },
        { type: 'approved', ...bound(2), by, approve: false },
        { type: 'approved', ...bound(9, 'bag'), by, approve: false },
        { type: 'corrected', by: 'agent', proposal: 'p3', arguments: { id: 'y' } },
        { type: 'corrected', by: 'agent', proposal: 'p9', arguments: { id: 'y' } },
        { type: 'voided', ...bound(4), why: 'expired' },
        { type: 'voided', ...bound(5), why: 'cancelled' },
        { type: 'ran', ...bound(1), outcome: 'done', ms: 1 },
        { type: 'ran', ...bound(6), outcome: 'unknown', ms: 1 },
        { type: 'ran', ...bound(7), outcome: 'refused', ms: 1 },
        { type: 'undone', ...bound(1), outcome: 'done', ms: 1 },
      ),
    );
    expect(evidence).toMatchObject({ proposed: 3, n: 3, agreed: 1, edited: 1, refused: 1, unanswered: 1 });
    expect(evidence).toMatchObject({ ran: 3, failed: 1, unknown: 1, undone: 1 });
    expect(evidence.agreement).toBeCloseTo(1 / 3, 5);
  });

  it('A5 says how sure it is by Wilson’s interval', () => {
    // Brown, Cai and DasGupta’s own kind of case: 0 of 10, 10 of 10, and 81 of 263.
    expect(wilson(0, 10).high).toBeCloseTo(0.2775, 4);
    expect(wilson(10, 10).low).toBeCloseTo(0.7225, 4);
    expect(wilson(81, 263).low).toBeCloseTo(0.2553, 4);
    expect(wilson(81, 263).high).toBeCloseTo(0.3662, 4);
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });

  it('A5 calls the next rung warranted on enough words whose lower bound is high enough', () => {
    expect(nextStep('supervised', seen(59, 0))).toMatchObject({ to: 'autonomous', warranted: false });
    expect(nextStep('supervised', seen(80, 0))).toMatchObject({ warranted: true });
    expect(nextStep('supervised', seen(95, 5))).toMatchObject({ warranted: false });
    expect(nextStep('shadow', seen(40, 0))).toMatchObject({ to: 'supervised', warranted: true });
    expect(nextStep('autonomous', seen(80, 0))).toBeUndefined();
  });

  it('A5 lets a person take one warranted step, with who and why', () => {
    expect(stepTo(standing, site, seen(80, 0), wanted)).toEqual({
      ok: true,
      rung: { mode: 'autonomous', share: 1, held: false },
    });
    expect(stepTo(standing, site, seen(80, 0), { ...wanted, why: ' ' })).toMatchObject({ ok: false });
    expect(stepTo(standing, site, seen(80, 0), { ...wanted, by: '' })).toMatchObject({ ok: false });
    expect(stepTo(standing, site, seen(10, 0), wanted)).toMatchObject({ ok: false });
    expect(stepTo(standing, site, seen(10, 0), { ...wanted, anyway: true })).toMatchObject({ ok: true });
  });

  it('A5 takes no two steps at once, and none above what the site set', () => {
    const shadow = { mode: 'shadow', share: 1, held: false } as const;
    expect(stepTo(shadow, site, seen(80, 0), { ...wanted, anyway: true })).toMatchObject({ ok: false });
    const low = { mode: 'autonomous', share: 0.2 } as const;
    expect(stepTo(standing, low, seen(80, 0), wanted)).toMatchObject({ ok: true, rung: { share: 0.2 } });
    expect(stepTo(standing, low, seen(80, 0), { ...wanted, share: 0.3 })).toMatchObject({ ok: false });
    expect(stepTo(standing, { mode: 'supervised', share: 1 }, seen(80, 0), wanted)).toMatchObject({
      ok: false,
    });
  });

  it('A6 lets a person end a hold, and go down at any time', () => {
    const held = { ...standing, held: true };
    expect(stepTo(held, site, seen(0, 0), { ...wanted, to: 'supervised' })).toMatchObject({
      ok: true,
      rung: { mode: 'supervised', held: false },
    });
    expect(stepTo(standing, site, seen(0, 0), { ...wanted, to: 'supervised' })).toMatchObject({ ok: false });
    expect(stepTo(standing, site, seen(0, 0), { ...wanted, to: 'shadow' })).toMatchObject({ ok: true });
  });
});
