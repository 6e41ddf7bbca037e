// Sessions that end, and what an agent has typed meanwhile.
import { expect, test } from 'vitest';
import { failure } from '../../shared/errors.ts';
import { browserStorage } from '../../widget/ui/browser-storage.ts';
import { agentDesk } from './agent-desk.ts';
import { jonas } from './story-people.ts';

/** A device's storage that two pages share. */
function device(): ReturnType<typeof browserStorage> {
  return browserStorage(() => null);
}

test('an expired session keeps the desk, its drafts and what is unsent, and all goes on after signing in', async () => {
  const at = await agentDesk();
  const { desk, fake, settle } = at;
  await desk.acts.claim('c-rosa');
  desk.drafts.write('c-rosa', 'note', 'look into ME118');
  at.signedIn = false;
  fake.session = false;
  desk.outbox.send('c-rosa', 'reply', 'I have found it');
  await settle();
  expect(desk.session.state.value).toMatchObject({ at: 'expired' });
  expect(desk.threads.selected.value).toBe('c-rosa');
  expect(desk.outbox.items.value).toMatchObject([{ text: 'I have found it', state: 'queued' }]);

  await desk.session.signIn('mia@demo.test', 'right');
  await settle();
  expect(desk.session.state.value).toMatchObject({ at: 'in' });
  expect(desk.threads.selected.value).toBe('c-rosa');
  expect(desk.drafts.of('c-rosa').note).toBe('look into ME118');
  expect(desk.outbox.items.value).toEqual([]);
  expect(fake.conversations.get('c-rosa')!.events.at(-1)).toMatchObject({ text: 'I have found it' });
});

test('drafts and unsent replies outlive a reload, each agent’s for themselves', async () => {
  const kept = device();
  const before = await agentDesk({ kept });
  await before.desk.acts.claim('c-rosa');
  before.fake.cut();
  before.desk.drafts.write('c-tomas', 'reply', 'Dear Tomás');
  before.desk.outbox.send('c-rosa', 'reply', 'half way');
  before.stop();

  const after = await agentDesk({ kept });
  expect(after.desk.drafts.of('c-tomas')).toMatchObject({ kind: 'reply', reply: 'Dear Tomás' });
  expect(after.fake.asked.find((each) => each.name === 'reply')?.payload).toMatchObject({
    id: 'id-1',
    text: 'half way',
  });
  expect(kept.keys('handrail.desk.draft.')).toEqual(['handrail.desk.draft.agent-mia.c-tomas']);
});

test('what two pages of an agent could not send outlives both', async () => {
  const kept = device();
  const pages = [await agentDesk({ kept }), await agentDesk({ kept })];
  for (const [i, { desk, fake, settle }] of pages.entries()) {
    await desk.acts.claim('c-rosa');
    // Of the second page it is the second.
    if (i === 1) desk.outbox.send('c-rosa', 'note', 'stored');
    await settle();
    fake.cut();
  }
  for (const { desk } of [...pages].reverse()) desk.outbox.send('c-rosa', 'reply', 'half way');
  for (const { stop } of pages) stop();
  const { desk } = await agentDesk({ kept });
  const left = () => desk.outbox.items.value.map(({ id }) => id).sort();
  expect(left()).toEqual(['id-1', 'id-2']);
  for (const id of left()) desk.outbox.takeBack(id);
  expect(kept.keys('handrail.desk.outbox.')).toEqual([]);
});

test('what an agent could not send before another signed in stays on the device for them, and goes out as theirs', async () => {
  const at = await agentDesk();
  const { desk, fake, settle } = at;
  const hers = at.profile;
  await desk.acts.claim('c-rosa');
  fake.cut();
  desk.outbox.send('c-rosa', 'reply', 'half way');
  fake.refuse('unauthorized');
  expect(desk.session.state.value).toMatchObject({ at: 'expired' });
  expect(desk.outbox.items.value).toMatchObject([{ state: 'queued' }]);

  const replies = () => fake.asked.filter(({ name }) => name === 'reply');
  await desk.session.signOut();
  at.profile = { ...hers, agent: { ...hers.agent, ...jonas } };
  await desk.session.signIn('jonas@demo.test', 'right');
  await settle();
  expect(desk.outbox.items.value).toEqual([]);
  expect(replies()).toEqual([]);

  await desk.session.signOut();
  at.profile = hers;
  await desk.session.signIn('mia@demo.test', 'right');
  await settle();
  expect(replies()).toMatchObject([{ payload: { text: 'half way' } }]);
});

test('a throttled sign-in says when the next attempt may be made', async () => {
  const at = await agentDesk({ signedIn: false });
  expect(at.desk.session.state.value).toEqual({ at: 'out' });
  at.signIn = failure('rate', { retryAfterMs: 90_000 });
  await at.desk.session.signIn('mia@demo.test', 'wrong');
  const problem = at.desk.session.problem.value!;
  expect(problem.notBefore! - at.desk.ports.clock.now()).toBe(90_000);
  at.signIn = { ok: true };
  await at.desk.session.signIn('mia@demo.test', 'right');
  expect(at.desk.session.state.value).toMatchObject({ at: 'in', profile: { agent: { name: 'Mia Berger' } } });
});

test('a refused socket asks to sign in again instead of trying for ever', async () => {
  const { desk, fake } = await agentDesk();
  fake.refuse('unauthorized');
  expect(desk.session.state.value).toMatchObject({ at: 'expired' });
});
