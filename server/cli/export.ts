// `handrail export`: the log as NDJSON, of a conversation, of a customer, of a site, or all of it.
import { type ExportOf, exportLines } from '../record/export.ts';
import { type Command, UsageError } from './command.ts';
import { openDataStore } from './open-data-store.ts';
import { options } from './options.ts';

export const exportLog: Command = {
  name: 'export',
  summary: 'Prints the log, one event a line of JSON',
  usage: `export (--conversation ID | --site ID --customer ID | --site ID --visitor ID | --all [--site ID]) [--data DIR]

  --conversation ID   that conversation
  --customer ID       all of a verified customer's on --site
  --visitor ID        all of a visitor's on --site
  --all               everything, or everything of --site
  --data DIR          where the database is kept (or DATABASE_URL, DATA_DIR)

  Exit code 1 when there is nothing of that kind.`,
  async run(args, { env, out, err }) {
    const { values } = options(
      args,
      {
        conversation: { type: 'string' },
        site: { type: 'string' },
        customer: { type: 'string' },
        visitor: { type: 'string' },
        all: { type: 'boolean' },
        data: { type: 'string' },
        json: { type: 'boolean' },
      },
      [],
    );
    const of = wanted(values);
    const store = await openDataStore(values.data, env);
    try {
      let lines = 0;
      for await (const line of exportLines(store, of)) {
        out(line.trimEnd());
        lines += 1;
      }
      if (lines === 0) err('There is nothing of that kind.');
      return lines === 0 ? 1 : 0;
    } finally {
      await store.close();
    }
  },
};

interface Wanted {
  conversation?: string | undefined;
  site?: string | undefined;
  customer?: string | undefined;
  visitor?: string | undefined;
  all?: boolean | undefined;
}

function wanted({ conversation, site, customer, visitor, all }: Wanted): ExportOf {
  const named = [conversation, customer, visitor, all].filter((one) => one !== undefined);
  if (named.length !== 1) throw new UsageError('Name one of --conversation, --customer, --visitor or --all');
  if (conversation !== undefined) return { conversation };
  if (all) return { all, ...(site === undefined ? {} : { site }) };
  if (site === undefined) throw new UsageError('--site is missing: customers are a site’s own');
  return customer === undefined ? { site, visitor: visitor! } : { site, customer };
}
