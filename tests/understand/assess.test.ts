// The assessment of a site's phrases: it must find what was planted.
import { describe, expect, it } from 'vitest';
import { assess } from '../../server/understand/assess.ts';
import { assessmentText } from '../../server/understand/assessment-text.ts';
import { background } from '../../server/understand/background.ts';
import { suggestThreshold } from '../../server/understand/threshold-effects.ts';
import { fewPhrases } from './few-phrases.ts';

const planted = [
  ...fewPhrases().filter(({ intent, text }) => intent !== 'pay-fine' || text.startsWith('pay')),
  { intent: 'book-room', text: 'my library card is lost' },
  ...['red', 'blue', 'green', 'black', 'white'].map((colour) => ({
    intent: 'bag-colour',
    text: `is the bag ${colour}`,
  })),
];
const found = assess(planted, background());

describe('assess', () => {
  it('finds the phrase that stands in the wrong place, and the pair it confuses', () => {
    expect(found.misplaced.map(({ text }) => text)).toContain('my library card is lost');
    const pair = found.confused.find(({ pair: [a, b] }) => a === 'book-room' && b === 'lost-card');
    expect(pair?.phrases.map(({ text }) => text)).toContain('my library card is lost');
  });

  it('names intents with too few phrases, and with phrases that are all alike', () => {
    expect(found.thin).toContainEqual({ intent: 'pay-fine', phrases: 1 });
    expect(found.thin.map(({ intent }) => intent)).not.toContain('opening-hours');
    expect(found.lopsided).toContainEqual({
      intent: 'bag-colour',
      why: 'alike',
      phrases: 5,
      opening: 'is the bag',
    });
  });

  it('counts every message once at every threshold, and asks more the higher it is', () => {
    for (const { right, wrong, asked } of found.thresholds) expect(right + wrong + asked).toBeCloseTo(1, 9);
    const asked = found.thresholds.map((effect) => effect.asked);
    expect(asked).toEqual([...asked].sort((a, b) => a - b));
    expect(found.bins.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  it('suggests a higher threshold the dearer a wrong action is', () => {
    const dear = suggestThreshold(found.thresholds, 1000);
    expect(dear).toBeGreaterThan(suggestThreshold(found.thresholds, 1));
    expect(assess(planted, background(), { costOfWrong: 1000 }).suggestedThreshold).toBe(dear);
  });

  it('reads as a page that names the culprits', () => {
    const text = assessmentText(found);
    for (const part of [
      'book-room ↔ lost-card',
      '“my library card is lost”',
      'pay-fine has one phrase;',
      '→',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('survives a site with nothing to assess', () => {
    expect(assessmentText(assess([], []))).toContain('0 phrases for 0 intents');
  });
});
