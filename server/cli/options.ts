// Options of a command as people write them; what does not fit is a UsageError that says so.
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './command.ts';

type ParseArgsOptionsConfig = NonNullable<ParseArgsConfig['options']>;
type Parsed<T extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T; allowPositionals: true; strict: true }>
>;

/** `names` are the positional arguments that must be there, no more and no fewer. */
export function options<T extends ParseArgsOptionsConfig>(
  args: string[],
  config: T,
  names: string[],
): Parsed<T> {
  const parsed = parse(args, config);
  const missing = names[parsed.positionals.length];
  if (missing) throw new UsageError(`${missing} is missing`);
  const extra = parsed.positionals[names.length];
  if (extra !== undefined) throw new UsageError(`"${extra}" is one argument too many`);
  return parsed;
}

function parse<T extends ParseArgsOptionsConfig>(args: string[], config: T): Parsed<T> {
  try {
    return parseArgs({ args, options: config, allowPositionals: true, strict: true });
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message);
    throw error;
  }
}
