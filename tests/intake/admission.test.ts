// Admission: how much may be under way follows what the answers take; time and lateness come in as values.
import { describe, expect, it } from 'vitest';
import { createAdmission } from '../../server/intake/admission.ts';

function door() {
  const state = { now: 0, lag: 0, behind: 0 };
  const admission = createAdmission({
    now: () => state.now,
    lag: () => state.lag,
    behind: () => state.behind,
    random: () => 0.5,
  });
  /** Offers `count` pieces of work at once that are answered `ms` later; how many were let in. */
  const offer = (count: number, ms: number): number => {
    const entered = Array.from({ length: count }, () => admission.enter()).filter((one) => 'leave' in one);
    state.now += ms;
    for (const one of entered) one.leave();
    return entered.length;
  };
  return { state, admission, offer };
}

describe('admission', () => {
  it('lets in what is answered fast, and ever more of it at once', () => {
    const { admission, offer } = door();
    expect(offer(60, 5)).toBe(60);
    const { most } = admission.seen();
    for (let i = 0; i < 300; i++) offer(2_000, 10);
    expect(admission.seen().most).toBeGreaterThan(most * 4);
  });

  it('refuses with a time to come back when too much is under way', () => {
    const { admission } = door();
    const entered = Array.from({ length: 1_000 }, () => admission.enter());
    const refused = entered.filter((one) => 'retryAfterMs' in one);
    expect(entered.length - refused.length).toBe(admission.seen().most);
    expect(refused[0]).toEqual({ retryAfterMs: 650 });
  });

  it('lets in less while answers are slow, and more when they are fast again', () => {
    const { admission, offer } = door();
    for (let i = 0; i < 20; i++) offer(20, 10);
    for (let i = 0; i < 40; i++) offer(200, 300);
    const few = admission.seen().most;
    expect(few).toBeLessThan(30);
    for (let i = 0; i < 100; i++) offer(200, 10);
    expect(admission.seen().most).toBeGreaterThan(few * 3);
  });

  it('never lets in fewer than some, so that it always finds out', () => {
    const { offer } = door();
    for (let i = 0; i < 500; i++) offer(50, 5_000);
    expect(offer(50, 1)).toBeGreaterThanOrEqual(16);
  });

  it('takes a late event loop for a slow answer', () => {
    const { state, admission, offer } = door();
    for (let i = 0; i < 20; i++) offer(50, 10);
    const { most } = admission.seen();
    state.lag = 120;
    for (let i = 0; i < 40; i++) offer(50, 10);
    expect(admission.seen().most).toBeLessThan(most / 2);
  });

  it('lets in less while what was let in waits to be read, but not for a wait that nobody sees', () => {
    const { state, admission, offer } = door();
    for (let i = 0; i < 20; i++) offer(50, 10);
    const { most } = admission.seen();
    state.behind = 200;
    for (let i = 0; i < 40; i++) offer(50, 10);
    expect(admission.seen().most).toBeGreaterThanOrEqual(most);
    state.behind = 300;
    for (let i = 0; i < 40; i++) offer(50, 10);
    expect(admission.seen().most).toBeLessThan(most / 2);
  });

  it('counts the turns that follow, but not those that wait for a business', async () => {
    const { state, admission } = door();
    let end = () => {};
    admission.during(new Promise<void>((resolve) => (end = resolve)));
    for (let i = 0; i < 5; i++) admission.during(new Promise(() => {}));
    expect(admission.seen().underWay).toBe(6);
    end();
    await expect.poll(() => admission.seen().underWay).toBe(5);
    state.now += 600;
    admission.enter();
    expect(admission.seen().underWay).toBe(1);
  });
});
