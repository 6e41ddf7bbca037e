// A server of the chaos harness: a process of its own on a port that stays, killed and started as often as is wanted.
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';

export interface ChaosServer {
  port: number;
  /** Starts it, where need be to die at a failpoint; resolves when it answers. */
  start(failpoint?: string): Promise<void>;
  /** Resolves when the process is gone, by whatever cause. */
  gone(): Promise<void>;
  signal(name: NodeJS.Signals): void;
  alive(): boolean;
  /** What it wrote to standard error in all its lives, for a report. */
  errors: string[];
}

const startWithin = 60_000;

/** `root` is the project's folder, with its build in place; `env` is all that the process is given. */
export function chaosServer(root: string, port: number, env: Record<string, string>): ChaosServer {
  let child: ChildProcess | undefined;
  let ended: Promise<void> = Promise.resolve();
  const errors: string[] = [];
  const alive = () => child !== undefined && child.exitCode === null && child.signalCode === null;

  return {
    port,
    errors,
    alive,
    gone: () => ended,
    signal: (name) => void child?.kill(name),
    async start(failpoint) {
      const mine = spawn(process.execPath, ['server/handrail.mjs', 'serve', '--port', String(port)], {
        cwd: root,
        env: {
          PATH: process.env.PATH ?? '',
          LOG_LEVEL: 'error',
          ...env,
          ...(failpoint ? { HANDRAIL_FAILPOINT: failpoint } : {}),
        },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      child = mine;
      mine.stderr!.setEncoding('utf8').on('data', (text: string) => errors.push(text.trim()));
      ended = new Promise((resolve) => mine.once('close', () => resolve()));
      await ready(port, () => mine.exitCode === null && mine.signalCode === null);
      // A failpoint ends it by a signal; with a code it could not start at all.
      if (mine.exitCode !== null) throw new Error(`the server did not start: ${errors.slice(-3).join('\n')}`);
    },
  };
}

/** Resolves when the port answers that it is ready, or when the process has died on its way there. */
async function ready(port: number, alive: () => boolean): Promise<void> {
  const until = Date.now() + startWithin;
  while (alive()) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    await answer?.text().catch(() => undefined);
    if (answer?.ok) return;
    if (Date.now() > until)
      throw new Error(`the server on port ${port} is not ready after ${startWithin} ms`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** A port that nobody listens on. */
export function sparePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    }),
  );
}
