// What every command of `handrail` is: a summary, its usage, and work that ends in an exit code.

export interface Surroundings {
  env: Record<string, string | undefined>;
  /** The build that this command came from. */
  builtAt: URL;
  stdin: NodeJS.ReadableStream;
  /** A line each. */
  out(line: string): void;
  err(line: string): void;
  /** What is under way, where someone watches a terminal: replaces what it said before; '' takes it away. */
  progress(text: string): void;
}

/** 0: done, nothing amiss; 1: problems were found, or it failed; 2: called in a wrong way. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  /** As typed: `agent add`. */
  name: string;
  summary: string;
  usage: string;
  run(args: string[], around: Surroundings): Promise<ExitCode>;
}

/** Called in a wrong way; the message says what would be right. */
export class UsageError extends Error {
  override name = 'UsageError';
}
