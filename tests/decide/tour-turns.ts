// The tour's stops where one thing leads to the next: answers that go on, requests that wait for their turn, turns
// of anger, and articles.
import type { Intent, Site } from '../../server/site/site.ts';
import { promisingSite } from '../helpers/promising-site.ts';
import { means, reading, type Scene } from '../helpers/scene.ts';
import { testSite } from '../helpers/test-site.ts';
import { angry, bags, both, every, passage, record, type Stop, seats, two, withWords } from './tour-stage.ts';

const intents = (...more: Intent[]): Partial<Site> => ({ intents: [...testSite().intents, ...more] });
const choosing = (id: string, ...of: string[]) => ({
  id,
  kind: 'choice' as const,
  question: { en: `Which ${id}?` },
  choices: of.map((one) => ({ id: one, label: { en: one } })),
});
const further = (...ids: string[]) => ({ further: ids.map((id) => ({ id, confidence: 0.9 })) });
const noUndo = (id: string) =>
  testSite().actions.map((action) => {
    if (action.id !== id) return action;
    const { undo: _, ...rest } = action;
    return rest;
  });
const article = (text: string, more: Partial<Site['articles'][number]> = {}): Site['articles'][number] => ({
  id: 'baggage',
  title: 'Baggage',
  text,
  locale: 'en',
  ...more,
});
const calmly = (id: string) => means(id, 0.9);
const angrily = (id: string) => means(id, 0.9, angry);

