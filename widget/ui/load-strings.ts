// Which language the panel speaks, and its strings: English comes along, every other language is fetched when it
// is wanted. A new language is one file in strings/ and one line here.
import { en } from './strings/en.ts';
import type { Strings } from './words.ts';

const loaders: Record<string, () => Promise<Strings>> = {
  en: async () => en,
  de: async () => (await import('./strings/de.ts')).de,
  ar: async () => (await import('./strings/ar.ts')).ar,
};

/** Languages there are strings for. */
export const languages: readonly string[] = Object.keys(loaders);

interface Wishes {
  /** Chosen by the page; wins when there are strings for it. */
  page: string | undefined;
  /** What the browser asks for, best first. */
  browser: readonly string[];
  /** What the site speaks; the browser's wish counts only within it. */
  site: readonly string[];
  /** The site's own. */
  fallback: string;
}

/** The locale (BCP 47) to speak: by page, else browser, else site, else English. */
export function chooseLocale({ page, browser, site, fallback }: Wishes): string {
  const spoken = new Set(site.map(languageOf));
  const wanted = browser.find((tag) => spoken.has(languageOf(tag)) && isLoadable(tag));
  return [page, wanted, fallback].find((tag) => tag !== undefined && isLoadable(tag)) ?? 'en';
}

/** The strings of a locale's language. */
export function loadStrings(locale: string): Promise<Strings> {
  return (loaders[languageOf(locale)] ?? loaders.en!)();
}

function isLoadable(tag: string): boolean {
  return Object.hasOwn(loaders, languageOf(tag));
}

function languageOf(tag: string): string {
  return tag.split('-')[0]!.toLowerCase();
}
