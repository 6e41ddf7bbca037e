// Topics that bring a person: regulated ones, and the site's own.
import { describe, expect, it } from 'vitest';
import { background } from '../../server/understand/background.ts';
import { normalize } from '../../server/understand/normalize.ts';
import { compileTopics, readTopics } from '../../server/understand/topics.ts';
import { smallSite } from './small-site.ts';

const topics = compileTopics(smallSite().topics);

describe('readTopics', () => {
  it.each([
    ['I will sue you', 'legal'],
    ['my lawyer will be in touch', 'legal'],
    ['this is illegal', 'legal'],
    ['I want compensation under EU261', 'legal'],
    ['ich gehe zum Anwalt', 'legal'],
    ['I am allergic to peanuts', 'health'],
    ['can I fly while pregnant', 'health'],
    ['what are the side effects', 'health'],
    ['ich bin schwanger', 'health'],
    ['your food made me sick', 'health'],
    ['should I invest my savings', 'money-advice'],
    ['I am bankrupt', 'money-advice'],
    ['ich brauche eine Schuldnerberatung', 'money-advice'],
    ['the charger caught fire', 'safety'],
    ['it gave me an electric shock', 'safety'],
    ['the battery is swollen', 'safety'],
    ['your driver threatened me', 'safety'],
    ['can I bring my dog', 'pets'],
    ['DOGS allowed?', 'pets'],
    ['my emotional support animal', 'pets'],
  ])('H1 "%s" touches %s', (text, topic) => {
    expect(readTopics(text, topics)).toContain(topic);
  });

  it.each([
    'cancel my flight',
    'my legal name is Ann',
    'health insurance card holder',
    'where is the safety card',
    'invest in better seats',
    'hotdog on board',
    'fire tv stick',
    'how much is a bag',
    'change my seat',
    'I want a refund',
    'smoking room',
    'the catalogue',
    'Wo ist mein Koffer',
  ])('H1 "%s" touches none', (text) => {
    expect(readTopics(text, topics)).toEqual([]);
  });

  it('touches what it would if every topic were tried', () => {
    const words = [
      'überhitzt',
      'my doctor',
      'to sue you',
      'Ärztlich',
      'a dog',
      'no weapon',
      'not safe',
      "i'm pregnant",
    ];
    const texts = background().map(
      (text, i) => `${text}${i % 2 === 0 ? '' : ` (${words[i % words.length]})`}`,
    );
    const tried = texts.map((text) =>
      topics.filter(({ pattern }) => pattern.test(normalize(text))).map(({ id }) => id),
    );
    expect(texts.map((text) => readTopics(text, topics))).toEqual(tried);
    expect(new Set(tried.flat()).size).toBe(topics.length);
  });
});
