// The tour's stops about e-mail to who is away: what is promised where it can be sent, and where not.
import { reading, type Scene } from '../helpers/scene.ts';
import type { Stop } from './tour-stage.ts';

const waited = (s: Scene, choice: 'message' | 'mail', contact?: string) => {
  s.happen({ type: 'waited', choice, clientId: `w-${choice}`, ...(contact ? { contact } : {}) });
  s.take({ kind: 'waited', seq: s.events.length, choice, ...(contact ? { contact } : {}) });
};

export const mail: Stop[] = [
  {
    name: 'a message left without an address',
    go: (s) => {
      s.ask('human');
      waited(s, 'message');
    },
  },
  {
    name: 'a message left where answers are mailed, with an address and without one',
    go: (s) => {
      s.gates = { ...s.gates, mail: true };
      s.ask('human');
      waited(s, 'message', 'a@b.test');
      waited(s, 'message', '+49 1');
    },
  },
  {
    name: 'the answer by e-mail',
    go: (s) => {
      s.gates = { ...s.gates, mail: true };
      s.ask('human');
      waited(s, 'mail', 'a@b.test');
      s.say('and this', reading());
    },
  },
];
