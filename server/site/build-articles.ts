// knowledge/*.md: articles, one file for each language; `baggage.de.md` is the German of `baggage.md`.

import { checkUrl } from './build-api.ts';
import { type Building, knownLocale } from './build-words.ts';
import { parseSource } from './parse-source.ts';
import type { Article } from './site.ts';
import { type Place, readSource, type SourceFile, within } from './source-file.ts';
import { articleHeadSchema } from './tests-schema.ts';
import { idSchema } from './words-schema.ts';

export interface TextFile {
  /** Relative to the site's folder. */
  file: string;
  text: string;
}

export function buildArticles(building: Building, files: TextFile[]): Article[] {
  const articles = files.flatMap((file) => buildArticle(building, file) ?? []);
  const places = new Map(files.map(({ file }) => [file, startOf(file)]));
  const { locale, locales } = building.languages;
  for (const id of new Set(articles.map((article) => article.id))) {
    const has = articles.filter((article) => article.id === id).map((article) => article.locale);
    const missing = locales.filter((one) => !has.includes(one));
    if (missing.length === 0) continue;
    const file = fileOf(id, has[0]!, locale);
    const place = places.get(file) ?? startOf(file);
    const level = missing.includes(locale) ? building.report.error : building.report.warning;
    level(
      place,
      `the article "${id}" is missing in ${missing.join(', ')}`,
      `add ${missing.map((one) => fileOf(id, one, locale)).join(', ')}`,
    );
  }
  // The default language first: whoever looks an article up by its id alone finds that one.
  return articles.sort((a, b) => Number(b.locale === locale) - Number(a.locale === locale));
}

function buildArticle(building: Building, { file, text }: TextFile): Article | undefined {
  const { report, languages } = building;
  const [id = '', suffix, more] = file
    .replace(/^knowledge\//, '')
    .replace(/\.md$/, '')
    .split('.');
  if (!idSchema.safeParse(id).success || more !== undefined) {
    report.error(
      startOf(file),
      'the name of this file is no id',
      'kebab-case, such as baggage.md or baggage.de.md',
    );
    return undefined;
  }
  const locale = suffix ?? languages.locale;
  if (!knownLocale(building, startOf(file), locale)) return undefined;
  if (suffix === languages.locale) {
    report.error(
      startOf(file),
      `"${suffix}" is the default locale and stays out of the name`,
      `name it ${id}.md`,
    );
    return undefined;
  }
  const [, head, body = ''] = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)([\s\S]*)$/.exec(text) ?? [];
  if (head === undefined) {
    report.error(startOf(file), 'this article has no head', 'begin with ---, title: …, ---');
    return undefined;
  }
  const source = readSource(file, head, 2);
  if ('problems' in source) {
    report.problems.push(...source.problems);
    return undefined;
  }
  const parsed = parseSource(source, 'article', articleHeadSchema, report);
  if (!parsed) return undefined;
  const place: Place = { source, path: [] };
  if (parsed.url) checkUrl(report, within(place, 'url'), parsed.url);
  if (body.trim() === '') report.error(place, 'this article has no text', 'write it below the second ---');
  return { id, title: parsed.title, text: body.trim(), ...(parsed.url ? { url: parsed.url } : {}), locale };
}

function fileOf(id: string, locale: string, main: string): string {
  return `knowledge/${id}${locale === main ? '' : `.${locale}`}.md`;
}

/** A place in a file that has no YAML of its own. */
function startOf(file: string): Place {
  const source: SourceFile = { file, value: undefined, position: () => ({ line: 1, column: 1 }) };
  return { source, path: [] };
}
