// Starts a Postgres of our own on a spare port from the binaries of this machine, in a new folder on the disk. It
// refuses to run as root: then it runs as the `postgres` that Debian's package made.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import pg from 'pg';
import { sparePort } from './spare-port.ts';

export interface RunningPostgres {
  /** Makes an empty database, and says where it is: postgres://… */
  database(name: string): Promise<string>;
  process: ChildProcess;
  /** Ends it at once and removes its folder. */
  stop(): Promise<void>;
  /** Ends it as a restart does, keeps its folder; `start` brings it back on the same port. */
  halt(): Promise<void>;
  start(): Promise<void>;
}

/** `settings`: of postgresql.conf. Throws in one line when this machine has no Postgres. */
export async function startPostgres(settings: Record<string, string> = {}): Promise<RunningPostgres> {
  const binaries = postgresBinaries();
  const folder = mkdtempSync(join(existsSync('/var/tmp') ? '/var/tmp' : process.cwd(), 'handrail-postgres-'));
  const as = process.getuid?.() === 0 ? postgresAccount() : undefined;
  if (as) chownSync(folder, as.uid, as.gid);
  const cwd = folder;
  const made = ['-D', join(folder, 'data'), '-U', 'handrail', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  execFileSync(join(binaries, 'initdb'), [...made, '--locale=C.UTF-8'], { ...as, cwd, stdio: 'pipe' });
  const port = await sparePort();
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: folder, ...settings };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

  const start = async (): Promise<ChildProcess> => {
    const child = spawn(
      join(binaries, 'postgres'),
      ['-D', join(folder, 'data'), '-p', String(port), ...options],
      { ...as, cwd, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    await saysReady(child);
    return child;
  };
  const halt = (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  };
  const url = (name: string) => `postgres://handrail@127.0.0.1:${port}/${name}`;
  const running: RunningPostgres = {
    process: await start(),
    async database(name) {
      const client = new pg.Client(url('postgres'));
      await client.connect();
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
      await client.end();
      return url(name);
    },
    async stop() {
      await halt(running.process, 'SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
    // A fast shutdown: transactions are cut, what was committed stays.
    halt: () => halt(running.process, 'SIGINT'),
    async start() {
      running.process = await start();
    },
  };
  return running;
}

function postgresBinaries(): string {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  const found = places.find((place) => ['initdb', 'postgres'].every((name) => existsSync(join(place, name))));
  if (found === undefined) {
    throw new Error('Postgres is not on this machine: apt-get install -y postgresql');
  }
  return found;
}

function postgresAccount(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Rejects with its last words when it ends before it is ready. */
function saysReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let words = '';
    child.stderr!.on('data', (chunk: Buffer) => {
      words = (words + chunk.toString()).slice(-4000);
      if (words.includes('ready to accept connections')) resolve();
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`Postgres did not start: ${words}`)));
  });
}
