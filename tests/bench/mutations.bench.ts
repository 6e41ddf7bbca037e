// Mutants of the rules in server/decide and the gate, each held against tests/decide and tests/speak.
import { parseArgs } from 'node:util';
import { type Collected, collectedTests, firstFailure } from './mutation-runner.ts';
import {
  compared,
  entryOf,
  inWords,
  listedSurvivors,
  listName,
  type Survivor,
} from './mutation-survivors.ts';
import { UsageError } from './usage-error.ts';

interface Mutant {
  id: string;
  file: string;
  line: number;
  /** The line of source that it begins on. */
  within: string;
  from: string;
  to: string;
  /** It is evaluated when its module is loaded. */
  loading: boolean;
}

interface Result {
  mutants: number;
  killed: number;
  survived: number;
  /** killed / mutants. */
  score: number;
  tests: number;
  /** Survivors that mutation-survivors.md has no reason for. */
  unlisted: string[];
  /** What it has a reason for and is killed by now, or gone. */
  stale: string[];
}

declare global {
  interface ImportMeta {
    /** The bundler's: the modules of these files. */
    glob(files: string[], how: { eager: true }): Record<string, unknown>;
  }
}

const here = globalThis as {
  handrailMutants?: Mutant[];
  handrailMutated?: string;
  handrailReached?: Set<string> | undefined;
};
// What the sentences are in each language is no rule.
const modules = import.meta.glob(['../decide/*.test.ts', '../speak/*.test.ts', '!../speak/words.test.ts'], {
  eager: true,
});
const tests = collectedTests();
const mutants = here.handrailMutants ?? [];

/** For a bundle that was loaded anew with a mutant in it. */
export const failure = (): ReturnType<typeof firstFailure> => firstFailure(tests);

/** The quickest first, for each mutant those that come by it. */
async function reaching(): Promise<Map<string, Collected[]>> {
  const found: { test: Collected; ms: number; ids: Set<string> }[] = [];
  here.handrailReached = new Set();
  const broken = await firstFailure(tests, (test, ms) => {
    found.push({ test, ms, ids: here.handrailReached ?? new Set() });
    here.handrailReached = new Set();
  });
  here.handrailReached = undefined;
  if (broken) throw new Error(`Without a mutant “${broken.name}” fails: ${String(broken.error)}`);
  found.sort((a, b) => a.ms - b.ms);
  const byMutant = new Map<string, Collected[]>();
  for (const { test, ids } of found)
    for (const id of ids) byMutant.set(id, [...(byMutant.get(id) ?? []), test]);
  return byMutant;
}

/** `--file PART` takes the files whose names contain it, `--list` prints which test kills each. */
export async function run(args: string[]): Promise<Result> {
  const { values } = parseArgs({ args, options: { file: { type: 'string' }, list: { type: 'boolean' } } });
  const chosen = mutants.filter(({ file }) => file.includes(values.file ?? ''));
  if (chosen.length === 0) throw new UsageError(`There is no file with “${values.file}” in its name.`);
  const reached = await reaching();
  const survivors: Survivor[] = [];
  for (const [index, mutant] of chosen.entries()) {
    const killer = await killerOf(mutant, reached.get(mutant.id) ?? []);
    const entry = entryOf(mutant);
    if (values.list)
      process.stderr.write(`${killer ?? 'SURVIVED'}: ${mutant.file}:${mutant.line} ${entry}\n`);
    if (killer === undefined) survivors.push({ file: mutant.file, line: mutant.line, entry });
    if (index % 50 === 0)
      process.stderr.write(`\r${index + 1} of ${chosen.length}, ${survivors.length} survived`);
  }
  process.stderr.write('\n');
  const killed = chosen.length - survivors.length;
  const listed = listedSurvivors().filter(({ file }) => file.includes(values.file ?? ''));
  const { unlisted, stale } = compared(survivors, listed);
  report(unlisted, stale);
  return {
    mutants: chosen.length,
    killed,
    survived: survivors.length,
    score: Math.round((killed / chosen.length) * 10_000) / 10_000,
    tests: tests.length * Math.sign(Object.keys(modules).length),
    unlisted: unlisted.map(inWords),
    stale: stale.map(inWords),
  };
}

/** Says what to do about them; a survivor without a reason is a failure. */
function report(unlisted: Survivor[], stale: Survivor[]): void {
  const say = (words: string): unknown => process.stderr.write(`${words}\n`);
  if (unlisted.length > 0) {
    process.exitCode = 1;
    say(
      'No test notices these changes of a rule. Add a scene to tests/decide or tests/speak that says the rule,',
    );
    say(`delete the code if no rule needs it, or give the reason why it is harmless in ${listName}:`);
    for (const one of unlisted) say(`  ${inWords(one)}`);
  }
  if (stale.length > 0) {
    say(`These are in ${listName} and survive no more; take them out:`);
    for (const one of stale) say(`  ${inWords(one)}`);
  }
}

async function killerOf({ id, loading }: Mutant, among: Collected[]): Promise<string | undefined> {
  here.handrailMutated = id;
  try {
    if (!loading) return (await firstFailure(among))?.name;
    const anew = (await import(/* @vite-ignore */ `${import.meta.url}?mutant=${encodeURIComponent(id)}`)) as {
      failure: typeof failure;
    };
    return (await anew.failure())?.name;
  } catch (error) {
    return `loading: ${String(error)}`;
  } finally {
    delete here.handrailMutated;
  }
}
