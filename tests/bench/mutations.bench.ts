// Mutants of the rules in server/decide and the gate, each held against tests/decide and tests/speak.
import { parseArgs } from 'node:util';
import { type Collected, collectedTests, firstFailure } from './mutation-runner.ts';
import { UsageError } from './usage-error.ts';

interface Mutant {
  id: string;
  file: string;
  line: number;
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
  survivors: string[];
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
const modules = import.meta.glob(['../decide/*.test.ts', '../speak/*.test.ts'], { eager: true });
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
  const survivors: string[] = [];
  for (const [index, mutant] of chosen.entries()) {
    const killer = await killerOf(mutant, reached.get(mutant.id) ?? []);
    const { file, line, from, to } = mutant;
    const words = `${file}:${line} ${inLine(from)} → ${inLine(to) || 'nothing'}`;
    if (values.list) process.stderr.write(`${killer ?? 'SURVIVED'}: ${words}\n`);
    if (killer === undefined) survivors.push(words);
    if (index % 50 === 0)
      process.stderr.write(`\r${index + 1} of ${chosen.length}, ${survivors.length} survived`);
  }
  process.stderr.write('\n');
  const killed = chosen.length - survivors.length;
  return {
    mutants: chosen.length,
    killed,
    survived: survivors.length,
    score: Math.round((killed / chosen.length) * 10_000) / 10_000,
    tests: tests.length * Math.sign(Object.keys(modules).length),
    survivors,
  };
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

function inLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
