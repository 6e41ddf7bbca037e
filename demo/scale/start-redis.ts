// Starts a Redis of our own on a spare port from the binary of this machine. It keeps nothing on the disk.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { sparePort } from './spare-port.ts';

export interface RunningRedis {
  url: string;
  process: ChildProcess;
  /** Ends it at once, as a crash does, with all that it held; `start` brings an empty one back on the same port. */
  kill(): Promise<void>;
  start(): Promise<void>;
}

/** Throws in one line when this machine has no Redis. */
export async function startRedis(): Promise<RunningRedis> {
  refuseWithoutRedis();
  const port = await sparePort();
  const start = async (): Promise<ChildProcess> => {
    const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const child = spawn('redis-server', [...options, '--loglevel', 'notice'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await saysReady(child);
    return child;
  };
  const running: RunningRedis = {
    url: `redis://127.0.0.1:${port}`,
    process: await start(),
    kill() {
      const { process: child } = running;
      if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
      return new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      });
    },
    async start() {
      running.process = await start();
    },
  };
  return running;
}

function refuseWithoutRedis(): void {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'pipe' });
  } catch (cause) {
    const words = 'Redis is not on this machine: apt-get install -y redis-server';
    throw new Error(words, { cause });
  }
}

function saysReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let words = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      words = (words + chunk.toString()).slice(-4000);
      if (/ready to accept connections/i.test(words)) resolve();
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`Redis did not start: ${words}`)));
  });
}
