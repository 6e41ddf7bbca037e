// Said once is stored once: retries, two tabs, a server that ends and starts again, a customer who signs in late.
import { describe, expect, it } from 'vitest';
import { agent } from '../helpers/agent.ts';
import { customer } from '../helpers/customer.ts';
import { createWorld } from '../helpers/world.ts';

describe('a message', () => {
  it('R1 sent again with the same id is answered with the same seq; other text is a conflict', async () => {
    const world = await createWorld();
    const ada = await customer(world, { as: 'cust-one' });
    const first = await ada.send('message', { id: 'u', text: 'Hello' });
    expect(await ada.send('message', { id: 'u', text: 'Hello' })).toEqual(first);
    expect(await ada.send('message', { id: 'u', text: 'Good bye' })).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    });
    // The same id of another customer is another message.
    const jonas = await customer(world, { as: 'cust-two' });
    expect((await jonas.send('message', { id: 'u', text: 'Good bye' })).ok).toBe(true);
    await world.parts.lanes.idle();
    const events = await world.parts.store.read(ada.conversation);
    expect(events.filter((event) => event.type === 'message' && event.from === 'customer')).toHaveLength(1);
  });

  it('R1 sent again from another page of the same customer is stored once', async () => {
    const world = await createWorld();
    // Each arrived without a session, as where the browser keeps nothing: two visitors, one customer.
    const left = await customer(world, { as: 'cust-one' });
    const right = await customer(world, { as: 'cust-one' });
    expect(right.welcome.visitor).not.toBe(left.welcome.visitor);
    const first = await left.send('message', { id: 'u', text: 'Hello' });
    expect(await right.send('message', { id: 'u', text: 'Hello' })).toEqual(first);
  });

  it('P1 is masked before it is stored, and its retry is known all the same', async () => {
    const world = await createWorld();
    const ada = await customer(world);
    const text = 'my card is 4111 1111 1111 1111, thanks';
    const first = await ada.send('message', { id: 'u', text });
    expect(await ada.send('message', { id: 'u', text })).toEqual(first);
    const stored = JSON.stringify(await world.parts.store.read(ada.conversation));
    expect(stored).toContain('1111');
    expect(stored).not.toContain('4111 1111');
  });

  it('N1 whose turn was lost with its process gets it from the next one, once', async () => {
    const world = await createWorld({ simulated: true });
    const ada = await customer(world);
    const { site } = { site: world.parts.sites.get('airline')! };
    // Stored as intake stores it, by a process that died before the turn.
    await world.parts.record.append({
      conversation: ada.conversation,
      at: world.clock.now(),
      events: [{ type: 'message', from: 'customer', text: 'Which bags may I take with me?', clientId: 'u' }],
      client: { author: ada.welcome.visitor, id: 'u' },
      setTimers: [
        { name: 'turn', due: world.clock.now() + 2000 },
        { name: 'watchdog', due: world.clock.now() + site.limits.reply },
      ],
    });
    await world.restart();
    const back = await customer(world, { token: ada.welcome.token });
    expect(back.conversation).toBe(ada.conversation);
    await world.advance(60_000);
    const events = await world.parts.store.read(ada.conversation);
    expect(events.filter(({ type }) => type === 'understood')).toHaveLength(1);
    expect(await world.parts.store.nextDue()).toBeUndefined();
  });
});

describe('a new conversation', () => {
  it('O2 whose page was cut off before it was greeted is greeted when it is back, once', async () => {
    const world = await createWorld();
    const identity = { customer: 'cust-one' };
    const site = world.parts.sites.get('airline')!;
    const { row } = await world.parts.arrival.arrive({ site, identity, locale: 'en' });
    const pages = await Promise.all([0, 1].map(() => customer(world, { as: 'cust-one' })));
    for (const page of pages) {
      expect(page.conversation).toBe(row.id);
      await page.hears(/automated/);
    }
    await world.parts.lanes.idle();
    const events = await world.parts.store.read(row.id);
    expect(events.filter(({ type }) => type === 'message')).toHaveLength(1);
  });
});

