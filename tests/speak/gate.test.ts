// E6, C3, H7, D3, D7, H2 at the gate: what may not go out, whoever wrote it, and what goes out instead.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision, Draft, MessageDraft } from '../../server/decide/decision.ts';
import { compose } from '../../server/speak/compose.ts';
import { gate } from '../../server/speak/gate.ts';
import { emptyConversation } from '../../shared/apply-event.ts';
import type { EventBody } from '../../shared/events.ts';
import { means, type Scene, scene } from '../helpers/scene.ts';
import { harmless, lies } from './lies.ts';

const words = (text: string): MessageDraft => ({
  draft: 'message',
  from: 'assistant',
  say: { say: 'composed', text },
});
const decided: EventBody = {
  type: 'decided',
  move: 'answer',
  because: [],
  site: 'v1',
  mode: 'autonomous',
};

/** What goes out where a language model's words are to be said in this conversation. */
function letOut(s: Scene, drafts: Draft[], owes = false): EventBody[] {
  const decision: Decision = { events: [decided, ...drafts], effects: [] };
  const { conversation } = s;
  return compose(decision, { site: s.site, locale: 'en', conversation, brief: () => [] }, owes);
}

const texts = (events: EventBody[]) =>
  events.flatMap((event) => (event.type === 'message' || event.type === 'question' ? [event.text] : []));
const rulesOf = (events: EventBody[]) =>
  events.flatMap((event) => (event.type === 'decided' ? event.because.map(({ rule }) => rule) : []));
const unsaid = /can’t tell you that for certain/;

/** A conversation in which flight ME204 has just been cancelled. */
function cancelled(): Scene {
  const s = scene();
  s.say('cancel my flight', means('cancel-flight'));
  s.press('do');
  return s;
}

describe('the gate', () => {
  it('C3 refuses a reply after which two questions would be open', () => {
    const question = (id: string): EventBody => ({
      type: 'question',
      id,
      kind: 'clarify',
      text: 'Which?',
      choices: [],
    });
    const both = [question('a'), question('b')];
    expect(gate({ events: both, owes: false }, emptyConversation).map(({ rule }) => rule)).toEqual(['C3']);
    const open = { ...emptyConversation, view: { ...emptyConversation.view, open: 'a' } };
    expect(gate({ events: [question('b')], owes: false }, open)).toHaveLength(1);
    const closes: EventBody = { type: 'lapsed', question: 'a', why: 'changed' };
    const answers: EventBody = { type: 'answered', question: 'a', choice: 'x', by: 'typed' };
    expect(gate({ events: [closes, question('b')], owes: false }, open)).toEqual([]);
    expect(gate({ events: [answers, question('b')], owes: false }, open)).toEqual([]);
    expect(gate({ events: [question('a')], owes: false }, open)).toEqual([]);
  });

  it('H7 refuses every word and question of the assistant after a claim, and lets the system speak', () => {
    const view = { ...emptyConversation.view, status: 'claimed' as const };
    const claimed = { ...emptyConversation, view };
    const message = (from: 'assistant' | 'system'): EventBody => ({ type: 'message', from, text: 'x' });
    const asked: EventBody = { type: 'question', id: 'q', kind: 'clarify', text: 'x', choices: [] };
    const of = (event: EventBody) => gate({ events: [event], owes: false }, claimed).map(({ rule }) => rule);
    expect(of(message('assistant'))).toEqual(['H7']);
    expect(of(asked)).toEqual(['H7']);
    expect(of(message('system'))).toEqual([]);
  });

  it('E6 takes a question for no acknowledgement, and asks none of a reply that says nothing', () => {
    const asked: EventBody = { type: 'question', id: 'q', kind: 'clarify', text: 'x', choices: [] };
    expect(gate({ events: [asked], owes: true }, emptyConversation).map(({ rule }) => rule)).toEqual(['E6']);
    expect(gate({ events: [decided], owes: true }, emptyConversation)).toEqual([]);
    const system: EventBody = { type: 'message', from: 'system', text: 'x' };
    expect(gate({ events: [system], owes: true }, emptyConversation)).toEqual([]);
  });
});

