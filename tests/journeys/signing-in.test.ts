// Who signs in while talking goes on with what they just said, whatever else they have open, and loses none of it.
import { describe, expect, it } from 'vitest';
import type { Store } from '../../server/store/store.ts';
import type { EventBody } from '../../shared/events.ts';
import type { ConversationLine } from '../../shared/protocol.ts';
import { agent } from '../helpers/agent.ts';
import { customer } from '../helpers/customer.ts';
import { createWorld, type World } from '../helpers/world.ts';

type Customer = Awaited<ReturnType<typeof customer>>;

/** Says it and has its answer, a moment after whatever was said before. */
async function talks(world: World, who: Customer, text: string): Promise<void> {
  await world.advance(1000);
  const seq = await who.say(text);
  await who.hears(/./, seq);
  await world.parts.lanes.idle();
}

const wordsOf = ({ view }: Customer): string[] =>
  view.entries.flatMap((entry) => (entry.kind === 'message' && entry.from === 'customer' ? entry.text : []));

/** On a phone: what they said there is answered and open. */
async function elsewhere(world: World): Promise<Customer> {
  const phone = await customer(world, { as: 'cust-one' });
  await talks(world, phone, 'Which bags may I take with me?');
  return phone;
}

const signIn = (world: World, page: Customer) =>
  customer(world, {
    as: 'cust-one',
    token: page.welcome.token,
    after: { conversation: page.conversation, seq: 0 },
  });

async function earlierOf(who: Customer): Promise<ConversationLine[]> {
  const page = await who.socket.emitWithAck('conversations', {});
  return page.conversations.filter(({ conversation }: ConversationLine) => conversation !== who.conversation);
}

