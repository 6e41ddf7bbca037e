// The quick form of the model check; the long one is `npm run bench -- safeguards --steps 1000000`.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { step } from './arbitrary-step.ts';
import { runSteps } from './run-steps.ts';

describe('any conversation at all', () => {
  it('D3, D4, D5, A5, A6, C3, H7, N1, E1, H2, R1, R2 and R3 hold, whatever the brain reads and whoever does what', async () => {
    const property = fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 30, size: 'max' }),
      async (steps) => {
        expect(await runSteps(steps)).toEqual([]);
      },
    );
    await fc.assert(property, { numRuns: 150, seed: 7 });
  });
});
