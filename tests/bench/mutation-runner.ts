// Stands in for vitest where the mutation bench starts the same tests thousands of times: describe, it and it.each
// collect, `runTests` runs until the first failure. The assertions are vitest's own.
import { readFileSync } from 'node:fs';
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import * as chai from 'chai';

type Body = (...row: never[]) => unknown;

export interface Collected {
  name: string;
  run: () => unknown;
}

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

/** As they were when the run began: who writes tests meanwhile kills no mutant by it. */
const snapshots = new Map<string, string>();

/** The file holds the text that is expected; nothing is ever written here. */
chai.Assertion.addMethod('toMatchFileSnapshot', function (this: { _obj: unknown }, file: string) {
  const expected = snapshots.get(file) ?? readFileSync(file, 'utf8');
  snapshots.set(file, expected);
  chai.assert.ok(this._obj === expected, `not what ${file} says`);
});

/** @public The bundle takes it for vitest's. */
export const expect = chai.expect;

let collected: Collected[] = [];
const path: string[] = [];

/** @public */
export function describe(name: string, body: () => void): void {
  path.push(name);
  body();
  path.pop();
}

export function it(name: string, run: () => unknown): void {
  collected.push({ name: [...path, name].join(' > '), run });
}

it.each = (rows: unknown[]) => (name: string, run: Body) => {
  for (const row of rows) {
    const given = (Array.isArray(row) ? row : [row]) as never[];
    it(`${name} ${JSON.stringify(given)}`, () => run(...given));
  }
};

/** What was collected since the last call; the modules with tests are loaded before it. */
export function collectedTests(): Collected[] {
  const tests = collected;
  collected = [];
  return tests;
}

/** The first test that fails, if any. `ended` hears of each that did not. */
export async function firstFailure(
  tests: Collected[],
  ended: (test: Collected, ms: number) => void = () => undefined,
): Promise<{ name: string; error: unknown } | undefined> {
  for (const test of tests) {
    (globalThis as { handrailTicks?: number }).handrailTicks = 0;
    const began = performance.now();
    try {
      await test.run();
    } catch (error) {
      return { name: test.name, error };
    }
    ended(test, performance.now() - began);
  }
  return undefined;
}
