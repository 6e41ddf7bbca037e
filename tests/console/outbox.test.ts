// What waits in the outbox: what was only cut off goes out by itself, what was refused waits for the agent, in however
// many pages they have it before them.
import { expect, test } from 'vitest';
import { failure } from '../../shared/errors.ts';
import { browserStorage } from '../../widget/ui/browser-storage.ts';
import { type AgentDesk, agentDesk } from './agent-desk.ts';
import { mia } from './story-people.ts';

const rosa = 'c-rosa';
const device = () => browserStorage(() => null);
const waiting = ({ desk }: AgentDesk) => desk.outbox.items.value.map(({ text, state }) => [text, state]);
const asked = ({ fake }: AgentDesk) =>
  fake.asked.filter(({ name }) => name === 'reply').map(({ payload }) => payload.text);

/** A page of the agent's with Rosa's conversation. */
async function page(kept: ReturnType<typeof browserStorage>): Promise<AgentDesk> {
  const made = await agentDesk({ kept });
  await made.desk.acts.claim(rosa);
  return made;
}

async function refused(at: AgentDesk, text: string): Promise<void> {
  at.fake.failNext('reply', failure('gone').error);
  at.desk.outbox.send(rosa, 'reply', text);
  await at.settle();
}

async function reconnect({ fake, settle }: AgentDesk): Promise<void> {
  fake.cut();
  fake.mend();
  await settle();
}

test('what was refused waits for the agent’s press, over a new connection, another claim and a reload', async () => {
  const kept = device();
  const before = await page(kept);
  await refused(before, 'old words');
  await before.desk.acts.claim(rosa);
  await reconnect(before);
  expect(asked(before)).toEqual(['old words']);
  before.stop();

  const after = await page(kept);
  await reconnect(after);
  expect(asked(after)).toEqual([]);
  expect(after.desk.outbox.items.value).toMatchObject([{ state: 'failed', problem: { code: 'gone' } }]);
  after.desk.outbox.retry('id-1');
  await after.settle();
  expect(asked(after)).toEqual(['old words']);
  expect(waiting(after)).toEqual([]);
  expect(kept.keys('handrail.desk.outbox.')).toEqual([]);
});

test('what was refused neither goes out with what is written after it nor holds it up', async () => {
  const at = await page(device());
  await refused(at, 'first wording');
  at.desk.outbox.send(rosa, 'reply', 'better wording');
  await at.settle();
  expect(asked(at)).toEqual(['first wording', 'better wording']);
  expect(waiting(at)).toEqual([['first wording', 'failed']]);

  at.fake.cut();
  for (const text of ['one', 'two', 'three']) at.desk.outbox.send(rosa, 'reply', text);
  await at.settle();
  at.fake.failNext('reply', failure('denied').error);
  at.fake.mend();
  await at.settle();
  expect(asked(at).slice(2)).toEqual(['one', 'two', 'three']);
  expect(waiting(at)).toEqual([
    ['first wording', 'failed'],
    ['one', 'failed'],
  ]);
});

test.each(['unavailable', 'internal'] as const)(
  'nothing overtakes what a server that failed for a moment did not take (%s)',
  async (code) => {
    const kept = device();
    const at = await page(kept);
    at.fake.cut();
    for (const text of ['one', 'two']) {
      at.desk.outbox.send(rosa, 'reply', text);
      at.pass(1);
    }
    at.fake.failNext('reply', failure(code).error);
    at.fake.mend();
    await at.settle();
    at.desk.outbox.send(rosa, 'reply', 'three');
    await at.settle();
    await reconnect(at);
    expect(asked(at)).toEqual(['one']);
    const stays = [
      ['one', 'failed'],
      ['two', 'queued'],
      ['three', 'queued'],
    ];
    expect(waiting(at)).toEqual(stays);

    const after = await agentDesk({ kept });
    after.fake.claimAs(rosa, mia);
    expect(asked(after)).toEqual([]);
    expect(waiting(after)).toEqual(stays);
    after.desk.outbox.retry('id-1');
    await after.settle();
    expect(asked(after)).toEqual(['one', 'two', 'three']);
    expect(waiting(after)).toEqual([]);
  },
);

test('what waited behind a reply goes on once that was taken back, or stands in the log after all', async () => {
  const at = await page(device());
  const behind = async (text: string, next: string) => {
    at.fake.failNext('reply', failure('unavailable').error);
    for (const each of [text, next]) at.desk.outbox.send(rosa, 'reply', each);
    await at.settle();
    expect(waiting(at)).toEqual([
      [text, 'failed'],
      [next, 'queued'],
    ]);
  };
  await behind('one', 'two');
  at.desk.outbox.takeBack('id-1');
  await at.settle();
  expect(waiting(at)).toEqual([]);
  await behind('three', 'four');
  at.fake.append(rosa, { type: 'message', from: 'agent', name: mia.name, text: 'three', clientId: 'id-3' });
  await at.settle();
  expect(waiting(at)).toEqual([]);
  expect(asked(at)).toEqual(['one', 'two', 'three', 'four']);
});

test('what was taken back in one page is not sent from the other', async () => {
  const kept = device();
  const one = await page(kept);
  await refused(one, 'You owe us 500');
  const other = await page(kept);
  expect(waiting(other)).toEqual([['You owe us 500', 'failed']]);
  expect(one.desk.outbox.takeBack('id-1')).toBe('You owe us 500');
  one.desk.outbox.send(rosa, 'reply', 'You owe us 50');
  await one.settle();
  await reconnect(other);
  expect(asked(one)).toEqual(['You owe us 500', 'You owe us 50']);
  expect(asked(other)).toEqual([]);
  expect(waiting(other)).toEqual([]);
  expect(kept.keys('handrail.desk.outbox.')).toEqual([]);
});

test('of a page that is cut off, another one that stored or was refused its words is believed', async () => {
  const kept = device();
  const cut = await page(kept);
  cut.fake.cut();
  for (const text of ['refused there', 'stored there']) cut.desk.outbox.send(rosa, 'reply', text);
  const other = await agentDesk({ kept, signedIn: false });
  other.fake.claimAs(rosa, mia);
  other.fake.failNext('reply', failure('gone').error);
  await other.desk.session.signIn('mia@demo.test', 'right');
  await other.settle();
  expect(asked(other)).toEqual(['refused there', 'stored there']);
  cut.fake.mend();
  await cut.settle();
  expect(asked(cut)).toEqual([]);
  expect(waiting(cut)).toEqual([['refused there', 'failed']]);
});

test('signing out while a reply is on its way leaves it to the agent who wrote it, and to nobody else', async () => {
  const kept = device();
  const at = await page(kept);
  const answer = at.fake.hold('reply');
  at.desk.outbox.send(rosa, 'reply', 'half way');
  await at.settle();
  await at.desk.session.signOut();
  answer();
  await at.settle();
  expect(kept.keys('handrail.desk.outbox.')).toEqual(['handrail.desk.outbox.agent-mia.id-1']);
});
