// The desk over real sockets: who comes first and why, the agent's clock, and what only a supervisor may.
import { describe, expect, it } from 'vitest';
import type { FoundRow, Overview, Suggestion } from '../../shared/protocol.ts';
import { agent } from '../helpers/agent.ts';
import { customer } from '../helpers/customer.ts';
import { createWorld, type World } from '../helpers/world.ts';

const minute = 60_000;

async function supervisor(world: World, name: string) {
  const { email } = await world.hire(name);
  await world.parts.store.updateAgent(email, { supervisor: true });
  return agent(world, { name });
}

describe('who comes first', () => {
  it('H1 a VIP by their signed identity is ahead of others, and a topic of the site’s own brings a person', async () => {
    const world = await createWorld();
    const mia = await agent(world, { name: 'Mia' });
    const ada = await customer(world, { as: 'cust-one' });
    await ada.say('I am a journalist and would like an interview about your airline');
    await mia.waiting(ada.conversation);
    const elif = await customer(world, { as: 'cust-vip' });
    await elif.say('Which bags may I take with me?');
    await mia.waiting(elif.conversation);
    await mia.until('the VIP to be first', () => {
      const [first, second] = mia.queue.filter(({ status }) => status === 'waiting');
      return first?.conversation === elif.conversation && second?.conversation === ada.conversation;
    });
    const reasons = Object.fromEntries(mia.queue.map(({ conversation, reason }) => [conversation, reason]));
    expect(reasons[elif.conversation]).toMatch(/VIP/);
    expect(reasons[ada.conversation]).toMatch(/Press and media/);
    // Mood, VIP and the reason never reach the customer.
    expect(JSON.stringify(elif.view).replaceAll('cust-vip', '')).not.toMatch(/vip/i);
    expect(world.faults).toEqual([]);
  });
});

describe('the agent’s clock', () => {
  it('N1 an agent who does not answer is nudged, the customer is told, and is back at their place', async () => {
    const world = await createWorld({ simulated: true });
    const mia = await agent(world, { name: 'Mia' });
    const ada = await customer(world, { as: 'cust-one' });
    await ada.human();
    await mia.waiting(ada.conversation);
    await mia.claim(ada.conversation);
    const asked = await ada.say('Are you there?');
    await world.advance(2 * minute + 1000);
    await mia.until('the nudge', () => mia.log(ada.conversation).some(({ type }) => type === 'nudged'));
    expect(ada.view.status).toBe('claimed');
    await world.advance(2 * minute);
    expect(await ada.hears(/Mia/, asked)).toMatchObject({ from: 'system', notice: 'agent-late' });
    await world.advance(2 * minute);
    await ada.until('to be back in line', () => ada.view.status === 'waiting');
    expect((await mia.waiting(ada.conversation)).position).toBe(1);
    expect(world.faults).toEqual([]);
  });
});

describe('a supervisor', () => {
  it('sees the floor, gives, and whispers; the server refuses it to everyone else, and once the role is gone', async () => {
    const world = await createWorld();
    const ann = await supervisor(world, 'Ann');
    const mia = await agent(world, { name: 'Mia' });
    const ada = await customer(world, { as: 'cust-one' });
    await ada.human();
    const { conversation } = ada;
    await mia.waiting(conversation);
    const of = (name: string) => ann.presence.find((row) => row.agent.name === name)!.agent.id;
    await ann.until('Mia to be on', () =>
      ann.presence.some((row) => row.agent.name === 'Mia' && row.available),
    );

    const denied = { ok: false, error: { code: 'denied' } };
    expect(await mia.send('overview', {})).toMatchObject(denied);
    expect(await mia.send('assign', { conversation, to: of('Mia') })).toMatchObject(denied);
    const whisper = { conversation, id: 'w1', text: 'She flies with us every week', whisper: true };
    expect(await mia.send('note', whisper)).toMatchObject(denied);

    expect(await ann.send('assign', { conversation, to: of('Mia') })).toMatchObject({ ok: true });
    await ada.until('Mia to be there', () => ada.view.agent?.name === 'Mia');
    await mia.watch(conversation);
    expect(await ann.send('note', whisper)).toMatchObject({ ok: true });
    await mia.until('the whisper', () =>
      mia
        .log(conversation)
        .some((event) => event.type === 'noted' && event.whisper && event.by.name === 'Ann'),
    );
    expect(JSON.stringify(ada.view)).not.toContain('every week');
    const floor = await ann.send<{ overview: Overview }>('overview', {});
    expect(floor).toMatchObject({ ok: true, overview: { sites: [{ site: 'airline', onDuty: 2, load: 1 }] } });

    const gone = new Promise((resolve) => ann.socket.once('disconnect', resolve));
    await world.parts.store.updateAgent(ann.login.email, { supervisor: false });
    await gone;
    expect(world.faults).toEqual([]);
  });
});

describe('what an agent asks for', () => {
  it('finds by text, is suggested articles and judges them, on their own sites only', async () => {
    const world = await createWorld();
    const mia = await agent(world, { name: 'Mia' });
    const eve = await agent(world, { name: 'Eve', sites: ['elsewhere'] });
    const ada = await customer(world, { as: 'cust-one' });
    const seq = await ada.say('May I bring my violoncello and how heavy may a bag be?');
    await ada.hears(/./, seq);
    const { conversation } = ada;
    const search = (who: typeof mia, text: string) => who.send<{ found: FoundRow[] }>('search', { text });
    expect(await search(mia, 'violoncello')).toMatchObject({
      ok: true,
      found: [{ conversation, name: 'Ada Lindqvist', by: 'customer' }],
    });
    expect(await search(mia, 'lindqvist')).toMatchObject({ found: [{ conversation, by: 'identity' }] });
    expect(await search(eve, 'violoncello')).toEqual({ ok: true, found: [] });
    expect(await search(mia, '')).toMatchObject({ ok: false, error: { code: 'bad_request' } });

    const suggested = await mia.send<{ articles: Suggestion[] }>('suggest', { conversation });
    if (!suggested.ok) throw new Error(suggested.error.message);
    const [best] = suggested.articles;
    expect(best).toMatchObject({ title: expect.any(String), score: expect.any(Number) });
    expect(await mia.send('judge', { conversation, article: best!.id, useful: true })).toMatchObject({
      ok: true,
    });
    const again = await mia.send<{ articles: Suggestion[] }>('suggest', { conversation });
    expect(again.ok && again.articles[0]).toMatchObject({ id: best!.id, useful: true });

    for (const [event, payload] of [
      ['suggest', {}],
      ['judge', { article: best!.id, useful: true }],
      ['assign', { to: 'anyone' }],
      ['transfer', { to: 'team:refunds' }],
    ] as const) {
      const foreign = await eve.send(event, { conversation, ...payload });
      expect(foreign, event).toEqual(await eve.send(event, { conversation: 'there-is-none', ...payload }));
      expect(foreign, event).toMatchObject({ error: { code: 'not_found' } });
    }
    expect(world.faults).toEqual([]);
  });
});
