// What the desk offers beside the conversation: the search of everything, ranked articles, the supervisor's view.
import { expect, test } from 'vitest';
import { failure } from '../../shared/errors.ts';
import { beginResolve } from '../../widget/console/views/desk-steps.ts';
import { agentDesk, eight } from './agent-desk.ts';
import { articles, found, overview } from './story-floor.ts';
import { jonas } from './story-people.ts';

test('the search asks the server once the agent pauses, and only the last text’s answer counts', async () => {
  const { desk, fake, pass, settle } = await agentDesk();
  fake.found = found(eight);
  const searches = () =>
    fake.asked.filter(({ name }) => name === 'search').map(({ payload }) => payload.text);
  desk.queue.filter.value = 'b';
  pass(1000);
  desk.queue.filter.value = 'ba';
  pass(100);
  desk.queue.filter.value = 'bag';
  pass(100);
  expect(searches()).toEqual([]);
  pass(200);
  const answer = fake.hold('search');
  expect(searches()).toEqual(['bag']);
  desk.queue.filter.value = 'bags';
  pass(300);
  desk.queue.filter.value = '';
  answer();
  await settle();
  expect(searches()).toEqual(['bag', 'bags']);
  expect(desk.find.found.value).toBeUndefined();
  desk.queue.filter.value = 'bag';
  pass(300);
  await settle();
  expect(desk.find.found.value?.map(({ conversation }) => conversation)).toEqual([
    'c-lea',
    'c-old',
    'c-older',
  ]);
});

test('articles are asked for on opening and when the customer writes on, and are judged in one press', async () => {
  const { desk, fake, settle } = await agentDesk();
  fake.articles = articles;
  const asked = () => fake.asked.filter(({ name }) => name === 'suggest').length;
  desk.threads.select('c-rosa');
  await settle();
  expect(desk.suggestions.articles.value).toHaveLength(2);
  expect(asked()).toBe(1);
  fake.append('c-rosa', { type: 'noted', by: jonas, text: 'a note changes nothing' });
  await settle();
  expect(asked()).toBe(1);
  fake.append('c-rosa', { type: 'message', from: 'customer', text: 'And my refund?' });
  await settle();
  expect(asked()).toBe(2);
  await desk.suggestions.judge('delayed-bags', true);
  expect(desk.suggestions.articles.value?.[0]).toMatchObject({ id: 'delayed-bags', useful: true });
  expect(desk.threads.open.value?.events.value.at(-1)).toMatchObject({ type: 'judged', useful: true });
  fake.failNext('judge', failure('unavailable').error);
  await desk.suggestions.judge('delayed-bags', false);
  expect(desk.suggestions.articles.value?.[0]).toMatchObject({ useful: true });
  desk.threads.select('c-lea');
  expect(desk.suggestions.articles.value).toBeUndefined();
});

test('the floor is counted while it is on screen, again after a while and when the line moves, and then no more', async () => {
  const { desk, fake, pass, settle } = await agentDesk({ supervisor: true });
  fake.overview = overview(eight);
  const counts = () => fake.asked.filter(({ name }) => name === 'overview').length;
  desk.floor.open.value = true;
  await settle();
  expect(desk.floor.overview.value?.agents).toHaveLength(3);
  pass(10_000);
  await settle();
  expect(counts()).toBe(2);
  fake.pushQueue();
  fake.pushQueue();
  pass(600);
  await settle();
  expect(counts()).toBe(3);
  desk.threads.select('c-rosa');
  expect(desk.floor.open.value).toBe(false);
  pass(60_000);
  await settle();
  expect(counts()).toBe(3);
});

test('a supervisor gives a conversation to a colleague and whispers to them', async () => {
  const { desk, fake, settle } = await agentDesk({ supervisor: true });
  fake.presence = [{ agent: jonas, available: true, capacity: 3, load: 0, teams: [] }];
  desk.threads.select('c-amina');
  expect(await desk.acts.assign('c-amina', jonas.id)).toBe(true);
  expect(desk.queue.row('c-amina')?.agent).toEqual(jonas);
  desk.outbox.send('c-amina', 'note', 'She is in a hurry', true);
  await settle();
  expect(desk.threads.open.value?.events.value.at(-1)).toMatchObject({ type: 'noted', whisper: true });
  expect(desk.outbox.items.value).toEqual([]);
});

test('a whisper to me counts as unread and calls me, another’s note does not', async () => {
  const { desk, fake, summoned, settle } = await agentDesk();
  await desk.acts.claim('c-rosa');
  desk.threads.select('c-lea');
  await settle();
  const note = { type: 'noted' as const, by: jonas, text: 'Offer the courier' };
  fake.append('c-rosa', note);
  const { sounds } = summoned;
  expect(desk.threads.held.value.get('c-rosa')?.unread.value).toBe(0);
  fake.append('c-rosa', { ...note, whisper: true });
  expect(desk.threads.held.value.get('c-rosa')?.unread.value).toBe(1);
  expect(summoned.sounds).toBe(sounds + 1);
});

test('H10 where nothing was read the agent may still say what it was, in a topic and in words', async () => {
  const { desk, fake } = await agentDesk();
  await desk.acts.claim('c-rosa');
  desk.resolving.begin('c-rosa', undefined, desk.threads.open.value!.seq());
  desk.resolving.fill({ intent: 'lost-bag', comment: '  a bag on another airline ' });
  await desk.resolving.send();
  expect(fake.conversations.get('c-rosa')?.events.at(-2)).toMatchObject({
    type: 'corrected',
    correct: false,
    intent: 'lost-bag',
    text: 'a bag on another airline',
  });
});

test('H10 resolving holds for what was read before its dialog lay over it, and what was filled in outlasts reading on', async () => {
  const { desk, fake, settle } = await agentDesk();
  await desk.acts.claim('c-rosa');
  const thread = desk.threads.open.value!;
  const asked = () => fake.asked.filter(({ name }) => name === 'resolve').map(({ payload }) => payload.seen);
  const before = thread.seq();
  beginResolve(desk, thread);
  desk.resolving.fill({ correct: true, outcome: 'follow-up' });
  fake.append('c-rosa', { type: 'message', from: 'customer', text: 'Wait, and my refund?' });
  await settle();
  fake.failNext('resolve', failure('conflict').error);
  expect(await desk.resolving.send()).toBe(false);
  expect(asked()).toEqual([before]);
  expect(desk.layout.dialog.value).toBeUndefined();
  expect(desk.notices.shown.value).toMatchObject([{ failure: { code: 'conflict' } }]);

  beginResolve(desk, thread);
  expect(desk.layout.dialog.value).toBe('resolve');
  expect(desk.resolving.form.value).toMatchObject({ correct: true, outcome: 'follow-up' });
  expect(await desk.resolving.send()).toBe(true);
  expect(asked()).toEqual([before, before + 1]);
});

test('H10 what was filled in for one conversation is not there for another, nor after the dialog was closed', async () => {
  const { desk } = await agentDesk();
  for (const conversation of ['c-rosa', 'c-lea']) {
    desk.resolving.begin(conversation, 'lost-bag', 1);
    expect(desk.resolving.form.value).toMatchObject({ conversation, correct: undefined, comment: '' });
    desk.resolving.fill({ correct: true, comment: 'as it was' });
  }
  desk.resolving.cancel();
  desk.resolving.begin('c-lea', 'lost-bag', 1);
  expect(desk.resolving.form.value).toMatchObject({ correct: undefined, comment: '' });
});
