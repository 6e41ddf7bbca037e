// Polling without sticky sessions on several nodes: noticed at the third request that went astray, and said in words.
import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { strayWords, watchStrayPolls } from '../../server/intake/stray-polls.ts';

function node(name: string, clock: { now: number }) {
  const engine = Object.assign(new EventEmitter(), { generateId: () => '' });
  const said: string[] = [];
  const { notes } = watchStrayPolls(engine, {
    node: name,
    now: () => clock.now,
    warn: (words) => said.push(words),
  });
  return {
    engine,
    said,
    notes,
    stray: (sid: string) => engine.emit('connection_error', { code: 1, context: { sid } }),
  };
}

test('sessions of another node that come here young are told of once, and no longer after a while', () => {
  const clock = { now: 1_800_000_000_000 };
  const [one, two] = [node('one', clock), node('two', clock)];
  const sessions = Array.from({ length: 6 }, () => one.engine.generateId());
  expect(new Set(sessions).size).toBe(6);
  for (const sid of sessions.slice(0, 2)) two.stray(sid);
  expect([two.said, two.notes()]).toEqual([[], []]);
  for (const sid of sessions) two.stray(sid);
  expect([two.said, two.notes()]).toEqual([[strayWords], [strayWords]]);
  clock.now += 600_000;
  expect(two.notes()).toEqual([]);
});

test('what a restart, a forgery or a dead node leaves is not taken for it', () => {
  const clock = { now: 1_800_000_000_000 };
  const [one, two] = [node('one', clock), node('two', clock)];
  const old = one.engine.generateId();
  for (let i = 0; i < 5; i += 1) one.stray(one.engine.generateId());
  clock.now += 10_000;
  for (let i = 0; i < 5; i += 1) for (const sid of [old, 'forged', '..', 'x.y.z']) two.stray(sid);
  two.engine.emit('connection_error', { code: 3 });
  expect([one.said, two.said]).toEqual([[], []]);
});
