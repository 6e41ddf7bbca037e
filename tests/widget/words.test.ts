// The panel's words: each language's file has every text as a valid ICU message with the same places for values, in
// that language and short where it stands on a button; the panel's own reading of the messages is ICU's.
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { chooseLocale, languages, loadStrings } from '../../widget/ui/load-strings.ts';
import { en as enFirst } from '../../widget/ui/strings/en.ts';
import { enLater } from '../../widget/ui/strings/en-later.ts';
import { createWords, type Strings, type TextKey, type Translation } from '../../widget/ui/words.ts';
import { holesOf, pluralsOf } from '../helpers/icu-message.ts';

const en = { ...enFirst, ...enLater };
const stringsOf = async (language: string): Promise<Strings> => ({ ...en, ...(await loadStrings(language)) });
const keys = (Object.keys(en) as TextKey[]).filter((key) => key !== 'dir');
const others = languages.filter((language) => language !== 'en');

/** Letters that a language is written with, where they are not the Latin ones. */
const scripts: Record<string, RegExp> = {
  ar: /\p{Script=Arabic}/u,
  hi: /\p{Script=Devanagari}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
};
/** Texts that another language may share with English, because they are its words too. */
const shared: Partial<Record<string, TextKey[]>> = { de: ['offlineShort'], fr: ['placeShort', 'thread'] };

/** Buttons and badges: the room that they have in the panel, in widths of a digit. */
const room: Partial<Record<TextKey, number>> = {
  automated: 16,
  person: 12,
  you: 10,
  talkToPerson: 28,
  retry: 22,
  remove: 16,
  latest: 24,
  moreTime: 20,
  showAgain: 24,
  copy: 14,
  copied: 18,
  undo: 24,
  keepWaiting: 24,
  leaveMessage: 26,
  callBack: 24,
  carryOn: 34,
  correctThis: 16,
  save: 16,
  cancel: 16,
  sendMessage: 24,
  askCallBack: 26,
  mailMe: 26,
  askMail: 24,
  rateLow: 12,
  rateHigh: 12,
  rateSend: 24,
  startAgain: 30,
  reload: 22,
  reconnect: 26,
  listMore: 24,
  goOn: 36,
  thisOne: 16,
  unreadMark: 10,
};
/** Ideographs and kana are twice as wide; marks that sit on a letter take no room. */
const width = (text: string) =>
  [...text.normalize('NFC')].reduce(
    (sum, letter) => sum + (/\p{M}/u.test(letter) ? 0 : /[\u2e80-\u9fff\uff00-\uff60]/.test(letter) ? 2 : 1),
    0,
  );

describe('the list of languages', () => {
  it('is the files in strings/', () => {
    expect([...languages].sort()).toEqual(['ar', 'de', 'en', 'es', 'fr', 'hi', 'ja', 'pt']);
  });
});

describe.each(languages)('strings in %s', (language) => {
  it('has every text, and no other', async () => {
    const file = language === 'en' ? { en } : await import(`../../widget/ui/strings/${language}.ts`);
    const strings = file[language] as Translation;
    const missing = keys.filter((key) => !strings[key]?.trim());
    expect(missing, `${language} lacks these words`).toEqual([]);
    expect(
      Object.keys(strings).filter((key) => !(key in en)),
      `${language} has words that nothing shows`,
    ).toEqual([]);
  });

  it('has valid ICU messages with the same places for values', async () => {
    const strings = await stringsOf(language);
    for (const key of keys)
      expect([...holesOf(strings[key], language)], key).toEqual([...holesOf(en[key], 'en')]);
  });

  it('has a form for each number that its plural rules tell apart', async () => {
    const strings = await stringsOf(language);
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const key of keys)
      for (const forms of pluralsOf(strings[key], language))
        expect([...forms].sort(), key).toEqual([...pluralCategories].sort());
  });

  it('is read by the panel as ICU reads it', async () => {
    const strings = await stringsOf(language);
    const { t } = createWords(strings, language);
    // In its own direction, so that nothing has to be set apart.
    const name = language === 'ar' ? 'منى' : 'Mia';
    for (const key of keys)
      for (const n of [0, 1, 2, 3, 11, 100, 1_000_000]) {
        const values = Object.fromEntries(
          [...holesOf(en[key], 'en')].map((hole) => [hole, hole === 'n' || hole === 'max' ? n : name]),
        );
        const said = (t as (key: TextKey, values: object) => string)(key, values);
        const plain = strings[key].replace(/\{(n|max)\}/g, '{$1, number}');
        expect(said, key).toBe(String(new IntlMessageFormat(plain, language).format(values)));
      }
  });

  it('fits on buttons and badges', async () => {
    const strings = await stringsOf(language);
    const tooLong = Object.entries(room).filter(([key, most]) => width(strings[key as TextKey]) > most);
    expect(tooLong.map(([key]) => `${key}: ${strings[key as TextKey]}`)).toEqual([]);
  });
});

it.each(others)('no English is left in %s', async (language) => {
  const strings = await stringsOf(language);
  const same = keys.filter((key) => strings[key] === en[key] && !shared[language]?.includes(key));
  expect(same).toEqual([]);
  const script = scripts[language];
  if (!script) return;
  for (const key of keys) {
    const bare = strings[key]
      .replace(/\{\w+(?:, plural,)?/g, ' ')
      // Kinds of files have the same names everywhere.
      .replace(/PDF|PNG|JPEG|WebP|GIF|MB/g, ' ')
      .replace(/\b(?:zero|one|two|few|many|other) \{/g, ' ');
    expect(bare, key).not.toMatch(/[A-Za-z]{2,}/);
    expect(bare, key).toMatch(script);
  }
});

describe('words', () => {
  const words = createWords(en, 'en');
  const noon = new Date(2026, 10, 18, 12).getTime();
  const day = 86_400_000;

  it('chooses the form by the number', async () => {
    expect(words.t('secondsLeft', { n: 1 })).toBe('1 second left to decide');
    expect(words.t('secondsLeft', { n: 42 })).toBe('42 seconds left to decide');
    const arabic = createWords(await stringsOf('ar'), 'ar');
    const said = [0, 1, 2, 3, 11, 100].map((n) => arabic.t('secondsLeft', { n }));
    expect(said.map((text) => text.replace(/\d+/, '#'))).toEqual([
      'انتهى وقت القرار',
      'بقيت ثانية واحدة للقرار',
      'بقيت ثانيتان للقرار',
      'بقيت # ثوانٍ للقرار',
      'بقيت # ثانية للقرار',
      'بقيت # ثانية للقرار',
    ]);
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
    expect(words.moment(noon + day, noon)).toMatch(/^tomorrow at 12:00\sPM$/);
  });

  it('knows which way a language is read, and sets what runs the other way apart', async () => {
    expect(words.dir).toBe('ltr');
    const arabic = createWords(await stringsOf('ar'), 'ar-EG');
    expect(arabic.dir).toBe('rtl');
    expect(arabic.t('lineTransferred', { name: 'Mia' })).toContain('\u2068Mia\u2069');
    expect(arabic.t('lineTransferred', { name: 'منى' })).not.toContain('\u2068');
    expect(words.t('lineTransferred', { name: 'منى' })).toContain('\u2068منى\u2069');
    expect(words.t('lineTransferred', { name: 'Mia' })).toBe('Passed on to Mia');
    // Digits are those of the country.
    expect(arabic.t('placeShort', { n: 4 })).toContain('٤');
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