describe('two tabs', () => {
  it('D5 see the same, and a confirmation pressed in both runs once', async () => {
    const world = await createWorld();
    const left = await customer(world, { as: 'cust-one' });
    const right = await customer(world, { as: 'cust-one', token: left.welcome.token });
    expect(right.conversation).toBe(left.conversation);
    await left.say('I need to cancel my bag');
    const [card, same] = [await left.asked('confirm'), await right.asked('confirm')];
    expect(same).toEqual(card);
    const presses = await Promise.all([
      left.send('choice', { id: 'l', question: card.id, choice: 'do' }),
      left.send('choice', { id: 'l', question: card.id, choice: 'do' }),
      right.send('choice', { id: 'r', question: card.id, choice: 'do' }),
    ]);
    expect(presses[0]).toEqual(presses[1]);
    expect(presses.filter(({ ok }) => ok).length).toBeLessThanOrEqual(2);
    const [one, other] = [await left.receipt(), await right.receipt()];
    expect(one).toEqual(other);
    await world.parts.lanes.idle();
    const events = await world.parts.store.read(left.conversation);
    expect(events.filter(({ type }) => type === 'ran')).toHaveLength(1);
    // Pressed once more, long after: still the same answer, and nothing runs.
    const late = presses[0]!.ok ? 'l' : 'r';
    const again = await (late === 'l' ? left : right).send('choice', {
      id: late,
      question: card.id,
      choice: 'do',
    });
    expect(again.ok).toBe(true);
    expect(await right.send('choice', { id: 'x', question: card.id, choice: 'do' })).toMatchObject({
      error: { code: 'gone' },
    });
  });

  it('N2 move on together when a new conversation is begun after the end', async () => {
    const world = await createWorld();
    const left = await customer(world, { as: 'cust-one' });
    const right = await customer(world, { as: 'cust-one', token: left.welcome.token });
    expect(await left.send('begin', { id: 'b' })).toMatchObject({ ok: false, error: { code: 'conflict' } });
    const mia = await agent(world, { name: 'Mia' });
    const former = left.conversation;
    await mia.takeover(former);
    await mia.resolve(former);
    await left.until('the end', () => left.view.status === 'resolved');
    const begun = (await left.send('begin', { id: 'b2' })) as unknown as { ok: true; conversation: string };
    expect(begun).toMatchObject({ ok: true });
    await Promise.all(
      [left, right].map((tab) => tab.until('the new one', () => tab.conversation === begun.conversation)),
    );
    await right.hears(/./);
    expect(begun.conversation).not.toBe(former);
    expect(await left.send('begin', { id: 'b2' })).toMatchObject({
      ok: true,
      conversation: begun.conversation,
    });
    expect((await left.sync(former)).ok).toBe(true);
  });

  it('N2 what is said of a conversation stays with it, and nobody rates another’s', async () => {
    const world = await createWorld();
    const ada = await customer(world, { as: 'cust-one' });
    const jonas = await customer(world, { as: 'cust-two' });
    const mia = await agent(world, { name: 'Mia' });
    const former = ada.conversation;
    await mia.takeover(former);
    await mia.resolve(former);
    await ada.until('the end', () => ada.view.status === 'resolved');
    await ada.send('begin', { id: 'b' });
    await ada.until('the new one', () => ada.conversation !== former);
    const rating = { id: 'r', conversation: former, score: 2, comment: 'Too late' };
    const first = await ada.send('rating', rating);
    expect(await ada.send('rating', rating)).toEqual(first);
    expect(await jonas.send('rating', rating)).toMatchObject({ error: { code: 'not_found' } });
    const correction = { id: 'k', conversation: former, field: 'order', text: 'AB12' };
    expect(await jonas.send('correct', correction)).toMatchObject({ error: { code: 'not_found' } });
    await world.parts.lanes.idle();
    const rated = async (conversation: string) =>
      (await world.parts.store.read(conversation)).flatMap((event) =>
        event.type === 'rated' ? event.comment : [],
      );
    expect(await rated(former)).toEqual(['Too late']);
    expect(await rated(ada.conversation)).toEqual([]);
    expect(await rated(jonas.conversation)).toEqual([]);
  });

  it('N2 a return within a day finds the thread as it was left, later and for others a new one begins', async () => {
    const world = await createWorld({ simulated: true });
    const ada = await customer(world, { as: 'cust-one' });
    const mia = await agent(world, { name: 'Mia' });
    await mia.takeover(ada.conversation);
    await mia.reply(ada.conversation, 'It is on its way.');
    await mia.resolve(ada.conversation);
    await ada.until('the end', () => ada.view.status === 'resolved');
    const { token } = ada.welcome;
    ada.leave();
    const stranger = await customer(world, { as: 'cust-two', token });
    expect(stranger.conversation).not.toBe(ada.conversation);
    await world.advance(3_600_000);
    const back = await customer(world, { as: 'cust-one', token });
    expect(back.welcome.conversation).toMatchObject({ id: ada.conversation, status: 'resolved' });
    await back.hears(/on its way/);
    back.leave();
    await world.advance(86_400_000);
    const later = await customer(world, { as: 'cust-one', token });
    expect(later.conversation).not.toBe(ada.conversation);
  });

  it('N2 words after the end open the conversation again', async () => {
    const world = await createWorld();
    const ada = await customer(world, { as: 'cust-one' });
    const mia = await agent(world, { name: 'Mia' });
    await mia.takeover(ada.conversation);
    await mia.resolve(ada.conversation);
    await ada.until('the end', () => ada.view.status === 'resolved');
    const seq = await ada.say('Which bags may I take with me?');
    expect(await ada.hears(/./, seq)).toMatchObject({ from: 'assistant' });
    expect(ada.view.status).toBe('assistant');
  });
});

