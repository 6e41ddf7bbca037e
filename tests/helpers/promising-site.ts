// An action whose effect is promised beforehand: a seat that is set aside, shown, and taken or given free.
import type { Action, Intent, Site } from '../../server/site/site.ts';
import { testSite } from './test-site.ts';

const words = (en: string) => ({ en });

const upgrade: Action = {
  id: 'upgrade',
  label: words('Upgrade'),
  risk: 'write',
  on: 'bookings',
  arguments: { id: '{object.id}' },
  request: {
    method: 'POST',
    url: '{api}/upgrade',
    headers: {},
    body: { id: '{arguments.id}' },
  },
  response: {},
  reference: 'reference',
  hold: {
    when: {
      source: 'object.status != "full"',
      test: ({ object }) => (object as { status?: string }).status !== 'full',
    },
    request: { method: 'POST', url: '{api}/hold', headers: {} },
    response: {},
    release: { method: 'DELETE', url: '{api}/holds/{hold}', headers: {} },
    life: 60_000,
    promise: words('Your seat on {object_name} is sure.'),
    gone: words('There is no seat left on {object_name}.'),
  },
  confirm: {
    title: words('Upgrade {object_name}?'),
    effect: words('You sit in front.'),
    undoable: words('It stays so.'),
    do: words('Upgrade {object_name}'),
    keep: words('Stay where I am'),
  },
  receipt: words('You sit in front.'),
  timeout: 2000,
  maxStaleness: 10_000,
  rollout: { mode: 'autonomous', share: 1 },
};

const intent: Intent = {
  id: 'upgrade',
  label: words('Sit in front'),
  topic: words('your seat'),
  examples: [],
  action: 'upgrade',
  details: [],
};

/** The test site with it. */
export function promisingSite(more: Partial<Action> = {}): Partial<Site> {
  const base = testSite();
  return { actions: [...base.actions, { ...upgrade, ...more }], intents: [...base.intents, intent] };
}
