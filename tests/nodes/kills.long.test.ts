// A node dies, or is told to stop: what it held, another takes up, and nobody is left behind.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Event } from '../../shared/events.ts';
import { agent } from '../helpers/agent.ts';
import { customer } from '../helpers/customer.ts';
import { type Cluster, type Node, startCluster } from './cluster.ts';

let cluster: Cluster;
let stays: Node;

beforeAll(async () => {
  cluster = await startCluster();
  stays = await cluster.node();
}, 240_000);
afterAll(() => cluster?.stop());

const fault = async (body: object) => {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${cluster.api.url}/faults`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  expect(answer.ok).toBe(true);
};
const noFaults = () => fetch(`${cluster.api.url}/faults`, { method: 'DELETE' });

/** That of the log, of which there may be one at most, once it is there. */
const once = (conversation: string, fits: (event: Event) => boolean) =>
  expect
    .poll(async () => (await cluster.store.read(conversation)).filter(fits).length, { timeout: 45_000 })
    .toBe(1);

/** What the business has done. */
const effects = async () => {
  const answer = await fetch(`${cluster.api.url}/effects`);
  return ((await answer.json()) as { effects: unknown[] }).effects;
};

test('N1 a message whose node dies in the middle of its turn is answered by another', async () => {
  const dies = await cluster.node();
  const ann = await customer(dies, { as: 'cust-one' });
  // The turn waits for the customer's facts, and dies with its node.
  await fault({ endpoint: '*', kind: 'hang', times: 3 });
  const seq = await ann.say('can I take a bike with me?');
  await dies.end('SIGKILL');
  await noFaults();
  const back = await customer(stays, { as: 'cust-one' });
  await back.until('an answer', () => back.view.entries.some((entry) => entry.seq > seq));
  // A turn that takes its time is excused for before it is decided.
  await once(back.conversation, (event) => event.type === 'decided' && event.on === seq);
});

test('D6 an action whose node dies before its outcome is known is looked up at the business, told as it is, and not run again', async () => {
  const dies = await cluster.node();
  const bob = await customer(dies, { as: 'cust-two' });
  await bob.say('I need to cancel my flight');
  const question = await bob.until('a question', () => bob.question);
  if (question.kind !== 'confirm') await bob.press(question.choices[0]!.id);
  await bob.asked('confirm');
  await fault({ endpoint: '*', kind: 'hang', after: true });
  await bob.press('do');
  await expect.poll(effects).toHaveLength(1);
  await dies.end('SIGKILL');
  await noFaults();
  await once(bob.conversation, ({ type }) => type === 'ran');
  const back = await customer(stays, { as: 'cust-two' });
  expect((await back.receipt()).reference).toBeTruthy();
  const ran = (await cluster.store.read(bob.conversation)).find((event) => event.type === 'ran');
  expect(ran).toMatchObject({ outcome: 'done' });
  expect(await effects()).toHaveLength(1);
});

test('H9 the conversations of an agent whose node dies go back to their places after the grace', async () => {
  const dies = await cluster.node();
  const mia = await agent(dies, { name: 'Mia' });
  const cat = await customer(stays);
  await cat.human();
  await mia.waiting(cat.conversation);
  await mia.claim(cat.conversation);
  await cat.until('the claim', () => cat.view.status === 'claimed');
  const since = Date.now();
  await dies.end('SIGKILL');
  await cat.until('the line again', () => cat.view.status === 'waiting', 90_000);
  const log = await cluster.store.read(cat.conversation);
  const requeued = log.filter((event) => event.type === 'requeued');
  expect(requeued).toMatchObject([{ why: 'vanished' }]);
  expect(requeued[0]!.at - since).toBeGreaterThanOrEqual(29_000);
}, 150_000);

test('H9 an agent with pages at two nodes is there for as long as one of them lives', async () => {
  const dies = await cluster.node();
  const lea = await agent(stays, { name: 'Lea' });
  const other = { ...dies, hire: async () => lea.login };
  const second = await agent(other, { name: 'Lea' });
  const dan = await customer(stays);
  await dan.human();
  await lea.waiting(dan.conversation);
  await second.claim(dan.conversation);
  await dies.end('SIGKILL');
  // Longer than any grace, by the nodes' own looking around.
  const seen = async () =>
    (await cluster.store.presences()).find(({ agent: id }) => id === lea.presence[0]?.agent.id);
  const until = Date.now() + 45_000;
  await expect
    .poll(async () => ((await seen())?.seenAt ?? 0) > until, { timeout: 90_000, interval: 500 })
    .toBe(true);
  expect((await cluster.store.conversation(dan.conversation))?.status).toBe('claimed');
  await lea.watch(dan.conversation);
  await lea.reply(dan.conversation, 'Still with you.');
  await dan.hears(/Still with you/);
}, 150_000);

test('a node that is told to stop ends its turns, lets everyone go and is gone with code 0', async () => {
  const leaves = await cluster.node();
  const eve = await customer(leaves, { as: 'cust-none' });
  await fault({ endpoint: '*', kind: 'latency', ms: 1000, times: 1 });
  const seq = await eve.say('what may I take on board?');
  const gone = new Promise((resolve) => eve.socket.on('disconnect', resolve));
  const ended = leaves.end('SIGTERM');
  // Anything but the server's own word to stay away, after which a client would not come back.
  expect(await gone).not.toBe('io server disconnect');
  await expect(fetch(`${leaves.url}/healthz`)).rejects.toThrow();
  expect(await ended).toBe(0);
  const log = await cluster.store.read(eve.conversation);
  expect(log.filter((event) => event.type === 'decided' && event.on === seq)).toHaveLength(1);
  expect(leaves.log.filter((line) => /unhandled|uncaught/.test(line))).toEqual([]);
  await noFaults();
});
