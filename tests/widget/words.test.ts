// The panel's words: every language has every text with the same places for values, and Intl does the rest.
import { describe, expect, it } from 'vitest';
import { chooseLocale, languages, loadStrings } from '../../widget/ui/load-strings.ts';
import { en } from '../../widget/ui/strings/en.ts';
import { createWords } from '../../widget/ui/words.ts';

const holesOf = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
const formsOf = (text: string | Record<string, string>) =>
  typeof text === 'string' ? [text] : Object.values(text);

describe.each(languages)('strings in %s', (language) => {
  it('has every text, with the same places for values', async () => {
    const strings = await loadStrings(language);
    expect(Object.keys(strings).sort()).toEqual(Object.keys(en).sort());
    for (const [key, text] of Object.entries(en)) {
      const holes = new Set(formsOf(strings[key as keyof typeof en]).flatMap(holesOf));
      expect([...holes].sort(), key).toEqual([...new Set(formsOf(text).flatMap(holesOf))].sort());
      for (const form of formsOf(strings[key as keyof typeof en])) expect(form.trim(), key).not.toBe('');
    }
  });

  it('has a form for each number that its plural rules tell apart', async () => {
    const { secondsLeft } = await loadStrings(language);
    for (const category of new Intl.PluralRules(language).resolvedOptions().pluralCategories)
      expect(Object.keys(secondsLeft)).toContain(category);
  });
});

describe('words', () => {
  const words = createWords(en, 'en');
  const noon = new Date(2026, 10, 18, 12).getTime();
  const day = 86_400_000;

  it('chooses the form by the number', () => {
    expect(words.t('secondsLeft', { n: 1 })).toBe('1 second left to decide');
    expect(words.t('secondsLeft', { n: 42 })).toBe('42 seconds left to decide');
  });

  it('rounds a span up, so that a bound stays one', () => {
    expect(words.span(181)).toBe('4 minutes');
    expect(words.span(61)).toBe('2 minutes');
    // A wait of seconds is nothing to promise.
    for (const seconds of [0, 12, 60]) expect(words.span(seconds)).toBe('a minute');
    expect(words.span(11, 'short')).toBe('1 min');
    expect(words.span(2 * 3600 + 1)).toBe('3 hours');
  });

  it('says days as people do', () => {
    expect(words.dayOf(noon, noon)).toBe('Today');
    expect(words.dayOf(noon - day, noon)).toBe('Yesterday');
    expect(words.dayOf(noon - 3 * day, noon)).toBe('Sunday, November 15');
    expect(words.moment(noon + day, noon)).toMatch(/^tomorrow 12:00\sPM$/);
  });

  it('knows which way a language is read', () => {
    expect(words.dir).toBe('ltr');
    expect(createWords(en, 'ar-EG').dir).toBe('rtl');
  });
});

describe('the language', () => {
  const site = ['en', 'de'];
  it('is the page’s, else the browser’s within the site’s, else the site’s', () => {
    expect(chooseLocale({ page: 'ar', browser: ['de'], site, fallback: 'en' })).toBe('ar');
    expect(chooseLocale({ page: undefined, browser: ['ar', 'de-AT'], site, fallback: 'en' })).toBe('de-AT');
    expect(chooseLocale({ page: 'xx', browser: ['ar'], site, fallback: 'de' })).toBe('de');
    expect(chooseLocale({ page: undefined, browser: [], site: ['xx'], fallback: 'xx' })).toBe('en');
  });
});
