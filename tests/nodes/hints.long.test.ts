// What one node stores reaches those who are connected to another: at once while Redis is there, within seconds when
// it is not, and nobody notices more than that.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { agent } from '../helpers/agent.ts';
import { customer } from '../helpers/customer.ts';
import { pdf } from '../helpers/sample-files.ts';
import { untilStored } from '../helpers/until-stored.ts';
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
afterEach(() => {
  const bad = [one, two].flatMap(({ log }) => log).filter((line) => /unhandled|uncaught/.test(line));
  expect(bad).toEqual([]);
});

/** The same visitor's pages, one at each node. */
async function bothPages(as?: string) {
  const first = await customer(one, { mayMiss: true, ...(as ? { as } : {}) });
  const second = await customer(two, { token: first.welcome.token, mayMiss: true, ...(as ? { as } : {}) });
  expect(second.conversation).toBe(first.conversation);
  return { first, second };
}

const redisIs = (node: Node, there: boolean) =>
  expect
    .poll(async () => {
      const answer = await fetch(`${node.url}/readyz`);
      return { status: answer.status, ...((await answer.json()) as object) };
    })
    .toMatchObject({ status: 200, ok: true, parts: { store: true, redis: there } });

/** Who types is told by a hint alone, and never looked up: it shows that hints come through. */
async function hearsTyping(
  from: Awaited<ReturnType<typeof customer>>,
  to: Awaited<ReturnType<typeof agent>>,
): Promise<void> {
  const heard: unknown[] = [];
  to.socket.on('typing', (said) => heard.push(said));
  await expect
    .poll(() => {
      from.socket.emit('typing', {}, () => undefined);
      return heard;
    })
    .toContainEqual({ from: 'customer', conversation: from.conversation });
}

test('a file is asked for at one node, taken at the other, and read at either', async () => {
  const { first, second } = await bothPages('cust-two');
  const asked = await first.socket.emitWithAck('attach', { id: 'a file', name: 'a.pdf', size: pdf.length });
  const sent = await fetch(two.url + asked.upload, { method: 'PUT', body: new Uint8Array(pdf) });
  const { seq } = (await sent.json()) as { seq: number };
  await first.until('the file', () =>
    first.view.entries.some((entry) => entry.seq === seq && 'file' in entry),
  );
  const { url } = await second.socket.emitWithAck('file', { conversation: second.conversation, seq });
  for (const node of [one, two]) {
    const read = await fetch(node.url + url);
    expect(Buffer.compare(Buffer.from(await read.arrayBuffer()), pdf)).toBe(0);
  }
});

test('a page at another node hears what was said and answered, in the order of the log', async () => {
  const { first, second } = await bothPages('cust-one');
  await first.hears(/./, await first.say('hello there'));
  await second.hears(/./, await second.say('what bags may I take?'));
  await showTheSame(first, second);
});

test('an agent at another node sees the line, hears the customer and answers them', async () => {
  const mia = await agent(two, { name: 'Mia' });
  const ann = await customer(one);
  await ann.human();
  await mia.waiting(ann.conversation);
  await mia.claim(ann.conversation);
  await ann.until('the claim', () => ann.view.status === 'claimed');
  await hearsTyping(ann, mia);
  await mia.reply(ann.conversation, 'Hello, I am Mia.');
  await ann.hears(/I am Mia/);
  await mia.resolve(ann.conversation);
  await ann.until('the end', () => ann.view.status === 'resolved');
  mia.leave();
});

test('what one side has seen is told at the other node, and again to whoever comes back there', async () => {
  const rut = await agent(two, { name: 'Rut' });
  const ann = await customer(one);
  await ann.human();
  await rut.waiting(ann.conversation);
  await rut.claim(ann.conversation);
  const { conversation } = ann;
  const question = await ann.say('Are you there?');
  await rut.until('the question', () => rut.conversation(conversation).inside.seq >= question);
  expect(await rut.send('seen', { conversation, seq: question })).toEqual({ ok: true });
  await expect.poll(() => ann.seen).toMatchObject([{ conversation, seq: question }]);

  await rut.reply(conversation, 'I am.');
  const { seq } = await ann.hears(/I am\./);
  expect(await ann.send('seen', { seq })).toEqual({ ok: true });
  await expect.poll(() => rut.seen).toMatchObject([{ conversation, seq }]);

  // From the database, in which each node writes it down.
  const other = await customer(two, { token: ann.welcome.token });
  await expect.poll(() => other.seen).toMatchObject([{ conversation, seq: question }]);
  const ida = await agent(one, { name: 'Ida' });
  await ida.watch(conversation);
  await expect.poll(() => ida.seen.at(-1)).toMatchObject({ conversation, seq });
  rut.leave();
  ida.leave();
});

