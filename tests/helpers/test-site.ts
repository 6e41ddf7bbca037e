// A small business for tests of the pure rooms: bookings and bags, three actions, no files and no network.
import type { Action, Intent, Site } from '../../server/site/site.ts';

const words = (en: string) => ({ en });

function intent(id: string, more: Partial<Intent>): Intent {
  return {
    id,
    label: words(`Label of ${id}`),
    topic: words(`topic of ${id}`),
    examples: [],
    details: [],
    ...more,
  } as Intent;
}

function action(id: string, more: Partial<Action>): Action {
  return {
    id,
    label: words(`Receipt of ${id}`),
    risk: 'destructive',
    arguments: { id: '{object.id}' },
    request: { method: 'POST', url: `{api}/${id}`, headers: {}, body: { id: '{arguments.id}' } },
    response: {},
    reference: 'reference',
    confirm: {
      title: words(`${id} {object_name}`),
      effect: words('It will be gone.'),
      money: words('You get nothing back.'),
      undoable: words('It can be undone for ten minutes.'),
      do: words(`Do ${id} {object_name}`),
      keep: words('Keep {object_name}'),
    },
    receipt: words(`${id} {object_name} is done.`),
    timeout: 2000,
    maxStaleness: 30_000,
    rollout: { mode: 'autonomous', share: 1 },
    ...more,
  } as Action;
}

const undo: NonNullable<Action['undo']> = {
  request: { method: 'POST', url: '{api}/restore', headers: {} },
  window: 600_000,
  label: words('Undo'),
  receipt: words('Restored.'),
};

const active = {
  source: 'object.status == "active"',
  test: (variables: Record<string, unknown>) => {
    return (variables.object as { status?: string }).status === 'active';
  },
};

const fact = (id: string, name: string) => ({
  id,
  request: { method: 'GET' as const, url: `{api}/${id}`, headers: {} },
  items: id,
  key: 'id',
  label: words('{name}'),
  words: [name],
  schema: { id: 'string' as const, name: 'string' as const },
  timeout: 2000,
  maxStaleness: 30_000,
  push: false,
  retries: 0,
});

/** The site; `more` replaces whole parts. */
export function testSite(more: Partial<Site> = {}): Site {
  return {
    id: 'test',
    version: 'v1',
    name: words('Test Air'),
    assistant: { name: 'Robin' },
    origins: ['self'],
    identity: { alg: 'HS256', secretEnv: 'TEST_SECRET', audience: 'test' },
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
      knowledge: 0.5,
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
    topics: [],
    vocabulary: {},
    wait: { handling: 300, confidence: 0.9 },
    limits: { reply: 10_000, agent: 120_000, approval: 40_000 },
    retentionDays: 90,
    theme: { accent: '#0a5cff', radius: 12, position: 'end', scheme: 'auto', launcher: 'bubble' },
    emergency: [{ label: words('Emergency'), contact: '112' }],
    masks: [],
    api: { base: 'http://127.0.0.1:9', headers: {}, hosts: [], privateHosts: ['127.0.0.1'] },
    intents: [
      intent('remove-bag', { action: 'remove-bag' }),
      intent('cancel-flight', { action: 'cancel-flight' }),
      intent('change-flight', {
        action: 'change-flight',
        details: [{ id: 'date', kind: 'date', question: words('To which day?'), choices: [] }],
      }),
      intent('booking-status', { answer: words('{object_name} is {object_status}.'), about: 'bookings' }),
      intent('baggage-allowance', { article: 'baggage' }),
      intent('complaint', { person: true }),
    ],
    actions: [
      action('remove-bag', { on: 'bags', undo }),
      action('cancel-flight', { on: 'bookings', when: active, undo }),
      action('change-flight', {
        on: 'bookings',
        when: active,
        arguments: { id: '{object.id}', date: '{details.date}' },
      }),
    ],
    facts: [fact('bookings', 'booking'), fact('bags', 'bag')],
    articles: [{ id: 'baggage', title: 'Baggage', text: '# Baggage\n\nOne bag of 23 kg.', locale: 'en' }],
    tests: [],
    savedReplies: [],
    teams: [],
    ...more,
  } as Site;
}
