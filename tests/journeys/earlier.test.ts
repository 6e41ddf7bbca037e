// A customer who comes back finds their earlier conversations, through the real server: their own, and nobody else's.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Ack } from '../../shared/errors.ts';
import type { SentEvent } from '../../shared/events.ts';
import type { ConversationLine } from '../../shared/protocol.ts';
import { customer } from '../helpers/customer.ts';
import { createWorld, type World } from '../helpers/world.ts';

type Customer = Awaited<ReturnType<typeof customer>>;
type Page = Ack<{ conversations: ConversationLine[]; more: boolean }>;

const list = (who: Customer, before?: { at: number; id: string }): Promise<Page> =>
  who.socket.emitWithAck('conversations', before ? { before } : {});

async function linesOf(who: Customer) {
  const page = await list(who);
  if (!page.ok) throw new Error(page.error.code);
  return page.conversations;
}

/** As an agent or silence would end it. */
async function end(world: World, who: Customer) {
  const { conversation } = who;
  await world.parts.record.append({
    conversation,
    at: world.clock.now(),
    events: [{ type: 'resolved', outcome: 'solved', by: 'agent' }],
  });
  await who.until('the end', () => who.view.status === 'resolved');
  return conversation;
}

/** Ends this one and begins another. */
async function beginAnew(world: World, who: Customer) {
  const former = await end(world, who);
  const begun = await who.socket.emitWithAck('begin', { id: randomUUID() });
  await who.until('the new one', () => who.conversation === begun.conversation && who.view.entries.length);
  return former;
}

describe('the list of earlier conversations', () => {
  it('P2 tells date, first words and state of each, and reads it again page by page', async () => {
    const world = await createWorld();
    const ada = await customer(world, { as: 'cust-one' });
    const said = await ada.say('How many\n bags may I bring?');
    await ada.until('an answer', () => ada.view.entries.some(({ seq }) => seq > said));
    const former = await beginAnew(world, ada);
    const lines = await linesOf(ada);
    expect(lines).toEqual([
      {
        conversation: ada.conversation,
        status: 'assistant',
        at: expect.any(Number),
      },
      {
        conversation: former,
        status: 'resolved',
        at: expect.any(Number),
        text: 'How many bags may I bring?',
      },
    ]);

    const events: SentEvent[] = [];
    for (;;) {
      const after = events.at(-1)?.seq ?? 0;
      const page = await ada.socket.emitWithAck('sync', { conversation: former, after, once: true });
      if (page.events.length === 0) break;
      events.push(...page.events);
    }
    const shown = await world.parts.record.read(former, 'customer', 0);
    expect(events).toEqual(shown);
  });

  it('marks what a person wrote while the customer was away, until it is read', async () => {
    const world = await createWorld();
    const ada = await customer(world, { as: 'cust-one' });
    await ada.say('Where is my refund?');
    const { conversation } = ada;
    ada.leave();
    const mia = { id: 'mia', name: 'Mia' };
    await world.parts.record.append({
      conversation,
      at: world.clock.now(),
      events: [
        { type: 'claimed', agent: mia },
        { type: 'message', from: 'agent', name: 'Mia', text: 'It is on its way.' },
        { type: 'resolved', outcome: 'solved', by: 'agent' },
      ],
    });
    const back = await customer(world, { as: 'cust-one' });
    const markOf = async () => {
      const line = (await linesOf(back)).find((one) => one.conversation === conversation)!;
      return [line.agent, line.unread];
    };
    expect(await markOf()).toEqual(['Mia', true]);
    const { events } = await back.socket.emitWithAck('sync', { conversation, after: 0, once: true });
    expect(await markOf()).toEqual(['Mia', true]);
    await back.socket.emitWithAck('sync', { conversation, after: events.at(-1).seq, once: true });
    expect(await markOf()).toEqual(['Mia', undefined]);
  });

  it('P2 comes in pages, to the very first', async () => {
    const world = await createWorld();
    const ada = await customer(world);
    const ids: string[] = [];
    for (let i = 0; i < 12; i++) ids.unshift(await beginAnew(world, ada));
    ids.unshift(ada.conversation);
    const found: string[] = [];
    let sizes: number[] = [];
    for (let before: { at: number; id: string } | undefined; ; ) {
      const page = await list(ada, before);
      if (!page.ok) throw new Error(page.error.code);
      found.push(...page.conversations.map((line) => line.conversation));
      sizes = [...sizes, page.conversations.length];
      const last = page.conversations.at(-1)!;
      before = { at: last.at, id: last.conversation };
      if (!page.more) break;
    }
    expect(sizes).toEqual([10, 3]);
    expect(new Set(found)).toEqual(new Set(ids));
    expect(new Set(found).size).toBe(found.length);
  });

  it('P3 is the customer’s own, from each of their devices, and nobody else’s', async () => {
    const world = await createWorld();
    const phone = await customer(world, { as: 'cust-one' });
    await phone.say('My bag is blue');
    const former = await beginAnew(world, phone);
    const desk = await customer(world, { as: 'cust-one' });
    expect((await linesOf(desk)).map((line) => line.conversation)).toContain(former);

    // Another customer, with the former's visitor token as well; and somebody who is not signed in.
    const { token } = phone.welcome;
    const missing = { ok: false, error: { code: 'not_found' } };
    for (const options of [{ as: 'cust-two' }, { as: 'cust-two', token }, { token }, {}]) {
      const eve = await customer(world, options);
      const seen = JSON.stringify(await linesOf(eve));
      expect(seen).not.toContain(former);
      expect(seen).not.toContain('blue');
      expect(await eve.sync(former)).toMatchObject(missing);
    }
  });

  it('P3 an anonymous visitor sees theirs until somebody signs in on it', async () => {
    const world = await createWorld();
    const ada = await customer(world);
    await ada.say('Where is my parcel?');
    const former = await beginAnew(world, ada);
    const { token } = ada.welcome;
    const again = await customer(world, { token });
    expect((await linesOf(again)).map((line) => line.conversation)).toContain(former);
    const signedIn = await customer(world, { token, as: 'cust-one' });
    expect((await linesOf(signedIn)).map((line) => line.conversation)).toEqual([signedIn.conversation]);
  });

  it('P2 what was erased is in it no more', async () => {
    const world = await createWorld();
    const ada = await customer(world, { as: 'cust-one' });
    await ada.say('My bag is blue');
    const former = await beginAnew(world, ada);
    await world.parts.store.erase(former, 'customer', 'asked', world.clock.now());
    expect((await linesOf(ada)).map((line) => line.conversation)).toEqual([ada.conversation]);
    expect(await ada.sync(former)).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  it('is refused when the place to go on from is not one', async () => {
    const world = await createWorld();
    const ada = await customer(world);
    for (const before of [{ at: -1, id: 'a' }, { at: '1', id: 'a' }, { at: 1 }, 'a'])
      expect(await ada.socket.emitWithAck('conversations', { before })).toMatchObject({
        ok: false,
        error: { code: 'bad_request' },
      });
  });
});
