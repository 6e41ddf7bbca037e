// A server of the chaos harness: a process of its own on a port that stays, killed and started as often as is wanted.
// While one lives, the next one loads its code and stands by, as a supervisor would have it.
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { waitUntil } from './wait-until.ts';

export interface ChaosServer {
  port: number;
  /** Starts it, where need be to die at a failpoint; resolves when it answers, or is dead again. */
  start(failpoint?: string): Promise<void>;
  /** Lets the next life load its code. */
  prepare(): void;
  /** Resolves when the process is gone, by whatever cause. */
  gone(): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** Its wall clock goes on from so many ms later, or earlier; so do those of its later lives. */
  jump(ms: number): void;
  alive(): boolean;
  /** It lives and has answered. */
  ready(): boolean;
  pid(): number | undefined;
  /** What it wrote to standard error in all its lives, for a report. */
  errors: string[];
  /** Kills what lives and what stands by. */
  end(): Promise<void>;
}

const startWithin = 60_000;

/** `root` is the project's folder, with its build in place; `env` is all that the process is given. */
export function chaosServer(root: string, port: number, env: Record<string, string>): ChaosServer {
  let child: ChildProcess | undefined;
  let next: ChildProcess | undefined;
  let ended: Promise<void> = Promise.resolve();
  let ahead = 0;
  let answers = false;
  const errors: string[] = [];

  const load = (): ChildProcess => {
    const loaded = fork(join(root, 'tests/chaos/serve-when-told.mjs'), {
      cwd: root,
      env: { PATH: process.env.PATH ?? '' },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    loaded.stderr!.setEncoding('utf8').on('data', (text: string) => errors.push(text.trim()));
    // Told to one that died in that moment; that it is dead is seen elsewhere.
    loaded.on('error', (error) => errors.push(String(error)));
    return loaded;
  };
  const server: ChaosServer = {
    port,
    errors,
    alive: () => child !== undefined && lives(child),
    ready: () => answers && server.alive(),
    pid: () => child?.pid,
    gone: () => ended,
    prepare() {
      if (!next || !lives(next)) next = load();
    },
    signal: (name) => void child?.kill(name),
    jump(ms) {
      ahead += ms;
      if (server.alive()) child?.send({ jump: ms });
    },
    async start(failpoint) {
      server.prepare();
      const mine = next!;
      next = undefined;
      child = mine;
      answers = false;
      ended = new Promise((resolve) => mine.once('close', () => resolve()));
      const given = { LOG_LEVEL: 'error', ...env, PORT: String(port) };
      mine.send({
        jump: ahead,
        begin: { ...given, ...(failpoint ? { HANDRAIL_FAILPOINT: failpoint } : {}) },
      });
      await waitUntil(
        async () => !lives(mine) || (await isReady(port)),
        `the server on port ${port}`,
        startWithin,
      );
      answers = lives(mine);
      // A failpoint ends it by a signal; with a code it could not start at all.
      if (mine.exitCode !== null) throw new Error(`the server did not start: ${errors.slice(-3).join('\n')}`);
    },
    async end() {
      for (const one of [child, next]) one?.kill('SIGKILL');
      await ended;
    },
  };
  return server;
}

function lives({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

async function isReady(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
  await answer?.text().catch(() => undefined);
  return answer?.ok ?? false;
}
