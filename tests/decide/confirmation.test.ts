// D1–D7: what destroys something is proposed, confirmed by its button, run once, and leaves a receipt.
import { describe, expect, it } from 'vitest';
import type { Entity } from '../../shared/understanding.ts';
import { means, reading, records, said, scene } from '../helpers/scene.ts';

const twoFlights = ['ME204', 'ME118'].map((id) => ({ id, name: `flight ${id}`, status: 'active' }));

function proposed() {
  const s = scene();
  s.say('cancel my flight', means('cancel-flight'));
  return s;
}

describe('confirmation', () => {
  it('D1 proposes a destructive action only at its own, higher threshold', () => {
    const s = scene();
    s.say('cancel', means('cancel-flight', 0.78));
    expect(s.all('proposed')).toHaveLength(0);
    expect(s.last('question')?.kind).toBe('clarify');
  });

  it('D1 takes a pressed choice as certain, but never as the confirmation', () => {
    const s = scene();
    s.say('cancel', means('cancel-flight', 0.6));
    s.press('cancel-flight');
    expect(s.last('question')?.kind).toBe('confirm');
    expect(s.calls).toHaveLength(0);
  });

  it('D2 names the object, the effect, the money and the undo, the safe button first and in words', () => {
    const question = proposed().last('question');
    expect(question?.card).toEqual({
      title: 'cancel-flight flight ME204',
      effect: 'It will be gone.',
      money: 'You get nothing back.',
      undoable: 'It can be undone for ten minutes.',
    });
    expect(question?.choices).toEqual([
      { id: 'keep', label: 'Keep flight ME204', style: 'safe' },
      { id: 'do', label: 'Do cancel-flight flight ME204', style: 'danger' },
    ]);
  });

  it('D3 runs only the confirmed proposal, bound to its arguments', () => {
    const s = proposed();
    s.press('do');
    const confirmed = s.last('confirmed');
    expect(s.calls).toEqual([{ effect: 'run', proposal: confirmed?.proposal }]);
    expect(confirmed?.arguments).toEqual({ id: 'ME204' });
    expect(confirmed?.hash).toBe(s.last('proposed')?.hash);
  });

  it('D3 lets a confirmation run out after five minutes and says that nothing was done', () => {
    const s = proposed();
    const question = s.conversation.view.open;
    s.wait(5 * 60_000);
    expect(s.last('lapsed')).toMatchObject({ question, why: 'expired' });
    expect(said(s.events).at(-1)).toMatch(/nothing was done/);
    expect(s.last('message')?.from).toBe('system');
  });

  it('D3 proposes anew, with fresh facts, on one tap after the expiry', () => {
    const s = proposed();
    const question = s.conversation.view.open ?? '';
    s.wait(6 * 60_000);
    s.ask('again', { question });
    expect(s.calls).toEqual([{ effect: 'look', facts: ['bookings'], maxAge: 30_000 }]);
    expect(s.conversation.view.open).toBe(s.last('proposed')?.question);
    expect(s.conversation.view.open).not.toBe(question);
  });

  it('A4 confirms on fresh facts when those it has are of a time to come: the clock has gone back', () => {
    const s = proposed();
    s.now -= 31_000;
    s.press('do');
    expect(s.calls[0]).toEqual({ effect: 'look', facts: ['bookings'], maxAge: 30_000 });
  });

  it('D3 gives more time in the last minute by one tap: the same thing, proposed anew', () => {
    const s = proposed();
    const question = s.conversation.view.open ?? '';
    const first = s.last('proposed');
    s.now += 4.5 * 60_000;
    s.ask('again', { question });
    expect(s.last('proposed')).toMatchObject({ hash: first?.hash, expiresAt: s.now + 5 * 60_000 });
    expect(s.conversation.inside.proposals[first?.proposal ?? '']?.status).toBe('void');
    expect(s.all('question').filter(({ kind }) => kind === 'confirm')).toHaveLength(2);
  });

  it('D3 does nothing when what was confirmed has changed since', () => {
    const s = proposed();
    s.facts = {
      ...s.facts,
      bookings: records('bookings', [{ id: 'ME204', name: 'flight ME204', status: 'cancelled' }], s.now),
    };
    s.press('do');
    expect(s.calls).toHaveLength(0);
    expect(s.last('message')?.notice).toBe('changed');
  });

  it('D3 asks for fresh facts before it runs on old ones', () => {
    const s = proposed();
    s.now += 60_000;
    s.press('do');
    expect(s.calls.map(({ effect }) => effect)).toEqual(['look', 'run']);
  });

  it('D3 is voided by a handoff, and the customer is told that nothing was done', () => {
    const s = proposed();
    const { proposal } = s.last('proposed') ?? {};
    s.ask('human');
    expect(s.last('lapsed')?.why).toBe('handoff');
    expect(s.conversation.inside.proposals[proposal ?? '']?.status).toBe('void');
    expect(said(s.events).join(' ')).toMatch(/Nothing was done/);
  });

  it('D3 runs nothing that a person overtook between the press and its turn', () => {
    const s = proposed();
    const question = s.conversation.view.open ?? '';
    s.happen({ type: 'answered', question, choice: 'do', by: 'button' });
    const seq = s.events.length;
    s.happen({ type: 'claimed', agent: { id: 'a', name: 'Mia' } });
    s.take({ kind: 'choice', seq, question, choice: 'do' });
    expect(s.calls).toHaveLength(0);
    expect(s.last('message')).toMatchObject({ from: 'system', notice: 'lapsed' });
  });

  it.each(['yes', 'ok', 'yes but not that one'])(
    'D4 shows the card again for “%s” and runs nothing',
    (text) => {
      const s = proposed();
      const before = s.last('question');
      // An article may well have something to say to it: it is a word to the card all the same.
      const article = { article: 'baggage', title: 'Baggage', text: 'One bag.', score: 0.9 };
      s.say(text, reading(text.includes(' ') ? { opensWith: 'yes' } : { gesture: 'yes' }), [article]);
      expect(s.calls).toHaveLength(0);
      const again = s.last('question');
      expect(again).toMatchObject({
        id: before?.id,
        proposal: before?.proposal,
        expiresAt: before?.expiresAt,
      });
      expect(s.conversation.view.open).toBe(before?.id);
      expect(s.conversation.view.entries.filter((entry) => entry.kind === 'question')).toHaveLength(1);
    },
  );

  it('C6 takes the same wish for another of their flights as a request of its own, and the card lapses', () => {
    const s = scene();
    s.facts = { ...s.facts, bookings: records('bookings', twoFlights, s.now) };
    const naming = (value: string): Entity[] => [{ kind: 'record', fact: 'bookings', value, text: value }];
    s.say('cancel ME204', means('cancel-flight', 0.96, { entities: naming('ME204') }));
    const card = s.last('question');
    s.say('cancel ME204, yes', means('cancel-flight', 0.96, { entities: naming('ME204') }));
    expect(s.conversation.view.open).toBe(card?.id);
    s.say('I cancelled ME118', means('cancel-flight', 0.96, { entities: naming('ME118'), guard: 'past' }));
    expect(s.conversation.view.open).toBe(card?.id);
    s.say('cancel ME118', means('cancel-flight', 0.96, { entities: naming('ME118') }));
    expect(s.last('lapsed')).toMatchObject({ question: card?.id, why: 'new-request' });
    expect(s.last('question')?.card?.title).toBe('cancel-flight flight ME118');
    expect(s.calls).toHaveLength(0);
  });

  it('C6, C9 says back what none of theirs bears instead of showing the card for another again', () => {
    const s = proposed();
    const lisbon: Entity = { kind: 'word', fact: 'bookings', value: 'lisbon', text: 'Lisbon' };
    s.say('cancel my flight to Lisbon', means('cancel-flight', 0.96, { entities: [lisbon] }));
    expect(s.last('lapsed')?.why).toBe('new-request');
    expect(s.last('question')).toMatchObject({ kind: 'detail', text: expect.stringContaining('Lisbon') });
    expect(s.calls).toHaveLength(0);
  });

  it('D4 takes the label typed whole for the button', () => {
    const s = proposed();
    s.say('do cancel-flight flight ME204', reading({ answer: { choice: 'do', whole: true } }));
    expect(s.last('answered')).toMatchObject({ choice: 'do', by: 'typed' });
    expect(s.calls.map(({ effect }) => effect)).toEqual(['run']);
  });

  it('D4 does not take a part of the label for the button, whatever the brain says', () => {
    const s = proposed();
    s.say('cancel-flight', reading({ answer: { choice: 'do', whole: true } }));
    expect(s.calls).toHaveLength(0);
  });

  it('D4 takes a no for a no', () => {
    const s = proposed();
    s.say('no', reading({ gesture: 'no' }));
    expect(s.conversation.view.open).toBeUndefined();
    expect(s.last('message')?.notice).toBe('kept');
    expect(s.calls).toHaveLength(0);
  });

  it('D4 takes “don’t cancel it” for a no, and “yes, but don’t” for neither', () => {
    const s = proposed();
    const not = means('cancel-flight', 0.9, { guard: 'negated' });
    s.say('yes', { ...not, gesture: 'yes' });
    s.say('yes, but don’t', { ...not, opensWith: 'yes' });
    s.say('don’t remove the bag', { ...not, intents: [{ id: 'remove-bag', confidence: 0.9 }] });
    expect(s.last('question')?.id).toBe(s.conversation.view.open);
    s.say('no, don’t cancel it', not);
    expect(s.conversation.view.open).toBeUndefined();
    expect(s.last('message')?.notice).toBe('kept');
    expect(s.calls).toHaveLength(0);
  });

  it('D4 takes a no that goes on for a no, unless it asks for something else', () => {
    const s = proposed();
    s.say('no, move it', means('booking-status', 0.9, { opensWith: 'no' }));
    expect(s.last('lapsed')?.why).toBe('new-request');
    const other = proposed();
    other.say('no, leave it as it is', means('cancel-flight', 0.5, { opensWith: 'no' }));
    expect(other.last('answered')).toMatchObject({ choice: 'keep', by: 'typed' });
    const unsure = proposed();
    unsure.say('please don’t', means('remove-bag', 0.6, { guard: 'negated' }));
    expect(unsure.last('answered')).toMatchObject({ choice: 'keep', by: 'typed' });
  });

  it('D5 knows no second run of a proposal: its question is closed by the first press', () => {
    const s = proposed();
    s.press('do');
    expect(() => s.press('do')).toThrow('no question is open');
    expect(s.calls).toHaveLength(1);
  });

  it('D5 runs nothing when the same press is decided once more', () => {
    const s = proposed();
    const question = s.conversation.view.open ?? '';
    s.press('do');
    s.take({ kind: 'choice', seq: s.last('answered')?.seq ?? 0, question, choice: 'do' });
    expect(s.calls).toHaveLength(1);
    expect(s.last('decided')?.because).toMatchObject([{ rule: 'D5', evidence: { status: 'done' } }]);
    expect(s.last('message')?.receipt).toBeDefined();
  });

  it.each(['unknown', 'failed'] as const)('D5 runs nothing a second time after it ended %s', (how) => {
    const s = proposed();
    const question = s.conversation.view.open ?? '';
    s.outcome = () => ({ outcome: how });
    s.press('do');
    s.happen({ type: 'returned', agent: { id: 'a', name: 'Mia' } });
    s.take({ kind: 'choice', seq: s.last('answered')?.seq ?? 0, question, choice: 'do' });
    expect(s.calls).toHaveLength(1);
    expect(s.last('decided')?.because.at(-1)).toMatchObject({ evidence: { status: how } });
  });

  it('D5 does not ask for a second approval when the same press is decided once more', () => {
    const s = scene();
    s.gates = { open: [], held: [], rollout: { 'cancel-flight': 'supervised' } };
    s.say('cancel my flight', means('cancel-flight'));
    const question = s.conversation.view.open ?? '';
    s.press('do');
    s.take({ kind: 'choice', seq: s.last('answered')?.seq ?? 0, question, choice: 'do' });
    expect(s.all('confirmed')).toHaveLength(1);
    expect(s.last('decided')?.move).toBe('done-once');
  });

  it('A3 runs nothing that cannot be looked at again, and says so instead of that it changed', () => {
    const s = proposed();
    s.facts = { ...s.facts, bookings: { ok: false, why: 'timeout' } };
    s.press('do');
    expect(s.calls).toHaveLength(0);
    expect(s.all('message').at(-1)?.notice).toBe('unavailable');
    expect(s.last('handoff')?.triggers).toMatchObject([{ trigger: 'failure' }]);
  });

  it('D6 says that an outcome is unknown, retries nothing and brings a person', () => {
    const s = proposed();
    s.outcome = () => ({ outcome: 'unknown' });
    s.press('do');
    expect(s.calls).toHaveLength(1);
    expect(s.last('handoff')?.triggers[0]?.trigger).toBe('unknown-outcome');
    expect(said(s.events).join(' ')).toMatch(/don’t know yet whether it was done/);
  });

  it('D7 leaves a receipt with its reference and an undo, which works once', () => {
    const s = proposed();
    s.press('do');
    const receipt = s.all('message').at(-1)?.receipt;
    expect(receipt).toMatchObject({ reference: 'R-1', undoUntil: s.now + 600_000, undoLabel: 'Undo' });
    s.ask('undo', { proposal: receipt?.proposal ?? '' });
    expect(s.last('undone')?.outcome).toBe('done');
    expect(s.last('message')?.notice).toBe('undone');
    s.ask('undo', { proposal: receipt?.proposal ?? '' });
    expect(s.last('message')?.notice).toBe('undo-over');
    expect(s.calls.filter(({ effect }) => effect === 'undo')).toHaveLength(1);
  });

  it('D7 refuses an undo whose window is over', () => {
    const s = proposed();
    s.press('do');
    s.now += 600_001;
    s.ask('undo', { proposal: s.last('ran')?.proposal ?? '' });
    expect(s.last('message')?.notice).toBe('undo-over');
  });
});
