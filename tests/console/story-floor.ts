// A day on the floor for the console's gallery: what a search finds, which articles fit, how the agents do.
import type { FoundRow, Overview, Suggestion } from '../../shared/protocol.ts';
import { jonas, mia } from './story-people.ts';

export const articles: Suggestion[] = [
  {
    id: 'delayed-bags',
    title: 'What to do when a bag does not arrive',
    url: 'https://example.test/bags',
    text: 'Report it within seven days. We trace it for three weeks and pay for what you need meanwhile.',
    score: 0.81,
  },
  {
    id: 'refunds',
    title: 'How long refunds take',
    url: 'https://example.test/refunds',
    text: 'We send it within two working days; most banks show it within seven.',
    score: 0.34,
    useful: false,
  },
];

/** `now`: epoch ms. */
export function found(now: number): FoundRow[] {
  const day = 86_400_000;
  return [
    {
      conversation: 'c-lea',
      site: 'airline',
      status: 'assistant',
      name: 'Léa Martin',
      at: now - 160_000,
      text: 'May I take my violin as a bag?',
      by: 'customer',
    },
    {
      conversation: 'c-old',
      site: 'airline',
      status: 'resolved',
      name: 'Rosa Lindqvist',
      at: now - 3 * day,
      text: 'The red bag from ME118 was seen in Lisbon; the desk there calls back',
      by: 'note',
    },
    {
      conversation: 'c-older',
      site: 'airline',
      status: 'claimed',
      at: now - 9 * day,
      text: 'Your bag is on its way and will be brought to you by tomorrow evening.',
      by: 'agent',
    },
  ];
}

export function overview(now: number): Overview {
  const ines = { id: 'agent-ines', name: 'Ines Okafor' };
  const none = { kept: 0, broken: 0, open: 0 };
  return {
    at: now,
    sites: [
      {
        site: 'airline',
        promises: { kept: 41, broken: 2, open: 2 },
        handled: 46,
        meanHandling: 372,
        waiting: 4,
        longest: 340,
        onDuty: 2,
        capacity: 7,
        load: 5,
      },
    ],
    agents: [
      {
        agent: mia,
        available: true,
        capacity: 3,
        load: 1,
        teams: [],
        handled: 14,
        promises: { kept: 14, broken: 0, open: 0 },
        inHand: [{ conversation: 'c-rosa', site: 'airline', name: 'Rosa Lindqvist', owed: null }],
      },
      {
        agent: jonas,
        available: true,
        capacity: 4,
        load: 4,
        teams: ['claims'],
        handled: 21,
        promises: { kept: 19, broken: 2, open: 0 },
        inHand: [
          { conversation: 'c-tomas', site: 'airline', name: 'Tomás Ferreira', owed: 108 },
          { conversation: 'c-older', site: 'airline', owed: null },
        ],
      },
      {
        agent: ines,
        available: false,
        capacity: 3,
        load: 0,
        teams: ['claims', 'groups'],
        handled: 0,
        promises: none,
        inHand: [],
      },
    ],
  };
}