test('an agent’s file is asked for at one node, taken at the other, and read at either', async () => {
  const eva = await agent(two, { name: 'Eva' });
  const ann = await customer(one);
  await ann.human();
  await eva.waiting(ann.conversation);
  await eva.claim(ann.conversation);
  const { conversation } = ann;
  const file = { conversation, id: 'a file', name: 'a.pdf', size: pdf.length };
  const asked = await eva.send<{ upload: string }>('attach', file);
  if (!asked.ok) throw new Error(asked.error.code);
  const sent = await fetch(one.url + asked.upload, { method: 'PUT', body: new Uint8Array(pdf) });
  const { seq } = (await sent.json()) as { seq: number };
  const entry = await ann.until('the file', () => ann.view.entries.find((one) => one.seq === seq));
  expect(entry).toMatchObject({ from: 'agent', name: 'Eva', text: 'a.pdf' });
  await eva.until('its own file', () => eva.conversation(conversation).inside.seq >= seq);
  const { url } = await ann.socket.emitWithAck('file', { conversation, seq });
  for (const node of [one, two]) {
    const read = await fetch(node.url + url);
    expect(Buffer.compare(Buffer.from(await read.arrayBuffer()), pdf)).toBe(0);
  }
  eva.leave();
});

test('pages at another node move on to a conversation that is begun anew', async () => {
  const { first, second } = await bothPages();
  const before = first.conversation;
  const kim = await agent(one, { name: 'Kim' });
  await first.human();
  await kim.waiting(first.conversation);
  await kim.claim(first.conversation);
  await kim.resolve(first.conversation);
  await second.until('the end', () => second.view.status === 'resolved');
  const begun = await untilStored(() => first.socket.emitWithAck('begin', { id: 'anew' }));
  // Acknowledged before either is greeted there: which of the two hears of it first is anybody's guess.
  for (const page of [first, second])
    await page.until('the new one', () => page.conversation === begun.conversation);
  expect(begun).toMatchObject({ ok: true, conversation: expect.not.stringContaining(before) });
  kim.leave();
});

test('polling without sticky sessions is noticed, and /readyz says what to do', async () => {
  for (let page = 0; page < 3; page += 1) {
    const begun = await (await fetch(`${one.url}/socket.io/?EIO=4&transport=polling`)).text();
    const { sid } = JSON.parse(begun.slice(1)) as { sid: string };
    const astray = await fetch(`${two.url}/socket.io/?EIO=4&transport=polling&sid=${sid}`);
    expect(astray.status).toBe(400);
  }
  const notes = async () => ((await (await fetch(`${two.url}/readyz`)).json()) as { notes: string[] }).notes;
  expect(await notes()).toEqual([expect.stringContaining('keep each client on one node')]);
});

test('while Redis is away everyone goes on, and hears from other nodes within seconds', async () => {
  const { first, second } = await bothPages();
  const lea = await agent(two, { name: 'Lea' });
  await cluster.redis.kill();
  await Promise.all([redisIs(one, false), redisIs(two, false)]);
  // An answer of its own node.
  await first.hears(/./, await first.say('is anybody there?'));
  await second.until('the same', () => second.view.seq >= first.view.seq);
  await first.human();
  await lea.waiting(first.conversation);

  const cold = await cluster.node();
  const third = await customer(cold, { token: first.welcome.token, mayMiss: true });
  await third.say('still here');
  await second.until(
    'what was said at the cold node',
    () => second.view.seq >= third.view.seq && third.view.seq,
  );
  await redisIs(cold, false);

  await cluster.redis.start();
  await Promise.all([one, two, cold].map((node) => redisIs(node, true)));
  await lea.watch(first.conversation);
  await hearsTyping(third, lea);
  await showTheSame(second, third);
  for (const node of [one, two, cold]) {
    expect(node.log.filter((line) => line.includes('Redis is away'))).toHaveLength(1);
  }
  lea.leave();
  expect(await cold.end('SIGTERM')).toBe(0);
  expect(cold.log.filter((line) => /unhandled|uncaught/.test(line))).toEqual([]);
});
