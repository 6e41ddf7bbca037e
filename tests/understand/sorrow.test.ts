// Bad news on sentences of our own: every one is met, and nothing is mourned that nobody lost.
import { describe, expect, it } from 'vitest';
import { readSorrow } from '../../server/understand/sorrow.ts';
import { sorrowProbes } from './probes/sorrow-probes.ts';

describe('readSorrow', () => {
  it.each(['death', 'hardship'] as const)('E1 hears of a %s', (kind) => {
    expect(sorrowProbes[kind].filter((text) => readSorrow(text) !== kind)).toEqual([]);
  });

  it('E4 hears none where there is none', () => {
    expect(sorrowProbes.neither.filter((text) => readSorrow(text) !== undefined)).toEqual([]);
  });
});
