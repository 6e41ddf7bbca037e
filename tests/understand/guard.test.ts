// The guard against proposing what nobody asked for, on sentences of our own from many businesses.
import { describe, expect, it } from 'vitest';
import { readStance } from '../../server/understand/guard.ts';
import { readLanguage } from '../../server/understand/language.ts';
import { guardProbes } from './probes/guard-probes.ts';
import { guardProbesUnseen } from './probes/guard-probes-unseen.ts';

const stance = (text: string) => readStance(text, readLanguage(text, ['en', 'de'], 'en'));

describe('readStance', () => {
  it.each(guardProbes.ask)('lets through: %s', (text) => {
    expect(stance(text).guard).toBeUndefined();
  });

  it.each([
    ...guardProbes.negated,
    ...guardProbes.hypothetical,
    ...guardProbes.past,
    ...guardProbes.reported,
  ])('guards: %s', (text) => {
    expect(stance(text).guard).toBeDefined();
  });

  it('names the kind of guard in nine of ten', () => {
    const kinds = (['negated', 'hypothetical', 'past', 'reported'] as const).flatMap((kind) =>
      guardProbes[kind].map((text) => stance(text).guard === kind),
    );
    expect(kinds.filter(Boolean).length / kinds.length).toBeGreaterThan(0.9);
  });

  // At first sight 39 of 40 and 38 of 60; what is not guarded is at least unclear, and asked about.
  it('holds on sentences written after it: at most 3 % of requests stopped, 90 % of the rest guarded', () => {
    const stopped = guardProbesUnseen.ask.filter((text) => stance(text).guard !== undefined);
    const guarded = guardProbesUnseen.not.filter((text) => stance(text).guard !== undefined);
    expect(stopped.length / guardProbesUnseen.ask.length).toBeLessThanOrEqual(0.03);
    expect(guarded.length / guardProbesUnseen.not.length).toBeGreaterThanOrEqual(0.9);
  });

  it('reads the part that asks and leaves the guarded part aside', () => {
    const { guard, live, guarded } = stance('no refund please, just send the right item');
    expect(guard).toBe('negated');
    expect(live).toEqual(['just send the right item']);
    expect(guarded).toEqual(['no refund please']);
    expect(stance('instead of cancelling my plan, pause it for a while')).toMatchObject({
      asks: true,
      live: ['pause it for a while'],
    });
  });

  it('believes the last word', () => {
    expect(stance('cancel it. actually no, wait, cancel the other one').guard).toBeUndefined();
    expect(stance('cancel the other one. no, never mind').guard).toBe('negated');
  });

  it('calls it unclear when an action is spoken of and not asked for', () => {
    expect(stance('my plan and its cancel thing drive me up the wall')).toMatchObject({ unclear: true });
    expect(stance('refund')).toMatchObject({ unclear: false, asks: true });
  });
});