describe('signing in while another conversation of theirs is open', () => {
  it('N2 goes on with what was said here, and the other is ended and theirs to read', async () => {
    const world = await createWorld({ simulated: true });
    const { conversation: former } = await elsewhere(world);
    const page = await customer(world);
    await talks(world, page, 'How early do I have to be there?');
    const back = await signIn(world, page);
    expect(back.conversation).toBe(page.conversation);
    await back.until('what was said', () => wordsOf(back).length === 1);
    const row = await world.parts.store.conversation(back.conversation);
    expect(row).toMatchObject({ customer: 'cust-one', status: 'assistant' });
    const [line] = await earlierOf(back);
    expect(line).toMatchObject({ conversation: former, status: 'resolved' });
  });

  it('N2 the other device moves on with them', async () => {
    const world = await createWorld({ simulated: true });
    const phone = await elsewhere(world);
    const page = await customer(world);
    await talks(world, page, 'How early do I have to be there?');
    const back = await signIn(world, page);
    await phone.until('the other', () => phone.conversation === page.conversation);
    await talks(world, phone, 'And which bags?');
    await back.until('it', () => wordsOf(back).length === 2);
    expect(wordsOf(back)).toEqual(wordsOf(phone));
  });

  it('N2 who said nothing here goes on where they were', async () => {
    const world = await createWorld({ simulated: true });
    const phone = await elsewhere(world);
    const page = await customer(world);
    const back = await signIn(world, page);
    expect(back.conversation).toBe(phone.conversation);
    expect(await earlierOf(back)).toEqual([]);
  });

  it('N2 who said nothing here begins anew once the other has ended', async () => {
    const world = await createWorld({ simulated: true });
    const mia = await agent(world, { name: 'Mia' });
    const phone = await elsewhere(world);
    const page = await customer(world);
    const back = await signIn(world, page);
    await mia.takeover(phone.conversation);
    await mia.resolve(phone.conversation);
    await back.until('the end', () => back.view.status === 'resolved');
    expect(await back.send('begin', { id: 'b1' })).toEqual({ ok: true, conversation: page.conversation });
    await talks(world, back, 'How early do I have to be there?');
    await phone.until('it', () => wordsOf(phone).includes('How early do I have to be there?'));
    expect(await world.parts.store.conversation(back.conversation)).toMatchObject({ customer: 'cust-one' });
  });

  it('N2 who spoke on the other device since goes on there, and what was said here is theirs to read', async () => {
    const world = await createWorld({ simulated: true });
    const phone = await customer(world, { as: 'cust-one' });
    const page = await customer(world);
    await talks(world, page, 'How early do I have to be there?');
    await talks(world, phone, 'Which bags may I take with me?');
    const back = await signIn(world, page);
    expect(back.conversation).toBe(phone.conversation);
    const [line] = await earlierOf(back);
    expect(line).toMatchObject({ conversation: page.conversation, text: 'How early do I have to be there?' });
    expect(phone.view.status).toBe('assistant');
  });

  it('H9 keeps the place in line of who waits for a person here', async () => {
    const world = await createWorld({ simulated: true });
    const mia = await agent(world, { name: 'Mia' });
    const page = await customer(world);
    await page.human();
    await mia.waiting(page.conversation);
    const before = await world.parts.store.conversation(page.conversation);
    await elsewhere(world);
    const back = await signIn(world, page);
    expect(back.conversation).toBe(page.conversation);
    expect(await world.parts.store.conversation(back.conversation)).toMatchObject({
      customer: 'cust-one',
      status: 'waiting',
      queuedAt: before?.queuedAt,
    });
    await mia.claim(back.conversation);
    await mia.reply(back.conversation, 'Hello, I am Mia.');
    await back.hears(/I am Mia/);
  });

  it('H9 leaves nobody whom a person serves elsewhere', async () => {
    const world = await createWorld({ simulated: true });
    const mia = await agent(world, { name: 'Mia' });
    const phone = await elsewhere(world);
    await mia.takeover(phone.conversation);
    const page = await customer(world);
    await talks(world, page, 'How early do I have to be there?');
    const back = await signIn(world, page);
    expect(back.conversation).toBe(phone.conversation);
    const [line] = await earlierOf(back);
    expect(line).toMatchObject({ conversation: page.conversation, status: 'resolved' });
    expect((await world.parts.store.conversation(phone.conversation))?.status).toBe('claimed');
  });

  it('D3 a card that was open elsewhere says that nothing was done', async () => {
    const world = await createWorld({ simulated: true });
    const phone = await customer(world, { as: 'cust-one' });
    await phone.say('I need to cancel my bag');
    const card = await phone.asked('confirm');
    const page = await customer(world);
    await talks(world, page, 'How early do I have to be there?');
    const former = phone.conversation;
    await signIn(world, page);
    await phone.until('the other', () => phone.conversation === page.conversation);
    expect(await phone.send('choice', { id: 'x', question: card.id, choice: 'do' })).toMatchObject({
      error: { code: 'not_found' },
    });
    const events = await world.parts.store.read(former);
    expect(events.slice(-3)).toMatchObject([
      { type: 'lapsed', question: card.id, why: 'ended' },
      { type: 'message', from: 'system', notice: 'lapsed' },
      { type: 'resolved', outcome: 'moved', by: 'customer' },
    ]);
  });

  it('N1 a person whom another device asks for in what has ended comes in the one that goes on', async () => {
    const world = await createWorld({ simulated: true });
    const { store } = world.parts;
    const phone = await elsewhere(world);
    const { site } = (await store.conversation(phone.conversation))!;
    const at = world.clock.now();
    // As another node does it, whose hint is lost.
    const ends: EventBody = { type: 'resolved', outcome: 'moved', by: 'customer' };
    const row = { status: 'resolved' } as const;
    await store.append({ conversation: phone.conversation, at, events: [ends], row });
    const other = { id: 'other', site, channel: 'web', visitor: 'v2', customer: 'cust-one' } as const;
    const opened: EventBody = { type: 'opened', visitor: 'v2', channel: 'web', locale: 'en', site };
    await store.begin({ ...other, at, events: [opened, { type: 'identified', customer: 'cust-one' }] });
    // Cut off, a page comes back into the other and asks again.
    await expect(phone.send('human', { id: 'h1' })).rejects.toThrow();
    const back = await customer(world, { as: 'cust-one', token: phone.welcome.token });
    expect(back.conversation).toBe('other');
    await back.human();
    await back.until('a person', () => back.view.status === 'waiting');
    expect(world.faults).toEqual([]);
  });

  it('N2 two tabs that sign in at once come to the same', async () => {
    const world = await createWorld({ simulated: true });
    await elsewhere(world);
    const page = await customer(world);
    await talks(world, page, 'How early do I have to be there?');
    const tabs = await Promise.all([0, 1, 2].map(() => signIn(world, page)));
    expect(new Set(tabs.map(({ conversation }) => conversation))).toEqual(new Set([page.conversation]));
    const ends = (await world.parts.store.read(page.conversation)).filter(
      ({ type }) => type === 'identified',
    );
    expect(ends).toHaveLength(1);
    expect(world.faults).toEqual([]);
  });

  it('N1 a process that dies between the two leaves both whole, and the next arrival goes on', async () => {
    let dead = false;
    const storeOf = (store: Store): Store => ({
      ...store,
      async append(change) {
        if (dead && change.events[0]?.type === 'identified') throw new Error('gone');
        return store.append(change);
      },
    });
    const world = await createWorld({ simulated: true, storeOf });
    const { conversation: former } = await elsewhere(world);
    const page = await customer(world);
    await talks(world, page, 'How early do I have to be there?');
    dead = true;
    await expect(signIn(world, page)).rejects.toThrow();
    expect((await world.parts.store.conversation(former))?.status).toBe('resolved');
    dead = false;
    const back = await signIn(world, page);
    expect(back.conversation).toBe(page.conversation);
    expect(world.faults).toHaveLength(1);
  });

  /** A world in which this happens once, right after an arrival has found what is open and before it acts upon it. */
  async function meanwhileIn(): Promise<{ world: World; once(run: () => Promise<unknown>): void }> {
    let next: (() => Promise<unknown>) | undefined;
    const storeOf = (store: Store): Store => ({
      ...store,
      async openFor(site, who) {
        const found = await store.openFor(site, who);
        const run = 'visitor' in who ? next : undefined;
        if (run) next = undefined;
        await run?.();
        return found;
      },
    });
    const world = await createWorld({ simulated: true, storeOf });
    return {
      world,
      once(run) {
        next = run;
      },
    };
  }

  it('N2 a tab that signs in at another node a moment later ends nothing more', async () => {
    const { world, once } = await meanwhileIn();
    await elsewhere(world);
    const page = await customer(world);
    await talks(world, page, 'How early do I have to be there?');
    once(() => signIn(world, page));
    const back = await signIn(world, page);
    expect(back.conversation).toBe(page.conversation);
    expect((await world.parts.store.conversation(page.conversation))?.status).toBe('assistant');
  });

  it("P3 what became another customer's in this moment stays theirs", async () => {
    const { world, once } = await meanwhileIn();
    await elsewhere(world);
    const page = await customer(world);
    await talks(world, page, 'How early do I have to be there?');
    once(() => customer(world, { as: 'cust-two', token: page.welcome.token }));
    const back = await signIn(world, page);
    expect(back.conversation).not.toBe(page.conversation);
    expect(await world.parts.store.conversation(page.conversation)).toMatchObject({
      customer: 'cust-two',
      status: 'assistant',
    });
  });

  it('N2 the other device moves on though something was written here meanwhile', async () => {
    let meanwhile: (() => Promise<unknown>) | undefined;
    const storeOf = (store: Store): Store => ({
      ...store,
      async append(change) {
        const run = change.events[0]?.type === 'identified' ? meanwhile : undefined;
        if (run) meanwhile = undefined;
        await run?.();
        return store.append(change);
      },
    });
    const world = await createWorld({ simulated: true, storeOf });
    const phone = await elsewhere(world);
    const page = await customer(world);
    await talks(world, page, 'How early do I have to be there?');
    const written = { type: 'language', locale: 'en' } as const;
    meanwhile = () =>
      world.parts.store.append({ conversation: page.conversation, at: world.clock.now(), events: [written] });
    const back = await signIn(world, page);
    expect(back.conversation).toBe(page.conversation);
    await phone.until('the other', () => phone.conversation === page.conversation);
  });
});
