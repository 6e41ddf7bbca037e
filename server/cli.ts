// The command line: `handrail NAME …`. Each command is a file in cli/.
import { agentAdd } from './cli/agent-add.ts';
import { audit } from './cli/audit.ts';
import { check } from './cli/check.ts';
import { type Command, type ExitCode, type Surroundings, UsageError } from './cli/command.ts';
import { copy } from './cli/copy.ts';
import { corrections } from './cli/corrections.ts';
import { erase } from './cli/erase.ts';
import { exportLog } from './cli/export.ts';
import { migrate } from './cli/migrate.ts';
import { replay } from './cli/replay.ts';
import { rollout } from './cli/rollout.ts';
import { serve } from './cli/serve.ts';
import { talk } from './cli/talk.ts';
import { ConfigError } from './config.ts';
import { SiteError } from './site/site-error.ts';

const commands: Command[] = [
  serve,
  check,
  talk,
  replay,
  rollout,
  audit,
  exportLog,
  corrections,
  erase,
  agentAdd,
  migrate,
  copy,
];

/** Runs the command that the arguments name. `around` is given by tests. */
export async function runCommand(
  argv: string[],
  { builtAt, ...given }: Partial<Surroundings> & { builtAt: URL },
): Promise<ExitCode> {
  const around: Surroundings = {
    env: process.env,
    stdin: process.stdin,
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    progress: onTerminal,
    builtAt,
    ...given,
  };
  const command = commands.find(({ name }) => name.split(' ').every((word, i) => argv[i] === word));
  const wantsHelp = argv.includes('--help') || argv.includes('-h');
  if (!command) {
    const asked = wantsHelp || argv[0] === 'help';
    if (argv.length > 0 && !asked) around.err(`There is no command "${argv.join(' ')}".\n`);
    (asked ? around.out : around.err)(overview());
    return asked ? 0 : 2;
  }
  if (wantsHelp) {
    around.out(`${command.summary}\n\n  npx handrail ${command.usage}`);
    return 0;
  }
  try {
    return await command.run(argv.slice(command.name.split(' ').length), around);
  } catch (error) {
    if (error instanceof UsageError) {
      around.err(`${error.message}\n\n  npx handrail ${command.usage}`);
      return 2;
    }
    if (error instanceof ConfigError || error instanceof SiteError) {
      around.err(error.message);
      return 2;
    }
    throw error;
  }
}

/** Escape codes: to the line's beginning, and clear it. */
function onTerminal(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text.slice(0, process.stderr.columns - 1)}`);
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  return [
    'npx handrail COMMAND [options]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`),
    '',
    'npx handrail COMMAND --help says more about one.',
  ].join('\n');
}
