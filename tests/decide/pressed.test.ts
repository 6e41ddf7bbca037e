// D3, N1: a card whose button was pressed and that could not run any more, or whose turn was lost, is closed for good;
// no other is in its place.
import { describe, expect, it } from 'vitest';
import { means, records, type Scene, scene } from '../helpers/scene.ts';

function proposed(): Scene {
  const s = scene();
  s.say('cancel my flight', means('cancel-flight'));
  return s;
}

/** The press of the open card's button; `settled`: decided on, as before its proposal was closed with that. */
function pressed(s: Scene, settled = false): { seq: number; proposal: string } {
  const question = s.conversation.view.open ?? '';
  s.happen({ type: 'answered', question, choice: 'do', by: 'button' });
  const { seq } = s.conversation.inside;
  const decided = { type: 'decided', move: 'changed', site: 'v1', mode: 'autonomous' } as const;
  if (settled) s.happen({ ...decided, because: [], on: seq });
  return { seq, proposal: s.last('proposed')?.proposal ?? '' };
}

describe('a card that was pressed', () => {
  it('D3 N1 the watchdog closes what the press that it saves was for, not what was pressed before', () => {
    const s = proposed();
    const before = pressed(s, true);
    s.say('cancel my flight', means('cancel-flight'));
    const { seq, proposal } = pressed(s);
    expect(proposal).not.toBe(before.proposal);
    s.take({ kind: 'timer', name: 'watchdog', ref: String(seq) });
    expect(s.all('voided')).toMatchObject([{ proposal, why: 'handoff' }]);
    expect(s.conversation.inside.proposals[proposal]?.status).toBe('void');
    expect(s.conversation.view.status).toBe('waiting');
  });

  it('D3 N1 the watchdog closes nothing for the sake of a wish for a person', () => {
    const s = proposed();
    pressed(s, true);
    s.happen({ type: 'asked', what: 'human', clientId: 'a' });
    s.take({ kind: 'timer', name: 'watchdog', ref: String(s.conversation.inside.seq) });
    expect(s.all('voided')).toEqual([]);
    expect(s.all('message').map(({ notice }) => notice)).not.toContain('lapsed');
    expect(s.conversation.view.status).toBe('waiting');
  });

  it('D3 closes for good what was pressed and could not run any more', () => {
    const changed = proposed();
    changed.facts.bookings = records('bookings', [], changed.now);
    changed.press('do');
    expect(changed.last('voided')).toMatchObject({ why: 'changed' });
    const unavailable = proposed();
    unavailable.facts.bookings = { ok: false, why: 'failed' };
    unavailable.press('do');
    expect(unavailable.last('voided')).toMatchObject({ why: 'changed' });
    expect(unavailable.conversation.view.status).toBe('waiting');
    const overtaken = proposed();
    const question = overtaken.conversation.view.open ?? '';
    const { seq } = pressed(overtaken);
    overtaken.happen({ type: 'claimed', agent: { id: 'a', name: 'Mia' } });
    overtaken.take({ kind: 'choice', seq, question, choice: 'do' });
    expect(overtaken.last('voided')).toMatchObject({ why: 'handoff' });
    for (const s of [changed, unavailable, overtaken]) {
      expect(Object.values(s.conversation.inside.proposals)).toMatchObject([{ status: 'void' }]);
      expect(s.all('voided')).toHaveLength(1);
      expect(s.calls.filter(({ effect }) => effect === 'run')).toEqual([]);
    }
  });
});
