// What the gate takes for proof of a claim, and every refusal in full.
import { describe, expect, it } from 'vitest';
import { type Claim, claims } from '../../server/speak/claims.ts';
import { gate } from '../../server/speak/gate.ts';
import { isProven, proofOf } from '../../server/speak/proof.ts';
import { emptyConversation } from '../../shared/apply-event.ts';
import type { EventBody } from '../../shared/events.ts';
import { means, reading, type Scene, scene } from '../helpers/scene.ts';

const message = (text: string, more = {}): EventBody => ({
  type: 'message',
  from: 'assistant',
  text,
  ...more,
});
const ended = (type: 'ran' | 'undone', outcome: 'done' | 'failed' = 'done'): EventBody => ({
  type,
  proposal: 'p',
  action: 'a',
  arguments: {},
  hash: 'h',
  outcome,
  ms: 1,
});
const receipt = { receipt: { proposal: 'p', label: 'Cancellation', at: 0 } };
const card = (s: Scene) => s.last('question')?.card;

/** A conversation in which flight ME204 was cancelled, and undone again if so wished. */
function cancelled(undo = false): Scene {
  const s = scene();
  s.say('cancel', means('cancel-flight'));
  s.press('do');
  if (undo) s.ask('undo', { proposal: s.last('ran')?.proposal ?? '' });
  return s;
}

describe('proof', () => {
  it('D7 is a receipt of this turn with its run beside it, or one that stands', () => {
    const text = message('ME204 is cancelled.', receipt);
    const empty = { receipts: [], fresh: [], person: false };
    expect(proofOf([text], emptyConversation)).toEqual(empty);
    expect(proofOf([ended('ran', 'failed'), text], emptyConversation)).toEqual(empty);
    expect(proofOf([ended('ran'), message('x')], emptyConversation)).toEqual(empty);
    const said = ['Cancellation ME204 is cancelled.'];
    expect(proofOf([ended('ran'), text], emptyConversation)).toEqual({
      ...empty,
      receipts: said,
      fresh: said,
    });
    expect(proofOf([ended('undone'), text], emptyConversation).fresh).toEqual(said);
    expect(proofOf([], cancelled().conversation)).toEqual({
      ...empty,
      receipts: ['Receipt of cancel-flight cancel-flight flight ME204 is done.'],
    });
    expect(proofOf([], cancelled(true).conversation).receipts).toEqual(['Undo Restored.']);
    const s = scene();
    s.say('cancel', means('cancel-flight'));
    const { proposal = '' } = s.last('proposed') ?? {};
    s.happen(message('ME204 is cancelled.', { receipt: { ...receipt.receipt, proposal } }));
    expect(proofOf([], s.conversation).receipts).toEqual([]);
  });

  it('D3 is the card that is open or about to be, with all that stands on it, and no other question', () => {
    const s = scene();
    s.say('cancel', means('cancel-flight'));
    const shown =
      'cancel-flight flight ME204 It will be gone. You get nothing back. Keep flight ME204 Do cancel-flight flight ME204';
    expect(proofOf([], s.conversation).card).toBe(shown);
    const question = s.conversation.view.open ?? '';
    const lapsed: EventBody = { type: 'lapsed', question, why: 'changed' };
    const answered: EventBody = { type: 'answered', question, choice: 'do', by: 'button' };
    for (const close of [lapsed, answered]) {
      expect(proofOf([close], s.conversation).card).toBeUndefined();
      expect(proofOf([message('x'), close], s.conversation).card).toBeUndefined();
    }
    const plain: EventBody = { type: 'question', id: 'x', kind: 'clarify', text: 'Which?', choices: [] };
    expect(proofOf([plain], s.conversation).card).toBeUndefined();
    const bag = { title: 'Bag', effect: 'Off', undoable: 'No' };
    const next: EventBody = { ...plain, kind: 'confirm', card: bag, choices: [{ id: 'do', label: 'Take' }] };
    expect(proofOf([plain, next, lapsed], s.conversation).card).toBe('Bag Off  Take');
    const t = scene();
    t.say('hm', reading());
    expect(proofOf([], t.conversation).card).toBeUndefined();
    expect(card(s)).toBeDefined();
  });

  it('H2 is a person who is here, on the way, or called in this very reply', () => {
    const handoff = scene();
    handoff.ask('human');
    const called = handoff.events.filter(({ type }) => type === 'handoff');
    expect(proofOf([], handoff.conversation).person).toBe(true);
    expect(proofOf([message('x'), ...called], emptyConversation).person).toBe(true);
    expect(proofOf([message('x')], emptyConversation).person).toBe(false);
  });

  it('D7 takes nothing but what has just happened for a deed that cannot be compared', () => {
    const proof = {
      receipts: ['Refund of €39.00 for ME204,'],
      fresh: ['Refund of €39.00 for ME204,'],
      person: false,
    };
    const other = (says: Claim['says'], clause: string): Claim => ({ says, deed: 'other', clause });
    expect(isProven(other('done', 'that is done'), proof)).toBe(true);
    expect(isProven(other('done', 'that is done for ME204'), proof)).toBe(true);
    expect(isProven(other('done', 'that is done for €39'), proof)).toBe(true);
    expect(isProven(other('done', 'that is done for €390'), proof)).toBe(false);
    expect(isProven(other('promised', 'that will be done'), proof)).toBe(false);
    expect(isProven(other('done', 'that is done'), { ...proof, fresh: [] })).toBe(false);
    const refund: Claim = { says: 'done', deed: 'refund', clause: 'refunded €39.' };
    expect(isProven(refund, { ...proof, fresh: [] })).toBe(true);
    expect(isProven({ ...refund, says: 'promised' }, proof)).toBe(false);
    expect(isProven({ ...refund, deed: 'cancel' }, proof)).toBe(false);
  });
});