export const turns: Stop[] = [
  {
    name: 'two details by choice, of which neither is lost',
    site: intents({
      ...seats,
      details: [choosing('date', 'aisle', 'window'), choosing('row', 'front', 'back')],
    }),
    go: (s) => {
      s.say('seat', means('seat'));
      s.press('aisle');
      s.press('back');
      s.press('do');
    },
  },
  {
    name: 'a detail of an action on nothing in particular',
    site: {
      actions: testSite().actions.map(({ on: _, when: __, ...action }) => {
        const same = { en: 'It' };
        const confirm = { title: same, effect: same, undoable: same, do: { en: 'Do it' }, keep: same };
        return { ...action, arguments: {}, confirm, receipt: same };
      }),
    },
    go: (s) => {
      s.say('move', means('change-flight'));
      s.say('the 9th', reading({ entities: [{ kind: 'date', value: '2026-12-09', text: 'the 9th' }] }));
      s.gates = { open: [], held: [], rollout: { 'cancel-flight': 'shadow' } };
      s.say('cancel', means('cancel-flight'));
    },
  },
  {
    name: 'a detail typed for what a person has to do',
    go: (s) => {
      s.say('move', means('change-flight'));
      s.gates = { open: [], held: ['change-flight'], rollout: {} };
      s.say('the 9th', reading({ entities: [{ kind: 'date', value: '2026-12-09', text: 'the 9th' }] }));
    },
  },
  {
    name: 'a choice typed that is a person’s, and one that an article answers',
    go: (s) => {
      s.say('hm', reading({ intents: [{ id: 'complaint', confidence: 0.5 }] }));
      s.say('the first', reading({ answer: { choice: 'complaint', whole: false } }));
    },
  },
  {
    name: 'a choice typed that an article answers, by its passage',
    go: (s) => {
      s.say('hm', reading({ intents: [{ id: 'baggage-allowance', confidence: 0.5 }] }));
      s.say('bags', reading({ answer: { choice: 'baggage-allowance', whole: false } }), passage(0.9));
    },
  },
  {
    name: 'an offer declined in words',
    site: every('offer'),
    go: (s) => {
      s.say('lawyer', means('booking-status', 0.9, { topics: ['legal'] }));
      s.say('no person', reading({ answer: { choice: 'carry-on', whole: false } }));
    },
  },
  {
    name: 'a choice that the question does not have',
    go: (s) => {
      s.say('hm', both(0.5, 0.4));
      s.press('none such');
    },
  },
  {
    name: 'in anger, a write that cannot be undone does not wait',
    site: {
      actions: noUndo('cancel-flight').map((action) =>
        action.id === 'cancel-flight' ? { ...action, risk: 'write' as const } : action,
      ),
    },
    go: (s) => s.say('CANCEL', angrily('cancel-flight')),
  },
  ...[2, 3].map((bufferTurns) => ({
    name: `in anger, three turns, with a buffer of ${bufferTurns}`,
    site: {
      ...every('offer'),
      actions: noUndo('cancel-flight'),
      empathy: { opener: 'empathetic' as const, bufferTurns },
    },
    go: (s: Scene) => {
      s.say('CANCEL', angrily('cancel-flight'));
      s.say('CANCEL NOW', angrily('cancel-flight'));
      s.press('carry-on');
      s.say('CANCEL IT', angrily('cancel-flight'));
    },
  })),
  {
    name: 'in anger, calm, and in anger again: it waits anew',
    site: { ...every('offer'), actions: noUndo('cancel-flight') },
    go: (s) => {
      s.say('CANCEL', angrily('cancel-flight'));
      s.say('CANCEL NOW', angrily('cancel-flight'));
      s.press('carry-on');
      s.say('status', calmly('booking-status'));
      s.say('CANCEL IT', angrily('cancel-flight'));
    },
  },
  {
    name: 'in anger, calm, in anger twice, with a buffer of 2: the calm turn is where it begins',
    site: {
      ...every('offer'),
      actions: noUndo('cancel-flight'),
      empathy: { opener: 'empathetic', bufferTurns: 2 },
    },
    go: (s) => {
      s.say('CANCEL', angrily('cancel-flight'));
      s.say('status', calmly('booking-status'));
      s.say('CANCEL NOW', angrily('cancel-flight'));
      s.press('carry-on');
      s.say('CANCEL IT', angrily('cancel-flight'));
    },
  },
  {
    name: 'in anger, with more to come back to',
    site: { actions: noUndo('cancel-flight') },
    go: (s) =>
      s.say('CANCEL, AND STATUS', means('cancel-flight', 0.9, { ...angry, ...further('booking-status') })),
  },
  {
    name: 'angry while waiting, and calm after it',
    go: (s) => {
      s.ask('human');
      s.say('STATUS', angrily('booking-status'));
      s.say('STATUS', angrily('booking-status'));
      s.happen({ type: 'waited', choice: 'assistant', clientId: 'w' });
      s.take({ kind: 'waited', seq: s.events.length, choice: 'assistant' });
      s.say('status', calmly('booking-status'));
    },
  },
  {
    name: 'nothing to act on, and what comes after it',
    go: (s) => {
      two(s);
      const entities = record('bookings', 'ME999');
      s.say(
        'cancel ME999, and status',
        means('cancel-flight', 0.9, { entities, ...further('baggage-allowance') }),
      );
    },
  },
  {
    name: 'not to be promised, and what comes after it',
    site: promisingSite(),
    go: (s) => {
      const { bookings } = s.facts;
      if (bookings?.ok) bookings.records[0]!.value.status = 'full';
      s.say('in front, and status', means('upgrade', 0.9, further('booking-status')));
    },
  },
  {
    name: 'kept, and then the next card, under supervision',
    go: (s) => {
      s.gates = { open: [], held: [], rollout: { 'remove-bag': 'supervised' } };
      s.say('both', means('cancel-flight', 0.9, further('remove-bag')));
      s.press('keep');
    },
  },
  {
    name: 'three requests, by yes and by thanks',
    go: (s) => {
      two(s);
      s.gates = { open: [], held: ['remove-bag'], rollout: {} };
      s.say(
        'all',
        means('cancel-flight', 0.9, {
          entities: record('bookings', 'ME204'),
          ...further('change-flight', 'baggage-allowance', 'booking-status'),
        }),
      );
      s.say('status first', means('booking-status', 0.9, { entities: record('bookings', 'ME204') }));
      s.say('thanks', reading({ gesture: 'thanks' }));
      s.say('yes, ME118', reading({ gesture: 'yes', entities: record('bookings', 'ME118') }));
      s.press('else');
      s.say('yes', reading({ gesture: 'yes' }), passage(0.9));
      s.say('yes', reading({ gesture: 'yes' }));
    },
  },
  {
    name: 'waiting: the status of one of two',
    go: (s) => {
      two(s);
      s.ask('human');
      s.say('ME118?', means('booking-status', 0.9, { entities: record('bookings', 'ME118') }));
    },
  },
  {
    name: 'an answer to somebody who is not signed in',
    anonymous: true,
    site: intents({ ...bags, id: 'hours', answer: { en: 'We are here all day.' } }),
    go: (s) => s.say('when', means('hours')),
  },
  {
    name: 'an article about records of the customer’s',
    site: { ...withWords, ...intents({ ...bags, about: 'bags', article: 'baggage' }) },
    go: (s) => s.say('my bags', means('bags')),
  },
  {
    name: 'the better of two passages of an article',
    go: (s) =>
      s.say('bags', means('baggage-allowance'), [...passage(0.9), { ...passage(0.8)[0]!, text: 'Two.' }]),
  },
  {
    name: 'an article that begins with blank lines, among others, in a language of its own',
    site: {
      articles: [
        article('Other.', { id: 'other' }),
        article('  \n\n# Koffer\n\nEin Koffer.\n\nSperrgepäck.', { locale: 'de' }),
        article('Une valise.', { locale: 'fr' }),
      ],
    },
    go: (s) => s.say('bags', means('baggage-allowance')),
  },
];
