// The demo as people start it, on a spare port with a database of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface ServedDemo {
  url: string;
  end(): Promise<void>;
}

/** Resolves when it says where it is; rejects when it ends before. */
export async function serveDemo(dataDir: string): Promise<ServedDemo> {
  const child = spawn(process.execPath, ['demo/start.mjs'], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', LIMITS: 'off' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(line);
      if (found) resolve(found[0]);
    });
    void gone.then(() => reject(new Error('The demo ended before it was ready.')));
  });
  return {
    url,
    async end() {
      child.kill('SIGTERM');
      await gone;
    },
  };
}
