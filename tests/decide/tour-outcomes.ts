// The tour's stops about what came of a run, what changed meanwhile, what is held back.

import { means, reading, records, type Scene } from '../helpers/scene.ts';
import { testSite } from '../helpers/test-site.ts';
import {
  angry,
  both,
  cancel,
  claim,
  date,
  every,
  outcome,
  overtaken,
  proposal,
  type Stop,
} from './tour-stage.ts';

export const outcomes: Stop[] = [
  {
    name: 'once more what is done',
    go: (s) => {
      cancel(s);
      s.press('do');
      s.ask('again', { question: s.last('question')?.id ?? '' });
    },
  },
  { name: 'once more what never was', go: (s) => s.ask('again', { question: 'nope' }) },
  {
    name: 'once more while waiting',
    go: (s) => {
      cancel(s);
      s.wait(300_000);
      s.ask('human');
      s.ask('again', { question: s.last('question')?.id ?? '' });
    },
  },
  {
    name: 'once more after the claim',
    go: (s) => {
      cancel(s);
      s.wait(300_000);
      claim(s);
      s.ask('again', { question: s.last('question')?.id ?? '' });
    },
  },
  {
    name: 'changed meanwhile',
    go: (s) => {
      cancel(s);
      s.facts = {
        ...s.facts,
        bookings: records('bookings', [{ id: 'ME204', name: 'x', status: 'flown' }], s.now),
      };
      s.press('do');
    },
  },
  {
    name: 'another customer meanwhile',
    go: (s) => {
      cancel(s);
      s.happen({ type: 'identified', customer: 'other' });
      s.press('do');
    },
  },
  {
    name: 'an action that is gone',
    go: (s) => {
      cancel(s);
      s.site = { ...s.site, actions: [] };
      s.press('do');
    },
  },
  {
    name: 'a person between the press and its turn',
    go: (s) => {
      cancel(s);
      overtaken(s, 'do', claim);
    },
  },
  {
    name: 'a person after keeping',
    go: (s) => {
      cancel(s);
      overtaken(s, 'keep', claim);
    },
  },
  {
    name: 'a line between the press and its turn',
    go: (s) => {
      cancel(s);
      overtaken(s, 'do', (at) => at.ask('human'));
    },
  },
  {
    name: 'a line after an answer',
    go: (s) => {
      s.say('hm', both(0.5, 0.4));
      overtaken(s, 'remove-bag', (at) => at.ask('human'));
    },
  },
  {
    name: 'an unknown outcome',
    go: (s) => {
      cancel(s);
      outcome(s, 'unknown');
      s.press('do');
    },
  },
  {
    name: 'a failure',
    go: (s) => {
      cancel(s);
      outcome(s, 'failed');
      s.press('do');
    },
  },
  {
    name: 'a failure, offered',
    site: every('offer'),
    go: (s) => {
      cancel(s);
      outcome(s, 'failed');
      s.press('do');
    },
  },
  ...(['done', 'failed', 'unknown'] as const).map((how) => ({
    name: `an outcome after the claim: ${how}`,
    go: (s: Scene) => {
      cancel(s);
      const { proposal: id } = proposal(s);
      s.happen({ type: 'answered', question: s.conversation.view.open ?? '', choice: 'do', by: 'button' });
      claim(s);
      s.take({
        kind: 'outcome',
        of: 'run',
        proposal: id,
        outcome: how,
        ms: 3,
        why: 'refused',
        result: { fee: 2 },
      });
    },
  })),
  {
    name: 'stale facts are asked for anew',
    go: (s) => {
      cancel(s);
      s.now += 30_001;
      s.press('do');
    },
  },
  {
    name: 'facts just fresh enough',
    go: (s) => {
      cancel(s);
      s.now += 30_000;
      s.press('do');
    },
  },
  {
    name: 'stale facts beside a word',
    go: (s) => {
      cancel(s);
      s.now += 30_001;
      s.say('yes', reading({ gesture: 'yes' }));
    },
  },
  {
    name: 'stale facts for once more',
    go: (s) => {
      cancel(s);
      s.wait(300_000);
      s.ask('again', { question: s.last('question')?.id ?? '' });
    },
  },
  {
    name: 'stale facts and a safe answer',
    go: (s) => {
      cancel(s);
      s.now += 30_001;
      s.press('keep');
    },
  },
  {
    name: 'an open breaker',
    go: (s) => {
      s.gates = { ...s.gates, open: ['cancel-flight'] };
      cancel(s);
    },
  },
  {
    name: 'a hold',
    go: (s) => {
      s.gates = { ...s.gates, held: ['cancel-flight'] };
      cancel(s);
    },
  },
  {
    name: 'a shadow',
    go: (s) => {
      s.gates = { ...s.gates, rollout: { 'cancel-flight': 'shadow' } };
      cancel(s);
    },
  },
  {
    name: 'supervised',
    go: (s) => {
      s.gates = { ...s.gates, rollout: { 'cancel-flight': 'supervised' } };
      cancel(s);
    },
  },
  {
    name: 'supervised with little at stake',
    site: {
      actions: testSite().actions.map((one) => ({
        ...one,
        risk: 'write',
        rollout: { mode: 'supervised', share: 1 },
      })),
    },
    go: (s) => {
      cancel(s);
      s.press('do');
    },
  },
  {
    name: 'a shadow with little at stake',
    site: {
      actions: testSite().actions.map((one) => ({
        ...one,
        risk: 'write',
        rollout: { mode: 'shadow', share: 1 },
      })),
    },
    go: (s) => cancel(s),
  },
  {
    name: 'in anger, what cannot be undone',
    site: { empathy: { opener: 'efficient', bufferTurns: 2 }, ...every('offer') },
    go: (s) =>
      [1, 2, 3].forEach(() => {
        s.say('MOVE', means('change-flight', 0.9, { ...angry, entities: date('2026-12-09') }));
      }),
  },
  { name: 'in anger, what can', go: (s) => s.say('CANCEL', means('cancel-flight', 0.9, angry)) },
];
