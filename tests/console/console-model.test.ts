// The desk as an agent works at it, over a fake /agent namespace: claim, read, answer, hand on, resolve.
import { describe, expect, test } from 'vitest';
import { foldEvents } from '../../shared/apply-event.ts';
import { failure } from '../../shared/errors.ts';
import { pendingProposals } from '../../shared/pending-proposals.ts';
import { beginResolve, openNext } from '../../widget/console/views/desk-steps.ts';
import { agentDesk, eight } from './agent-desk.ts';
import { awaitingApproval, rungs } from './story-approvals.ts';
import { jonas, mia } from './story-people.ts';
import { handedOver } from './story-rosa.ts';

const customerSays = (text: string, id: string) =>
  ({ type: 'message', from: 'customer', text, clientId: id }) as const;

describe('the queue', () => {
  test('sorts what the server pushes into mine, waiting by place, and the assistant’s', async () => {
    const { desk } = await agentDesk();
    const names = desk.queue.sections.value.map((section) => [
      section.name,
      section.rows.map((row) => row.conversation),
    ]);
    expect(Object.fromEntries(names)).toMatchObject({
      mine: [],
      waiting: ['c-rosa', 'c-tomas', 'c-amina', 'c-anon'],
      assistant: ['c-lea', 'c-piet'],
    });
  });

  test('H3 a promise runs in the whole minutes that the customer was told', async () => {
    const { desk, fake } = await agentDesk();
    fake.conversations.get('c-amina')!.within = 241;
    fake.conversations.get('c-rosa')!.within = 12;
    fake.pushQueue();
    expect(desk.queue.row('c-amina')?.within).toBe(300);
    expect(desk.queue.row('c-rosa')?.within).toBe(60);
  });

  test('finds by name and by what is wanted', async () => {
    const { desk } = await agentDesk();
    desk.queue.filter.value = 'REFUND';
    const found = desk.queue.sections.value.flatMap((section) => section.rows);
    expect(found.map((row) => row.conversation)).toEqual(['c-tomas']);
  });
});

describe('what was seen', () => {
  test('is told of one’s own conversation while one looks at it, and shown beneath one’s last seen message', async () => {
    const made = await agentDesk();
    const { desk, fake, settle } = made;
    desk.threads.select('c-rosa');
    await settle();
    const told = () => fake.seen;
    expect(told()).toEqual([]);
    await desk.acts.claim('c-rosa');
    await settle();
    const thread = desk.threads.open.value!;
    expect(told()).toEqual([{ conversation: 'c-rosa', seq: thread.seq() }]);
    made.away = true;
    fake.append('c-rosa', customerSays('Still there?', 'm-1'));
    expect(told()).toHaveLength(1);

    desk.outbox.send('c-rosa', 'reply', 'One');
    desk.outbox.send('c-rosa', 'reply', 'Two');
    await settle();
    const [one = 0, two = 0] = thread.events.value.slice(-2).map(({ seq }) => seq);
    expect(thread.lastSeen.value).toBeUndefined();
    fake.emit('seen', { conversation: 'c-rosa', seq: one, at: eight });
    expect(thread.lastSeen.value).toBe(one);
    fake.emit('seen', { conversation: 'c-rosa', seq: two, at: eight + 5 });
    fake.emit('seen', { conversation: 'c-rosa', seq: one, at: eight + 9 });
    expect(thread.lastSeen.value).toBe(two);
    expect(thread.customerSaw.value?.at).toBe(eight + 5);
  });
});

