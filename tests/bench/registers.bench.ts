// The same wishes in several registers: [--site DIR]; accuracy, confidence and mood of each beside the plain one
import { parseArgs } from 'node:util';
import { loadSite } from '../../server/site/load-site.ts';
import type { Site } from '../../server/site/site.ts';
import type { ReadingContext } from '../../server/understand/reading-context.ts';
import { type SiteModel, trainSite } from '../../server/understand/site-model.ts';
import { understand } from '../../server/understand/understand.ts';
import { type Meaning, meanings, registerNames } from '../understand/registers/registers.ts';

interface Line {
  text: string;
  meaning: Meaning;
}

/**
 * accuracy: share of the wishes whose first reading is right. resolved: right and at or above the site's
 * confidence threshold, or right among the first three. confidence: mean of the first reading.
 * frustrationWhenCalm / WhenNot: mean frustration over wishes and over complaints; falseEmpathy: share of calm
 * wishes at or above the threshold; felt: share of complaints at or above it. The sentences are our own and
 * were read while the phrases were mended: a check for gaps, not a claim.
 */
export async function run(args: string[]): Promise<unknown> {
  const { values } = parseArgs({
    args,
    options: {
      site: { type: 'string', default: 'demo/sites/airline' },
      list: { type: 'boolean', default: false },
    },
  });
  const env = { ...process.env, AIRLINE_SECRET: 'bench' };
  const site = await loadSite(values.site, { env, apiBase: 'http://127.0.0.1:1' });
  const model = trainSite(site);
  const plain = meanings.map((meaning) => ({ meaning, text: meaning.said.plain }));
  const sets: [string, Line[]][] = [
    ...registerNames.map((name): [string, Line[]] => [
      name,
      meanings.map((meaning) => ({ meaning, text: meaning.said[name] })),
    ]),
    ['capitals', plain.map(({ meaning, text }) => ({ meaning, text: text.toUpperCase() }))],
    [
      'noPunctuation',
      plain.map(({ meaning, text }) => ({
        meaning,
        text: text.toLowerCase().replace(/[^\p{L}\p{N}\s]/gu, ''),
      })),
    ],
  ];
  return Object.fromEntries(
    sets.map(([name, lines]) => [name, measure(site, model, lines, values.list ? name : undefined)]),
  );
}

function measure(site: Site, model: SiteModel, lines: Line[], list: string | undefined) {
  const context: ReadingContext = {
    recent: [],
    lastIntents: [],
    records: [],
    locale: 'en',
    now: 0,
    timeZone: 'UTC',
  };
  const read = lines.map(({ text, meaning }) => ({
    text,
    meaning,
    reading: understand(model, site, text, context),
  }));
  const wishes = read.filter(({ meaning }) => !meaning.frustrated);
  const complaints = read.filter(({ meaning }) => meaning.frustrated);
  const right = wishes.filter(({ meaning, reading }) => reading.intents[0]?.id === meaning.intent);
  const resolved = wishes.filter(({ meaning, reading }) =>
    reading.intents.slice(0, 3).some(({ id }) => id === meaning.intent),
  );
  const { frustration } = site.thresholds;
  const over = (part: typeof read) => part.filter(({ reading }) => reading.mood.frustration >= frustration);
  if (list !== undefined) {
    for (const { text, meaning, reading } of wishes.filter((one) => !right.includes(one)))
      console.error(
        `${list}: ${text} → ${reading.intents[0]?.id} ${reading.intents[0]?.confidence.toFixed(2)}, not ${meaning.intent}`,
      );
    for (const { text, reading } of complaints.filter((one) => !over(complaints).includes(one)))
      console.error(`${list}: not felt ${reading.mood.frustration.toFixed(2)} ${text}`);
    for (const { text, reading } of wishes.filter(
      ({ reading }) => reading.guard === 'negated' || reading.language !== 'en',
    ))
      console.error(`${list}: guard ${reading.guard} language ${reading.language} ${text}`);
  }
  return {
    accuracy: share(right.length, wishes.length),
    resolved: share(resolved.length, wishes.length),
    confidence: mean(wishes.map(({ reading }) => reading.intents[0]?.confidence ?? 0)),
    frustrationWhenCalm: mean(wishes.map(({ reading }) => reading.mood.frustration)),
    frustrationWhenNot: mean(complaints.map(({ reading }) => reading.mood.frustration)),
    falseEmpathy: share(over(wishes).length, wishes.length),
    felt: share(over(complaints).length, complaints.length),
  };
}

const share = (part: number, whole: number) => Math.round((part / whole) * 1e3) / 1e3;
const mean = (values: number[]) =>
  Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 1e3) / 1e3;
