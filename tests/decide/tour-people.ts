// The tour's stops about people: handoffs, waiting, claims, timers.
import { means, reading, type Scene } from '../helpers/scene.ts';
import type { Stop } from './tour-stage.ts';

const angry = { mood: { frustration: 0.9, urgency: 0.1, confusion: 0.1 } };
const claim = (s: Scene) => s.happen({ type: 'claimed', agent: { id: 'a', name: 'Mia' } });
const waited = (
  s: Scene,
  choice: 'keep' | 'message' | 'callback' | 'mail' | 'assistant',
  contact?: string,
) => {
  s.happen({ type: 'waited', choice, clientId: `w-${choice}`, ...(contact ? { contact } : {}) });
  s.take({ kind: 'waited', seq: s.events.length, choice, ...(contact ? { contact } : {}) });
};

export const people: Stop[] = [
  {
    name: 'asked for by button, twice',
    go: (s) => {
      s.ask('human');
      s.ask('human');
    },
  },
  {
    name: 'asked for in words',
    go: (s) => s.say('a person', means('booking-status', 0.9, { wantsPerson: true })),
  },
  {
    name: 'asked for beside a card',
    go: (s) => {
      s.say('cancel', means('cancel-flight'));
      s.ask('human');
    },
  },
  {
    name: 'asked for beside a question',
    go: (s) => {
      s.say('hm', reading());
      s.ask('human');
    },
  },
  {
    name: 'asked for after the claim',
    go: (s) => {
      s.ask('human');
      claim(s);
      s.ask('human');
    },
  },
  {
    name: 'in distress',
    go: (s) => s.say('help me', means('booking-status', 0.9, { distress: true, wantsPerson: true })),
  },
  {
    name: 'in distress while waiting',
    go: (s) => {
      s.ask('human');
      s.say('help me', reading({ distress: true }));
    },
  },
  { name: 'a topic', go: (s) => s.say('lawyer', means('booking-status', 0.9, { topics: ['legal'] })) },
  {
    name: 'a VIP, once',
    go: (s) => {
      s.happen({ type: 'identified', customer: 'cust', vip: true });
      s.say('status', means('booking-status'));
      claim(s);
      s.happen({ type: 'returned', agent: { id: 'a', name: 'Mia' } });
      s.take({ kind: 'agent', did: 'returned' });
      s.say('status', means('booking-status'));
    },
  },
  {
    name: 'angry twice',
    go: (s) =>
      [1, 2].forEach(() => {
        s.say('AWFUL', means('booking-status', 0.9, angry));
      }),
  },
  {
    name: 'angry, calm, angry',
    go: (s) => {
      s.say('AWFUL', means('booking-status', 0.9, angry));
      s.say('ok', means('baggage-allowance'));
      s.say('AWFUL', means('booking-status', 0.9, angry));
    },
  },
  {
    name: 'angry at the threshold',
    go: (s) =>
      [1, 2].forEach(() => {
        s.say(
          'AWFUL',
          means('booking-status', 0.9, { mood: { frustration: 0.6, urgency: 0, confusion: 0 } }),
        );
      }),
  },
  {
    name: 'waiting: a question from facts',
    go: (s) => {
      s.ask('human');
      s.say('status', means('booking-status'));
    },
  },
  {
    name: 'waiting: a question from an article',
    go: (s) => {
      s.ask('human');
      s.say('bags', reading(), [{ article: 'baggage', title: 'Baggage', text: 'One.', score: 0.9 }]);
    },
  },
  {
    name: 'waiting: an action',
    go: (s) => {
      s.ask('human');
      s.say('cancel', means('cancel-flight'));
    },
  },
  {
    name: 'waiting: for a person again',
    go: (s) => {
      s.ask('human');
      s.say('complain', means('complaint'));
    },
  },
  {
    name: 'waiting: nothing at all',
    go: (s) => {
      s.ask('human');
      s.say('purple', reading());
    },
  },
  {
    name: 'waiting without an estimate',
    go: (s) => {
      s.desk = { ...s.desk, wait: { position: 3, within: null, confidence: null, basis: 'too-little' } };
      s.ask('human');
      s.say('x', reading());
    },
  },
  {
    name: 'waiting for nobody',
    go: (s) => {
      s.desk = {
        onDuty: 0,
        hoursOpen: false,
        wait: { position: 1, within: null, confidence: null, basis: 'nobody' },
      };
      s.ask('human');
      s.say('x', reading());
    },
  },
  {
    name: 'waiting on',
    go: (s) => {
      s.ask('human');
      waited(s, 'keep');
    },
  },
  {
    name: 'a message left',
    go: (s) => {
      s.ask('human');
      waited(s, 'message', 'a@b.test');
      s.say('and this', reading());
    },
  },
  {
    name: 'a call back',
    go: (s) => {
      s.ask('human');
      waited(s, 'callback', '+49 1');
    },
  },
  {
    name: 'back to the assistant',
    go: (s) => {
      s.ask('human');
      waited(s, 'assistant');
      s.say('status', means('booking-status'));
    },
  },
  {
    name: 'the brief, mended',
    go: (s) => {
      s.ask('human');
      s.happen({ type: 'corrected', by: 'customer', field: 'wants', text: 'A refund' });
      s.take({ kind: 'corrected', seq: s.events.length, field: 'wants', text: 'A refund' });
    },
  },
  {
    name: 'rated',
    go: (s) => {
      s.happen({ type: 'rated', by: 'customer', score: 5 });
      s.take({ kind: 'rated', seq: s.events.length, score: 5 });
    },
  },
  {
    name: 'silent after the claim',
    go: (s) => {
      s.ask('human');
      claim(s);
      s.say('status', means('booking-status', 0.9, { distress: true }));
    },
  },
  {
    name: 'returned',
    go: (s) => {
      s.ask('human');
      claim(s);
      s.happen({ type: 'returned', agent: { id: 'a', name: 'Mia' } });
      s.take({ kind: 'agent', did: 'returned' });
      s.take({ kind: 'agent', did: 'returned' });
    },
  },
  {
    name: 'returned, and taken again before it was said',
    go: (s) => {
      claim(s);
      s.happen({ type: 'returned', agent: { id: 'a', name: 'Mia' } });
      claim(s);
      s.take({ kind: 'agent', did: 'returned' });
    },
  },
  {
    name: 'a word on a proposal that is not there',
    go: (s) => s.take({ kind: 'agent', did: 'approved', proposal: 'none' }),
  },
  {
    name: 'other timers',
    go: (s) =>
      (['promise', 'agent-clock', 'expiry'] as const).forEach((name) => {
        s.take({ kind: 'timer', name, ref: 'x' });
      }),
  },
  {
    name: 'a timer of another question',
    go: (s) => {
      s.say('cancel', means('cancel-flight'));
      s.now += 400_000;
      s.take({ kind: 'timer', name: 'expiry', ref: 'other' });
    },
  },
  {
    name: 'a timer before its time',
    go: (s) => {
      s.say('cancel', means('cancel-flight'));
      s.take({ kind: 'timer', name: 'expiry', ref: s.last('question')?.id ?? '' });
    },
  },
  {
    name: 'resolved, and one more thing',
    go: (s) => {
      s.happen({ type: 'resolved', outcome: 'solved', by: 'agent' });
      s.say('status', means('booking-status'));
    },
  },
];
