// One turn at a time for each conversation, whichever nodes its pages and timers are at: nothing is covered twice,
// nothing is run twice, and the order is kept.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { auditAll } from '../../server/record/audit.ts';
import { customer } from '../helpers/customer.ts';
import { type Cluster, type Node, startCluster } from './cluster.ts';
import { showTheSame } from './show-the-same.ts';

let cluster: Cluster;
let one: Node;
let two: Node;

beforeAll(async () => {
  cluster = await startCluster();
  [one, two] = await Promise.all([cluster.node(), cluster.node()]);
}, 240_000);
afterAll(() => cluster?.stop());
afterEach(async () => {
  const bad = [one, two].flatMap(({ log }) => log).filter((line) => /unhandled|uncaught/.test(line));
  expect(bad).toEqual([]);
  expect((await auditAll(cluster.store)).faults).toEqual([]);
});

const effects = async (): Promise<{ kind: string; key?: string }[]> => {
  const answer = await fetch(`${cluster.api.url}/effects`);
  return ((await answer.json()) as { effects: { kind: string; key?: string }[] }).effects;
};

async function bothPages(as?: string) {
  const first = await customer(one, { mayMiss: true, ...(as ? { as } : {}) });
  const second = await customer(two, { token: first.welcome.token, mayMiss: true, ...(as ? { as } : {}) });
  return { first, second };
}

test('D5 Confirm pressed on two nodes at once is run once, and both pages show the one receipt', async () => {
  const { first, second } = await bothPages('cust-one');
  await first.say('I need to cancel my bag');
  await first.asked('confirm');
  await second.asked('confirm');
  await Promise.allSettled([first.press('do'), second.press('do'), first.press('do'), second.press('do')]);
  const [receipt, same] = await Promise.all([first.receipt(), second.receipt()]);
  expect(same).toEqual(receipt);
  const log = await cluster.store.read(first.conversation);
  const count = (type: string) => log.filter((event) => event.type === type).length;
  expect([count('confirmed'), count('ran')]).toEqual([1, 1]);
  expect(await effects()).toHaveLength(1);
});

test('what is said on two nodes at the same time is covered once, in the order of the log', async () => {
  const pairs = await Promise.all(Array.from({ length: 6 }, () => bothPages()));
  await Promise.all(
    pairs.map(async ({ first, second }) => {
      for (let round = 0; round < 4; round += 1) {
        await Promise.all([first.say(`what about my bag ${round}?`), second.say(`hello ${round}`)]);
      }
    }),
  );
  for (const { first, second } of pairs) {
    const id = first.conversation;
    await expect
      .poll(async () => {
        const log = await cluster.store.read(id);
        const said = log.filter((event) => event.type === 'message' && event.from === 'customer');
        const covered = log.flatMap((event) =>
          event.type === 'decided' && event.on !== undefined ? [event.on] : [],
        );
        return { said: said.length, last: covered.includes(said.at(-1)!.seq) };
      })
      .toEqual({ said: 8, last: true });
    const log = await cluster.store.read(id);
    const covered = log.flatMap((event) =>
      event.type === 'decided' && event.on !== undefined ? [event.on] : [],
    );
    expect(covered).toEqual([...new Set(covered)].sort((a, b) => a - b));
    await first.until('all of it', () => first.view.seq >= log.at(-1)!.seq - 2);
    await showTheSame(second, first);
  }
  await expect.poll(() => cluster.store.takeDue(Date.now() + 1_900, 0, 50)).toEqual([]);
});
