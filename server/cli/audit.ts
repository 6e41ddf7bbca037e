// `handrail audit`: recomputes the hash chain of every conversation and names what does not hold (R4).
import { auditAll } from '../record/audit.ts';
import type { Command } from './command.ts';
import { openDataStore } from './open-data-store.ts';
import { options } from './options.ts';

export const audit: Command = {
  name: 'audit',
  summary: 'Looks for tampering: recomputes the chain of every conversation',
  usage: `audit [--site ID] [--data DIR] [--json]

  --site ID    only that site's conversations
  --data DIR   where the database is kept (or DATABASE_URL, DATA_DIR)
  --json       prints {conversations, events, faults} as JSON

  Exit code 1 when something does not hold. It may run beside a running server.`,
  async run(args, { env, out }) {
    const { values } = options(
      args,
      { site: { type: 'string' }, data: { type: 'string' }, json: { type: 'boolean' } },
      [],
    );
    const store = await openDataStore(values.data, env);
    try {
      const report = await auditAll(store, undefined, values.site);
      if (values.json) out(JSON.stringify(report));
      else {
        for (const { conversation, seq, why } of report.faults)
          out(`${conversation} at event ${seq}: ${why}`);
        out(
          `${report.conversations} conversations, ${report.events} events, ${report.faults.length} faults.`,
        );
      }
      return report.faults.length > 0 ? 1 : 0;
    } finally {
      await store.close();
    }
  },
};
