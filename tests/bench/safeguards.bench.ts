// Model check of the safeguards: `--steps N` generated steps, `--without RULE` with one rule switched off.

import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { step } from '../model/arbitrary-step.ts';
import { runSteps } from '../model/run-steps.ts';
import type { Step } from '../model/steps.ts';
import type { Violation } from '../model/violations.ts';

interface Result {
  steps: number;
  violations: number;
  seed: number;
  without?: string;
  counterexample?: { violations: Violation[]; steps: Step[] };
}

const longest = 40;
const batch = 50;

/** `{steps, violations, counterexample?}`; the counterexample is shrunk. */
export async function run(args: string[]): Promise<Result> {
  const { values } = parseArgs({
    args,
    options: {
      steps: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '1' },
      without: { type: 'string' },
    },
  });
  const wanted = Number(values.steps);
  const seed = Number(values.seed);
  const result: Result = {
    steps: 0,
    violations: 0,
    seed,
    ...(values.without ? { without: values.without } : {}),
  };
  const steps = fc.array(step, { minLength: 1, maxLength: longest, size: 'max' });
  for (let round = 0; result.steps < wanted && result.violations === 0; round += 1) {
    const property = fc.asyncProperty(steps, async (list) => {
      result.steps += list.length;
      return (await runSteps(list)).length === 0;
    });
    const details = await fc.check(property, { seed: seed + round, numRuns: batch });
    if (details.failed && details.counterexample) {
      const [list] = details.counterexample;
      const found = await runSteps(list);
      result.violations += Math.max(1, found.length);
      result.counterexample = { violations: found, steps: list };
    }
    process.stderr.write(`\r${result.steps} steps, ${result.violations} violations`);
  }
  process.stderr.write('\n');
  return result;
}
