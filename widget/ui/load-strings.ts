/// <reference types="vite/types/importMeta.d.ts" />
// Which language the panel speaks, and its strings: English comes along with what shows it, every other language is
// fetched when it is wanted. A new language is one file in strings/.
import { baseLanguage } from '../../shared/base-language.ts';
import { en } from './strings/en.ts';
import type { FirstStrings, Translation } from './words.ts';

const files = import.meta.glob<Record<string, Translation>>([
  './strings/*.ts',
  '!./strings/en.ts',
  '!./strings/en-later.ts',
]);

/** Languages there are strings for. */
export const languages: readonly string[] = ['en', ...Object.keys(files).map((file) => file.slice(10, -3))];

interface Wishes {
  /** Chosen by the customer. */
  customer?: string | undefined;
  /** Chosen by the page; each wins when there are strings for it. */
  page: string | undefined;
  /** What the browser asks for, best first. */
  browser: readonly string[];
  /** What the site speaks; the browser's wish counts only within it. */
  site: readonly string[];
  /** The site's own. */
  fallback: string;
}

/** The locale (BCP 47) to speak: by customer, else page, else browser, else site, else English. */
export function chooseLocale({ customer, page, browser, site, fallback }: Wishes): string {
  const spoken = new Set(site.map(baseLanguage));
  const wanted = browser.find((tag) => spoken.has(baseLanguage(tag)) && isLoadable(tag));
  return [customer, page, wanted, fallback].find((tag) => tag !== undefined && isLoadable(tag)) ?? 'en';
}

/** The strings of a locale's language; of what it lacks, English as far as it is here. */
export async function loadStrings(locale: string): Promise<FirstStrings> {
  const language = baseLanguage(locale);
  const file = files[`./strings/${language}.ts`];
  return { ...en, ...(await file?.())?.[language] };
}

function isLoadable(tag: string): boolean {
  return languages.includes(baseLanguage(tag));
}
