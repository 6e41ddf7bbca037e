// Articles for a question, and none for a request.
import { describe, expect, it } from 'vitest';
import type { Article } from '../../server/site/site.ts';
import { cutPassages } from '../../server/understand/cut-passages.ts';
import { findPassages } from '../../server/understand/find-passages.ts';
import { buildKnowledge, searchKnowledge } from '../../server/understand/knowledge.ts';
import { smallSite } from './small-site.ts';

const article = (id: string, title: string, text: string, locale = 'en'): Article => ({
  id,
  title,
  text,
  locale,
  url: `https://help.test/${id}`,
});
const articles = [
  article(
    'bags',
    'Bags and what they weigh',
    'Each bag weighs up to 23 kg.\n\n## Skis and boards\n\nA pair of skis counts as one bag.\n\n## Liquids\n\nLiquids go in a clear pouch of one litre.',
  ),
  article(
    'returns',
    'How refunds work',
    'A refund goes to the card that you paid with.\n\n## How long it takes\n\nMost banks show it within seven days.',
  ),
  article(
    'pets',
    'Travelling with animals',
    'A small dog or cat may travel in the cabin. Larger dogs travel in the hold.',
  ),
  article('wifi', 'Wi-Fi on board', 'Our planes have Wi-Fi. A day pass costs €9.'),
  article('pets-de', 'Reisen mit Tieren', 'Ein kleiner Hund darf in der Kabine mitreisen.', 'de'),
];
const site = { ...smallSite(), articles, vocabulary: { bag: ['suitcase', 'luggage'] } };
const threshold = 0.35;
const best = (text: string, locale = 'en') => {
  const found = findPassages(site, text, locale)[0];
  return found !== undefined && found.score >= threshold ? found.article : undefined;
};

describe('findPassages', () => {
  it.each([
    ['how heavy may a bag be, what does it weigh', 'bags'],
    ['can I take skis', 'bags'],
    ['what about liquids?', 'bags'],
    ['may I bring my dog', 'pets'],
    ['is there wifi', 'wifi'],
    ['is there WiFi on board?', 'wifi'],
    ['how long does a refund take', 'returns'],
    ['refund policy?', 'returns'],
    ['how much may my suitcase weigh', 'bags'],
    ['how do refunds work', 'returns'],
  ])('answers "%s" from %s', (text, id) => {
    expect(best(text)).toBe(id);
  });

  it('answers in the language of the question', () => {
    expect(best('Darf mein Hund mit?', 'de')).toBe('pets-de');
    expect(best('Darf mein Hund mit?', 'en')).not.toBe('pets-de');
  });

  it.each([
    'what is the capital of France',
    'tell me a joke',
    'who are you',
    'hello',
    '',
    '???',
    'do you sell cars',
  ])('has nothing for "%s"', (text) => {
    expect(best(text)).toBeUndefined();
  });

  it.each([
    'refund',
    'Refund!',
    'refund me',
    'I want a refund',
    'please refund my ticket',
    'give me a refund',
    'can you refund me?',
    'I need my refund now',
  ])('never answers the request "%s" from an article', (text) => {
    expect(findPassages(site, text, 'en')).toEqual([]);
  });

  it('names the source and gives the passage that answers', () => {
    expect(findPassages(site, 'can I take skis', 'en')[0]).toMatchObject({
      title: 'Bags and what they weigh',
      url: 'https://help.test/bags',
      text: 'A pair of skis counts as one bag.',
    });
  });
});

describe('searchKnowledge', () => {
  it('scores between 0 and 1, best first', () => {
    const found = searchKnowledge(
      buildKnowledge(articles),
      'does a dog travel in the cabin with a bag',
      'en',
    );
    expect(found.length).toBeGreaterThan(1);
    const scores = found.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(Math.min(...scores)).toBeGreaterThan(0);
    expect(Math.max(...scores)).toBeLessThanOrEqual(1);
  });

  it('finds nothing in an empty site', () => {
    expect(searchKnowledge(buildKnowledge([]), 'dog', 'en')).toEqual([]);
  });
});

describe('cutPassages', () => {
  it('cuts at headings and long sections between paragraphs', () => {
    expect(cutPassages('One.\n\n# Two\nThree.\n\nFour.')).toEqual([
      { heading: '', text: 'One.' },
      { heading: 'Two', text: 'Three.\n\nFour.' },
    ]);
    const long = `${'a'.repeat(400)}\n\n${'b'.repeat(400)}`;
    expect(cutPassages(long)).toHaveLength(2);
    expect(cutPassages('')).toEqual([]);
  });
});
