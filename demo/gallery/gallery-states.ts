// Every state of the panel as the events that lead to it and what is pressed then, so that what the gallery shows is what
// the fold and the components make.

import type { Step } from './perform-steps.ts';
import { type Ago, fromMia, handoff, me, mia, sampleEvents, say, system, wait } from './sample-events.ts';
import type { Listed, Stage } from './staged-connection.ts';

/** The states by name, in a language (BCP 47); `now`: epoch ms. */
export function galleryStates(locale: string, now: number): Record<string, Stage> {
  const { start, acknowledged, clarify, confirm, answered, receipt, undone, brief, nobody } = sampleEvents(
    locale,
    now,
  );
  const bag = [...start, me(60, 'I need to cancel my bag')];
  const waiting = [...start, me(120, 'Where is my refund? This is the third time I ask.'), acknowledged(110)];
  const inLine = [...waiting, handoff(100, wait), brief];
  const claimed = [
    ...inLine,
    { ago: 30, type: 'claimed', agent: mia },
    fromMia(25, 'Hi, this is Mia. I have read what happened and I am looking at your refund now.'),
  ] as Ago[];
  const file = (name: string, type: 'image/png' | 'application/pdf', size: number): Ago =>
    say(20, name, {
      from: 'agent',
      name: mia.name,
      file: { id: name, type, size, sha256: '' },
    });
  const fromMiaFiles = [
    file('where-your-suitcase-is.png', 'image/png', 182_000),
    file('refund-RF-20931-K7.pdf', 'application/pdf', 64_000),
  ];
  const resolved = [
    ...claimed,
    me(20, 'Thank you!'),
    { ago: 5, type: 'resolved', outcome: 'solved', by: 'agent' },
  ] as Ago[];
  const ended: Ago[] = [{ ago: 5, type: 'resolved', outcome: 'solved', by: 'agent' }];
  const attach: Step = {
    attach: '.attach:last-of-type input',
    files: [
      { name: 'suitcase-at-the-gate-photographed-from-above.png', type: 'image/png' },
      { name: 'invoice.pdf', type: 'application/pdf', bytes: 240_000 },
    ],
  };
  const sendThem: Step = { press: '.send:enabled' };
  const openSheet: Step[] = [{ press: '.sheet-button' }];
  // Beside the place in line: the wish to be told, and the tone.
  const tellMe = '.tell button:first-child';
  const sound = '.tell button:nth-of-type(2)';
  const askMail: Step = { press: '.dock-actions .button:last-child' };
  const submit: Step = { press: '.leave-form [type="submit"]' };
  const day = 86_400;
  const listed: Listed[] = [
    { conversation: 'gallery', status: 'assistant', ago: 60, text: 'I need to cancel my bag' },
    {
      conversation: 'c3',
      status: 'waiting',
      ago: day,
      text: 'Where is my refund? This is the third time I ask, and I would like to know who looks at it, and until when.',
      unread: true,
    },
    { conversation: 'c2', status: 'claimed', ago: 20 * day, text: 'أريد استرداد المبلغ', agent: 'Mia' },
    { conversation: 'c1', status: 'resolved', ago: 40 * day },
    { conversation: 'c0', status: 'resolved', ago: 400 * day, text: 'Which bags may I bring?' },
  ];
  const left = (choice: 'message' | 'callback' | 'mail'): Ago => ({ ago: 5, type: 'waited', choice });
  const long = Array.from({ length: 16 }, (_, i) =>
    i % 2
      ? say(380 - i * 10, `Answer ${i}: seats can be chosen until 24 hours before departure, free of charge.`)
      : me(380 - i * 10, `And what about question number ${i}?`),
  );
  const invoice = 'Could you send me the invoice for my booking K7PQ2M?';
  return {
    // The first line, the composer.
    greeting: { events: start },
    connecting: { events: [] },
    draft: { events: start, steps: [{ write: 'textarea', text: invoice }] },
    'too-long': { events: start, steps: [{ write: 'textarea', text: `${invoice} `.repeat(80) }] },
    text: {
      events: [
        ...start,
        say(
          50,
          'You may bring:\n- **one bag** of up to 23 kg\n- one *small* item\n\nMore at https://meridian.example/bags or [our page](https://help.example.net/bags). Booking `K7PQ2M`.',
        ),
        me(40, 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'),
        say(30, 'invoice\u202Egnp.exe and [x](javascript:alert(1)) and مرحبا بكم in one line'),
        me(25, 'أريد استرداد المبلغ للحجز K7PQ2M'),
        system(20, 'Your place in line has changed: you are next.'),
      ],
    },
    emoji: { events: [...start, me(40, 'Off to Lisbon 🧳✈️🙏'), say(30, '👍')] },
    long: { events: [...start, ...long] },
    'scrolled-up': { events: [...start, ...long], steps: [{ scrollUp: '.thread' }] },

    // Questions.
    clarify: { events: [...bag, acknowledged(41), clarify] },
    'clarify-sending': { events: [...bag, clarify], answers: 'never', steps: [{ press: '.choice' }] },
    clarified: { events: [...bag, clarify, answered(30, 'q1', 'remove-bag')], typing: 'assistant' },

    // Confirmations and receipts.
    confirm: { events: [...bag, acknowledged(6), confirm(5, 280)] },
    'confirm-sending': {
      events: [...bag, confirm(5, 280)],
      answers: 'never',
      chooses: ['q2', 'keep'],
    },
    'confirm-last-minute': { events: [...bag, confirm(250, 42)] },
    'confirm-more-time': { events: [...bag, confirm(250, 42)], answers: 'never', chooses: ['q2', 'again'] },
    'confirm-lapsed': {
      events: [...bag, confirm(330, -30), { ago: 30, type: 'lapsed', question: 'q2', why: 'expired' }],
    },
    'confirm-handed-over': {
      events: [
        ...bag,
        confirm(130, 200),
        { ago: 100, type: 'lapsed', question: 'q2', why: 'handoff' },
        handoff(99, wait),
      ],
    },
    'confirm-anew': {
      events: [
        ...bag,
        confirm(260, 40),
        { ago: 20, type: 'lapsed', question: 'q2', why: 'changed' },
        confirm(18, 282, 'q3'),
      ],
    },
    'confirm-kept': { events: [...bag, confirm(30, 280), answered(10, 'q2', 'keep')] },
    receipt: { events: [...bag, confirm(30, 280), answered(10, 'q2', 'do'), receipt] },
    undone: { events: [...bag, receipt, undone] },

    // A person.
    asking: { events: bag, answers: 'never', steps: [{ press: '.person-button' }] },
    waiting: { events: inLine },
    'waiting-late': { events: [...waiting, handoff(300, wait), brief] },
    'waiting-unknown': {
      events: [...waiting, handoff(100, { ...wait, within: null, confidence: null, basis: 'too-little' })],
    },
    brief: { events: inLine, steps: [{ press: '.brief summary' }] },
    'brief-correcting': {
      events: inLine,
      steps: [{ press: '.brief summary' }, { press: '.brief-line .link-button' }],
    },
    'brief-refused': {
      events: inLine,
      answers: 'denied',
      steps: [
        { press: '.brief summary' },
        { press: '.brief-line .link-button' },
        { write: '.brief textarea', text: 'It never came, and it is my third time asking' },
        submit,
        { see: '.brief .not-sent' },
      ],
    },
    'leave-message': { events: inLine, steps: [{ press: '.dock-actions .button:nth-last-child(2)' }] },
    'call-back': { events: inLine, steps: [{ press: '.dock-actions .button:last-child' }] },
    'called-back': { events: [...inLine, left('callback')] },
    nobody: { events: [...waiting, handoff(20, nobody)], wait: nobody },
    left: { events: [...waiting, handoff(20, nobody), left('message')], wait: nobody },
    'tell-offered': { events: inLine, notices: 'default', steps: [{ see: tellMe }] },
    'tell-asked': { events: inLine, notices: 'default', steps: [{ press: tellMe }] },
    'tell-granted': { events: inLine, notices: 'default', grants: 'granted', steps: [{ press: tellMe }] },
    'tell-refused': { events: inLine, notices: 'default', grants: 'denied', steps: [{ press: tellMe }] },
    'tell-unsupported': { events: inLine, notices: 'none', steps: [{ press: tellMe }] },
    'left-tell-offered': {
      events: [...waiting, handoff(20, nobody), left('message')],
      wait: nobody,
      notices: 'default',
      steps: [{ see: tellMe }],
    },
    'left-tell-granted': {
      events: [...waiting, handoff(20, nobody), left('message')],
      wait: nobody,
      notices: 'granted',
      steps: [{ press: tellMe }],
    },
    'sound-on': { events: inLine, notices: 'default', steps: [{ press: sound }] },
    'sound-muted': {
      events: inLine,
      notices: 'default',
      steps: [{ press: sound }, { press: '.composer .mute' }],
    },
    mail: { events: inLine, mail: true, steps: [askMail] },
    'mail-wrong': {
      events: inLine,
      mail: true,
      steps: [askMail, { write: '.leave-form input', text: 'ada@mail' }, submit],
    },
    'mail-sending': {
      events: inLine,
      mail: true,
      answers: 'never',
      steps: [askMail, { write: '.leave-form input', text: 'ada@example.com' }, submit],
    },
    'mail-failed': {
      events: inLine,
      mail: true,
      answers: 'denied',
      steps: [askMail, { write: '.leave-form input', text: 'ada@example.com' }, submit],
    },
    mailed: { events: [...inLine, left('mail')], mail: true },
    claimed: { events: claimed, typing: 'agent' },
    seen: { events: [...claimed, me(20, 'Thank you, it is about K7PQ2M.')], agentSaw: true },
    'agent-files': { events: [...claimed, ...fromMiaFiles], steps: [{ see: '.file-picture img' }] },
    transferred: {
      events: [...claimed, { ago: 5, type: 'transferred', from: mia, to: 'Refunds' }] as Ago[],
    },
    requeued: { events: [...claimed, { ago: 5, type: 'requeued', why: 'vanished', wait }] as Ago[] },
    returned: { events: [...claimed, { ago: 5, type: 'returned', agent: mia }] as Ago[] },
    resolved: { events: resolved },
    rating: { events: resolved, steps: [{ press: '.point:nth-child(4) input' }] },
    'rating-refused': {
      events: resolved,
      answers: 'denied',
      steps: [
        { press: '.point:nth-child(2) input' },
        { write: '.rating textarea', text: 'It took three days, and nobody could say why.' },
        { press: '.rating [type="submit"]' },
        { see: '.ending .not-sent' },
      ],
    },

    // Earlier conversations and the language.
    conversations: { events: bag, conversations: listed, steps: openSheet },
    'conversations-none': { events: start, steps: openSheet },
    'conversations-loading': { events: bag, conversations: 'never', steps: openSheet },
    'conversations-failed': { events: bag, conversations: 'unavailable', steps: openSheet },
    'conversations-offline': { events: bag, becomes: 'offline', steps: openSheet },
    'conversation-ended': {
      events: bag,
      conversations: listed,
      past: [...bag, confirm(30, 280), answered(10, 'q2', 'do'), receipt, ...ended].map((event) => ({
        ...event,
        ago: event.ago + 400 * day,
      })),
      steps: [...openSheet, { press: '.conversations li:last-child .conversation' }],
    },

    'language-chosen': {
      events: bag,
      conversations: listed,
      steps: [...openSheet, { choose: '.languages select', value: 'fr' }, { see: '.panel[lang="fr"]' }],
    },

    // Files: looked at, on their way, not taken.
    'files-ready': { events: bag, steps: [attach] },
    'files-sending': { events: bag, share: 0.4, steps: [attach, sendThem] },
    'files-failed': { events: bag, answers: 'internal', steps: [attach, sendThem] },
    'files-refused': {
      events: bag,
      steps: [
        {
          attach: '.attach:last-of-type input',
          files: [
            { name: 'holiday-film.png', type: 'image/png', bytes: 10 * 1024 * 1024 + 1 },
            { name: 'letter.docx', type: 'application/msword', bytes: 20 },
          ],
        },
      ],
    },

    // What stands in the way.
    offline: { events: bag, becomes: 'offline' },
    reconnecting: { events: bag, becomes: 'reconnecting' },
    refused: { events: start, becomes: 'refused', refusal: 'denied' },
    'other-version': { events: start, becomes: 'refused', refusal: 'protocol' },
    'signed-out': { events: start, becomes: 'refused', refusal: 'unauthorized' },
    unsent: { events: start, sends: invoice, answers: 'too_long' },
    'too-fast': { events: start, sends: invoice, answers: 'rate' },
    failed: { events: start, sends: invoice, answers: 'internal' },
    sending: { events: start, sends: invoice, answers: 'never' },
  };
}
