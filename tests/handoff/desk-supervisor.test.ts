// Teams, supervisors, search and suggestions, on a desk over a real store.
import { describe, expect, test } from 'vitest';
import type { Site } from '../../server/site/site.ts';
import { deskWorld, handoff } from './desk-world.ts';

const second = 1000;
const minute = 60 * second;
const teams: Site['teams'] = [{ id: 'claims', label: { en: 'Claims', de: 'Reklamation' } }];
const inClaims = { teams: ['claims'] };
const boss = { supervisor: true };
const site = ['test'];

describe('teams', () => {
  test('H10 a transfer to a team goes to whoever of it has the most room, and the customer reads the team', async () => {
    const world = await deskWorld({ site: { teams } });
    const mia = await world.agent('Mia');
    const tom = await world.agent('Tom', 2, site, inClaims);
    await world.agent('Ann', 4, site, inClaims);
    await world.agent('Zoe', 9);
    await world.desk.claim(tom, await world.waiting());
    const id = await world.waiting();
    await world.desk.claim(mia, id);
    expect(await world.desk.transfer(mia, id, 'team:claims')).toMatchObject({
      ok: true,
      row: { agent: { id: 'ann' } },
    });
    expect(await world.last(id, 'transferred')).toMatchObject({ from: { id: 'mia' }, to: 'Claims' });
    expect(await world.last(id, 'claimed')).toMatchObject({ agent: { name: 'Ann' } });
  });

  test('H10 where nobody of the team is on duty or has room it stays, and the refusal says why', async () => {
    const world = await deskWorld({ site: { teams } });
    const mia = await world.agent('Mia', 3, site, inClaims);
    const id = await world.waiting();
    await world.desk.claim(mia, id);
    const to = () => world.desk.transfer(mia, id, 'team:claims');
    expect(await to()).toMatchObject({ error: { code: 'denied', message: /Nobody of Claims is on duty/ } });
    const tom = await world.agent('Tom', 1, site, inClaims);
    await world.desk.claim(tom, await world.waiting());
    expect(await to()).toMatchObject({ error: { message: /Nobody of Claims has room/ } });
    expect(await world.desk.transfer(mia, id, 'team:press')).toMatchObject({ error: { code: 'not_found' } });
    expect((await world.store.conversation(id))?.agent?.id).toBe('mia');
  });

  test('H8 the last room of a team is given away once', async () => {
    const world = await deskWorld({ site: { teams } });
    const mia = await world.agent('Mia', 9);
    await world.agent('Tom', 1, site, inClaims);
    await world.agent('Ann', 1, site, inClaims);
    const ids = [await world.waiting(), await world.waiting(), await world.waiting()];
    for (const id of ids) await world.desk.claim(mia, id);
    const given = await Promise.all(ids.map((id) => world.desk.transfer(mia, id, 'team:claims')));
    expect(given.filter(({ ok }) => ok)).toHaveLength(2);
    const holders = await Promise.all(ids.map(async (id) => (await world.store.conversation(id))?.agent?.id));
    expect(holders.sort()).toEqual(['ann', 'mia', 'tom']);
  });
});

