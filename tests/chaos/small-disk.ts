// A disk that is soon full: a small tmpfs where mounting is permitted, else a limit on the size of what the server's
// process may write. Either way its writes fail, until there is room again.
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  folder: string;
  kind: 'tmpfs' | 'limit';
  /** No room any more for the process `pid`. */
  fill(pid: number): void;
  free(pid: number): void;
  close(): void;
}

const size = '64m';

/** Throws in one line when this machine has neither. */
export function smallDisk(): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'pipe' });
  } catch {
    return limited(folder);
  }
  const filler = join(folder, 'filler');
  return {
    folder,
    kind: 'tmpfs',
    fill() {
      const file = openSync(filler, 'w');
      try {
        // Down to the last page.
        for (const bytes of [1 << 20, 1 << 12]) writeUntilFull(file, Buffer.alloc(bytes));
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(filler, { force: true }),
    close() {
      // Whoever was killed a moment ago may hold it still; it is empty memory then, and goes with them.
      execFileSync('umount', ['--lazy', folder], { stdio: 'pipe' });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function writeUntilFull(file: number, bytes: Buffer): void {
  try {
    while (writeSync(file, bytes) === bytes.length);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}

function limited(folder: string): SmallDisk {
  try {
    execFileSync('prlimit', ['--version'], { stdio: 'pipe' });
  } catch (cause) {
    throw new Error('No disk can be made small here: mounting is not permitted, and there is no prlimit', {
      cause,
    });
  }
  const limit = (pid: number, bytes: string) =>
    void execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`], { stdio: 'pipe' });
  return {
    folder,
    kind: 'limit',
    fill: (pid) => limit(pid, '1'),
    free: (pid) => limit(pid, 'unlimited'),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
