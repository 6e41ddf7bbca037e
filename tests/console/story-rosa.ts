// Rosa's conversation: a clarification, a removed bag, then anger about a lost one and the handoff.
import type { Event } from '../../shared/events.ts';
import { calm, cross, log, observed, opening, understood } from './story-log.ts';

const bagProposal = {
  proposal: 'p-bag',
  action: 'remove-bag',
  arguments: { booking: 'ME204', bag: 'BAG-1' },
  hash: '8f3ac0d19be24f77a1c5',
};

/** Greeting, clarification, a removed bag, then anger about a lost one and the handoff: 25 events. */
export function handedOver(end: number): Event[] {
  const intents = [
    { id: 'remove-bag', confidence: 0.64 },
    { id: 'cancel-flight', confidence: 0.22 },
  ];
  return log(end, [
    ...opening('v-1', { id: 'cust-one', name: 'Rosa Lindqvist', email: 'rosa@example.test' }),
    { type: 'message', from: 'customer', text: 'I need to cancel my bag', clientId: 'm-1' },
    understood(4, intents, calm, {
      entities: [{ kind: 'record', value: 'BAG-1', text: 'my bag', fact: 'bags' }],
    }),
    observed,
    {
      type: 'decided',
      move: 'clarify',
      because: [
        {
          rule: 'C1',
          text: 'Below the confidence threshold the assistant asks.',
          evidence: { intents, threshold: 0.75, margin: 0.1 },
        },
        {
          rule: 'E1',
          text: 'The first reply acknowledges what the customer came for.',
          evidence: { intent: 'remove-bag' },
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
      text: 'I see you want to change something about your bag.',
      acknowledges: { topic: 'bag' },
    },
    {
      type: 'question',
      id: 'q-1',
      kind: 'clarify',
      text: 'Do you want to remove a bag add-on, or cancel the entire flight?',
      choices: [
        { id: 'a', label: 'Remove a bag from my booking' },
        { id: 'b', label: 'Cancel my flight' },
        { id: 'else', label: 'Something else' },
      ],
    },
    { type: 'answered', question: 'q-1', choice: 'a', by: 'button', clientId: 'm-2' },
    {
      type: 'decided',
      move: 'propose',
      because: [
        {
          rule: 'D1',
          text: 'A destructive action needs high confidence and an explicit confirmation.',
          evidence: { action: 'remove-bag', risk: 'destructive' },
        },
        {
          rule: 'D3',
          text: 'A confirmation is bound to its exact arguments, lives five minutes and is used once.',
          evidence: { hash: bagProposal.hash },
        },
      ],
      site: 'a91f03c7d2e5',
      mode: 'autonomous',
      on: 10,
    },
    {
      type: 'proposed',
      ...bagProposal,
      customer: 'cust-one',
      question: 'q-2',
      expiresAt: end,
      intent: 'remove-bag',
    },
    {
      type: 'question',
      id: 'q-2',
      kind: 'confirm',
      text: 'Remove the 23 kg bag from flight ME204?',
      choices: [
        { id: 'keep', label: 'Keep my bag', style: 'safe' },
        { id: 'do', label: 'Remove the bag', style: 'danger' },
      ],
      proposal: 'p-bag',
      expiresAt: end,
      card: {
        title: 'Remove the 23 kg bag from ME204',
        effect: 'The bag add-on on Vienna to Lisbon, 3 December, is taken off.',
        money: 'You get 35.00 EUR back to your card.',
        undoable: 'You can undo this for 10 minutes.',
      },
    },
    { type: 'answered', question: 'q-2', choice: 'do', by: 'button', clientId: 'm-3' },
    { type: 'confirmed', ...bagProposal },
    { type: 'ran', ...bagProposal, outcome: 'done', reference: 'RB-20491', ms: 142 },
    {
      type: 'message',
      from: 'assistant',
      name: 'Ana',
      text: 'Done: the bag is off your booking.',
      receipt: {
        proposal: 'p-bag',
        label: 'Bag removed from ME204',
        reference: 'RB-20491',
        at: end - 160_000,
        undoUntil: end + 440_000,
      },
    },
    {
      type: 'message',
      from: 'customer',
      text: 'And the bag I checked in last week never arrived!! Third time I am telling you people',
      clientId: 'm-4',
    },
    understood(
      18,
      [
        { id: 'lost-bag', confidence: 0.91 },
        { id: 'remove-bag', confidence: 0.05 },
      ],
      cross,
      { topics: ['lost-luggage'] },
    ),
    {
      type: 'decided',
      move: 'bring-person',
      because: [
        {
          rule: 'E2',
          text: 'A feeling that rose above its threshold is acknowledged first.',
          evidence: { feeling: 'frustration', value: 0.84, threshold: 0.6 },
        },
        {
          rule: 'H1',
          text: 'A person is brought in when asked for, in distress, or when a trigger of the site fires.',
          evidence: { frustration: { value: 0.84, twice: true } },
        },
      ],
      site: 'a91f03c7d2e5',
      mode: 'autonomous',
      on: 18,
      notes: { intent: 'lost-bag' },
    },
    {
      type: 'message',
      from: 'assistant',
      name: 'Ana',
      text: 'I am sorry: a bag that is missing for a week is more than annoying.',
      acknowledges: { feeling: 'frustration' },
    },
    {
      type: 'handoff',
      position: 1,
      within: 240,
      wait: { position: 1, within: 240, confidence: 0.9, basis: 'history' },
      text: 'A colleague is coming. You are first in line, usually within 4 minutes.',
      triggers: [{ trigger: 'frustration', evidence: { value: 0.84 } }],
      priority: 10,
    },
    {
      type: 'brief',
      lines: [
        {
          field: 'wants',
          label: 'Wants',
          text: 'My bag did not arrive (“the bag I checked in last week never arrived”)',
        },
        { field: 'tried', label: 'Tried', text: 'Removed the bag add-on from ME204: done, RB-20491' },
        {
          field: 'known',
          label: 'Known',
          text: 'Verified as Rosa Lindqvist; one booking, ME204, Vienna to Lisbon on 3 December',
        },
        { field: 'promised', label: 'Promised', text: '35.00 EUR back to the card' },
      ],
    },
    {
      type: 'corrected',
      by: 'customer',
      field: 'known',
      text: 'It was flight ME118 on 14 November',
      clientId: 'm-5',
    },
  ]);
}
