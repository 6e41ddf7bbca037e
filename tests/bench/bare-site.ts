// A Site made of labelled phrases alone, so that a bench reads through the very code that a business does.
import type { Action, Site } from '../../server/site/site.ts';
import type { LabelledText } from './read-tsv.ts';

/** English; each label is an intent with an action of the same id, destructive when it is in `destructive`. */
export function bareSite(lines: LabelledText[], destructive: Set<string>): Site {
  const labels = [...new Set(lines.map(({ label }) => label))].filter((label) => label !== 'oos');
  return {
    id: 'bench',
    version: 'bench',
    name: { en: 'Bench' },
    assistant: { name: 'Bench' },
    origins: ['self'],
    identity: { alg: 'HS256', audience: 'bench' },
    locale: 'en',
    locales: ['en'],
    hours: { timeZone: 'UTC', week: {}, holidays: [] },
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
    empathy: { opener: 'efficient', bufferTurns: 0 },
    triggers: {
      frustration: 'offer',
      'no-progress': 'offer',
      topic: 'offer',
      vip: 'offer',
      failure: 'offer',
      hold: 'offer',
    },
    topics: [],
    vocabulary: {},
    wait: { handling: 300, confidence: 0.9 },
    limits: { reply: 10_000, agent: 120_000, approval: 180_000 },
    retentionDays: 90,
    theme: { accent: '#000000', radius: 0, position: 'end', scheme: 'auto', launcher: 'bubble' },
    emergency: [],
    masks: [],
    savedReplies: [],
    teams: [],
    api: { base: '', headers: {}, hosts: [], privateHosts: [] },
    facts: [],
    articles: [],
    tests: [],
    actions: labels.map((id) => action(id, destructive.has(id))),
    intents: labels.map((id) => ({
      id,
      label: { en: id.replace(/[_-]+/g, ' ') },
      topic: { en: id.replace(/[_-]+/g, ' ') },
      examples: lines.filter(({ label }) => label === id).map(({ text }) => text),
      action: id,
      details: [],
    })),
  };
}

function action(id: string, destructive: boolean): Action {
  const words = { en: id };
  return {
    id,
    label: words,
    risk: destructive ? 'destructive' : 'read',
    arguments: {},
    request: { method: 'POST', url: '', headers: {} },
    response: {},
    confirm: { title: words, effect: words, undoable: words, do: words, keep: words },
    receipt: words,
    timeout: 2000,
    maxStaleness: 30_000,
    rollout: { mode: 'autonomous', share: 1 },
  };
}