describe('a supervisor', () => {
  test('gives any conversation to an agent with room; others may not', async () => {
    const world = await deskWorld();
    const [mia, tom] = [await world.agent('Mia'), await world.agent('Tom', 1)];
    const ann = await world.agent('Ann', 3, site, boss);
    const [waits, held] = [await world.waiting(), await world.waiting()];
    expect(await world.desk.assign(mia, waits, 'tom')).toMatchObject({ error: { code: 'denied' } });
    expect(await world.desk.assign(ann, waits, 'tom')).toMatchObject({
      ok: true,
      row: { status: 'claimed' },
    });
    expect(await world.last(waits, 'transferred')).toBeUndefined();
    await world.desk.claim(mia, held);
    expect(await world.desk.assign(ann, held, 'tom')).toMatchObject({ error: { code: 'denied' } });
    await world.desk.resolve(tom, waits, { outcome: 'solved', correct: true });
    expect(await world.desk.assign(ann, held, 'tom')).toMatchObject({
      ok: true,
      row: { agent: { id: 'tom' } },
    });
    expect(await world.last(held, 'assigned')).toMatchObject({ by: { id: 'ann' }, to: { id: 'tom' } });
    expect(await world.last(held, 'transferred')).toMatchObject({ from: { id: 'mia' }, to: 'Tom' });
    expect(await world.desk.reply(mia, held, 'm1', 'Still me')).toMatchObject({ error: { code: 'taken' } });
  });

  test('of other sites gets exactly what an absent conversation gives', async () => {
    const world = await deskWorld();
    await world.agent('Mia');
    const other = await world.agent('Eve', 3, ['elsewhere'], boss);
    const id = await world.waiting();
    for (const act of [
      (c: string) => world.desk.assign(other, c, 'mia'),
      (c: string) => world.desk.assign(other, c, 'team:claims'),
      (c: string) => world.desk.note(other, c, 'n1', 'psst', true),
      (c: string) => world.desk.judge(other, c, 'baggage', true),
      (c: string) => world.desk.suggest(other, c),
    ])
      expect(await act(id)).toEqual(await act('nothing-like-it'));
  });

  test('whispers to the agent who has the conversation: a private note, said once; nobody else may', async () => {
    const world = await deskWorld();
    const mia = await world.agent('Mia');
    const ann = await world.agent('Ann', 3, site, boss);
    const id = await world.waiting();
    const whisper = (by: typeof mia) => world.desk.note(by, id, 'w1', 'Offer the later flight', true);
    expect(await whisper(ann)).toMatchObject({ error: { code: 'gone' } });
    await world.desk.claim(mia, id);
    expect(await whisper(mia)).toMatchObject({ error: { code: 'denied' } });
    const first = await whisper(ann);
    await world.desk.release(mia, id);
    const again = await whisper(ann);
    expect(first.ok && again.ok && first.seq === again.seq).toBe(true);
    expect(await world.last(id, 'noted')).toMatchObject({ by: { id: 'ann' }, whisper: true });
    const { view } = (await world.recorder.load(id))!.conversation;
    expect(JSON.stringify(view)).not.toContain('later flight');
  });

  test('sees the line, the load and the promises kept today; a transfer counts as one wait', async () => {
    const world = await deskWorld();
    const mia = await world.agent('Mia', 3);
    await world.agent('Tom', 2);
    const told = async () => {
      const id = await world.waiting();
      return { id, within: (await world.last(id, 'handoff'))!.within! };
    };
    const kept = await told();
    await world.desk.claim(mia, kept.id);
    world.clock.now += 10 * minute;
    await world.desk.transfer(mia, kept.id, 'tom');
    world.clock.now += 4 * minute;
    await world.desk.resolve({ id: 'tom', name: 'Tom', sites: site }, kept.id, {
      outcome: 'solved',
      correct: true,
    });
    const late = await told();
    world.clock.now += Math.ceil(late.within / 60) * minute + minute + 1;
    await world.desk.claim(mia, late.id);
    await told();
    const { sites, agents } = await world.desk.overview(site);
    expect(sites).toMatchObject([
      {
        site: 'test',
        promises: { kept: 1, broken: 1, open: 1 },
        handled: 2,
        waiting: 1,
        longest: 0,
        onDuty: 2,
        capacity: 5,
        load: 1,
      },
    ]);
    const mias = agents.find(({ agent }) => agent.id === 'mia');
    expect(mias).toMatchObject({ load: 1, promises: { kept: 1, broken: 1, open: 0 } });
    expect(mias?.inHand).toEqual([{ conversation: late.id, site: 'test', owed: 60 }]);
    expect(await world.desk.overview(['elsewhere'])).toMatchObject({ sites: [] });
  });

  test('today begins at midnight on the site’s own clock', async () => {
    const hours = { timeZone: 'Pacific/Auckland', week: {}, holidays: [] };
    const world = await deskWorld({ site: { hours } });
    const mia = await world.agent('Mia', 1);
    const id = await world.waiting();
    await world.desk.claim(mia, id);
    await world.desk.resolve(mia, id, { outcome: 'solved', correct: true });
    expect((await world.desk.overview(site)).sites[0]!.handled).toBe(1);
    // 23:01 there; an hour later it is another day, though not yet in Greenwich.
    world.clock.now += 60 * minute;
    expect((await world.desk.overview(site)).sites[0]!.handled).toBe(0);
  });
});