describe('composed words', () => {
  it.each(lies)('D7 does not let “%s” out, and says a plain sentence instead', (text) => {
    const out = letOut(scene(), [words(text)]);
    expect(texts(out)).toHaveLength(1);
    expect(texts(out)[0]).toMatch(unsaid);
    expect(rulesOf(out).every((rule) => ['D7', 'D3', 'H2'].includes(rule))).toBe(true);
    expect(rulesOf(out).length).toBeGreaterThan(0);
  });

  it.each(harmless)('D7 lets “%s” out unchanged', (text) => {
    const out = letOut(scene(), [words(text)]);
    expect(texts(out)).toEqual([text]);
    expect(rulesOf(out)).toEqual([]);
  });

  it('D7 lets a claim out that the receipt in the conversation proves, of that very thing', () => {
    expect(texts(letOut(cancelled(), [words('I have cancelled flight ME204.')]))[0]).toContain('ME204');
    for (const lie of [
      'I have cancelled flight ME118.',
      'I have removed your bag.',
      'I have refunded €50.',
      'I have cancelled flight ME204 and refunded €50.',
      'I will cancel flight ME204.',
      'Done!',
    ])
      expect(texts(letOut(cancelled(), [words(lie)]))[0]).toMatch(unsaid);
  });

  it('D7 takes a receipt whose action was undone for no proof', () => {
    const s = cancelled();
    s.ask('undo', { proposal: s.last('ran')?.proposal ?? '' });
    expect(texts(letOut(s, [words('I have cancelled flight ME204.')]))[0]).toMatch(unsaid);
  });

  it('D7 takes no receipt at its word that no run stands behind', () => {
    const s = scene();
    const receipt = { proposal: 'p9', label: 'x', at: 0 };
    const forged: EventBody = { type: 'message', from: 'assistant', text: 'cancelled ME204', receipt };
    const claim: EventBody = { type: 'message', from: 'assistant', text: 'I cancelled ME204' };
    const reply = { events: [forged, claim], composed: new Set([claim]), owes: false };
    expect(gate(reply, s.conversation).map(({ rule }) => rule)).toEqual(['D7']);
    const ran: EventBody = {
      type: 'ran',
      proposal: 'p9',
      action: 'a',
      arguments: {},
      hash: 'h',
      outcome: 'done',
      ms: 1,
    };
    expect(gate({ ...reply, events: [ran, ...reply.events] }, s.conversation)).toEqual([]);
    const failed = { ...ran, outcome: 'unknown' as const };
    expect(gate({ ...reply, events: [failed, ...reply.events] }, s.conversation)).toHaveLength(1);
  });

  it('D7 lets “done” be said of what this very turn has done', () => {
    const receipt = { proposal: 'p9', label: 'Cancellation', at: 0 };
    const shown: EventBody = { type: 'message', from: 'assistant', text: 'It is cancelled', receipt };
    const claim: EventBody = { type: 'message', from: 'assistant', text: 'Done!' };
    const ran: EventBody = {
      type: 'ran',
      proposal: 'p9',
      action: 'a',
      arguments: {},
      hash: 'h',
      outcome: 'done',
      ms: 1,
    };
    const reply = { events: [ran, shown, claim], composed: new Set([claim]), owes: false };
    expect(gate(reply, scene().conversation)).toEqual([]);
    expect(gate({ ...reply, events: [shown, claim] }, scene().conversation)).toHaveLength(1);
  });

  it('D3 lets a promise out only beside the card that stands for it, with its own numbers', () => {
    const s = scene();
    s.say('cancel my flight', means('cancel-flight'));
    const said = (text: string) => texts(letOut(s, [words(text)]))[0];
    expect(said('I will cancel flight ME204 once you press the button.')).toContain('ME204');
    expect(said('I will cancel flight ME118.')).toMatch(unsaid);
    expect(said('I will remove the bag.')).toMatch(unsaid);
    expect(said('I have cancelled flight ME204.')).toMatch(unsaid);
    s.press('keep');
    expect(said('I will cancel flight ME204 once you press the button.')).toMatch(unsaid);
  });

  it('H2 lets a person be announced only when one is coming', () => {
    const text = 'I’m connecting you to an agent now.';
    expect(texts(letOut(scene(), [words(text)]))[0]).toMatch(unsaid);
    const s = scene();
    s.ask('human');
    expect(texts(letOut(s, [words(text)]))).toEqual([text]);
  });

  it('C3 lets no composed text ask two things, nor one beside another question', () => {
    const s = scene();
    expect(texts(letOut(s, [words('Which flight? And on which day?')]))[0]).toMatch(unsaid);
    expect(texts(letOut(s, [words('Which flight do you mean?!')]))[0]).toContain('Which flight');
    const two = texts(letOut(s, [words('I see two flights.'), words('Which do you mean?')]));
    expect(two).toEqual(['I see two flights.', 'Which do you mean?']);
    const card: Draft = {
      draft: 'question',
      id: 'q1',
      kind: 'clarify',
      say: { say: 'clarify', again: false },
      choices: [],
    };
    const out = letOut(s, [words('Which flight do you mean?'), card]);
    expect(texts(out)[0]).toMatch(unsaid);
    expect(out.filter(({ type }) => type === 'question')).toHaveLength(1);
  });

  it('D3 gives a composed question our own words when it names an effect without a card', () => {
    const question: Draft = {
      draft: 'question',
      id: 'q1',
      kind: 'clarify',
      say: { say: 'composed', text: 'Shall I cancel flight ME204?' },
      choices: [{ id: 'a', label: { text: 'Yes' } }],
    };
    const [asked] = letOut(scene(), [question]).filter(({ type }) => type === 'question');
    expect(asked).toMatchObject({ id: 'q1', text: expect.not.stringContaining('cancel') });
  });

  it('E6 puts the plain safe acknowledgement first where the composer has forgotten it, or only says so', () => {
    for (const text of ['Bags weigh 23 kg.', 'I see.']) {
      const out = letOut(scene(), [{ ...words(text), acknowledges: {} }], true);
      const [first, second] = out.filter(({ type }) => type === 'message');
      expect(first).toMatchObject({ acknowledges: {} });
      expect(second).toMatchObject({ text });
      expect(rulesOf(out)).toEqual(['E6']);
    }
  });

  it('E6 says the plain sentence once, however many texts were refused', () => {
    const out = letOut(scene(), [words('I cancelled it.'), words('I refunded it.')], true);
    expect(texts(out).filter((text) => unsaid.test(text))).toHaveLength(1);
    expect(texts(out)).toHaveLength(2);
  });

  it('D7 looks at no text of the site’s own: receipts, answers and articles say what they say', () => {
    const own: Draft[] = lies.map((text) => ({
      draft: 'message',
      from: 'assistant',
      say: { say: 'words', words: { en: text.replace(/['’]/g, '’') }, values: {} },
    }));
    expect(texts(letOut(scene(), own))).toHaveLength(lies.length);
  });

  it('H7 is a fault, and nothing goes out, when composed words come after a claim', () => {
    const s = scene();
    s.ask('human');
    s.happen({ type: 'claimed', agent: { id: 'a', name: 'Mia' } });
    expect(() => letOut(s, [words('Hello')])).toThrow('H7');
  });

  it('E6 D7 leave no lie and no silence, whatever an adversary composes', () => {
    const text = fc
      .array(fc.constantFrom(...lies, ...harmless), { minLength: 1, maxLength: 4 })
      .chain((parts) =>
        fc.constantFrom(' ', '\n', '\n\n', ' … ').map((join) => ({ text: parts.join(join), parts })),
      );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), fc.boolean(), (replies, owes) => {
        const out = letOut(
          scene(),
          replies.map((reply) => words(reply.text)),
          owes,
        );
        const spoken = texts(out);
        expect(spoken.length).toBeGreaterThan(0);
        if (owes) expect(out.find(({ type }) => type === 'message')).toHaveProperty('acknowledges');
        const lied = replies.flatMap(({ parts }) => parts).filter((part) => lies.includes(part));
        for (const part of lied) expect(spoken.join('\n')).not.toContain(part);
      }),
      { numRuns: 150, seed: 4 },
    );
  });
});
