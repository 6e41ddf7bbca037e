// A command of the project as a process of its own, for tests of what people type.
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { createPatience } from './patience.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Running {
  child: ChildProcess;
  /** Lines of stdout so far. */
  lines: string[];
  errors: string[];
  /** Resolves to the exit code. */
  ended: Promise<number | null>;
  /** The first line of stdout that fits. */
  line(words: RegExp): Promise<string>;
}

/** `node ARGS…` in the project's folder; it is ended with the test. `input` is all of its standard input. */
export function runNode(
  args: string[],
  { env = {}, input }: { env?: NodeJS.ProcessEnv; input?: string } = {},
): Running {
  const child = spawn(process.execPath, args, {
    cwd: root,
    // Of the tests' own settings none belongs to what people type.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const errors: string[] = [];
  const patience = createPatience(() => [...lines, ...errors].join('\n'));
  const gather = (stream: NodeJS.ReadableStream, into: string[]) => {
    let rest = '';
    stream.setEncoding('utf8').on('data', (text: string) => {
      const parts = (rest + text).split('\n');
      rest = parts.pop() ?? '';
      into.push(...parts);
      patience.changed();
    });
  };
  gather(child.stdout!, lines);
  gather(child.stderr!, errors);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  if (input !== undefined) child.stdin!.end(input);
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await ended;
  });
  return {
    child,
    lines,
    errors,
    ended,
    line: (words) => patience.until(`a line ${words}`, () => lines.find((line) => words.test(line)), 150_000),
  };
}
