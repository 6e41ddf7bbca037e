// `handrail corrections`: what agents said of the assistant's readings when they resolved, counted, or as labelled
// examples that intents.yaml can take in.
import { type Correction, correctionsOf } from '../record/corrections.ts';
import { correctionsYaml } from '../record/corrections-yaml.ts';
import type { Store } from '../store/store.ts';
import { type Command, UsageError } from './command.ts';
import { openDataStore } from './open-data-store.ts';
import { options } from './options.ts';

const page = 200;

export const corrections: Command = {
  name: 'corrections',
  summary: 'What agents said of the assistant’s readings; as examples for intents.yaml with --export',
  usage: `corrections --site ID [--export] [--confirmed] [--since DATE] [--json] [--data DIR]

  --site ID     the site whose agents are listened to
  --export      prints YAML in the form of intents.yaml: id and examples, each with what it was taken for
  --confirmed   those that were read rightly, too
  --since DATE  said on that day or later: 2026-11-21
  --json        prints one correction a line as JSON
  --data DIR    where the database is kept (or DATABASE_URL, DATA_DIR)

  To see what they would change: handrail check FOLDER --with-corrections FILE.
  Exit code 1 when there are none.`,
  async run(args, { env, out, err }) {
    const { values } = options(
      args,
      {
        site: { type: 'string' },
        export: { type: 'boolean' },
        confirmed: { type: 'boolean' },
        since: { type: 'string' },
        json: { type: 'boolean' },
        data: { type: 'string' },
      },
      [],
    );
    const { site } = values;
    if (site === undefined) throw new UsageError('--site is missing: intents are a site’s own');
    const since = sinceOf(values.since);
    const store = await openDataStore(values.data, env);
    try {
      const found: Correction[] = [];
      for await (const one of all(store, site))
        if (one.at >= since && (values.confirmed || !one.correct)) found.push(one);
      found.sort((a, b) => a.at - b.at);
      if (values.json) for (const one of found) out(JSON.stringify(one));
      else if (values.export) out(correctionsYaml(site, found).trimEnd());
      else for (const line of counted(found)) out(line);
      if (found.length === 0) err('Nobody has said that a reading was wrong.');
      return found.length === 0 ? 1 : 0;
    } finally {
      await store.close();
    }
  },
};

function sinceOf(date: string | undefined): number {
  if (date === undefined) return 0;
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00Z`) : Number.NaN;
  if (Number.isNaN(at)) throw new UsageError(`--since takes a date such as 2026-11-21, not "${date}"`);
  return at;
}

async function* all(
  store: Pick<Store, 'conversationIds' | 'read'>,
  site: string,
): AsyncGenerator<Correction> {
  for (let after = ''; ; ) {
    const ids = await store.conversationIds({ after, limit: page, site });
    for (const id of ids) yield* correctionsOf(id, await store.read(id));
    if (ids.length < page) return;
    after = ids.at(-1)!;
  }
}

/** How often which reading was what instead, the most frequent first. */
function counted(found: readonly Correction[]): string[] {
  const counts = new Map<string, number>();
  for (const { read, intent, correct } of found) {
    const was = correct ? 'right' : `was ${intent ?? 'none of the topics'}`;
    const line = `${read?.intent ?? 'not read'}: ${was}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return sorted.map(([line, count]) => `${String(count).padStart(5)}  ${line}`);
}
