// The tour's stops about what went unanswered (N1).
import type { EventBody } from '../../shared/events.ts';
import { means, type Scene } from '../helpers/scene.ts';
import type { Stop } from './tour-stage.ts';

const claim = (s: Scene) => s.happen({ type: 'claimed', agent: { id: 'a', name: 'Mia' } });
const unanswered = (s: Scene) => s.happen({ type: 'message', from: 'customer', text: 'hello?' });
const watchdog = (s: Scene) => s.take({ kind: 'timer', name: 'watchdog', ref: '1' });
const doneUnanswered = (s: Scene, body: EventBody) => {
  s.happen(body);
  s.take({ kind: 'timer', name: 'watchdog', ref: String(s.conversation.inside.seq) });
};
const pressUnanswered = (s: Scene) =>
  doneUnanswered(s, { type: 'answered', question: s.conversation.view.open!, choice: 'do', by: 'button' });
const wishUnanswered = (s: Scene) => doneUnanswered(s, { type: 'asked', what: 'human', clientId: 'a' });

export const watchdogs: Stop[] = [
  {
    name: 'saved by the watchdog',
    go: (s) => {
      unanswered(s);
      watchdog(s);
      watchdog(s);
    },
  },
  {
    name: 'saved beside a card',
    go: (s) => {
      s.say('cancel', means('cancel-flight'));
      unanswered(s);
      watchdog(s);
    },
  },
  {
    name: 'saved while waiting',
    go: (s) => {
      s.ask('human');
      unanswered(s);
      watchdog(s);
    },
  },
  {
    name: 'saved after a press: the card is void, and a person comes',
    go: (s) => {
      s.say('cancel', means('cancel-flight'));
      pressUnanswered(s);
    },
  },
  {
    name: 'saved after a wish for a person',
    go: (s) => wishUnanswered(s),
  },
  {
    name: 'not for the watchdog: a press while waiting, which its turn will see to',
    go: (s) => {
      s.ask('human');
      wishUnanswered(s);
    },
  },
  {
    name: 'not for the watchdog: a rating that was not covered',
    go: (s) => {
      s.happen({ type: 'rated', by: 'customer', score: 5, clientId: 'r' });
      watchdog(s);
    },
  },
  {
    name: 'not for the watchdog: claimed',
    go: (s) => {
      s.ask('human');
      claim(s);
      unanswered(s);
      watchdog(s);
    },
  },
  {
    name: 'not for the watchdog: resolved',
    go: (s) => {
      unanswered(s);
      s.happen({ type: 'resolved', outcome: 'solved', by: 'agent' });
      watchdog(s);
    },
  },
  { name: 'not for the watchdog: nobody wrote', go: (s) => watchdog(s) },
];
