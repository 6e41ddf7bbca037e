// Every state of the panel as the events that lead to it, so that what the gallery shows is what the fold makes.
import type { EventBody, Wait } from '../../shared/events.ts';
import type { Stage } from './staged-connection.tsx';

type Ago = EventBody & { ago: number };

const opened: Ago = { ago: 400, type: 'opened', visitor: 'v', channel: 'web', locale: 'en', site: 'airline' };
const say = (ago: number, text: string, more: object = {}): Ago =>
  ({ ago, type: 'message', from: 'assistant', name: 'Ana', text, ...more }) as Ago;
const me = (ago: number, text: string): Ago => ({ ago, type: 'message', from: 'customer', text });
const mia = { id: 'a1', name: 'Mia Jensen' };
const fromMia = (ago: number, text: string): Ago => say(ago, text, { from: 'agent', name: mia.name });
const greeting = say(
  395,
  'Hello, I am Ana, the automated assistant of Meridian Air. What can I do for you?',
  {
    notice: 'greeting',
  },
);

const clarify: Ago = {
  ago: 40,
  type: 'question',
  id: 'q1',
  kind: 'clarify',
  text: 'Do you want to remove a bag add-on, or cancel the entire flight?',
  choices: [
    { id: 'remove-bag', label: 'Remove the bag from ME204' },
    { id: 'cancel-flight', label: 'Cancel the entire flight' },
    { id: 'other', label: 'Something else' },
  ],
};
const confirm = (ago: number, left: number): Ago => ({
  ago,
  type: 'question',
  id: 'q2',
  kind: 'confirm',
  text: 'Remove the checked bag from ME204?',
  proposal: 'p1',
  expiresAt: Date.now() + left * 1000,
  card: {
    title: 'Remove the 23 kg bag from flight ME204, Hamburg to Lisbon, 28 November',
    effect: 'The bag is taken off your booking K7PQ2M. Your seat and your flight stay as they are.',
    money: '€35.00 go back to the card that paid',
    undoable: 'You can undo this for 24 hours.',
  },
  choices: [
    { id: 'keep', label: 'Keep my bag', style: 'safe' },
    { id: 'do', label: 'Remove the bag from ME204', style: 'danger' },
  ],
});
const receipt = say(8, 'The bag is off your booking. €35.00 are on their way back to your card.', {
  receipt: {
    proposal: 'p1',
    label: 'Removed the 23 kg bag from ME204',
    reference: 'RF-20931-K7',
    at: Date.now() - 8000,
    undoUntil: Date.now() + 86_000_000,
    undoLabel: 'Put the bag back',
  },
});
const wait: Wait = { position: 2, within: 240, confidence: 0.9, basis: 'history' };
const nobody: Wait = {
  position: 1,
  within: null,
  confidence: null,
  basis: 'nobody',
  opensAt: new Date(Date.now() + 86_400_000).setHours(9, 0, 0, 0),
};
const handoff = (ago: number, stated: Wait): Ago => ({
  ago,
  type: 'handoff',
  position: stated.position,
  within: stated.within,
  wait: stated,
  text: '',
  triggers: [],
  priority: 0,
});
const brief: Ago = {
  ago: 99,
  type: 'brief',
  lines: [
    { field: 'wants', label: 'You want', text: 'A refund for the cancelled flight ME204' },
    { field: 'known', label: 'We know', text: 'Booking K7PQ2M, one checked bag', corrected: true },
    { field: 'tried', label: 'Tried so far', text: 'The refund is not in the system yet' },
  ],
};
const start = [opened, greeting];
const bag = [...start, me(60, 'I need to cancel my bag')];
const asked = [...start, me(120, 'Where is my refund? This is the third time I ask.')];
const waiting = [...asked, say(110, 'I am sorry this has dragged on. I am bringing in a person.')];
const claimed = [
  ...waiting,
  handoff(100, wait),
  brief,
  { ago: 30, type: 'claimed', agent: mia },
  fromMia(25, 'Hi, this is Mia. I have read what happened and I am looking at your refund now.'),
] as Ago[];
const long = Array.from({ length: 16 }, (_, i) =>
  i % 2
    ? say(380 - i * 10, `Answer ${i}: seats can be chosen until 24 hours before departure, free of charge.`)
    : me(380 - i * 10, `And what about question number ${i}?`),
);

