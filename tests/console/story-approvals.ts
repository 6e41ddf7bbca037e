// Stories of the rungs below autonomous: a cancellation that waits for an agent, and where the actions stand.
import type { Event } from '../../shared/events.ts';
import type { RolloutEvidence, RolloutRow } from '../../shared/protocol.ts';
import type { FakeConversation } from './fake-desk.ts';
import { calm, log, observed, opening, understood } from './story-log.ts';

const cancellation = {
  proposal: 'p-cancel',
  action: 'cancel-flight',
  arguments: { reference: 'ME204', customer: 'cust-noor', bags: 1, notify: true },
  hash: '5f0c77de19aa3c4410f2e8',
};

/** The customer has confirmed, the assistant has the conversation, and an agent's approval is awaited (A5). */
export function awaitingApproval(now: number): FakeConversation {
  const said = now - 50_000;
  const events: Event[] = log(said, [
    ...opening('v-9', { id: 'cust-noor', name: 'Noor Haddad', email: 'noor@example.test' }),
    { type: 'message', from: 'customer', text: 'please cancel my flight to Oslo', clientId: 'n-1' },
    understood(4, [{ id: 'cancel-flight', confidence: 0.97 }], calm),
    observed,
    {
      type: 'decided',
      move: 'propose',
      because: [
        {
          rule: 'D1',
          text: 'A destructive action needs high confidence and an explicit confirmation.',
          evidence: { action: 'cancel-flight', risk: 'destructive' },
        },
      ],
      site: 'a91f03c7d2e5',
      mode: 'supervised',
      on: 4,
    },
    { type: 'proposed', ...cancellation, customer: 'cust-noor', question: 'q-c', expiresAt: now + 200_000 },
    {
      type: 'question',
      id: 'q-c',
      kind: 'confirm',
      text: 'Cancel flight ME204 to Oslo on 9 December?',
      choices: [
        { id: 'keep', label: 'Keep my flight', style: 'safe' },
        { id: 'do', label: 'Cancel flight ME204', style: 'danger' },
      ],
      proposal: 'p-cancel',
      card: {
        title: 'Cancel flight ME204 to Oslo on 9 December?',
        effect: 'Booking ME204 is cancelled: your seat 14C is given up.',
        money: '€96 goes back to your card within 7 days.',
        undoable: 'You can undo this for 10 minutes.',
      },
    },
    { type: 'answered', question: 'q-c', choice: 'do', by: 'button', clientId: 'n-2' },
    { type: 'confirmed', ...cancellation, approveBy: now + 130_000 },
    {
      type: 'message',
      from: 'assistant',
      name: 'Ana',
      text: 'Thank you. A person looks at this before it is done, within 3 minutes; nothing is changed yet. If you would rather leave it, say “stop”.',
      notice: 'checking',
    },
  ]);
  return {
    id: 'c-noor',
    site: 'airline',
    name: 'Noor Haddad',
    wants: 'Cancel my flight',
    reason: '',
    mood: { frustration: 0.1, urgency: 0.1, confusion: 0 },
    waiting: 0,
    within: null,
    events,
  };
}

export const rungs: RolloutRow[] = [
  {
    site: 'airline',
    action: 'cancel-flight',
    label: 'Flight cancellation',
    mode: 'supervised',
    share: 1,
    held: true,
    atMost: { mode: 'autonomous', share: 1 },
    at: 0,
    by: 'handrail',
    why: '24 confirmed in 15 min, where 5.7 are usual and 18 are too many',
  },
  {
    site: 'airline',
    action: 'change-flight',
    label: 'Change of flight date',
    mode: 'supervised',
    share: 1,
    held: false,
    atMost: { mode: 'autonomous', share: 1 },
    at: 0,
    by: 'Mia Berg',
    why: 'two weeks in the shadow went well',
  },
  {
    site: 'airline',
    action: 'remove-bag',
    label: 'Bag removal',
    mode: 'autonomous',
    share: 0.25,
    held: false,
    atMost: { mode: 'autonomous', share: 0.5 },
  },
];

export const seenOf: RolloutEvidence = {
  n: 84,
  agreed: 83,
  edited: 0,
  refused: 1,
  unanswered: 3,
  ran: 83,
  failed: 1,
  unknown: 0,
  undone: 2,
  low: 0.9356,
  high: 0.9979,
  next: {
    to: 'autonomous',
    warranted: false,
    why: 'agents agreed with 98.8 % of 84, at least 93.6 % at 95 %; 95.0 % are needed',
  },
};
