// The states of the console that the gallery shows, each reached as an agent would reach it.
import { failure } from '../../../shared/errors.ts';
import { awaitingApproval, rungs } from '../../console/story-approvals.ts';
import { jonas } from '../../console/story-people.ts';
import { fileScenes } from './file-scenes.ts';
import { claim, type Scene, type Stage } from './stage.ts';

const out = { me: failure('unauthorized') };

async function explain({ desk, settled }: Stage, type: 'question' | 'receipt'): Promise<void> {
  const { entries } = desk.threads.open.value!.conversation.value.view;
  const found = entries.find((entry) =>
    type === 'question' ? entry.kind === 'question' : entry.kind === 'message' && entry.receipt,
  );
  desk.layout.explain('c-rosa', found!.seq);
  await settled();
  document.querySelector('.why')?.scrollIntoView({ block: 'center' });
}

export const scenes: Record<string, Scene> = {
  'sign-in': out,
  'sign-in-throttled': {
    ...out,
    signIn: failure('rate', { retryAfterMs: 95_000 }),
    play: ({ desk }) => desk.session.signIn('mia@demo.test', 'wrong'),
  },
  unreachable: { me: failure('unavailable') },
  loading: { loading: true },
  clear: { empty: true },
  off: { empty: true, off: true },
  morning: {},
  waiting: { play: ({ desk }) => desk.threads.select('c-rosa') },
  claimed: { play: (stage) => claim(stage) },
  'why-question': {
    async play(stage) {
      await claim(stage);
      await explain(stage, 'question');
    },
  },
  'why-receipt': {
    async play(stage) {
      await claim(stage);
      await explain(stage, 'receipt');
    },
  },
  approval: {
    async play({ desk, fake, settled }) {
      fake.begin(awaitingApproval(fake.now()));
      desk.threads.select('c-noor');
      await settled();
    },
  },
  'for-a-person': { play: (stage) => claim(stage, 'c-tomas') },
  'done-otherwise': {
    async play(stage) {
      await claim(stage, 'c-tomas');
      document.querySelectorAll<HTMLElement>('.approval button')[1]?.click();
      await stage.settled();
    },
  },
  held: {
    async play({ desk, fake, settled }) {
      fake.emit('rollout', rungs);
      desk.threads.select('c-amina');
      await settled();
    },
  },
  rungs: {
    supervisor: true,
    async play({ desk, fake, settled }) {
      fake.emit('rollout', rungs);
      desk.floor.open.value = true;
      await settled();
      document.querySelector<HTMLElement>('.rungs summary')?.click();
      await settled();
      document.querySelector('.rungs')?.scrollIntoView({ block: 'center' });
    },
  },
  assistant: { play: ({ desk }) => desk.threads.select('c-piet') },
  taken: {
    async play({ desk, fake, settled }) {
      desk.threads.select('c-amina');
      await settled();
      fake.claimAs('c-amina', jonas);
      await desk.acts.claim('c-amina');
    },
  },
  ...fileScenes,
  seen: {
    async play(stage) {
      await claim(stage);
      stage.desk.outbox.send('c-rosa', 'reply', 'I am checking with Lisbon right now.');
      await stage.settled();
      stage.fake.emit('seen', { conversation: 'c-rosa', seq: 1000, at: stage.fake.now() + 60_000 });
    },
  },
  busy: {
    async play(stage) {
      const { desk, fake, settled } = stage;
      await claim(stage, 'c-tomas');
      await claim(stage);
      desk.outbox.send(
        'c-rosa',
        'reply',
        'Hello Rosa, this is Mia. I have read everything above; let me look for your bag.',
      );
      desk.outbox.send('c-rosa', 'note', 'Third contact about ME118. Check with Lisbon baggage desk.');
      await settled();
      fake.append('c-tomas', {
        type: 'message',
        from: 'customer',
        text: 'Hello? Is anyone there?',
        clientId: 'n-9',
      });
      fake.append('c-rosa', {
        type: 'message',
        from: 'customer',
        text: 'Thank you! It is a red suitcase.',
        clientId: 'm-9',
      });
      fake.emit('typing', { conversation: 'c-rosa', from: 'customer' });
      fake.emit('alert', {
        id: 'a-1',
        at: 0,
        level: 'warning',
        text: 'remove-bag runs 3 times as often as usual and is held for a person.',
      });
    },
  },
  lost: {
    async play(stage) {
      await claim(stage);
      stage.fake.cut();
      stage.desk.outbox.send('c-rosa', 'reply', 'I am checking with Lisbon right now.');
    },
  },
  'not-sent': {
    async play(stage) {
      await claim(stage);
      stage.fake.failNext('reply', failure('internal').error);
      stage.desk.outbox.send('c-rosa', 'reply', 'I am checking with Lisbon right now.');
    },
  },
  outdated: {
    async play(stage) {
      await claim(stage);
      stage.fake.refuse('protocol');
    },
  },
  expired: {
    async play(stage) {
      await claim(stage);
      stage.desk.drafts.write('c-rosa', 'reply', 'Dear Rosa, I have found');
      stage.desk.session.expire();
    },
  },
  'saved-replies': {
    async play(stage) {
      await claim(stage);
      stage.desk.drafts.write('c-rosa', 'reply', '/');
    },
  },
  note: {
    async play(stage) {
      await claim(stage);
      stage.desk.drafts.write('c-rosa', 'note', 'Called Lisbon: they have a red one.');
    },
  },
  resolve: {
    async play(stage) {
      await claim(stage);
      stage.desk.resolving.begin('c-rosa', 'lost-bag', 1);
      stage.desk.resolving.fill({ correct: false });
      stage.desk.layout.dialog.value = 'resolve';
    },
  },
  transfer: {
    async play(stage) {
      await claim(stage);
      stage.desk.layout.dialog.value = 'transfer';
    },
  },
  keys: {
    play({ desk }) {
      desk.layout.dialog.value = 'keys';
    },
  },
  articles: {
    async play(stage) {
      await claim(stage);
      document.querySelector('.articles')?.scrollIntoView({ block: 'end' });
    },
  },
  find: {
    async play({ desk, settled }) {
      desk.queue.filter.value = 'bag';
      await settled();
    },
  },
  'find-nothing': {
    async play({ desk, fake, settled }) {
      fake.found = [];
      desk.queue.filter.value = 'violoncello';
      await settled();
    },
  },
  'left-behind': {
    async play({ desk, fake, settled }) {
      fake.conversations.get('c-amina')!.reach = 'callback';
      fake.append('c-amina', {
        type: 'waited',
        choice: 'callback',
        contact: '+49 30 555 0142',
        text: 'I board at noon, please call before that.',
      });
      fake.pushQueue();
      desk.threads.select('c-amina');
      await settled();
    },
  },
  floor: {
    supervisor: true,
    async play({ desk, fake, settled }) {
      fake.emit('alert', {
        id: 'a-1',
        at: 0,
        level: 'warning',
        text: 'remove-bag runs 3 times as often as usual and is held for a person.',
      });
      desk.floor.open.value = true;
      await settled();
    },
  },
  'floor-loading': {
    supervisor: true,
    play({ desk, fake }) {
      fake.hold('overview');
      desk.floor.open.value = true;
    },
  },
  give: {
    supervisor: true,
    async play({ desk, settled }) {
      desk.threads.select('c-amina');
      await settled();
      desk.layout.dialog.value = 'transfer';
    },
  },
  whisper: {
    supervisor: true,
    async play({ desk, fake, settled }) {
      fake.claimAs('c-rosa', jonas);
      desk.threads.select('c-rosa');
      await settled();
      desk.outbox.send('c-rosa', 'note', 'Offer her the courier, it is on us.', true);
      await settled();
      desk.drafts.write('c-rosa', 'note', 'And ask for the colour');
    },
  },
  long: {
    async play({ desk, fake, settled }) {
      const words = ['Is it there yet?', 'We are looking for it.', 'It was red, with a yellow band.'];
      const before = fake.conversations.get('c-rosa')!.events;
      for (let at = 0; at < 1500; at++) {
        const from = at % 2 === 0 ? ('customer' as const) : ('assistant' as const);
        const text = `${words[at % 3]} (${at + 1})`;
        const event = { type: 'message' as const, from, text, seq: before.length + 1, at: before.at(-1)!.at };
        before.push(event);
      }
      await claim({ desk, fake, settled });
    },
  },
  missing: {
    play({ desk, fake }) {
      fake.failNext('watch', failure('not_found').error);
      desk.threads.select('c-lea');
    },
  },
};
