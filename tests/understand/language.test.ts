// The language of a message among those of the site.
import { describe, expect, it } from 'vitest';
import { readLanguage } from '../../server/understand/language.ts';

const locales = ['en', 'de'];

describe('readLanguage', () => {
  it.each([
    'I want to cancel my flight',
    'where is my parcel',
    'remove the bag from my booking please',
    'thank you very much',
    'my order has not arrived yet',
  ])('hears English: %s', (text) => {
    expect(readLanguage(text, locales, 'de')).toBe('en');
  });

  it.each([
    'Ich möchte meinen Flug stornieren',
    'wo ist mein Paket',
    'bitte den Koffer entfernen',
    'vielen Dank für die Hilfe',
    'meine Bestellung ist nicht angekommen',
    'mein gepäck bitte',
  ])('hears German: %s', (text) => {
    expect(readLanguage(text, locales, 'en')).toBe('de');
  });

  it.each(['ok', 'ME204', '12345', 'hm', '👍', '', 'Oslo', 'mia@example.org'])(
    'keeps the conversation’s language for "%s"',
    (text) => {
      expect(readLanguage(text, locales, 'en')).toBe('en');
      expect(readLanguage(text, locales, 'de')).toBe('de');
    },
  );

  it('never leaves the languages of the site', () => {
    expect(readLanguage("je voudrais annuler mon vol s'il vous plaît", locales, 'en')).toMatch(/^(?:en|de)$/);
    expect(readLanguage('Ich möchte meinen Flug stornieren', ['en'], 'en')).toBe('en');
  });

  it('answers with a locale as the site writes it', () => {
    expect(readLanguage('Ich möchte meinen Flug stornieren', ['en-GB', 'de-AT'], 'en-GB')).toBe('de-AT');
  });

  it('hears the same whatever the languages of another site that was read for before', () => {
    const texts = [
      'vielen Dank',
      'je voudrais annuler mon vol',
      'quiero mi dinero',
      'wo bleibt der Koffer',
      'my bag',
    ];
    const heard = (sites: string[][]) =>
      texts.map((text) => sites.map((site) => readLanguage(text, site, 'en')).at(-1));
    const site = ['en', 'de', 'fr'];
    expect(heard([['en', 'es'], site])).toEqual(heard([site]));
    expect(heard([['xx', 'yy'], site])).toEqual(heard([site]));
    expect(heard([site])).toEqual(['de', 'fr', 'en', 'de', 'en']);
  });
});