describe('who it is', () => {
  it('P3 signing in takes the visitor’s own conversation along', async () => {
    const world = await createWorld();
    const someone = await customer(world);
    await someone.say('Which bags may I take with me?');
    someone.leave();
    const ada = await customer(world, { as: 'cust-one', token: someone.welcome.token });
    expect(ada.conversation).toBe(someone.conversation);
    await ada.until('to be known', () => ada.view.customer?.id === 'cust-one');
    // A page that is still open without a sign-in is not left looking on.
    const another = await customer(world);
    const gone = new Promise((resolve) => another.socket.once('disconnect', resolve));
    const jonas = await customer(world, { as: 'cust-two', token: another.welcome.token });
    expect(jonas.conversation).toBe(another.conversation);
    await gone;
  });

  it('R1 what was under way to the visitor’s own conversation is in the one that is open elsewhere, once', async () => {
    const world = await createWorld();
    const laptop = await customer(world, { as: 'cust-one' });
    // Whoever waits in line there goes on there.
    await laptop.human();
    await laptop.until('to wait', () => laptop.view.status === 'waiting');
    const phone = await customer(world);
    const sent = { id: 'u', text: 'Which bags may I take with me?' };
    // Its acknowledgement was lost: the page says it again where it has come to.
    await phone.send('message', sent);
    phone.leave();
    const signedIn = await customer(world, { as: 'cust-one', token: phone.welcome.token });
    expect(signedIn.conversation).toBe(laptop.conversation);
    const taken = await signedIn.send('message', sent);
    expect(await laptop.send('message', sent)).toEqual(taken);
    const { seq } = taken as unknown as { seq: number };
    await signedIn.until('what was under way', () => signedIn.view.seq >= seq);
    const words = signedIn.view.entries.filter(
      (entry) => entry.kind === 'message' && entry.text === sent.text,
    );
    expect(words).toHaveLength(1);
    await signedIn.hears(/./, seq);
  });

  it('P3 another customer in the same browser starts afresh and reads nothing of the former', async () => {
    const world = await createWorld();
    const ada = await customer(world, { as: 'cust-one' });
    await ada.say('Which bags may I take with me?');
    ada.leave();
    const jonas = await customer(world, {
      as: 'cust-two',
      token: ada.welcome.token,
      after: { conversation: ada.conversation, seq: 0 },
    });
    expect(jonas.conversation).not.toBe(ada.conversation);
    expect(jonas.welcome.visitor).not.toBe(ada.welcome.visitor);
    expect(await jonas.sync(ada.conversation)).toMatchObject({ error: { code: 'not_found' } });
    const signedOut = await customer(world, { token: ada.welcome.token });
    expect(signedOut.conversation).not.toBe(ada.conversation);
    expect(await signedOut.sync(ada.conversation)).toMatchObject({ error: { code: 'not_found' } });
  });

  it('the same customer on another device goes on where they were', async () => {
    const world = await createWorld();
    const laptop = await customer(world, { as: 'cust-one' });
    await laptop.say('Which bags may I take with me?');
    const phone = await customer(world, { as: 'cust-one' });
    expect(phone.conversation).toBe(laptop.conversation);
  });

  it('a page that comes back is sent only what it misses', async () => {
    const world = await createWorld();
    const ada = await customer(world);
    const seq = await ada.say('Which bags may I take with me?');
    await ada.hears(/./, seq);
    await world.parts.lanes.idle();
    const last = (await world.parts.record.load(ada.conversation))!.conversation.view.seq;
    await ada.until('all of it', () => ada.view.seq === last);
    const back = await customer(world, {
      token: ada.welcome.token,
      after: { conversation: ada.conversation, seq },
    });
    await back.until('the rest', () => back.batches.length > 0);
    expect(back.batches[0]!.events[0]!.prev).toBe(seq);
    expect(back.batches[0]!.events.at(-1)!.seq).toBe(last);
  });
});
