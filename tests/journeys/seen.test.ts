// "Seen", both ways, through the whole server.
import { expect, test } from 'vitest';
import { agent } from '../helpers/agent.ts';
import { customer } from '../helpers/customer.ts';
import { createWorld } from '../helpers/world.ts';

test('what one side has seen is told to the other, once, and again to whoever comes back', async () => {
  const world = await createWorld();
  const ann = await customer(world);
  await ann.human();
  await ann.until('to wait', () => ann.view.status === 'waiting');
  const mia = await agent(world, { name: 'Mia' });
  const tom = await agent(world, { name: 'Tom' });
  const conversation = ann.conversation;
  await tom.watch(conversation);
  await mia.claim(conversation);
  const question = await ann.say('Are you there?');

  // Only whoever has the conversation has seen it for the customer.
  expect(await tom.send('seen', { conversation, seq: question })).toMatchObject({ ok: false });
  expect(await mia.send('seen', { conversation, seq: question })).toEqual({ ok: true });
  await expect.poll(() => ann.seen).toMatchObject([{ conversation, seq: question }]);
  expect(ann.seen[0]!.at).toBeGreaterThan(0);

  await mia.reply(conversation, 'I am.');
  const { seq } = await ann.hears(/I am/);
  // More than there is to see is not believed, and the same again is no news.
  expect(await ann.send('seen', { seq: seq + 1000 })).toEqual({ ok: true });
  expect(await ann.send('seen', { seq })).toEqual({ ok: true });
  await expect.poll(() => mia.seen.length).toBe(1);
  expect(mia.seen[0]!.seq).toBeGreaterThanOrEqual(seq);
  expect(mia.seen[0]!.seq).toBeLessThan(seq + 1000);
  const events = await world.parts.store.read(conversation);
  expect(mia.seen[0]!.seq).toBeLessThanOrEqual(events.at(-1)!.seq);

  // It outlives pages and process.
  const { token } = ann.welcome;
  ann.leave();
  mia.leave();
  tom.leave();
  await world.restart();
  const again = await customer(world, { token });
  expect(again.conversation).toBe(conversation);
  await expect.poll(() => again.seen).toMatchObject([{ conversation, seq: question }]);
  const ida = await agent(world, { name: 'Ida' });
  await ida.watch(conversation);
  await expect.poll(() => ida.seen).toMatchObject([{ conversation, seq: mia.seen[0]!.seq }]);
  expect(world.faults).toEqual([]);
});

test('before a person has had the conversation nothing is kept of what was seen', async () => {
  const world = await createWorld();
  const ann = await customer(world);
  await ann.say('hello');
  expect(await ann.send('seen', { seq: 3 })).toEqual({ ok: true });
  expect(await world.parts.seen.of(ann.conversation)).toEqual({});
});
