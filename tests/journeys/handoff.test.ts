// A person is asked for, comes, answers and ends it: customer and agents at once, by socket.
import { describe, expect, it } from 'vitest';
import { agent } from '../helpers/agent.ts';
import { customer } from '../helpers/customer.ts';
import { createWorld } from '../helpers/world.ts';

describe('a person', () => {
  it('H2 is announced with place and wait, H6 comes with a brief, H7 silences the assistant, H10 ends with a verdict', async () => {
    const world = await createWorld();
    const mia = await agent(world, { name: 'Mia' });
    const ada = await customer(world, { as: 'cust-one' });
    await ada.say('Which bags may I take with me?');
    await ada.human();
    const handoff = await ada.until('to be told of the handoff', () => ada.view.handoff);
    expect(handoff.wait.position).toBe(1);
    expect(ada.view.status).toBe('waiting');
    expect(ada.view.brief.length).toBeGreaterThan(0);

    const row = await mia.waiting(ada.conversation);
    expect(row).toMatchObject({ site: 'airline', position: 1, status: 'waiting' });
    await mia.claim(ada.conversation);
    await ada.until('the agent to be there', () => ada.view.agent?.name === 'Mia');
    expect(mia.conversation(ada.conversation).inside.handoff).toBeDefined();

    const asked = await ada.say('Can you help me with my bag?');
    await world.parts.lanes.idle();
    await mia.until('to see it', () => mia.conversation(ada.conversation).inside.lastMessage?.seq === asked);
    await mia.reply(ada.conversation, 'Of course, I am looking into it.');
    const reply = await ada.hears(/looking into it/);
    expect(reply).toMatchObject({ from: 'agent', name: 'Mia' });
    const after = ada.view.entries.filter((entry) => entry.seq > asked && entry.kind === 'message');
    expect(after.map((entry) => entry.kind === 'message' && entry.from)).toEqual(['agent']);

    await mia.note(ada.conversation, 'A frequent flyer.');
    await mia.resolve(ada.conversation);
    await ada.until('the end', () => ada.view.status === 'resolved');
    expect(JSON.stringify(ada.view)).not.toContain('frequent flyer');
    await ada.rate(5, 'Thank you');
    await mia.until('the rating', () => mia.conversation(ada.conversation).inside.rating === 5);
    expect(world.faults).toEqual([]);
  });

  it('H8 lets one claim win and tells the other who has it', async () => {
    const world = await createWorld();
    const [mia, tom] = [await agent(world, { name: 'Mia' }), await agent(world, { name: 'Tom' })];
    const ada = await customer(world, { as: 'cust-one' });
    await ada.human();
    await Promise.all([mia.waiting(ada.conversation), tom.waiting(ada.conversation)]);
    const claims = await Promise.all(
      [mia, tom].map((who) => who.send('claim', { conversation: ada.conversation })),
    );
    const [won, lost] = claims[0]!.ok ? [mia, claims[1]!] : [tom, claims[0]!];
    expect(claims.filter(({ ok }) => ok)).toHaveLength(1);
    expect(lost).toMatchObject({ ok: false, error: { code: 'taken', by: won.name } });
  });

  it('H10 takes over from the assistant and gives back to it, H11 without a loop', async () => {
    const world = await createWorld();
    const mia = await agent(world, { name: 'Mia' });
    const ada = await customer(world, { as: 'cust-one' });
    await mia.takeover(ada.conversation);
    await ada.until('the agent to be there', () => ada.view.agent?.name === 'Mia');
    await mia.giveBack(ada.conversation);
    await ada.until('the assistant to be back', () => ada.view.status === 'assistant');
    const seq = await ada.say('Which bags may I take with me?');
    expect(await ada.hears(/./, seq)).toMatchObject({ from: 'assistant' });
  });

  it('H10 neither ends nor gives back over words of the customer that the agent has not seen', async () => {
    const world = await createWorld();
    const mia = await agent(world, { name: 'Mia' });
    const ada = await customer(world, { as: 'cust-one' });
    await mia.takeover(ada.conversation);
    await ada.until('the agent to be there', () => ada.view.agent?.name === 'Mia');
    const where = { conversation: ada.conversation };
    const ending = { ...where, outcome: 'solved', correct: true };
    const seen = await ada.say('Wait, and what about my refund?');

    const unread = {
      ok: false,
      error: { code: 'conflict', message: expect.stringContaining('has written') },
    };
    expect(await mia.send('resolve', { ...ending, seen: seen - 1 })).toMatchObject(unread);
    expect(await mia.send('return', { ...where, seen: seen - 1 })).toMatchObject(unread);
    expect(ada.view.agent?.name).toBe('Mia');

    expect(await mia.send('return', { ...where, seen })).toMatchObject({ ok: true });
    await mia.takeover(ada.conversation);
    expect(await mia.send('resolve', { ...ending, seen })).toMatchObject({ ok: true });
    await ada.until('the end', () => ada.view.status === 'resolved');
  });

  it('H9 an agent who vanishes for longer than the grace: back to the line, and the customer is told', async () => {
    let marked = (): void => {};
    const world = await createWorld({
      simulated: true,
      storeOf: (store) => ({
        ...store,
        async markSeen(...marks) {
          await store.markSeen(...marks);
          marked();
        },
      }),
    });
    const mia = await agent(world, { name: 'Mia' });
    const ada = await customer(world, { as: 'cust-one' });
    await ada.human();
    await mia.waiting(ada.conversation);
    await mia.claim(ada.conversation);
    await ada.until('the agent to be there', () => ada.view.agent?.name === 'Mia');
    const tom = await agent(world, { name: 'Tom' });
    await new Promise<void>((gone) => {
      marked = gone;
      mia.leave();
    });
    await world.advance(20_000);
    expect(ada.view.status).toBe('claimed');
    await world.advance(20_000);
    await ada.until('to be back in line', () => ada.view.status === 'waiting');
    expect((await tom.waiting(ada.conversation)).position).toBe(1);
  });

  it('H9 an agent who came while the store did not answer, and not again, is not there for ever', async () => {
    let marking = (): void => {};
    const world = await createWorld({
      simulated: true,
      storeOf: (store) => ({
        ...store,
        async markSeen(...marks) {
          marking();
          await store.markSeen(...marks);
        },
      }),
    });
    const mia = await agent(world, { name: 'Mia' });
    const ada = await customer(world, { as: 'cust-one' });
    await ada.human();
    await mia.waiting(ada.conversation);
    await mia.claim(ada.conversation);
    await new Promise<void>((left) => {
      marking = left;
      mia.leave();
    });
    marking = () => {
      throw new Error('the store does not answer');
    };
    mia.socket.connect();
    await expect
      .poll(() => world.faults.map(({ where }) => where))
      .toEqual(['/agent connection', '/agent disconnect']);
    marking = () => {};
    await world.advance(40_000);
    await ada.until('to be back in line', () => ada.view.status === 'waiting');
    expect(await world.parts.desk.presence(['airline'])).toEqual([]);
    expect(world.faults).toHaveLength(2);
  });

  it('answers an agent of another site as if there were no such conversation', async () => {
    const world = await createWorld();
    const eve = await agent(world, { name: 'Eve', sites: ['elsewhere'] });
    const ada = await customer(world, { as: 'cust-one' });
    await ada.human();
    for (const event of ['watch', 'claim', 'takeover', 'release', 'return', 'typing']) {
      const foreign = await eve.send(event, { conversation: ada.conversation });
      expect(foreign).toEqual(await eve.send(event, { conversation: 'there-is-none' }));
      expect(foreign).toMatchObject({ ok: false, error: { code: 'not_found' } });
    }
    expect((await eve.send<{ queue: unknown[] }>('list', {})) as object).toMatchObject({ queue: [] });
  });

  it('ends the sockets of an agent who signs out', async () => {
    const world = await createWorld();
    const mia = await agent(world, { name: 'Mia' });
    const gone = new Promise((resolve) => mia.socket.once('disconnect', resolve));
    const signedOut = await fetch(`${world.url}/api/agent/logout`, {
      method: 'POST',
      headers: { authorization: `Bearer ${mia.token}` },
    });
    expect(signedOut.status).toBe(200);
    await gone;
    const me = await fetch(`${world.url}/api/agent/me`, {
      headers: { authorization: `Bearer ${mia.token}` },
    });
    expect(me.status).toBe(401);
  });
});
