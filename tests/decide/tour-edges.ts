// The tour's stops where rules look closely: ages of facts, the agent's clock, what is waited for, rungs and holds.
import type { Site } from '../../server/site/site.ts';
import { means, reading, type Scene } from '../helpers/scene.ts';
import { testSite } from '../helpers/test-site.ts';
import { bags, claim, every, passage, record, type Stop, withWords } from './tour-stage.ts';

const clock = (s: Scene, ref: string) => s.take({ kind: 'timer', name: 'agent-clock', ref });

export const edges: Stop[] = [
  {
    name: 'facts too old for a confirmation, at their age and beyond',
    go: (s) => {
      s.say('cancel', means('cancel-flight'));
      s.now += 30_000;
      s.press('do');
      s.ask('undo', { proposal: s.last('proposed')?.proposal ?? '' });
      s.say('cancel', means('cancel-flight'));
      s.now += 30_001;
      s.press('do');
    },
  },
  {
    name: 'facts too old for a typed confirmation, and for a kept one',
    go: (s) => {
      s.say('cancel', means('cancel-flight'));
      s.now += 31_000;
      s.say('yes', reading({ gesture: 'yes' }));
      s.now += 31_000;
      s.press('keep');
    },
  },
  {
    name: 'facts too old to be shown once more',
    go: (s) => {
      s.say('cancel', means('cancel-flight'));
      const question = s.last('question')?.id ?? '';
      s.say('bag', means('remove-bag'));
      s.now += 31_000;
      s.ask('again', { question });
      s.ask('human');
      s.ask('again', { question });
    },
  },
  {
    name: 'the agent’s clock, from end to end',
    go: (s) => {
      s.ask('human');
      claim(s);
      s.now += 119_999;
      clock(s, 'nudge');
      s.now += 1;
      clock(s, 'nudge');
      s.now += 119_999;
      clock(s, 'tell');
      s.now += 1;
      clock(s, 'tell');
      s.now += 120_000;
      clock(s, 'requeue');
      clock(s, 'no such stage');
    },
  },
  {
    name: 'the agent’s clock, after an answer and another message',
    go: (s) => {
      s.ask('human');
      claim(s);
      s.happen({ type: 'message', from: 'agent', name: 'Mia', text: 'Hello' });
      s.now += 60_000;
      s.say('and?', reading());
      s.now += 60_000;
      clock(s, 'nudge');
      clock(s, 'tell');
    },
  },
  {
    name: 'the agent’s clock, where nobody has it',
    go: (s) => {
      s.ask('human');
      clock(s, 'nudge');
    },
  },
  {
    name: 'waiting: noted once, then briefly',
    go: (s) => {
      s.ask('human');
      s.say('one', reading());
      s.say('two', reading());
      s.say('status', means('booking-status', 0.9, { entities: record('bookings', 'ME204') }));
      s.say('three', reading());
      s.happen({ type: 'message', from: 'system', text: 'A while yet.', notice: 'wait-longer' });
      s.say('four', reading());
    },
  },
  {
    name: 'waiting: noted beneath a wait that could not be said, and beneath nobody',
    go: (s) => {
      s.desk = { ...s.desk, wait: { position: 3, within: null, confidence: null, basis: 'too-little' } };
      s.ask('human');
      s.say('one', reading());
      s.say('two', reading());
      s.desk = {
        onDuty: 0,
        hoursOpen: false,
        opensAt: s.now + 3_600_000,
        wait: { position: 3, within: null, confidence: null, basis: 'nobody' },
      };
      s.say('three', reading());
      s.ask('human');
      s.say('four', reading());
    },
  },
  {
    name: 'waiting: an article by its passage, a frustrated question, a request for a person',
    go: (s) => {
      s.ask('human');
      s.say('bags', means('baggage-allowance'), passage(0.9));
      const upset = { mood: { frustration: 0.9, urgency: 0, confusion: 0 } };
      s.say('STATUS', means('booking-status', 0.9, upset));
    },
  },
  {
    name: 'an article without an address, and its intent’s own passage among others',
    site: withWords,
    go: (s) => {
      const plain = { article: 'baggage', title: 'Baggage', text: 'Two bags.', score: 0.5 };
      s.say('bags', means('baggage-allowance'), [
        { ...plain, article: 'other', score: 0.9 },
        { ...plain, score: 0.49 },
        plain,
      ]);
      s.say('bags again', reading(), [plain]);
      s.say('thanks for the bags', reading({ gesture: 'thanks' }), [{ ...plain, score: 0.9 }]);
      s.say('not the bags', reading({ guard: 'negated' }), [{ ...plain, score: 0.9 }]);
    },
  },
  {
    name: 'an article in the customer’s language',
    site: {
      articles: [
        { id: 'baggage', title: 'Baggage', text: 'One bag.', locale: 'en' },
        { id: 'baggage', title: 'Gepäck', text: 'Ein Koffer.', url: 'https://x.test/de', locale: 'de' },
      ],
    },
    go: (s) => {
      s.say('Koffer', means('baggage-allowance', 0.9, { language: 'de' }));
      s.say('Koffer', means('baggage-allowance', 0.9, { language: 'de' }));
    },
  },
  {
    name: 'an article that begins with nothing but a heading',
    site: { articles: [{ id: 'baggage', title: 'Baggage', text: '# Baggage', locale: 'en' }] },
    go: (s) => s.say('bags', means('baggage-allowance')),
  },
  {
    name: 'an answer about bags, filled',
    site: {
      intents: [
        ...testSite().intents,
        { ...bags, about: 'bags', answer: { en: '{object_name} {name} {customer_name} {customer_id}' } },
      ],
    },
    go: (s) => s.say('bags', means('bags')),
  },
  {
    name: 'offers with two reasons, of which the site hands over for one',
    site: { triggers: { ...every('offer').triggers, topic: 'handoff' } as Site['triggers'] },
    go: (s) => {
      s.happen({ type: 'identified', customer: 'cust', vip: true });
      s.say('lawyer', means('complaint', 0.3, { topics: ['legal'] }));
    },
  },
  {
    name: 'rungs: as low as the gates say',
    go: (s) => {
      s.gates = { open: [], held: [], rollout: { 'cancel-flight': 'shadow', 'remove-bag': 'supervised' } };
      s.say('bag', means('remove-bag'));
      s.say('cancel', means('cancel-flight'));
    },
  },
  {
    name: 'held and open',
    go: (s) => {
      s.gates = { open: ['remove-bag'], held: ['cancel-flight'], rollout: {} };
      s.say('bag', means('remove-bag'));
      s.ask('human');
    },
  },
  {
    name: 'held',
    go: (s) => {
      s.gates = { open: [], held: ['cancel-flight'], rollout: {} };
      s.say('cancel', means('cancel-flight'));
    },
  },
];
