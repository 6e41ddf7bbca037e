// The model check with more and longer conversations than its quick form; the longest is
// `npm run bench -- safeguards --steps 1000000`.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { step } from './arbitrary-step.ts';
import { runSteps } from './run-steps.ts';

it('D3, D4, D5, C3, H7, N1, E1, H2, R1, R2 and R3 hold through long conversations', async () => {
  const property = fc.asyncProperty(
    fc.array(step, { minLength: 10, maxLength: 80, size: 'max' }),
    async (steps) => {
      expect(await runSteps(steps)).toEqual([]);
    },
  );
  await fc.assert(property, { numRuns: 1500, seed: 11 });
}, 600_000);
