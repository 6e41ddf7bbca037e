import { describe, expect, test } from 'vitest';
import { graceMs } from '../../server/handoff/presence.ts';
import { confirmQuestion, deskWorld, proposed } from './desk-world.ts';

const second = 1000;
const minute = 60 * second;

describe('claims', () => {
  test('H8 one claim wins; the other agent is told who has it', async () => {
    const world = await deskWorld();
    const [mia, tom] = [await world.agent('Mia'), await world.agent('Tom')];
    const id = await world.waiting();
    const both = await Promise.all([world.desk.claim(mia, id), world.desk.claim(tom, id)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const lost = both.find((result) => !result.ok);
    expect(lost).toMatchObject({ error: { code: 'taken', by: both[0]!.ok ? 'Mia' : 'Tom' } });
    expect((await world.store.read(id)).filter(({ type }) => type === 'claimed')).toHaveLength(1);
  });

  test('H8 capacity is respected, also by two claims at once, and the refusal says why', async () => {
    const world = await deskWorld();
    const mia = await world.agent('Mia', 1);
    const ids = [await world.waiting(), await world.waiting()];
    const results = await Promise.all(ids.map((id) => world.desk.claim(mia, id)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'denied' } });
  });

  test('a claim sent twice is answered twice and made once', async () => {
    const world = await deskWorld();
    const mia = await world.agent('Mia');
    const id = await world.waiting();
    expect(await world.desk.claim(mia, id)).toMatchObject({ ok: true });
    expect(await world.desk.claim(mia, id)).toMatchObject({ ok: true, events: [] });
  });

  test('an agent of other sites gets exactly what an absent conversation gives', async () => {
    const world = await deskWorld();
    const other = await world.agent('Ann', 3, ['elsewhere']);
    const id = await world.waiting();
    const { desk } = world;
    const resolution = { outcome: 'solved', correct: true };
    for (const act of [
      (c: string) => desk.claim(other, c),
      (c: string) => desk.takeover(other, c),
      (c: string) => desk.release(other, c),
      (c: string) => desk.giveBack(other, c),
      (c: string) => desk.reply(other, c, 'm1', 'Hello'),
      (c: string) => desk.note(other, c, 'n1', 'Hm'),
      (c: string) => desk.transfer(other, c, 'ann'),
      (c: string) => desk.resolve(other, c, resolution),
    ])
      expect(await act(id)).toEqual(await act('nothing-like-it'));
  });

  test('D3 a claim voids an open confirmation in the same write, and the customer is told that nothing was done', async () => {
    const world = await deskWorld();
    const mia = await world.agent('Mia');
    const id = await world.begin(proposed, confirmQuestion);
    expect(await world.desk.takeover(mia, id)).toMatchObject({ ok: true });
    const { conversation } = (await world.recorder.load(id))!;
    expect(conversation.inside.proposals.p1?.status).toBe('void');
    expect(conversation.view.open).toBeUndefined();
    expect(await world.last(id, 'message')).toMatchObject({ from: 'system', notice: 'lapsed' });
  });
});

describe('what an agent may do', () => {
  test('H7 a reply of the assistant that was in the making when an agent took over is refused', async () => {
    const world = await deskWorld();
    const mia = await world.agent('Mia');
    const id = await world.begin();
    const before = (await world.store.conversation(id))!.fence;
    await world.desk.takeover(mia, id);
    const late = await world.recorder.append({
      conversation: id,
      at: world.clock.now,
      events: [{ type: 'message', from: 'assistant', text: 'One moment.' }],
      fence: before,
    });
    expect(late).toMatchObject({ ok: false, why: 'fenced' });
  });

  test('H10 an agent takes over, replies, notes, transfers; the next one resolves and says what it really was', async () => {
    const world = await deskWorld();
    const [mia, tom] = [await world.agent('Mia'), await world.agent('Tom')];
    const id = await world.begin();
    await world.desk.takeover(mia, id);
    expect(await world.desk.reply(mia, id, 'm1', 'I am here.')).toMatchObject({ ok: true });
    expect(await world.desk.note(tom, id, 'n1', 'Known from yesterday.')).toMatchObject({ ok: true });
    expect(await world.desk.transfer(mia, id, 'tom')).toMatchObject({ ok: true });
    expect(await world.desk.reply(mia, id, 'm2', 'One more thing')).toMatchObject({
      error: { code: 'taken', by: 'Tom' },
    });
    const resolved = await world.desk.resolve(tom, id, {
      outcome: 'solved',
      correct: false,
      intent: 'change-flight',
    });
    expect(resolved).toMatchObject({ ok: true, row: { status: 'resolved' } });
    expect(await world.last(id, 'corrected')).toMatchObject({
      by: 'agent',
      correct: false,
      intent: 'change-flight',
    });
    expect((await world.recorder.load(id))!.conversation.view).toMatchObject({ status: 'resolved' });
    expect((await world.recorder.load(id))!.conversation.view.agent).toBeUndefined();
  });

  test('H10 a reply that is sent again is said once, even after the conversation has moved on', async () => {
    const world = await deskWorld();
    const [mia, tom] = [await world.agent('Mia'), await world.agent('Tom')];
    const id = await world.begin();
    await world.desk.takeover(mia, id);
    const first = await world.desk.reply(mia, id, 'm1', 'I am here.');
    await world.desk.transfer(mia, id, tom.id);
    const again = await world.desk.reply(mia, id, 'm1', 'I am here.');
    expect(first.ok && again.ok && first.seq === again.seq).toBe(true);
    expect(await world.desk.reply(tom, id, 'm1', 'Other agent, same id')).toMatchObject({ ok: true });
    expect(await world.desk.reply(tom, id, 'm1', 'Other words')).toMatchObject({
      error: { code: 'conflict' },
    });
  });

  test('H10 a transfer is refused where nobody could take it, and the conversation stays', async () => {
    const world = await deskWorld();
    const [mia, tom] = [await world.agent('Mia'), await world.agent('Tom', 1)];
    const [first, second_] = [await world.waiting(), await world.waiting()];
    await world.desk.claim(tom, first);
    await world.desk.claim(mia, second_);
    expect(await world.desk.transfer(mia, second_, 'tom')).toMatchObject({ error: { code: 'denied' } });
    await world.desk.setAvailable('tom', false);
    expect(await world.desk.transfer(mia, second_, 'tom')).toMatchObject({ error: { code: 'denied' } });
    expect((await world.store.conversation(second_))?.agent?.id).toBe('mia');
  });

  test('H10 given back to the assistant, the agent is out and the assistant may speak', async () => {
    const world = await deskWorld();
    const mia = await world.agent('Mia');
    const id = await world.waiting();
    await world.desk.claim(mia, id);
    expect(await world.desk.giveBack(mia, id)).toMatchObject({
      ok: true,
      row: { status: 'assistant', agent: null },
    });
    expect(await world.desk.reply(mia, id, 'm1', 'Still me')).toMatchObject({ error: { code: 'gone' } });
  });

  test('A5 an agent approves once, and only what the customer has confirmed', async () => {
    const world = await deskWorld();
    const mia = await world.agent('Mia');
    const tom = await world.agent('Tom');
    const id = await world.begin(proposed, confirmQuestion);
    const approval = { proposal: 'p1', approve: true };
    expect(await world.desk.approve(mia, id, approval)).toMatchObject({ error: { code: 'gone' } });
    const { action, arguments: args, hash } = proposed as Extract<typeof proposed, { type: 'proposed' }>;
    const approveBy = world.clock.now + 60_000;
    await world.append(id, { type: 'confirmed', proposal: 'p1', action, arguments: args, hash, approveBy });
    expect(await world.desk.approve(mia, id, approval)).toMatchObject({ ok: true });
    expect(await world.desk.approve(tom, id, approval)).toMatchObject({
      error: { code: 'taken', by: 'Mia' },
    });
    expect(await world.last(id, 'approved')).toMatchObject({ by: { id: 'mia' }, arguments: { id: 'ME204' } });
  });
});

describe('the line', () => {
  test('H9 an agent who vanishes: nothing for 30 s, then the old place, and the customer is told', async () => {
    const world = await deskWorld();
    const mia = await world.agent('Mia');
    const ids = [await world.waiting(), await world.waiting(), await world.waiting()];
    await world.desk.claim(mia, ids[0]!);
    await world.agent('Tom');
    await world.desk.sweep();
    await world.desk.gone(mia.id);
    world.clock.now += graceMs - 1;
    expect(await world.desk.sweep()).toEqual({ agents: [], conversations: [] });
    world.clock.now += 1;
    expect(await world.desk.sweep()).toEqual({ agents: ['mia'], conversations: [ids[0]] });
    expect(await world.line()).toEqual(ids);
    expect(await world.last(ids[0]!, 'requeued')).toMatchObject({ why: 'vanished', wait: { position: 1 } });
    expect(await world.last(ids[0]!, 'message')).toMatchObject({ from: 'system', notice: 'requeued' });
    expect(await world.desk.sweep()).toEqual({ agents: [], conversations: [] });
  });

  test('H9 who comes back within the grace keeps everything', async () => {
    const world = await deskWorld();
    const mia = await world.agent('Mia');
    const id = await world.waiting();
    await world.desk.claim(mia, id);
    await world.desk.gone(mia.id);
    world.clock.now += graceMs - second;
    await world.desk.seen(mia.id);
    world.clock.now += 10 * minute;
    expect((await world.desk.sweep()).conversations).toEqual([]);
    expect((await world.store.conversation(id))?.agent?.id).toBe('mia');
  });

  test('H9 a server that starts gives agents the grace to come back before it calls them gone', async () => {
    const world = await deskWorld();
    const mia = await world.agent('Mia');
    const id = await world.waiting();
    await world.desk.claim(mia, id);
    world.clock.now += 60 * minute;
    const restarted = world.newDesk();
    expect((await restarted.sweep()).agents).toEqual([]);
    world.clock.now += graceMs;
    expect((await restarted.sweep()).conversations).toEqual([id]);
  });

  test('H9 a taken-over conversation that never waited goes back as an ordinary one, not ahead of all', async () => {
    const world = await deskWorld();
    const mia = await world.agent('Mia');
    const first = await world.waiting();
    world.clock.now += minute;
    const taken = await world.begin();
    await world.desk.takeover(mia, taken);
    world.clock.now += minute;
    await world.desk.release(mia, taken);
    expect(await world.line()).toEqual([first, taken]);
  });

  test('H2 the place and an upper bound are known at once, from the site’s own mean when there is no history', async () => {
    const world = await deskWorld();
    const mia = await world.agent('Mia', 1);
    await world.desk.claim(mia, await world.waiting());
    await world.waiting();
    const { wait, onDuty } = await world.desk.state(world.site.id);
    expect(onDuty).toBe(1);
    expect(wait).toMatchObject({ position: 2, confidence: 0.9, basis: 'prior' });
    // Two services of a mean of five minutes: the bound is above the mean, and not absurd.
    expect(wait.within).toBeGreaterThan(600);
    expect(wait.within).toBeLessThan(4000);
  });

  test('H4 with nobody on duty no wait is stated, but when somebody will be there', async () => {
    const week = Object.fromEntries([1, 2, 3, 4, 5].map((weekday) => [weekday, [['12:00', '17:00']]]));
    const world = await deskWorld({ site: { hours: { timeZone: 'UTC', week, holidays: [] } as never } });
    const { wait, hoursOpen } = await world.desk.state(world.site.id);
    expect(hoursOpen).toBe(false);
    expect(wait).toEqual({
      position: 1,
      within: null,
      confidence: null,
      basis: 'nobody',
      opensAt: Date.UTC(2026, 2, 2, 12),
    });
  });

  test('H3 a promise about to break is apologised for before it breaks, once', async () => {
    const world = await deskWorld();
    const mia = await world.agent('Mia', 1);
    await world.desk.claim(mia, await world.waiting());
    const id = await world.waiting();
    const stated = (await world.last(id, 'handoff'))!.within!;
    expect(await world.desk.restateAll(world.site.id)).toEqual([]);
    world.clock.now += (stated - 10) * second;
    const told = await world.desk.restateAll(world.site.id);
    expect(told).toMatchObject([{ conversation: id, apology: true }]);
    expect(await world.last(id, 'message')).toMatchObject({ from: 'system', notice: 'wait-longer' });
    world.clock.now += second;
    expect(await world.desk.restateAll(world.site.id)).toEqual([]);
  });

  test('H3 whoever moves up hears of it', async () => {
    const world = await deskWorld();
    const mia = await world.agent('Mia', 1);
    const ids = [await world.waiting(), await world.waiting()];
    await world.desk.restateAll(world.site.id);
    world.clock.now += 10 * second;
    await world.desk.claim(mia, ids[0]!);
    const told = await world.desk.restateAll(world.site.id);
    expect(told).toMatchObject([{ conversation: ids[1], apology: false, wait: { position: 1 } }]);
  });

  test('presence shows who is there with load and capacity', async () => {
    const world = await deskWorld();
    const mia = await world.agent('Mia', 2);
    await world.desk.claim(mia, await world.waiting());
    expect(await world.desk.presence([world.site.id])).toEqual([
      { agent: { id: 'mia', name: 'Mia' }, available: true, capacity: 2, load: 1, teams: [] },
    ]);
  });
});
