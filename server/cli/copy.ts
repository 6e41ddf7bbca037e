// `handrail copy`: moves from the embedded file to Postgres without losing anything.
import { existsSync } from 'node:fs';
import { databaseUrl } from '../database-url.ts';
import { openDatabase, orConfigError } from '../open-database.ts';
import { auditAll } from '../record/audit.ts';
import type { Copied } from '../store/copy-to-postgres.ts';
import { type Command, type ExitCode, type Surroundings, UsageError } from './command.ts';
import { options } from './options.ts';

/** The audit reads whole conversations, ms. */
const deadline = 60_000;

export const copy: Command = {
  name: 'copy',
  summary: 'Copies the embedded database into Postgres, and checks the copy',
  usage: `copy --from FILE --to postgres://name:password@host/database [--resume]

  --from FILE   the embedded database: handrail.db in the server's DATA_DIR; it is only read
  --to URL      an empty database; its schema is made
  --resume      go on with a copy that was begun, or bring one up to date

  Stop the server before, or copy beside it, stop it, and bring the copy up to date with --resume. The
  copy is compared with the file and audited at the end. Exit code 1 when that does not hold.`,
  async run(args, around) {
    const { values } = options(
      args,
      { from: { type: 'string' }, to: { type: 'string' }, resume: { type: 'boolean' } },
      [],
    );
    const { from: file, to } = values;
    if (file === undefined) throw new UsageError('--from is missing: the file of the embedded database');
    if (!existsSync(file)) throw new UsageError(`There is no file ${file}`);
    if (to === undefined) throw new UsageError('--to is missing: the Postgres database');
    const url = databaseUrl.safeParse(to);
    if (!url.success) throw new UsageError(`--to ${url.error.issues[0]!.message}`);
    return orConfigError(url.data, () => copyAndAudit(file, url.data, values.resume ?? false, around));
  },
};

async function copyAndAudit(
  file: string,
  url: string,
  resume: boolean,
  { out, err, progress }: Surroundings,
): Promise<ExitCode> {
  const { copyToPostgres } = await import('../store/copy-to-postgres.ts');
  const { MovedOn } = await import('../store/copy-conversations.ts');
  let copied: Copied;
  try {
    copied = await copyToPostgres({ file, url, resume, progress });
  } catch (error) {
    if (!(error instanceof MovedOn)) throw error;
    err(
      `${error.message} in Postgres is not as the file had it: it was written to there. Nothing of it was changed.`,
    );
    return 1;
  }
  if (!copied.ok) {
    err(
      copied.why === 'busy'
        ? 'Another copy into this database is going on.'
        : 'The database is not empty: name an empty one, or go on with a copy that was begun with --resume.',
    );
    return 1;
  }
  const { conversations, events, differences, changed } = copied;
  const store = await openDatabase({ url, deadline, max: 2 });
  try {
    const report = await auditAll(store, (done) => progress(`audited ${done.conversations} conversations`));
    progress('');
    for (const difference of differences) err(difference);
    for (const { conversation, seq, why } of report.faults) err(`${conversation} at event ${seq}: ${why}`);
    if (changed) {
      err('The file was written to meanwhile: stop the server, and bring the copy up to date with --resume.');
    }
    out(
      `${conversations.copied} conversations were copied${conversations.kept > 0 ? `, ${conversations.kept} were there` : ''}, ${events} events in all; ${report.faults.length} faults, ${differences.length} differences.`,
    );
    return changed || differences.length > 0 || report.faults.length > 0 ? 1 : 0;
  } finally {
    await store.close();
  }
}
