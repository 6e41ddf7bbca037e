// `npm run scale-demo` as people run it: it comes up behind its proxy, outlives a node, and leaves nothing behind.
import { expect, onTestFinished, test } from 'vitest';
import { createPatience } from '../helpers/patience.ts';
import { runNode } from '../helpers/run-node.ts';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // No such process.
    return false;
  }
};

test('two nodes behind a round-robin proxy serve on when one is killed, and all ends with Ctrl+C', async () => {
  const demo = runNode(['demo/scale.mjs']);
  // Gracefully, whatever has failed: what it started would outlive it.
  onTestFinished(async () => {
    demo.child.kill('SIGINT');
    await demo.ended;
  });
  const at = /http:\S+(?=\/console)/.exec(await demo.line(/\/console/))![0];
  await demo.line(/Ctrl\+C/);
  const pids = demo.lines.flatMap((line) => /kill -9 (\d+)/.exec(line)?.slice(1).map(Number) ?? []);
  expect(pids).toHaveLength(3);
  const ready = async () =>
    (await (await fetch(`${at}/readyz`, { headers: { connection: 'close' } })).json()) as object;
  await expect.poll(ready).toMatchObject({ ok: true, parts: { store: true, redis: true } });

  const patience = createPatience(() => 'no welcome');
  const welcomes: unknown[] = [];
  const { io } = await import('socket.io-client');
  const socket = io(`${at}/customer`, {
    transports: ['websocket'],
    forceNew: true,
    auth: { protocol: 1, site: 'airline' },
  });
  socket.on('welcome', (said) => {
    welcomes.push(said);
    patience.changed();
  });
  await patience.until('a welcome', () => welcomes.length === 1);
  process.kill(pids[0]!, 'SIGKILL');
  // A connection that was made at that very moment may still break; once it is gone, none does.
  await expect.poll(() => isAlive(pids[0]!)).toBe(false);
  for (let asked = 0; asked < 4; asked += 1) expect(await ready()).toMatchObject({ ok: true });
  // As a page does it: what went to the dead node is sent again, under the same id.
  const send = () => socket.timeout(5_000).emitWithAck('message', { id: 'm1', text: 'hello' });
  await expect.poll(async () => (await send()).ok, { timeout: 30_000 }).toBe(true);
  socket.close();

  demo.child.kill('SIGINT');
  expect(await demo.ended).toBe(0);
  await expect.poll(() => pids.filter(isAlive)).toEqual([]);
});
