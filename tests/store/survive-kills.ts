// The store under kill -9: a process appends until it is killed, and what it had acknowledged must be there.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { auditAll } from '../../server/record/audit.ts';
import { openSqliteStore } from '../../server/store/open-sqlite-store.ts';
import { buildEntry } from '../helpers/build-entry.ts';

interface Acknowledged {
  id: string;
  seq: number;
  text: string;
}

/** `kills`: after how many acknowledgements each of the processes is killed, one process after another. */
export async function surviveKills(kills: number[]): Promise<void> {
  const [child, workerFile] = await Promise.all([
    buildEntry('tests/store/append-until-killed.ts'),
    buildEntry('server/store/store-worker.ts'),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'handrail-kill-'));
  const file = join(folder, 'handrail.db');
  const acknowledged: Acknowledged[] = [];
  try {
    for (const [before, count] of kills.entries()) {
      const life = before + 1;
      acknowledged.push(
        ...(await liveAndDie(fileURLToPath(child), [file, workerFile.href, `${life}`], count)),
      );
      const store = openSqliteStore({ file });
      expect((await auditAll(store)).faults).toEqual([]);
      for (const { id, seq, text } of acknowledged) {
        expect(await store.read(id, seq - 1, 1)).toMatchObject([{ seq, text, clientId: text }]);
      }
      const stored = new Set<string>();
      for (const id of await store.conversationIds({ limit: 10_000 })) {
        for (const event of await store.read(id, 1)) {
          const key = `${id} ${event.type === 'message' ? event.text : event.type}`;
          expect(stored.has(key), `${key} is stored once`).toBe(false);
          stored.add(key);
        }
      }
      // Each message has the timer that was stored with it.
      const timers = await store.takeDue(1, 0, 1_000_000);
      expect(timers).toHaveLength(stored.size);
      await store.close();
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(kills.reduce((sum, count) => sum + count, 0));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the process said was acknowledged, until it was killed after so many of them. */
async function liveAndDie(script: string, args: string[], count: number): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  const said: Acknowledged[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(JSON.parse(line) as Acknowledged);
    if (said.length === count) child.kill('SIGKILL');
  }
  const [, signal] = await exit;
  expect(signal).toBe('SIGKILL');
  return said;
}
