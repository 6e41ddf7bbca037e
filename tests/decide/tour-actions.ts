// The tour's stops about cards, and what becomes of them.
import { means, reading } from '../helpers/scene.ts';
import { cancel, claim, date, outcome, passage, proposal, type Stop } from './tour-stage.ts';

export const actions: Stop[] = [
  {
    name: 'proposed, done, undone, undone again',
    go: (s) => {
      cancel(s);
      s.press('do');
      s.ask('undo', proposal(s));
      s.ask('undo', proposal(s));
    },
  },
  {
    name: 'the last moment of an undo',
    go: (s) => {
      cancel(s);
      s.press('do');
      s.now += 600_000;
      s.ask('undo', proposal(s));
    },
  },
  {
    name: 'an undo too late',
    go: (s) => {
      cancel(s);
      s.press('do');
      s.now += 600_001;
      s.ask('undo', proposal(s));
    },
  },
  {
    name: 'an undo of what has none',
    go: (s) => {
      s.say('move', means('change-flight', 0.9, { entities: date('2026-12-09') }));
      s.press('do');
      s.ask('undo', proposal(s));
    },
  },
  { name: 'an undo of nothing', go: (s) => s.ask('undo') },
  {
    name: 'an undo that failed',
    go: (s) => {
      cancel(s);
      s.press('do');
      outcome(s, 'failed');
      s.ask('undo', proposal(s));
    },
  },
  {
    name: 'an undo that nobody knows of',
    go: (s) => {
      cancel(s);
      s.press('do');
      outcome(s, 'unknown');
      s.ask('undo', proposal(s));
    },
  },
  {
    name: 'an undo after the claim',
    go: (s) => {
      cancel(s);
      s.press('do');
      claim(s);
      s.ask('undo', proposal(s));
    },
  },
  {
    name: 'a failed undo after the claim',
    go: (s) => {
      cancel(s);
      s.press('do');
      claim(s);
      outcome(s, 'failed');
      s.ask('undo', proposal(s));
    },
  },
  {
    name: 'kept by button',
    go: (s) => {
      cancel(s);
      s.press('keep');
    },
  },
  {
    name: 'kept in words',
    go: (s) => {
      cancel(s);
      s.say('keep', reading({ answer: { choice: 'keep', whole: false } }));
    },
  },
  {
    name: 'kept by no',
    go: (s) => {
      cancel(s);
      s.say('no', reading({ gesture: 'no' }));
    },
  },
  {
    name: 'its label, typed whole',
    go: (s) => {
      cancel(s);
      s.say('do cancel-flight flight ME204!', reading());
    },
  },
  {
    name: 'shown again',
    go: (s) => {
      cancel(s);
      s.say('yes', reading({ gesture: 'yes' }));
      s.say('that one', means('cancel-flight'));
    },
  },
  {
    name: 'another request beside the card',
    go: (s) => {
      cancel(s);
      s.say('status', means('booking-status'));
    },
  },
  {
    name: 'a guarded request beside the card',
    go: (s) => {
      cancel(s);
      s.say('do not move it', means('change-flight', 0.9, { guard: 'negated' }));
    },
  },
  {
    name: 'a question beside the card',
    go: (s) => {
      cancel(s);
      s.say('how heavy', reading(), passage(0.5));
    },
  },
  {
    name: 'a faint question beside the card',
    go: (s) => {
      cancel(s);
      s.say('how heavy', reading(), passage(0.4));
    },
  },
  {
    name: 'a question about the card',
    go: (s) => {
      cancel(s);
      s.say('if I cancel', means('cancel-flight', 0.5, { guard: 'hypothetical' }), passage(0.9));
    },
  },
  {
    name: 'a question that looks guarded',
    go: (s) => {
      cancel(s);
      s.say('policy', means('change-flight', 0.7, { guard: 'past' }), passage(0.9));
    },
  },
  {
    name: 'a gesture with an article',
    go: (s) => {
      cancel(s);
      s.say('yes', reading({ gesture: 'yes' }), passage(0.9));
    },
  },
  {
    name: 'an answer with an article',
    go: (s) => {
      cancel(s);
      s.say('do', reading({ answer: { choice: 'do', whole: false } }), passage(0.9));
    },
  },
  {
    name: 'expired',
    go: (s) => {
      cancel(s);
      s.wait(299_999);
      s.wait(1);
    },
  },
  {
    name: 'a word after it expired',
    go: (s) => {
      cancel(s);
      s.now += 300_000;
      s.say('do cancel-flight flight ME204', reading({ gesture: 'yes' }));
    },
  },
  {
    name: 'expired, and once more',
    go: (s) => {
      cancel(s);
      s.wait(300_000);
      s.ask('again', { question: s.last('question')?.id ?? '' });
    },
  },
  {
    name: 'more time in the last minute',
    go: (s) => {
      cancel(s);
      s.now += 250_000;
      s.ask('again', { question: s.last('question')?.id ?? '' });
    },
  },
  {
    name: 'once more with details',
    go: (s) => {
      s.say('move', means('change-flight', 0.9, { entities: date('2026-12-09') }));
      s.wait(300_000);
      s.ask('again', { question: s.last('question')?.id ?? '' });
    },
  },
];
