// What does not belong: an input of another conversation is the caller's fault and thrown; a stranger gets no action.
import { describe, expect, it } from 'vitest';
import { decide } from '../../server/decide/decide.ts';
import type { Input } from '../../server/decide/input.ts';
import { means, scene } from '../helpers/scene.ts';
import { testSite } from '../helpers/test-site.ts';

const ended = (of: 'run' | 'hold' | 'release'): Input => ({
  kind: 'outcome',
  of,
  proposal: 'p9',
  outcome: 'done',
  ms: 1,
});

describe('a decision', () => {
  it.each<[Input, string]>([
    [{ kind: 'choice', seq: 9, question: 'q9', choice: 'do' }, 'question q9 is none that was closed lately'],
    [ended('run'), 'outcome of unknown proposal p9'],
    [ended('hold'), 'outcome of unknown hold p9'],
    [ended('release'), 'release of unknown hold p9'],
  ])('throws, naming it, what is of another conversation: %j', (input, named) => {
    expect(() => decide(scene().situation(), input)).toThrow(named);
  });

  it('N1 listens to a press about what the site has no more since a new version of it', () => {
    const s = scene();
    s.say('cancel', means('cancel-flight', 0.6));
    s.site = testSite({ intents: testSite().intents.slice(0, 1) });
    expect(s.press('cancel-flight')).toMatchObject([
      { type: 'decided', move: 'listen', because: [{}, { rule: 'C4', evidence: { gone: 'cancel-flight' } }] },
      { type: 'message', notice: 'tell-me-more' },
    ]);
  });

  it('D7 tells what was done, though what was to come after it is gone from the site', () => {
    const s = scene();
    s.say('cancel', means('cancel-flight'));
    const notes = { later: ['baggage-allowance'] };
    s.happen({ type: 'decided', move: 'later', because: [], site: 'v1', mode: 'autonomous', notes });
    s.site = testSite({ intents: testSite().intents.filter(({ id }) => id !== 'baggage-allowance') });
    s.press('do');
    expect(s.last('ran')).toMatchObject({ outcome: 'done' });
    expect(s.last('message')).toMatchObject({ receipt: { reference: 'R-1' } });
  });

  it('D6 tells of a run, an undo and a hold that nobody knows the end of, though their action is gone from the site', () => {
    const s = scene();
    s.say('cancel', means('cancel-flight'));
    s.press('do');
    const { proposal = '', action = '', hash = '' } = s.last('proposed') ?? {};
    const asked = { action, arguments: {}, hash, asOf: s.now, intent: 'cancel-flight', details: {} };
    s.happen({ type: 'hold-asked', hold: 'h1', ...asked });
    s.site = testSite({ actions: [] });
    for (const [of, id, notice] of [
      ['run', proposal, 'unknown-outcome'],
      ['undo', proposal, 'undo-failed'],
      ['hold', 'h1', 'not-promised'],
    ] as const) {
      const input: Input = {
        kind: 'outcome',
        of,
        proposal: id,
        outcome: 'unknown',
        ms: 0,
        why: 'interrupted',
      };
      // Each as if the customer were with the assistant still.
      const told = JSON.stringify(decide(s.situation(), input).events);
      for (const word of ['handoff', notice]) expect(told, of).toContain(`"${word}"`);
    }
  });

  it('throws, naming it, an intent that a site would not be let in with', () => {
    const without = scene({ site: { articles: [] } });
    expect(() => without.say('bags', means('baggage-allowance'))).toThrow(
      'intent baggage-allowance has neither answer nor article',
    );
  });

  it('throws, naming it, what was asked or proposed of something that is gone from the site or the log', () => {
    const s = scene();
    s.say('cancel', means('cancel-flight'));
    s.site = testSite({ actions: [] });
    s.outcome = () => ({ outcome: 'done' });
    const { proposal = '' } = s.last('proposed') ?? {};
    const input: Input = { kind: 'outcome', of: 'run', proposal, outcome: 'done', ms: 1 };
    expect(() => s.take(input)).toThrow(`outcome of unknown proposal ${proposal}`);
    const choices = [{ id: 'a', label: 'A' }];
    const ask = { type: 'question' as const, text: '?', choices };
    s.happen({ ...ask, id: 'q1', kind: 'detail', means: { a: { value: 'a' } } });
    expect(() => s.press('a')).toThrow('question q1 does not say what it was for');
    s.happen({ ...ask, id: 'q2', kind: 'confirm' });
    expect(() => s.press('a')).toThrow('question q2 has no proposal');
  });
});

describe('somebody who is not signed in', () => {
  it('P3 is asked to sign in before any action, also one that acts on no record of theirs', () => {
    const actions = testSite().actions.map(({ on: _, when: __, ...action }) => ({
      ...action,
      arguments: {},
    }));
    const s = scene({ anonymous: true, site: { actions } });
    s.say('cancel', means('cancel-flight'));
    expect(s.all('proposed')).toEqual([]);
    expect(s.last('message')?.notice).toBe('sign-in');
    expect(s.last('decided')?.because.at(-1)).toMatchObject({
      rule: 'P3',
      evidence: { action: 'cancel-flight' },
    });
  });
});

describe('what is foreseen', () => {
  it('D1 is said in the languages that all of its parts have', () => {
    const both = { en: 'Gone.', de: 'Weg.' };
    const actions = testSite().actions.map((action) => ({
      ...action,
      confirm: { ...action.confirm, effect: both, money: both, undoable: { en: 'For good.' } },
    }));
    const s = scene({ site: { actions } });
    const text = 'what if I cancel';
    const reading = means('cancel-flight', 0.9, { guard: 'hypothetical' });
    const { events } = decide(s.situation(), { kind: 'message', seq: 9, text, reading, passages: [] });
    expect(events.at(-1)).toMatchObject({ say: { words: { en: 'Gone. Gone. For good.' } } });
    expect(events.at(-1)).not.toHaveProperty('say.words.de');
  });
});
