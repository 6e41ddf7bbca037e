// `handrail serve`: the server on its own, without the demo.
import { parseConfig } from '../config.ts';
import { startServer } from '../main.ts';
import { runUntilStopped } from '../run-until-stopped.ts';
import type { Command, ExitCode } from './command.ts';
import { options } from './options.ts';

export const serve: Command = {
  name: 'serve',
  summary: 'Serves the sites of a folder: widget, console and sockets on one port',
  usage: `serve --sites DIR [--port 8787] [--host 127.0.0.1] [--data DIR]

  --sites DIR   a folder of site folders (or SITES_DIR)
  --port N      0 for any free one (or PORT)
  --host NAME   the address to listen on (or HOST)
  --data DIR    where the database is kept (or DATA_DIR)

  All settings of the environment hold; an option goes before its variable.`,
  async run(args, { env, builtAt, out }) {
    const { values } = options(
      args,
      {
        sites: { type: 'string' },
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
      },
      [],
    );
    const config = parseConfig({
      ...env,
      ...(values.sites ? { SITES_DIR: values.sites } : {}),
      ...(values.port ? { PORT: values.port } : {}),
      ...(values.host ? { HOST: values.host } : {}),
      ...(values.data ? { DATA_DIR: values.data } : {}),
    });
    const server = await startServer({ config, env, builtAt });
    out(
      `Serving ${[...server.parts.sites.keys()].join(', ')} on ${server.url} (console: ${server.url}/console)`,
    );
    return (await runUntilStopped(server)) as ExitCode;
  },
};
