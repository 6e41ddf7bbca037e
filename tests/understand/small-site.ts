// A small airline as a Site, for the tests of understanding: enough intents, facts and words to read against.
import type { FactSource, Intent, Site } from '../../server/site/site.ts';

const intents: Record<string, { label: string; action?: string; examples: string[] }> = {
  'cancel-flight': {
    label: 'Cancel my flight',
    action: 'cancel-flight',
    examples: [
      'cancel my flight',
      'i want to cancel my booking',
      'please cancel flight ME204',
      'i need to cancel my trip',
      'call off my flight',
      'cancel the reservation',
      'i would like to cancel my ticket',
      "i can't travel any more, cancel it",
      'how do i cancel my flight',
      'cancel both my flights',
    ],
  },
  'remove-bag': {
    label: 'Remove a bag from my booking',
    action: 'remove-bag',
    examples: [
      'remove my bag',
      'cancel my bag',
      'take the suitcase off my booking',
      'i do not need the extra bag any more',
      'remove checked luggage',
      'cancel the baggage i added',
      'delete the bag from my booking',
      'i want to travel without the bag',
      'drop the extra suitcase',
      'remove baggage from flight',
    ],
  },
  'change-flight': {
    label: 'Change my flight to another day',
    action: 'change-flight',
    examples: [
      'change my flight',
      'move my booking to friday',
      'rebook me on a later flight',
      'i want to fly on another day',
      'change the date of my trip',
      'can you switch me to the morning flight',
      'i need to reschedule my flight',
      'push my flight back a day',
      'different departure date please',
      'fly a day earlier',
    ],
  },
  'flight-status': {
    label: 'See whether my flight is on time',
    examples: [
      'is my flight on time',
      'flight status',
      'has my flight been delayed',
      'when does my flight leave',
      'what gate is my flight',
      'departure time of ME204',
      'is there a delay',
      'status of my flight please',
      'are we leaving on time',
      'when do i board',
    ],
  },
  'bag-fees': {
    label: 'What bags cost',
    examples: [
      'how much is a bag',
      'what does luggage cost',
      'baggage fees',
      'price for an extra suitcase',
      'what do you charge for a second bag',
      'cost of checked baggage',
      'is hand luggage free',
      'how much do i pay for a bag',
      'bag price',
      'fee for overweight luggage',
    ],
  },
  refund: {
    label: 'Get my money back',
    action: 'refund',
    examples: [
      'i want a refund',
      'give me my money back',
      'refund my ticket',
      'please refund me',
      'i need my money back',
      'reimburse me for the flight',
      'can you refund the bag fee',
      'return my payment',
      'i would like to be refunded',
      'request a refund',
    ],
  },
};

function fact(id: string, words: string[]): FactSource {
  const request = { method: 'GET' as const, url: `{api}/${id}`, headers: {} };
  return {
    id,
    request,
    items: '',
    key: 'id',
    label: { en: '{id}' },
    words,
    schema: {},
    timeout: 2000,
    maxStaleness: 30_000,
    push: false,
    retries: 0,
  };
}

/** Only what understanding reads is filled in with care. */
export function smallSite(): Site {
  const made: Intent[] = Object.entries(intents).map(([id, { label, action, examples }]) => ({
    id,
    label: { en: label },
    topic: { en: label.toLowerCase() },
    examples,
    details: [],
    ...(action === undefined ? { answer: { en: 'See the page.' } } : { action }),
  }));
  return {
    id: 'small',
    version: 'test',
    name: { en: 'Small Air' },
    assistant: { name: 'Ada' },
    origins: ['self'],
    identity: { alg: 'HS256', secretEnv: 'SECRET', audience: 'small' },
    locale: 'en',
    locales: ['en', 'de'],
    hours: { timeZone: 'Europe/Berlin', week: {}, holidays: [] },
    thresholds: {
      confidence: 0.75,
      margin: 0.1,
      destructive: 0.8,
      frustration: 0.6,
      urgency: 0.6,
      confusion: 0.6,
      knowledge: 0.4,
    },
    outOfScopeShare: 0.25,
    empathy: { opener: 'empathetic', bufferTurns: 1 },
    triggers: {
      frustration: 'handoff',
      'no-progress': 'handoff',
      topic: 'handoff',
      vip: 'handoff',
      failure: 'handoff',
      hold: 'handoff',
    },
    topics: [
      {
        id: 'pets',
        label: { en: 'Travelling with animals' },
        words: ['dog', 'cat', 'pet', 'emotional support animal'],
      },
    ],
    vocabulary: { bag: ['luggage', 'suitcase', 'baggage'] },
    wait: { handling: 300, confidence: 0.9 },
    limits: { reply: 10_000, agent: 120_000, approval: 180_000 },
    retentionDays: 90,
    theme: { accent: '#0055aa', radius: 12, position: 'end', scheme: 'auto', launcher: 'Help' },
    emergency: [],
    masks: [],
    savedReplies: [],
    teams: [],
    api: { base: 'http://127.0.0.1', headers: {}, hosts: [], privateHosts: [] },
    intents: made,
    actions: [],
    facts: [
      fact('bookings', ['flight', 'booking', 'trip', 'ticket', 'reservation']),
      fact('bags', ['bag', 'suitcase', 'luggage', 'baggage']),
    ],
    articles: [],
    tests: [],
  };
}