describe('a claimed conversation', () => {
  test('goes from claim over reply and note to resolve, and the next one is opened', async () => {
    const { desk, fake, settle } = await agentDesk();
    expect(await desk.acts.claim('c-rosa')).toBe(true);
    const thread = desk.threads.open.value!;
    expect(thread.id).toBe('c-rosa');
    expect(thread.conversation.value.view).toMatchObject({ status: 'claimed', agent: mia });
    expect(thread.conversation.value.view.brief.map((line) => line.field)).toContain('wants');
    expect(desk.queue.mine.value.map((row) => row.conversation)).toEqual(['c-rosa']);

    desk.outbox.send('c-rosa', 'reply', 'Hello Rosa');
    desk.outbox.send('c-rosa', 'note', 'third contact');
    await settle();
    expect(desk.outbox.items.value).toEqual([]);
    expect(thread.events.value.slice(-2)).toMatchObject([
      { type: 'message', from: 'agent', text: 'Hello Rosa', clientId: 'id-1' },
      { type: 'noted', text: 'third contact', clientId: 'id-2' },
    ]);

    beginResolve(desk, thread);
    expect(desk.resolving.form.value).toMatchObject({ read: 'lost-bag', correct: undefined });
    expect(await desk.resolving.send()).toBe(false);
    desk.resolving.fill({ correct: false, intent: 'change-flight', outcome: 'follow-up' });
    const seen = thread.seq();
    expect(await desk.resolving.send()).toBe(true);
    openNext(desk, 'c-rosa');
    expect(fake.asked.find((each) => each.name === 'resolve')?.payload).toEqual({
      conversation: 'c-rosa',
      outcome: 'follow-up',
      correct: false,
      intent: 'change-flight',
      seen,
    });
    expect(desk.threads.selected.value).toBe('c-tomas');
  });

  test('H8 names the colleague who was faster, and shows the conversation to read along', async () => {
    const { desk, fake } = await agentDesk();
    desk.threads.select('c-amina');
    fake.claimAs('c-amina', jonas);
    expect(await desk.acts.claim('c-amina')).toBe(false);
    expect(desk.acts.collision.value).toEqual({ conversation: 'c-amina', by: 'Jonas Weiß' });
    expect(desk.notices.shown.value).toEqual([]);
    expect(desk.queue.mine.value).toEqual([]);
  });

  test('a second press while the first is under way asks nothing more', async () => {
    const { desk, fake } = await agentDesk();
    const answer = fake.hold('claim');
    const first = desk.acts.claim('c-rosa');
    expect(await desk.acts.claim('c-rosa')).toBe(false);
    answer();
    expect(await first).toBe(true);
    expect(fake.asked.filter((each) => each.name === 'claim')).toHaveLength(1);
  });

  test('H10 is taken over from the assistant, transferred, given back', async () => {
    const { desk, fake } = await agentDesk();
    fake.presence = [{ agent: jonas, available: true, capacity: 3, load: 0, teams: [] }];
    expect(await desk.acts.takeover('c-piet')).toBe(true);
    expect(await desk.acts.transfer('c-piet', jonas.id)).toBe(true);
    expect(desk.queue.mine.value).toEqual([]);
    expect(desk.queue.row('c-piet')?.agent).toEqual(jonas);
    expect(await desk.acts.takeover('c-lea')).toBe(true);
    const seen = desk.threads.open.value!.seq();
    expect(await desk.acts.giveBack('c-lea')).toBe(true);
    expect(fake.asked.findLast(({ name }) => name === 'return')?.payload).toEqual({
      conversation: 'c-lea',
      seen,
    });
    expect(desk.queue.row('c-lea')?.status).toBe('assistant');
  });

  test('A5 a supervised proposal waits for the agent’s word, with its exact arguments', async () => {
    const { desk, fake, settle } = await agentDesk({ conversations: [awaitingApproval(eight)] });
    expect(desk.queue.sections.value[0]).toMatchObject({
      name: 'approve',
      rows: [{ conversation: 'c-noor', needs: { action: 'cancel-flight' } }],
    });
    desk.threads.select('c-noor');
    await settle();
    const thread = desk.threads.open.value!;
    const [pending] = pendingProposals(thread.conversation.value);
    expect(pending).toMatchObject({
      runs: true,
      proposal: { action: 'cancel-flight', arguments: { reference: 'ME204', bags: 1 } },
    });
    const word = { approve: true, seen: thread.seq(), reason: 'checked the fare' };
    await desk.acts.approve('c-noor', pending!.proposal.id, word);
    expect(fake.asked.at(-1)).toEqual({
      name: 'approve',
      payload: { conversation: 'c-noor', proposal: 'p-cancel', ...word },
    });
    expect(pendingProposals(thread.conversation.value)).toEqual([]);
  });

  test('A5 what only a person may carry out stays until they say what they did', async () => {
    const { desk, fake } = await agentDesk();
    await desk.acts.claim('c-tomas');
    const thread = desk.threads.open.value!;
    const [pending] = pendingProposals(thread.conversation.value);
    expect(pending).toMatchObject({ runs: false, proposal: { action: 'refund-booking' } });
    const did = { booking: 'ME771', amount: '400.00', currency: 'EUR', to: 'voucher' };
    await desk.acts.approve('c-tomas', 'p-refund', { approve: true, seen: thread.seq(), arguments: did });
    expect(fake.asked.at(-1)?.payload).toMatchObject({ arguments: did });
    expect(pendingProposals(thread.conversation.value)).toEqual([]);
    expect(thread.conversation.value.inside.proposals['p-refund']).toMatchObject({ verdict: 'edited' });
  });

  test('A6 held actions are known to everyone, and a supervisor ends a hold with a reason', async () => {
    const { desk, fake } = await agentDesk({ supervisor: true });
    fake.emit('rollout', rungs);
    expect(desk.rollout.held.value.map(({ action }) => action)).toEqual(['cancel-flight']);
    await desk.rollout.look(rungs[0]!);
    expect(desk.rollout.evidence.value.get('airline cancel-flight')).toEqual(fake.evidence);
    expect(await desk.rollout.step(rungs[0]!, 'supervised', 'a strike', false)).toBe(true);
    expect(fake.asked.at(-1)).toEqual({
      name: 'step',
      payload: { site: 'airline', action: 'cancel-flight', to: 'supervised', why: 'a strike' },
    });
  });

  test('an autonomous action asks no agent', () => {
    const log = handedOver(eight);
    const confirmed = log.slice(0, log.findIndex((event) => event.type === 'confirmed') + 1);
    const conversation = foldEvents(confirmed);
    expect(conversation.inside.proposals['p-bag']).toMatchObject({ status: 'confirmed' });
    expect(pendingProposals(conversation)).toEqual([]);
  });
});