export const galleryStates: Record<string, Stage> = {
  greeting: { events: start },
  connecting: { events: [] },
  clarify: { events: [...bag, say(41, 'You want to change something about your bag: sure.'), clarify] },
  clarified: {
    events: [
      ...bag,
      clarify,
      { ago: 30, type: 'answered', question: 'q1', choice: 'remove-bag', by: 'button' },
    ],
    typing: 'assistant',
  },
  confirm: { events: [...bag, say(6, 'Happy to take that bag off.'), confirm(5, 280)] },
  'confirm-last-minute': { events: [...bag, confirm(250, 42)] },
  'confirm-lapsed': {
    events: [...bag, confirm(330, -30), { ago: 30, type: 'lapsed', question: 'q2', why: 'expired' }],
  },
  'confirm-anew': {
    events: [
      ...bag,
      confirm(260, 40),
      { ago: 20, type: 'lapsed', question: 'q2', why: 'changed' },
      { ...confirm(18, 282), id: 'q3' } as Ago,
    ],
  },
  'confirm-kept': {
    events: [
      ...bag,
      confirm(30, 280),
      { ago: 10, type: 'answered', question: 'q2', choice: 'keep', by: 'button' },
    ],
  },
  receipt: {
    events: [
      ...bag,
      confirm(30, 280),
      { ago: 10, type: 'answered', question: 'q2', choice: 'do', by: 'button' },
      receipt,
    ],
  },
  undone: {
    events: [
      ...bag,
      receipt,
      say(2, 'The bag is back on ME204.', {
        notice: 'undone',
        receipt: { proposal: 'p1', label: 'Put the 23 kg bag back on ME204', at: Date.now() },
      }),
    ],
  },
  waiting: { events: [...waiting, handoff(100, wait), brief] },
  'waiting-late': { events: [...waiting, handoff(300, wait), brief] },
  'waiting-unknown': {
    events: [...waiting, handoff(100, { ...wait, within: null, confidence: null, basis: 'too-little' })],
  },
  nobody: { events: [...waiting, handoff(20, nobody)], wait: nobody },
  left: {
    events: [...waiting, handoff(20, nobody), { ago: 5, type: 'waited', choice: 'message' }],
    wait: nobody,
  },
  claimed: { events: claimed, typing: 'agent' },
  resolved: {
    events: [
      ...claimed,
      me(20, 'Thank you!'),
      { ago: 5, type: 'resolved', outcome: 'solved', by: 'agent' },
    ] as Ago[],
  },
  offline: { events: bag, becomes: 'offline' },
  reconnecting: { events: bag, becomes: 'reconnecting' },
  refused: { events: start, becomes: 'refused', refusal: 'denied' },
  'other-version': { events: start, becomes: 'refused', refusal: 'protocol' },
  unsent: { events: start, answers: 'too_long' },
  sending: { events: start, answers: 'never' },
  long: { events: [...start, ...long] },
  text: {
    events: [
      ...start,
      say(
        50,
        'You may bring:\n- **one bag** of up to 23 kg\n- one *small* item\n\nMore at https://meridian.example/bags or [our page](https://help.example.net/bags). Booking `K7PQ2M`.',
      ),
      me(40, 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft 🧳✈️🙏'),
      say(30, 'invoice\u202Egnp.exe and [x](javascript:alert(1)) and مرحبا بكم in one line'),
      { ago: 20, type: 'message', from: 'system', text: 'Your place in line has changed: you are next.' },
    ],
  },
};