describe('a refusal', () => {
  const question = (text: string): EventBody => ({
    type: 'question',
    id: text,
    kind: 'clarify',
    text,
    choices: [],
  });

  it('E6, C3, H7 says what is wrong in words for the record', () => {
    const claimed = { ...emptyConversation, view: { ...emptyConversation.view, status: 'claimed' as const } };
    const events = [question('a'), question('b')];
    expect(gate({ events, owes: true }, claimed)).toEqual([
      { rule: 'E6', text: 'an acknowledgement is due and the reply does not begin with one' },
      { rule: 'C3', text: 'two questions would be open at once' },
      { rule: 'H7', text: 'the assistant would speak after a claim' },
    ]);
    const noted: EventBody = { type: 'noted', by: { id: 'a', name: 'A' }, text: 'x' };
    const fromAgent: EventBody = { type: 'message', from: 'agent', text: 'x' };
    expect(gate({ events: [noted, fromAgent], owes: true }, claimed)).toEqual([]);
    expect(
      gate(
        { events: [question('a'), noted], owes: false },
        { ...emptyConversation, view: { ...emptyConversation.view, open: 'a' } },
      ),
    ).toEqual([]);
    const acknowledges = message('I see.', { acknowledges: {} });
    expect(gate({ events: [acknowledges], owes: true }, emptyConversation)).toEqual([]);
    expect(
      gate({ events: [acknowledges], owes: true, composed: new Set([acknowledges]) }, emptyConversation),
    ).toHaveLength(1);
  });

  it('C3 counts what composed words ask beside what else is asked', () => {
    const refused = (events: EventBody[], composed: EventBody[]) =>
      gate({ events, composed: new Set(composed), owes: false }, emptyConversation);
    const [one, two, none] = [message('Why?'), message('Why? How?'), message('So.')];
    const why = { rule: 'C3', text: 'the composed text asks a second thing' };
    expect(refused([one], [one])).toEqual([]);
    expect(refused([two], [two])).toEqual([{ ...why, event: two }]);
    expect(refused([two], [])).toEqual([]);
    expect(refused([message('What?!?'), none], [none])).toEqual([]);
    const asks = question('Which one');
    expect(refused([asks, one], [one])).toEqual([{ ...why, event: one }]);
    expect(refused([asks, one], [asks, one])).toEqual([{ ...why, event: one }]);
    expect(refused([asks, none], [asks, none])).toEqual([]);
    const other = question('Which？');
    expect(refused([other], [other])).toEqual([]);
  });

  it('D7, D3, H2 names the clause and the rule that wants its proof', () => {
    const of = (text: string) => {
      const event = message(text);
      return gate({ events: [event], composed: new Set([event]), owes: false }, emptyConversation);
    };
    const because = (rule: string, says: string, clause: string, text: string) => [
      { rule, text: `nothing proves what is ${says}: “${clause}”`, event: message(text) },
    ];
    const done = 'I cancelled it';
    expect(of(done)).toEqual(because('D7', 'done', 'i cancelled it', done));
    const soon = 'I will cancel it';
    expect(of(soon)).toEqual(because('D3', 'promised', 'i will cancel it', soon));
    const person = 'A person will come';
    expect(of(person)).toEqual(because('H2', 'promised', 'a person will come', person));
    expect(claims(done)).toEqual([{ says: 'done', deed: 'cancel', clause: 'i cancelled it' }]);
  });
});