describe('nothing is missed', () => {
  test('a gap in what is heard is asked for, and what came meanwhile is kept in order', async () => {
    const { desk, fake, settle } = await agentDesk();
    await desk.acts.claim('c-rosa');
    const before = desk.threads.open.value!.seq();
    const answer = fake.hold('sync');
    fake.appendUnheard('c-rosa', customerSays('one', 'x-1'));
    fake.append('c-rosa', customerSays('two', 'x-2'));
    fake.append('c-rosa', customerSays('three', 'x-3'));
    expect(desk.threads.open.value!.seq()).toBe(before);
    answer();
    await settle();
    const texts = desk.threads.open
      .value!.events.value.slice(-3)
      .map((event) => 'text' in event && event.text);
    expect(texts).toEqual(['one', 'two', 'three']);
    expect(fake.asked.filter((each) => each.name === 'sync')).toEqual([
      { name: 'sync', payload: { conversation: 'c-rosa', after: before } },
    ]);
  });

  test('after a cut everything is watched anew, availability said again, and what waits goes out', async () => {
    const { desk, fake, settle } = await agentDesk();
    await desk.presence.set({ on: true, capacity: 2 });
    await desk.acts.claim('c-rosa');
    fake.cut();
    desk.outbox.send('c-rosa', 'reply', 'written in a tunnel');
    await settle();
    expect(desk.outbox.items.value).toMatchObject([{ state: 'queued' }]);
    fake.append('c-rosa', customerSays('are you there?', 'x-1'));
    fake.mend();
    await settle();
    expect(fake.asked.filter((each) => each.name === 'available').map((each) => each.payload)).toEqual([
      { on: true, capacity: 2 },
      { on: true, capacity: 2 },
    ]);
    expect(desk.outbox.items.value).toEqual([]);
    const said = desk.threads.open.value!.conversation.value.view.entries.slice(-2);
    expect(said).toMatchObject([{ text: 'are you there?' }, { text: 'written in a tunnel' }]);
  });

  test('a server that is back but cannot answer yet is asked again, until everything is watched', async () => {
    const { desk, fake, settle, pass } = await agentDesk();
    await desk.acts.claim('c-rosa');
    const watched = () => fake.asked.filter(({ name }) => name === 'watch').length;
    fake.cut();
    fake.failNext('list', failure('unavailable').error);
    fake.mend();
    await settle();
    fake.failNext('watch', failure('unavailable').error);
    pass(3_000);
    await settle();
    const before = watched();
    fake.pushQueue();
    await settle();
    expect(watched()).toBe(before + 1);
    fake.append('c-rosa', customerSays('are you there?', 'x-1'));
    const { entries } = desk.threads.open.value!.conversation.value.view;
    expect(entries.at(-1)).toMatchObject({ text: 'are you there?' });
  });

  test('a reply that failed keeps its text, and goes out once when it is sent again', async () => {
    const { desk, fake, settle } = await agentDesk();
    await desk.acts.claim('c-rosa');
    fake.failNext('reply', failure('internal').error);
    desk.outbox.send('c-rosa', 'reply', 'hello');
    await settle();
    expect(desk.outbox.items.value).toMatchObject([
      { state: 'failed', text: 'hello', problem: { code: 'internal' } },
    ]);
    desk.outbox.retry('id-1');
    await settle();
    expect(desk.outbox.items.value).toEqual([]);
    const replies = fake.conversations
      .get('c-rosa')!
      .events.filter((event) => 'clientId' in event && event.clientId === 'id-1');
    expect(replies).toHaveLength(1);
  });

  test('what was too fast goes out by itself after the pause that the server named', async () => {
    const { desk, fake, pass, settle } = await agentDesk();
    await desk.acts.claim('c-rosa');
    fake.failNext('reply', failure('rate', { retryAfterMs: 2000 }).error);
    desk.outbox.send('c-rosa', 'reply', 'hello');
    await settle();
    expect(desk.outbox.items.value).toMatchObject([{ state: 'queued' }]);
    pass(2000);
    await settle();
    expect(desk.outbox.items.value).toEqual([]);
  });
});
