// How long it takes to read a message whole, mood, dates and all: --test F … and one of --site DIR and --train F [--dump F]
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadSite } from '../../server/site/load-site.ts';
import type { ReadingContext } from '../../server/understand/reading-context.ts';
import { trainSite } from '../../server/understand/site-model.ts';
import { understand } from '../../server/understand/understand.ts';
import { bareSite } from './bare-site.ts';
import { readTsv } from './read-tsv.ts';
import { UsageError } from './usage-error.ts';

const rounds = 7;
const most = 1500;

/**
 * CPU time, so that whatever else the machine does stays out: p50Ms, p95Ms, p99Ms over the messages (at most
 * 1500), each message's time being the median of seven rounds; firstP50Ms and firstP95Ms are of the first round
 * alone, after a warm-up on the messages beyond. `--dump` writes the readings of all messages as JSON lines, for
 * comparing two versions.
 */
export async function run(args: string[]): Promise<unknown> {
  const { site: folder, train, test, dump } = parse(args);
  const env = { ...process.env, AIRLINE_SECRET: 'bench' };
  const site =
    folder === undefined
      ? bareSite(readTsv([train!]), new Set())
      : await loadSite(folder, { env, apiBase: 'http://127.0.0.1:1' });
  const model = trainSite(site);
  const context: ReadingContext = {
    recent: [],
    lastIntents: [],
    records: [],
    locale: site.locale,
    now: 1_790_000_000_000,
    timeZone: 'Europe/Berlin',
  };
  const texts = readTsv(test).map(({ text }) => text);
  const timed = texts.slice(0, most);
  for (const text of texts.slice(most)) understand(model, site, text, context);
  const times = timed.map(() => [] as number[]);
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, text] of timed.entries()) {
      const start = process.cpuUsage();
      understand(model, site, text, context);
      const { user, system } = process.cpuUsage(start);
      times[i]!.push((user + system) / 1e3);
    }
  }
  const first = times.map(([time]) => time!);
  const medians = times.map((of) => of.toSorted((a, b) => a - b)[Math.floor(rounds / 2)]!);
  if (dump !== undefined) {
    const lines = texts.map((text) => JSON.stringify({ text, ...understand(model, site, text, context) }));
    writeFileSync(dump, `${lines.join('\n')}\n`);
  }
  return {
    messages: timed.length,
    p50Ms: at(medians, 0.5),
    p95Ms: at(medians, 0.95),
    p99Ms: at(medians, 0.99),
    firstP50Ms: at(first, 0.5),
    firstP95Ms: at(first, 0.95),
  };
}

function at(times: number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.floor(share * (sorted.length - 1))]! * 1e3) / 1e3;
}

function parse(args: string[]) {
  const one = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args,
      options: { site: one, train: one, test: { type: 'string', multiple: true }, dump: one },
    });
    const { site, train, test, dump } = values;
    if (test === undefined || (site === undefined) === (train === undefined))
      throw new Error('reading needs --test F and one of --site DIR and --train F');
    return { site, train, test, dump };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
