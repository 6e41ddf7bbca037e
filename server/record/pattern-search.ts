// Searches a text for the site's own patterns, in bounded time: a regular expression that backtracks without end
// must not hold up a conversation, and JavaScript can stop one only through `vm`.
import vm from 'node:vm';
import { mostSteps } from './most-steps.ts';
import { needsDigit } from './needs-digit.ts';

export interface Span {
  /** [from, to) in UTF-16 units. */
  from: number;
  to: number;
}

/** Computing time for all patterns together (ms). */
const timeLimit = 25;
/** So often a search is begun again that was cut off while the machine was busy with others. */
const attempts = 8;
/** Texts are longer only where no person wrote them. */
const lengthLimit = 20_000;
/** For all patterns together, at each place: the longest text then takes a fraction of the time limit. */
const fewSteps = 256;

/** The spans that any of the patterns matches, none overlapping, in no order; `cut off` when they took too long. */
export function createPatternSearch(sources: string[]): (text: string) => Span[] | 'cut off' {
  if (sources.length === 0) return () => [];
  const patterns = sources.map((source) => new RegExp(source, 'giu'));
  if (sources.reduce((sum, source) => sum + mostSteps(source), 0) <= fewSteps) return plainSearch(patterns);
  const context = vm.createContext({ patterns, text: '' });
  const script = new vm.Script(
    'patterns.flatMap((p) => [...text.matchAll(p)].map((m) => [m.index, m.index + m[0].length]))',
  );
  const numeric = sources.every(needsDigit);
  return (text) => {
    if (numeric && !/\d/.test(text)) return [];
    if (text.length > lengthLimit) return 'cut off';
    context.text = text;
    try {
      const before = process.cpuUsage();
      for (let attempt = 1; ; attempt += 1) {
        const found = run();
        if (found !== 'cut off') return apart(found);
        // `vm` knows the clock on the wall alone. A pattern that runs away has computed all that time; one that
        // had to wait for the processor has not, and hiding every digit of its text would be for nothing.
        if (computed(before) >= timeLimit || attempt === attempts) return 'cut off';
      }
    } finally {
      context.text = '';
    }
  };

  function run(): [number, number][] | 'cut off' {
    try {
      return script.runInContext(context, { timeout: timeLimit }) as [number, number][];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return 'cut off';
      throw error;
    }
  }
}

/** For patterns that cannot run away. */
function plainSearch(patterns: RegExp[]): (text: string) => Span[] | 'cut off' {
  return (text) => {
    if (text.length > lengthLimit) return 'cut off';
    return apart(
      patterns.flatMap((pattern) =>
        [...text.matchAll(pattern)].map((match): [number, number] => [
          match.index,
          match.index + match[0].length,
        ]),
      ),
    );
  };
}

/** Milliseconds that this process has computed since. */
function computed(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

/** Overlapping spans as one; empty ones left out. */
function apart(pairs: [number, number][]): Span[] {
  const spans: Span[] = [];
  for (const [from, to] of [...pairs].sort((a, b) => a[0] - b[0])) {
    const last = spans.at(-1);
    if (from === to) continue;
    if (last && from < last.to) last.to = Math.max(last.to, to);
    else spans.push({ from, to });
  }
  return spans;
}
