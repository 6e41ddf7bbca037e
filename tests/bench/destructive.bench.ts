// Destructive requests, wrongly proposed or missed: --site DIR --test F [--train F] [--list] [--seed N]; JSON list of {text, intent, propose}
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadSite } from '../../server/site/load-site.ts';
import type { Site } from '../../server/site/site.ts';
import type { ReadingContext } from '../../server/understand/reading-context.ts';
import { trainSite } from '../../server/understand/site-model.ts';
import { understand } from '../../server/understand/understand.ts';
import { bareSite } from './bare-site.ts';
import { readTsv } from './read-tsv.ts';
import { UsageError } from './usage-error.ts';

interface Probe {
  text: string;
  intent: string;
  propose: boolean;
}

/**
 * With `--train` (TSV text<TAB>label) the intents come from there and those that the probes name are
 * destructive; else the intents are those of the site, and destructive are its destructive actions and what
 * the probes name.
 *
 * wronglyProposed: of the probes with propose=false, the share whose first reading is a destructive intent at
 * or above the site's destructive threshold (.80) with no guard: D1 would propose it.
 * missed: of the probes with propose=true, the share that is neither proposed as the intent it names nor
 * clarified with it as the first choice. A guarded reading counts as missed, although the assistant asks then.
 * Tuned on: probes of our own (tests/understand/probes) and training splits; the public half of the probes
 * was seen while the guard was written.
 */
export async function run(args: string[]): Promise<unknown> {
  const { site: folder, train, test, list, seed } = parse(args);
  const probes = JSON.parse(readFileSync(test, 'utf8')) as Probe[];
  const named = new Set(probes.map(({ intent }) => intent));
  const site = train === undefined ? await loadSite(folder!) : bareSite(readTsv([train]), named);
  const destructive = new Set([...named, ...destructiveIntents(site)]);
  const unknown = [...named].filter((id) => !site.intents.some((intent) => intent.id === id));
  if (unknown.length > 0)
    throw new UsageError(`the probes name intents that are not there: ${unknown.join(', ')}`);
  const model = trainSite(site, seed);
  const context: ReadingContext = {
    recent: [],
    lastIntents: [],
    records: [],
    locale: site.locale,
    now: 0,
    timeZone: 'UTC',
  };
  const wrong: string[] = [];
  const missed: string[] = [];
  for (const { text, intent, propose } of probes) {
    const { intents, guard } = understand(model, site, text, context);
    const best = intents[0];
    const proposed =
      guard === undefined &&
      best !== undefined &&
      destructive.has(best.id) &&
      best.confidence >= site.thresholds.destructive;
    const line = `${text} → ${best?.id} ${best?.confidence.toFixed(2)} ${guard ?? ''}`;
    if (!propose && proposed) wrong.push(line);
    if (propose && (guard !== undefined || best?.id !== intent)) missed.push(line);
  }
  if (list)
    for (const line of [...wrong.map((text) => `wrong  ${text}`), ...missed.map((text) => `missed ${text}`)])
      console.error(line);
  const share = (part: string[], whole: number) =>
    whole === 0 ? null : Math.round((part.length / whole) * 1e4) / 1e4;
  return {
    wronglyProposed: share(wrong, probes.filter(({ propose }) => !propose).length),
    missed: share(missed, probes.filter(({ propose }) => propose).length),
    n: probes.length,
  };
}

function destructiveIntents({ intents, actions }: Site): string[] {
  const risky = new Set(actions.filter(({ risk }) => risk === 'destructive').map(({ id }) => id));
  return intents.filter(({ action }) => action !== undefined && risky.has(action)).map(({ id }) => id);
}

function parse(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        site: { type: 'string' },
        train: { type: 'string' },
        test: { type: 'string' },
        list: { type: 'boolean', default: false },
        seed: { type: 'string', default: '1' },
      },
    });
    const { site, train, test, list } = values;
    if (test === undefined || (site === undefined && train === undefined)) {
      throw new Error('destructive needs --test F and one of --site DIR and --train F');
    }
    return { site, train, test, list, seed: Number(values.seed) };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
