// The title's count, the sound and the notification: new work calls, what was there before does not.
import { expect, test } from 'vitest';
import { agentDesk, eight } from './agent-desk.ts';
import { waitingFor } from './stories.ts';

test('counts who waits and what is unread in the title', async () => {
  const { desk, fake, summoned } = await agentDesk();
  expect(summoned.titles.at(-1)).toBe('(4) Handrail desk');
  await desk.acts.claim('c-tomas');
  await desk.acts.claim('c-rosa');
  expect(summoned.titles.at(-1)).toBe('(2) Handrail desk');
  fake.append('c-tomas', { type: 'message', from: 'customer', text: 'hello?', clientId: 'n-9' });
  expect(desk.threads.held.value.get('c-tomas')?.unread.value).toBe(1);
  expect(summoned.titles.at(-1)).toBe('(3) Handrail desk');
  desk.threads.select('c-tomas');
  expect(summoned.titles.at(-1)).toBe('(2) Handrail desk');
});

test('sounds once for a new customer in line, only while available, and notifies only who is away', async () => {
  const at = await agentDesk();
  const { desk, fake, summoned } = at;
  const arrive = (id: string) => {
    const events = waitingFor(eight, 'Noa', 'hello', 120);
    fake.conversations.set(id, {
      ...fake.conversations.get('c-amina')!,
      id,
      name: 'Noa',
      waiting: 1,
      events,
    });
    fake.pushQueue();
  };
  expect(summoned.sounds).toBe(0);
  arrive('c-new-1');
  expect(summoned.sounds).toBe(0);
  await desk.presence.set({ on: true, capacity: 3 });
  arrive('c-new-2');
  expect(summoned).toMatchObject({ sounds: 1, notified: [] });
  at.away = true;
  arrive('c-new-3');
  expect(summoned).toMatchObject({ sounds: 2, notified: ['Noa is waiting'] });
  fake.pushQueue();
  expect(summoned.sounds).toBe(2);
  desk.attention.muted.value = true;
  arrive('c-new-4');
  expect(summoned.sounds).toBe(2);
});

test('a message counts as unread while the agent looks elsewhere, though its thread is open', async () => {
  const at = await agentDesk();
  await at.desk.acts.claim('c-rosa');
  at.away = true;
  at.fake.append('c-rosa', { type: 'message', from: 'customer', text: 'and?', clientId: 'm-8' });
  expect(at.desk.threads.open.value?.unread.value).toBe(1);
  expect(at.summoned.notified).toEqual(['Rosa Lindqvist wrote to you']);
});
