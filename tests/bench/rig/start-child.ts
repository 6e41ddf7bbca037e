// Starts a process of a bench (a server, an echo, a load generator) from its TypeScript entry, and calls it.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildEntry } from '../../helpers/build-entry.ts';
import type { Answered } from './calls.ts';

export interface Child<Ready> {
  ready: Ready;
  call<T>(name: string, argument?: unknown): Promise<T>;
  /** Whatever it printed on standard error. */
  said(): string;
  /** The exit code once it has ended by itself, else undefined. */
  ended(): number | undefined;
  stop(): Promise<void>;
}

export interface ChildOptions {
  /** What the entry reads from its first argument. */
  options: unknown;
  nodeOptions?: string[];
}

/** `entry`: path from the project's root. Rejects when the process ends before it is ready. */
export async function startChild<Ready>(
  entry: string,
  { options, nodeOptions = [] }: ChildOptions,
): Promise<Child<Ready>> {
  const file = fileURLToPath(await buildEntry(entry));
  const child = fork(file, [JSON.stringify(options)], {
    execArgv: ['--enable-source-maps', ...nodeOptions],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let said = '';
  let exit: number | undefined;
  let lastId = 0;
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-20_000);
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      exit = code ?? (signal ? 128 : 0);
      for (const { reject } of waiting.values()) reject(new Error(`${entry} ended (${exit}):\n${said}`));
      waiting.clear();
      resolve();
    });
  });
  const answer = (id: number) =>
    new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
  child.on('message', (answered: Answered) => {
    const caller = waiting.get(answered.id);
    waiting.delete(answered.id);
    if ('error' in answered) caller?.reject(new Error(answered.error));
    else caller?.resolve(answered.value);
  });
  const ready = (await answer(0)) as Ready;
  return {
    ready,
    call<T>(name: string, argument?: unknown) {
      if (exit !== undefined) return Promise.reject(new Error(`${entry} has ended (${exit}):\n${said}`));
      const id = ++lastId;
      const answered = answer(id) as Promise<T>;
      child.send({ id, name, argument });
      return answered;
    },
    said: () => said,
    ended: () => exit,
    async stop() {
      if (exit === undefined) child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await gone;
      clearTimeout(force);
    },
  };
}