describe('what an agent is given', () => {
  test('H6 why it came is said in the site’s words, not by ids', async () => {
    const world = await deskWorld();
    const id = await world.begin();
    const triggers = [{ trigger: 'intent', evidence: { intent: 'complaint' } }];
    const wait = await world.desk.waitFor(world.site.id);
    await world.append(id, { ...handoff(wait), triggers } as ReturnType<typeof handoff>);
    const [row] = await world.desk.queue([world.site.id]);
    expect(row?.reason).toBe('A request for a person (Label of complaint)');
  });

  test('the search finds of the agent’s own sites, with who it is and the part that fits', async () => {
    const world = await deskWorld();
    const id = await world.begin(
      { type: 'identified', customer: 'cust-9', name: 'Rosa Lind' },
      {
        type: 'message',
        from: 'customer',
        text: `${'well '.repeat(80)}my violin case is gone ${'and '.repeat(80)}`,
      },
    );
    const [found] = await world.desk.search(site, 'violin');
    expect(found).toMatchObject({ conversation: id, name: 'Rosa Lind', status: 'assistant', by: 'customer' });
    expect(found!.text).toMatch(/violin case/);
    expect(found!.text.length).toBeLessThan(180);
    expect(await world.desk.search(['elsewhere'], 'violin')).toEqual([]);
  });

  test('articles are ranked by what the customer wrote last, and what was of no use comes last and is on record', async () => {
    const articles = [
      {
        id: 'pets',
        title: 'Travelling with a dog',
        text: '# Dogs\n\nA dog travels in the cabin.',
        locale: 'en',
      },
      { id: 'bags', title: 'Baggage allowance', text: '# Baggage\n\nOne suitcase of 23 kg.', locale: 'en' },
    ];
    const world = await deskWorld({ site: { articles } });
    const mia = await world.agent('Mia');
    const say = (text: string) => ({ type: 'message' as const, from: 'customer' as const, text });
    const id = await world.begin(say('what suitcase may I take'), say('and how does my dog travel?'));
    const ids = async () => (await world.desk.suggest(mia, id))!.map((one) => one.id);
    expect(await ids()).toEqual(['pets', 'bags']);
    expect(await world.desk.judge(mia, id, 'pets', false)).toMatchObject({ ok: true });
    expect(await ids()).toEqual(['bags', 'pets']);
    expect(await world.last(id, 'judged')).toMatchObject({
      by: { id: 'mia' },
      article: 'pets',
      useful: false,
    });
    expect(await world.desk.judge(mia, id, 'nothing', true)).toMatchObject({ error: { code: 'not_found' } });
  });

  test('H3 what a customer left instead of waiting is in the line for the agent, and a call-back keeps its place', async () => {
    const world = await deskWorld();
    const mia = await world.agent('Mia');
    const [first, next] = [await world.waiting(), await world.waiting()];
    await world.append(first, {
      type: 'waited',
      choice: 'callback',
      contact: '+49 30 123',
      text: 'after six',
    });
    await world.append(next, { type: 'waited', choice: 'message', text: 'Please send the invoice' });
    expect(await world.line()).toEqual([first]);
    expect(await world.desk.queue(site)).toMatchObject([
      { conversation: first, status: 'waiting', position: 1, reach: 'callback' },
      { conversation: next, status: 'left', reach: 'message' },
    ]);
    expect((await world.recorder.load(first))!.conversation.inside.reach).toMatchObject({
      contact: '+49 30 123',
      text: 'after six',
    });
    for (const id of [first, next]) expect(await world.desk.claim(mia, id)).toMatchObject({ ok: true });
    await world.desk.resolve(mia, first, { outcome: 'solved', correct: true });
    expect((await world.recorder.load(first))!.conversation.inside.reach).toBeUndefined();
  });

  test('H10 resolving keeps what it was in the agent’s own words', async () => {
    const world = await deskWorld();
    const mia = await world.agent('Mia');
    const id = await world.waiting();
    await world.desk.claim(mia, id);
    await world.desk.resolve(mia, id, { outcome: 'solved', correct: false, comment: 'wanted a group quote' });
    expect(await world.last(id, 'corrected')).toMatchObject({ correct: false, text: 'wanted a group quote' });
  });
});
