// `handrail talk`: a conversation with a site in the terminal, or line by line for a program; the whole server
// but its sockets, with the business's API beside it.
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Event } from '../../shared/events.ts';
import { type Command, UsageError } from './command.ts';
import { eventInWords } from './event-in-words.ts';
import { options } from './options.ts';
import { siteFolder } from './site-folder.ts';
import { startTalk } from './start-talk.ts';

export const talk: Command = {
  name: 'talk',
  summary: 'Talks with a site here in the terminal',
  usage: `talk SITE [--json] [--as ID | --anonymous] [--data DIR]

  SITE          the site's folder
  --as ID       speaks as that verified customer (default: the site's demo.customer)
  --anonymous   speaks as nobody
  --json        prints every event as one line of JSON, the inner ones too
  --data DIR    keeps the database there (default: a temporary folder, removed at the end)

  Each line is a message. A line that starts with { is an event: {"event":"human"}, {"event":"undo"},
  {"choice":"keep"} (answers the open question), {"clock":"+6m"} (moves the simulated clock).`,
  async run(args, { env, builtAt, stdin, out, err }) {
    const { values, positionals } = options(
      args,
      {
        json: { type: 'boolean' },
        as: { type: 'string' },
        anonymous: { type: 'boolean' },
        data: { type: 'string' },
      },
      ['SITE'],
    );
    if (values.as !== undefined && values.anonymous)
      throw new UsageError('--as and --anonymous exclude each other');
    const session = await startTalk({
      folder: siteFolder(positionals[0]!, env),
      env,
      ...(values.as === undefined ? {} : { as: values.as }),
      anonymous: values.anonymous ?? false,
      ...(values.data === undefined ? {} : { dataDir: values.data }),
      modelsDir: fileURLToPath(new URL('../node_modules/.cache/handrail/', builtAt)),
      event: (event) => {
        for (const line of values.json ? [inOrder(event)] : eventInWords(event)) out(line);
      },
      failed: (where, error) => err(`${where}: ${error instanceof Error ? error.message : String(error)}`),
    });
    try {
      for await (const line of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
        if (line.trim() === '') continue;
        const refused = await session.line(line);
        if (refused)
          err(values.json ? JSON.stringify({ error: refused }) : `(${refused.code}) ${refused.message}`);
      }
      return 0;
    } finally {
      await session.close();
    }
  },
};

/** One line of JSON that begins with what an eye looks for. */
function inOrder({ seq, at, type, ...rest }: Event): string {
  return JSON.stringify({ seq, at, type, ...rest });
}
