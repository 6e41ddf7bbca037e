// The stage of the tour through everything that a decision can come to: what its scenes have in common.

import type { Intent, Site } from '../../server/site/site.ts';
import type { Understanding } from '../../shared/understanding.ts';
import { means, reading, records, type Scene } from '../helpers/scene.ts';
import { testSite } from '../helpers/test-site.ts';

export interface Stop {
  name: string;
  anonymous?: boolean;
  /** From the opening on. */
  whole?: boolean;
  site?: Partial<Site>;
  go: (s: Scene) => void;
}

export const angry = { mood: { frustration: 0.9, urgency: 0.1, confusion: 0.1 } };
export const two = (s: Scene) => {
  const flights = [
    { id: 'ME204', name: 'flight ME204' },
    { id: 'ME118', name: 'flight ME118' },
  ];
  s.facts = { ...s.facts, bookings: records('bookings', flights, s.now) };
};
export const none = (s: Scene) => {
  s.facts = { bookings: records('bookings', [], s.now), bags: records('bags', [], s.now) };
};
export const record = (fact: string, value: string) => [
  { kind: 'record' as const, fact, value, text: value },
];
export const date = (value: string) => [{ kind: 'date' as const, value, text: value }];
export const passage = (score: number) => [
  { article: 'baggage', title: 'Baggage', url: 'https://x.test', text: 'One bag.', score },
];
export const both = (a: number, b: number, more: Partial<Understanding> = {}) =>
  reading({
    intents: [
      { id: 'cancel-flight', confidence: a },
      { id: 'remove-bag', confidence: b },
    ],
    ...more,
  });
export const cancel = (s: Scene) => s.say('cancel my flight', means('cancel-flight'));
export const proposal = (s: Scene) => ({ proposal: s.last('proposed')?.proposal ?? '' });
export const claim = (s: Scene) => s.happen({ type: 'claimed', agent: { id: 'a', name: 'Mia' } });
export const outcome = (s: Scene, how: 'done' | 'failed' | 'unknown') => {
  s.outcome = () => ({ outcome: how, reference: 'R-2' });
};
/** Pressed, and a person came before its turn. */
export const overtaken = (s: Scene, choice: string, come: (s: Scene) => void) => {
  const question = s.conversation.view.open ?? '';
  s.happen({ type: 'answered', question, choice, by: 'button' });
  const seq = s.events.length;
  come(s);
  s.take({ kind: 'choice', seq, question, choice });
};

export const seats: Intent = {
  id: 'seat',
  label: { en: 'Choose a seat' },
  topic: { en: 'your seat' },
  examples: [],
  action: 'change-flight',
  details: [
    {
      id: 'date',
      kind: 'choice',
      question: { en: 'Aisle or window?' },
      choices: [
        { id: 'aisle', label: { en: 'Aisle' } },
        { id: 'window', label: { en: 'Window' } },
      ],
    },
    { id: 'note', kind: 'text', question: { en: 'Anything else?' }, choices: [] },
  ],
};
export const withSeats: Partial<Site> = { intents: [...testSite().intents, seats] };
export const bags = {
  id: 'bags',
  label: { en: 'My bags' },
  topic: { en: 'your bags' },
  examples: [],
  details: [],
};
export const withWords: Partial<Site> = {
  intents: [
    ...testSite().intents,
    { ...bags, id: 'hours', answer: { en: 'We are here all day, {customer_name}.' } },
    { ...bags, about: 'bags', answer: { en: 'You have {object_name}.' } },
  ],
};
export const every = (mode: 'offer' | 'handoff'): Partial<Site> => ({
  triggers: { frustration: mode, 'no-progress': mode, topic: mode, vip: mode, failure: mode, hold: mode },
});
