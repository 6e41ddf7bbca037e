// Which of a site's words a customer reads.
import { expect, test } from 'vitest';
import { baseLanguage } from '../../shared/base-language.ts';
import { inLocale } from '../../shared/in-locale.ts';

const words = { en: 'Cancel', de: 'Stornieren', 'de-CH': 'Annullieren' };

test('the locale’s own words go before its language’s, and these before the site’s', () => {
  expect(inLocale(words, 'de-CH', 'en')).toBe('Annullieren');
  expect(inLocale(words, 'de-AT', 'en')).toBe('Stornieren');
  expect(inLocale(words, 'DE', 'en')).toBe('Stornieren');
  expect(inLocale(words, 'fr', 'en')).toBe('Cancel');
});

test('a text without words in the site’s language says so instead of being empty', () => {
  expect(() => inLocale({ de: 'Stornieren' }, 'fr', 'en')).toThrow('a text without words in en');
});

test('a language is told from its locale, in lower case', () => {
  expect(['en', 'en-GB', 'zh-Hant-TW', 'DE'].map(baseLanguage)).toEqual(['en', 'en', 'zh', 'de']);
});
