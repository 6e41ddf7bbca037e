// The probabilities behind the confidence: they must come back from data that was made with known ones.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLogistic, type Observation, probability } from '../../server/understand/calibrate.ts';
import { seededRandom } from '../../server/understand/seeded-random.ts';

const weak = { mean: [0, 0], precision: [0.01, 0.01] };

function draw(truth: number[], count: number, seed: number): Observation[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const evidence = [4 * random() - 2];
    return { evidence, truth: random() < probability(truth, evidence), weight: 1 };
  });
}

describe('fitLogistic', () => {
  it('finds the coefficients that made the data', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 3, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (slope, at) => {
          const fitted = fitLogistic(draw([slope, at], 4000, 3), weak);
          expect(Math.abs(fitted[0]! - slope)).toBeLessThan(0.35);
          expect(Math.abs(fitted[1]! - at)).toBeLessThan(0.25);
        },
      ),
      { numRuns: 20, seed: 5 },
    );
  });

  it('says on average what held, in each region', () => {
    const fitted = fitLogistic(draw([2, -0.5], 4000, 11), weak);
    const fresh = draw([2, -0.5], 4000, 12);
    for (const from of [-2, -1, 0, 1]) {
      const here = fresh.filter(({ evidence: [x] }) => x! >= from && x! < from + 1);
      const said = here.reduce((sum, { evidence }) => sum + probability(fitted, evidence), 0) / here.length;
      const held = here.filter(({ truth }) => truth).length / here.length;
      expect(Math.abs(said - held)).toBeLessThan(0.05);
    }
  });

  it('keeps to the prior without data, and stays finite with data that a line separates', () => {
    const prior = { mean: [1.5, -0.5], precision: [2, 2] };
    expect(fitLogistic([], prior)).toEqual(prior.mean);
    const separable = [-1, -0.5, 0.5, 1].map((x) => ({ evidence: [x], truth: x > 0, weight: 1 }));
    for (const coefficient of fitLogistic(separable, prior)) expect(Math.abs(coefficient)).toBeLessThan(10);
  });

  it('counts an observation by its weight', () => {
    const mixed = (yes: number, no: number) => [
      { evidence: [0], truth: true, weight: yes },
      { evidence: [0], truth: false, weight: no },
    ];
    expect(probability(fitLogistic(mixed(300, 100), weak), [0])).toBeCloseTo(0.75, 2);
  });
});
