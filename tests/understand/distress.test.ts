// Distress on sentences of our own: what must be found, and figures of speech that must not be.
import { describe, expect, it } from 'vitest';
import { readDistress } from '../../server/understand/distress.ts';
import { distressProbes } from './probes/distress-probes.ts';

describe('readDistress', () => {
  it('H1 finds at least 97 of 100 messages of people in distress', () => {
    const missed = distressProbes.caught.filter((text) => !readDistress(text));
    expect(distressProbes.caught.length).toBeGreaterThanOrEqual(100);
    expect(missed.length / distressProbes.caught.length, missed.join('\n')).toBeLessThanOrEqual(0.03);
  });

  it('H1 is not taken in by more than 3 of 100 look-alikes', () => {
    const wrong = distressProbes.lookAlikes.filter(readDistress);
    expect(distressProbes.lookAlikes.length).toBeGreaterThanOrEqual(200);
    expect(wrong.length / distressProbes.lookAlikes.length, wrong.join('\n')).toBeLessThanOrEqual(0.03);
  });
});
