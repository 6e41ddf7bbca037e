// What every decision goes through, however it came about: C3 and H7 are kept here, whatever a rule forgot.
import { describe, expect, it } from 'vitest';
import type { Draft, QuestionDraft } from '../../server/decide/decision.ts';
import { conclude, notice, systemNotice } from '../../server/decide/reply.ts';
import type { EventBody } from '../../shared/events.ts';
import { means, reading, type Scene, scene } from '../helpers/scene.ts';

const asks = (id: string): QuestionDraft => ({
  draft: 'question',
  id,
  kind: 'clarify',
  say: { say: 'clarify', again: false },
  choices: [],
});
const asked = (id: string): EventBody => ({ type: 'question', id, kind: 'clarify', text: 'x', choices: [] });
const proposed: EventBody = {
  type: 'proposed',
  proposal: 'p',
  action: 'a',
  arguments: {},
  hash: 'h',
  customer: 'c',
  question: 'q',
  expiresAt: 0,
};
const noted: EventBody = { type: 'noted', by: { id: 'a', name: 'A' }, text: 'x' };
const concluded = (s: Scene, drafts: Draft[]) =>
  conclude(s.situation(), { move: 'm', because: [], drafts, effects: [] }).events.slice(1);

describe('what a reply amounts to', () => {
  it('H7 drops every word of the assistant’s after a claim, and keeps the system’s notices and the log', () => {
    const s = scene();
    s.ask('human');
    s.happen({ type: 'claimed', agent: { id: 'a', name: 'Mia' } });
    const told = systemNotice('lapsed');
    const handoff = { draft: 'handoff' as const, event: {} as never };
    const drafts: Draft[] = [notice('kept'), told, asks('q'), asked('q'), proposed, noted, handoff];
    expect(concluded(s, drafts)).toEqual([told, noted]);
  });

  it('H7 drops nothing before a claim', () => {
    const drafts: Draft[] = [notice('kept'), systemNotice('lapsed'), proposed, noted];
    expect(concluded(scene(), drafts)).toEqual(drafts);
  });

  it('C3 closes the open question before another, and tells of a confirmation that nothing was done', () => {
    const s = scene();
    s.say('hm', reading());
    const open = s.conversation.view.open ?? '';
    const lapsed = { type: 'lapsed', question: open, why: 'changed' };
    expect(concluded(s, [asks('next')])).toEqual([lapsed, asks('next')]);
    expect(concluded(s, [asked('next')])).toEqual([lapsed, asked('next')]);
    expect(concluded(s, [noted])).toEqual([noted]);
    expect(concluded(s, [asks(open)])).toEqual([asks(open)]);
    expect(concluded(s, [asked(open)])).toEqual([asked(open)]);

    const t = scene();
    t.say('cancel', means('cancel-flight'));
    const card = t.conversation.view.open ?? '';
    expect(concluded(t, [asks('next')])).toEqual([
      { type: 'lapsed', question: card, why: 'changed' },
      systemNotice('lapsed'),
      asks('next'),
    ]);
  });

  it('C3 closes it once, and only by closing that very question', () => {
    const s = scene();
    s.say('hm', reading());
    const question = s.conversation.view.open ?? '';
    const closes: Draft[] = [
      { type: 'lapsed', question, why: 'changed' },
      { type: 'answered', question, choice: 'x', by: 'typed' },
    ];
    for (const close of closes) expect(concluded(s, [close, asks('next')])).toEqual([close, asks('next')]);
    const other: Draft[] = [
      { type: 'lapsed', question: 'another', why: 'changed' },
      { ...asked(question), type: 'noted' } as never,
    ];
    for (const close of other) expect(concluded(s, [close, asks('next')])).toHaveLength(3);
  });

  it('R2 says what the decision is about, its notes and its mode only where there are any', () => {
    const s = scene();
    const bare = conclude(s.situation(), { move: 'm', because: [], drafts: [], effects: [] }).events[0];
    expect(JSON.stringify(bare)).toBe(
      JSON.stringify({ type: 'decided', move: 'm', because: [], site: 'v1', mode: 'autonomous' }),
    );
    const full = { move: 'm', because: [], drafts: [], effects: [], notes: { saved: true }, mode: 'shadow' };
    expect(conclude(s.situation(), full, 7).events[0]).toMatchObject({
      on: 7,
      notes: { saved: true },
      mode: 'shadow',
    });
  });
});
