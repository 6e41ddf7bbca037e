// The tour's stops about the rungs below autonomous: what waits for an agent, and what only a person may do.
import { means, reading, type Scene } from '../helpers/scene.ts';
import { testSite } from '../helpers/test-site.ts';
import { cancel, claim, date, outcome, overtaken, passage, type Stop } from './tour-stage.ts';

const supervised = (s: Scene) => {
  s.gates = { ...s.gates, rollout: { 'cancel-flight': 'supervised', 'change-flight': 'supervised' } };
};
const checking = (s: Scene) => {
  supervised(s);
  cancel(s);
  s.press('do');
};
const later = (s: Scene, ms: number) => {
  s.now += ms;
};
const nobody = (s: Scene) => {
  s.desk = {
    onDuty: 0,
    hoursOpen: false,
    wait: { position: 1, within: null, confidence: null, basis: 'nobody' },
  };
};
const withDeadline = {
  urgentContact: '112 233',
  actions: testSite().actions.map((action) => ({ ...action, deadline: 'departs' })),
};
const departs = (s: Scene, at: unknown) => {
  const { bookings } = s.facts;
  if (bookings?.ok)
    bookings.records = bookings.records.map((one) => ({ ...one, value: { ...one.value, departs: at } }));
};

export const approvals: Stop[] = [
  {
    name: 'approved',
    go: (s) => {
      checking(s);
      s.word(true);
    },
  },
  {
    name: 'refused',
    go: (s) => {
      checking(s);
      s.word(false);
    },
  },
  {
    name: 'just in time',
    go: (s) => {
      checking(s);
      later(s, 39_999);
      s.word(true);
    },
  },
  {
    name: 'nobody in time',
    go: (s) => {
      checking(s);
      s.wait(39_999);
      s.wait(1);
    },
  },
  {
    name: 'approved, and it failed',
    go: (s) => {
      checking(s);
      outcome(s, 'failed');
      s.word(true);
    },
  },
  {
    name: 'approved twice',
    go: (s) => {
      checking(s);
      s.word(true);
      s.word(true);
    },
  },
  {
    name: 'approved, on facts that grew old',
    go: (s) => {
      checking(s);
      later(s, 31_000);
      s.word(true);
    },
  },
  {
    name: 'approved, and the flight is gone',
    go: (s) => {
      checking(s);
      s.facts = { ...s.facts, bookings: { ok: true, records: [], at: s.now } };
      s.word(true);
    },
  },
  {
    name: 'approved, and the facts cannot be had',
    go: (s) => {
      checking(s);
      s.facts = { ...s.facts, bookings: { ok: false, why: 'timeout' } };
      s.word(true);
    },
  },
  {
    name: 'approved, and the rung fell',
    go: (s) => {
      checking(s);
      s.gates = { ...s.gates, rollout: { 'cancel-flight': 'shadow' } };
      s.word(true);
    },
  },
  {
    name: 'approved while held',
    go: (s) => {
      checking(s);
      s.gates = { ...s.gates, held: ['cancel-flight'] };
      s.word(true);
    },
  },
  {
    name: 'stop',
    go: (s) => {
      checking(s);
      s.say('stop', reading({ gesture: 'no' }));
    },
  },
  {
    name: 'do not',
    go: (s) => {
      checking(s);
      s.say('do not', means('cancel-flight', 0.9, { guard: 'negated' }));
    },
  },
  {
    name: 'keep it',
    go: (s) => {
      checking(s);
      s.say('keep', reading({ answer: { choice: 'keep', whole: false } }));
    },
  },
  {
    name: 'how long',
    go: (s) => {
      checking(s);
      later(s, 10_000);
      s.say('how long?', reading());
    },
  },
  {
    name: 'the same again',
    go: (s) => {
      checking(s);
      s.say('cancel it', means('cancel-flight'));
    },
  },
  {
    name: 'if it were',
    go: (s) => {
      checking(s);
      s.say('if I moved', means('change-flight', 0.9, { guard: 'hypothetical' }));
    },
  },
  {
    name: 'a question to an article',
    go: (s) => {
      checking(s);
      s.say('how heavy', reading(), passage(0.9));
    },
  },
  {
    name: 'a question to the facts',
    go: (s) => {
      checking(s);
      s.say('status', means('booking-status'));
    },
  },
  {
    name: 'a newer request',
    go: (s) => {
      checking(s);
      s.say('move it', means('change-flight', 0.9, { entities: date('2026-12-09') }));
      s.word(true);
    },
  },
  {
    name: 'a newer question',
    go: (s) => {
      checking(s);
      s.say('move it', means('change-flight'));
    },
  },
  {
    name: 'a person asked for meanwhile',
    go: (s) => {
      checking(s);
      s.ask('human');
      s.wait(40_000);
    },
  },
  {
    name: 'a complaint meanwhile',
    go: (s) => {
      checking(s);
      s.say('complaint', means('complaint'));
    },
  },
  {
    name: 'asked with nobody there',
    go: (s) => {
      supervised(s);
      cancel(s);
      nobody(s);
      s.press('do');
    },
  },
  {
    name: 'asked with nobody there, and a deadline',
    site: withDeadline,
    go: (s) => {
      departs(s, '2026-12-09T10:00:00Z');
      supervised(s);
      cancel(s);
      nobody(s);
      s.press('do');
    },
  },
  {
    name: 'with nobody there, and a deadline that is none',
    site: withDeadline,
    go: (s) => {
      departs(s, 'soon');
      nobody(s);
      s.gates = { ...s.gates, held: ['cancel-flight'] };
      cancel(s);
    },
  },
  {
    name: 'held between card and press',
    go: (s) => {
      cancel(s);
      s.gates = { ...s.gates, held: ['cancel-flight'] };
      s.press('do');
    },
  },
  {
    name: 'down to the shadow between card and press',
    go: (s) => {
      cancel(s);
      s.gates = { ...s.gates, rollout: { 'cancel-flight': 'shadow' } };
      s.press('do');
    },
  },
  {
    name: 'kept after all',
    go: (s) => {
      supervised(s);
      cancel(s);
      s.press('keep');
    },
  },
  {
    name: 'a claim before the press was taken',
    go: (s) => {
      supervised(s);
      cancel(s);
      overtaken(s, 'do', claim);
    },
  },
  {
    name: 'no share of traffic in the shadow',
    go: (s) => {
      s.gates = { ...s.gates, rollout: { 'cancel-flight': 'shadow' }, shares: { 'cancel-flight': 0 } };
      cancel(s);
    },
  },
  {
    name: 'a state above what the site set',
    site: {
      actions: testSite().actions.map((one) => ({ ...one, rollout: { mode: 'supervised', share: 1 } })),
    },
    go: (s) => {
      s.gates = { ...s.gates, rollout: { 'cancel-flight': 'autonomous' } };
      cancel(s);
      s.press('do');
    },
  },
];
