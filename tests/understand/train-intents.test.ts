// The intent model on a small site: what it says, what it leaves unsaid, and that it says the same twice.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { background } from '../../server/understand/background.ts';
import { rankIntents } from '../../server/understand/rank-intents.ts';
import { trainIntents } from '../../server/understand/train-intents.ts';
import { fewPhrases } from './few-phrases.ts';

const base = { background: background(), outOfScopeShare: 0.25, seed: 1 };
const model = trainIntents({ ...base, examples: fewPhrases() });
const best = (text: string, of = model) => rankIntents(of, text).intents[0];

describe('a trained site', () => {
  it.each([
    ['could I extend the loan of my novels', 'renew-loan'],
    ['WHAT TIME DO YOU OPEN????', 'opening-hours'],
    ['i lost my libary card', 'lost-card'],
    ['how can I pay the fine for late books', 'pay-fine'],
    ['pleeeease reserve a book for me', 'reserve-book'],
    ['a study room for tomorrow please', 'book-room'],
  ])('reads %j as %s', (text, intent) => {
    expect(best(text)?.id).toBe(intent);
  });

  it('knows words of the same meaning that no phrase contains', () => {
    expect(best('my card was nicked')?.id).toBe('lost-card');
  });

  it('is surer of its own phrases than of anything else', () => {
    const own = fewPhrases().map(({ text }) => best(text)!.confidence);
    const strange = ['how do I bake bread', 'my car needs new tyres', 'sing me a song', 'was ist los'];
    const highest = Math.max(...strange.map((text) => best(text)!.confidence));
    expect(own.filter((confidence) => confidence > highest).length / own.length).toBeGreaterThan(0.95);
    const outside = strange.map((text) => rankIntents(model, text).outOfScope);
    expect(outside.reduce((sum, share) => sum + share, 0) / strange.length).toBeGreaterThan(0.5);
    const inside = fewPhrases().map(({ text }) => rankIntents(model, text).outOfScope);
    expect(Math.max(...inside)).toBeLessThan(Math.min(...outside));
  });

  it('takes nothing for certain that is none of its intents', () => {
    const others = [
      'hello',
      'ok',
      'yes',
      'I need help',
      'order 66 pizzas',
      'the train is late',
      'wie geht es dir',
    ];
    for (const text of others) expect(best(text)!.confidence, text).toBeLessThan(0.75);
  });

  it('names at most five intents, best first', () => {
    const { intents } = rankIntents(model, 'can I book a book');
    expect(intents).toHaveLength(5);
    const confidences = intents.map(({ confidence }) => confidence);
    expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
  });

  it('lets only allowed intents compete', () => {
    const allowed = new Set(['opening-hours', 'pay-fine']);
    const { intents } = rankIntents(model, 'I lost my library card', { allowed });
    expect(intents.map(({ id }) => id).sort()).toEqual(['opening-hours', 'pay-fine']);
    expect(intents[0]!.confidence).toBeLessThan(0.75);
    expect(rankIntents(model, 'I lost my card', { allowed: new Set() })).toEqual({
      intents: [],
      outOfScope: 1,
    });
  });

  it('passes over only what cannot be as sure as is asked for', () => {
    const texts = [
      ...background(),
      ...fewPhrases().flatMap(({ text }) => [text, text.slice(text.length / 2)]),
    ];
    for (const atLeast of [0.3, 0.6, 0.9]) {
      const [sure, passed] = [[] as string[], [] as string[]];
      for (const text of texts) {
        const reading = rankIntents(model, text);
        const asked = rankIntents(model, text, { atLeast });
        if (asked.intents.length > 0) expect(asked).toEqual(reading);
        else expect(reading.intents[0]?.confidence ?? 0, text).toBeLessThan(atLeast);
        (asked.intents.length > 0 ? sure : passed).push(text);
      }
      expect([sure.length, passed.length].every((count) => count > 0)).toBe(true);
    }
  });

  it('reads a text without words as nothing', () => {
    for (const text of ['', '   ', '?!', '\u200b']) {
      expect(rankIntents(model, text)).toEqual({ intents: [], outOfScope: 1 });
    }
  });

  it('gives probabilities for any text, other scripts and 4,000 characters included', () => {
    const check = (text: string) => {
      const { intents, outOfScope } = rankIntents(model, text);
      expect(outOfScope).toBeGreaterThanOrEqual(0);
      expect(outOfScope).toBeLessThanOrEqual(1);
      for (const { id, confidence } of intents) {
        expect(model.intents).toContain(id);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
    };
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), check), { numRuns: 200, seed: 7 });
    for (const text of [
      '图书馆几点开门',
      'где моя карта',
      'متى تفتح المكتبة',
      '📚🙏',
      'renew my book '.repeat(300),
    ])
      check(text);
  });
});

describe('training', () => {
  it('gives the same readings for the same inputs and seed', () => {
    const again = trainIntents({ ...base, examples: fewPhrases() });
    for (const text of ['renew my loan', 'hello there', 'room on friday']) {
      expect(rankIntents(again, text)).toEqual(rankIntents(model, text));
    }
    expect(trainIntents({ ...base, examples: fewPhrases(), seed: 2 }).calibration).not.toEqual(
      model.calibration,
    );
  });

  it('behaves with two intents of five phrases', () => {
    const small = trainIntents({ ...base, examples: fewPhrases(2, 5) });
    expect(best('extend my loan', small)).toMatchObject({ id: 'renew-loan' });
    expect(best('extend my loan', small)!.confidence).toBeGreaterThan(0.5);
    expect(best('what is the weather like', small)!.confidence).toBeLessThan(0.5);
  });

  it('behaves with one intent, and with none', () => {
    const one = trainIntents({ ...base, examples: fewPhrases(1) });
    expect(best('please extend my loan', one)!.confidence).toBeGreaterThan(0.6);
    expect(best('play some music', one)!.confidence).toBeLessThan(0.5);
    const none = trainIntents({ ...base, examples: [] });
    expect(rankIntents(none, 'renew my book')).toEqual({ intents: [], outOfScope: 1 });
  });

  it('behaves without a background', () => {
    const bare = trainIntents({ ...base, background: [], examples: fewPhrases() });
    expect(best('I lost my card', bare)?.id).toBe('lost-card');
  });

  it('is not moved by phrases given twice', () => {
    const twice = trainIntents({ ...base, examples: [...fewPhrases(), ...fewPhrases()] });
    expect(rankIntents(twice, 'renew my novel')).toEqual(rankIntents(model, 'renew my novel'));
  });

  it("uses the site's own vocabulary", () => {
    const examples = fewPhrases();
    const told = trainIntents({ ...base, examples, vocabulary: { card: ['zibble'] } });
    const confidence = (of: typeof model) =>
      rankIntents(of, 'my zibble is gone').intents.find(({ id }) => id === 'lost-card')!.confidence;
    expect(confidence(told)).toBeGreaterThan(confidence(model));
  });

  it('says less the more messages are assumed to be out of scope', () => {
    const wary = trainIntents({ ...base, examples: fewPhrases(), outOfScopeShare: 0.7 });
    const mean = (of: typeof model) => {
      const texts = fewPhrases().map(({ text }) => text.split(' ').slice(1).join(' '));
      return texts.reduce((sum, text) => sum + (best(text, of)?.confidence ?? 0), 0) / texts.length;
    };
    expect(mean(wary)).toBeLessThan(mean(model));
  });
});
