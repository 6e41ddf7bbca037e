// `handrail agent add`: someone who may sign in to the console.
import { mkdir } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { addAgent } from '../add-agent.ts';
import { longestPassword } from '../intake/password.ts';
import { newId } from '../new-id.ts';
import { type Command, UsageError } from './command.ts';
import { openDataStore } from './open-data-store.ts';
import { options } from './options.ts';

const shortest = 10;

export const agentAdd: Command = {
  name: 'agent add',
  summary: 'Adds an agent, or gives one a new password, sites and role',
  usage: `agent add EMAIL --site ID [--site ID …] [--name NAME] [--team ID …] [--supervisor | --no-supervisor]
                                       [--data DIR] [--json]

  The password is read from the first line of standard input; it needs at least ${shortest} characters.
  --site ID     a site that the agent works for; several are allowed
  --name NAME   as customers read it; default: made of the e-mail
  --team ID     a team of site.yaml that the agent belongs to; several are allowed, "none" takes out of all
  --supervisor  sees everyone's load and hands conversations to others; --no-supervisor takes that away
  --data DIR    where the database is kept (or DATABASE_URL, DATA_DIR)
  --json        prints the result as JSON`,
  async run(args, { env, stdin, out, err }) {
    const { values, positionals } = options(
      args,
      {
        site: { type: 'string', multiple: true },
        name: { type: 'string' },
        team: { type: 'string', multiple: true },
        supervisor: { type: 'boolean' },
        'no-supervisor': { type: 'boolean' },
        data: { type: 'string' },
        json: { type: 'boolean' },
      },
      ['EMAIL'],
    );
    const email = positionals[0]!.trim().toLowerCase();
    if (!/^[^@\s]+@[^@\s]+$/.test(email)) throw new UsageError(`"${email}" is no e-mail address`);
    const sites = values.site ?? [];
    if (sites.length === 0) throw new UsageError('--site is missing: name the site that the agent works for');
    if (values.supervisor && values['no-supervisor'])
      throw new UsageError('--supervisor and --no-supervisor exclude each other');
    const supervisor = values.supervisor ?? (values['no-supervisor'] ? false : undefined);
    const teams = values.team?.filter((team) => team !== 'none');
    const password = await firstLine(stdin);
    if (password.length < shortest || password.length > longestPassword) {
      err(`A password needs ${shortest} to ${longestPassword} characters; nothing was changed.`);
      return 2;
    }
    const store = await openDataStore(values.data, env, { make: mkdir });
    try {
      const done = await addAgent(
        store,
        {
          email,
          password,
          sites,
          ...(values.name ? { name: values.name } : {}),
          ...(supervisor === undefined ? {} : { supervisor }),
          ...(teams === undefined ? {} : { teams }),
        },
        newId,
      );
      out(
        values.json
          ? JSON.stringify({ email, sites, done })
          : `${email} was ${done}, for ${sites.join(', ')}.`,
      );
      return 0;
    } finally {
      await store.close();
    }
  },
};

async function firstLine(input: NodeJS.ReadableStream): Promise<string> {
  const lines = createInterface({ input });
  for await (const line of lines) {
    lines.close();
    return line;
  }
  return '';
}
