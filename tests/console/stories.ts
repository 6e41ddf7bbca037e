// The rest of the console's stories: a refund that is held, conversations of the assistant, plain waits, and
// a morning's queue of them all.
import type { Event } from '../../shared/events.ts';
import type { FakeConversation } from './fake-desk.ts';
import { calm, cross, log, observed, opening, understood } from './story-log.ts';
import { handedOver } from './story-rosa.ts';

const refund = {
  proposal: 'p-refund',
  action: 'refund-booking',
  arguments: { booking: 'ME771', amount: '412.00', currency: 'EUR', to: 'card ending 4821' },
  hash: '0b77de19aa3c4410f2e8',
};

/** The customer has confirmed a refund, and the action is held: a person carries it out (A6). */
function heldRefund(end: number): Event[] {
  return log(end, [
    ...opening('v-2', { id: 'cust-two', name: 'Tomás Ferreira', email: 'tomas@example.test', vip: true }),
    {
      type: 'message',
      from: 'customer',
      text: 'My flight was cancelled by you, please refund it',
      clientId: 'n-1',
    },
    understood(4, [{ id: 'refund-status', confidence: 0.88 }], calm),
    observed,
    {
      type: 'decided',
      move: 'propose',
      because: [
        {
          rule: 'A5',
          text: 'An action runs no further than its rollout step allows.',
          evidence: { action: 'refund-booking', mode: 'supervised' },
        },
      ],
      site: 'a91f03c7d2e5',
      mode: 'supervised',
      on: 4,
    },
    { type: 'proposed', ...refund, customer: 'cust-two', question: 'q-r', expiresAt: end + 300_000 },
    {
      type: 'question',
      id: 'q-r',
      kind: 'confirm',
      text: 'Refund booking ME771?',
      choices: [
        { id: 'keep', label: 'Keep my booking', style: 'safe' },
        { id: 'do', label: 'Refund ME771', style: 'danger' },
      ],
      proposal: 'p-refund',
      card: {
        title: 'Refund booking ME771',
        effect: 'The booking ends.',
        money: '412.00 EUR to the card ending 4821.',
        undoable: 'This cannot be undone.',
      },
    },
    { type: 'answered', question: 'q-r', choice: 'do', by: 'button', clientId: 'n-2' },
    { type: 'confirmed', ...refund, approveBy: end },
    { type: 'voided', ...refund, why: 'held' },
    {
      type: 'message',
      from: 'system',
      text: 'A person has to look at this before it goes ahead. Nothing was changed yet.',
      notice: 'held',
    },
    {
      type: 'handoff',
      position: 2,
      within: 360,
      wait: { position: 2, within: 360, confidence: 0.9, basis: 'history' },
      text: 'You are second in line, usually within 6 minutes.',
      triggers: [{ trigger: 'hold', evidence: {} }],
      priority: 20,
    },
    { type: 'brief', lines: [{ field: 'wants', label: 'Wants', text: 'A refund of ME771' }] },
  ]);
}

/** The assistant is talking. */
function withAssistant(end: number, name: string): Event[] {
  return log(end, [
    ...opening('v-3', { id: `cust-${name}`, name }),
    { type: 'message', from: 'customer', text: 'how many bags can I take on board', clientId: 'o-1' },
    understood(4, [{ id: 'remove-bag', confidence: 0.31 }], calm),
    {
      type: 'decided',
      move: 'answer',
      because: [
        {
          rule: 'K1',
          text: 'A question that an article answers is answered from it, with its source.',
          evidence: { article: 'allowance', score: 0.82, threshold: 0.5 },
        },
      ],
      site: 'a91f03c7d2e5',
      mode: 'autonomous',
      on: 4,
    },
    {
      type: 'message',
      from: 'assistant',
      name: 'Ana',
      text: 'One cabin bag of up to 8 kg and one small item under the seat.',
      articles: [{ id: 'allowance', title: 'Baggage allowance' }],
    },
  ]);
}

/** A plain wait, with as little as a waiting conversation can have. */
export function waitingFor(
  end: number,
  name: string | undefined,
  text: string,
  within: number | null,
): Event[] {
  return log(end, [
    ...opening(`v-${name ?? 'anon'}`, name ? { id: `cust-${name}`, name } : undefined),
    { type: 'message', from: 'customer', text, clientId: 'w-1' },
    {
      type: 'handoff',
      position: 3,
      within,
      wait: {
        position: 3,
        within,
        confidence: within === null ? null : 0.9,
        basis: within === null ? 'too-little' : 'history',
      },
      text: 'A colleague is coming.',
      triggers: [],
      priority: 20,
    },
  ]);
}

const at = (id: string, events: Event[], row: Partial<FakeConversation>): FakeConversation => ({
  id,
  site: 'airline',
  wants: 'Something else',
  reason: 'Asked for a person',
  mood: calm,
  waiting: 30,
  within: 240,
  events,
  ...row,
});

/** A morning's queue; `now` is epoch ms. */
export function morning(now: number): FakeConversation[] {
  const ago = (seconds: number) => now - seconds * 1000;
  return [
    at('c-rosa', handedOver(ago(230)), {
      name: 'Rosa Lindqvist',
      wants: 'My bag did not arrive',
      reason: 'Frustration, twice',
      mood: cross,
      waiting: 230,
    }),
    at('c-tomas', heldRefund(ago(225)), {
      name: 'Tomás Ferreira',
      wants: 'Where is my refund?',
      reason: 'An action is held for a person',
      waiting: 225,
      within: 360,
    }),
    at(
      'c-amina',
      waitingFor(ago(60), 'Amina Diallo', 'My flight leaves in an hour and I cannot check in', 300),
      {
        name: 'Amina Diallo',
        wants: 'Check in for my flight',
        mood: { frustration: 0.3, urgency: 0.9, confusion: 0.2 },
        waiting: 60,
        within: 300,
      },
    ),
    at('c-anon', waitingFor(ago(20), undefined, 'hello can I talk to someone', null), {
      wants: 'Not known yet',
      waiting: 20,
      within: null,
    }),
    at('c-piet', withAssistant(ago(15), 'Piet van Dam'), {
      name: 'Piet van Dam',
      wants: 'Baggage allowance',
      reason: '',
      waiting: 75,
      within: null,
    }),
    at('c-lea', withAssistant(ago(40), 'Léa Martin'), {
      name: 'Léa Martin',
      wants: 'Choose a seat',
      reason: '',
      mood: { frustration: 0.2, urgency: 0.1, confusion: 0.7 },
      waiting: 160,
      within: null,
    }),
  ];
}
