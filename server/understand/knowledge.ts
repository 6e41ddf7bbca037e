// The site's articles, cut into passages and indexed, and the search that says how well one answers a question.
import MiniSearch from 'minisearch';
import type { Article } from '../site/site.ts';
import { cutPassages } from './cut-passages.ts';
import { plainWords } from './plain-words.ts';
import { isStopWord, wordStem } from './word-stem.ts';

interface Entry {
  id: number;
  article: Article;
  heading: string;
  text: string;
  locale: string;
}

export interface Knowledge {
  entries: Entry[];
  search: MiniSearch<Entry>;
  /** Stem → in how many passages; for the weight of a word. */
  frequency: Map<string, number>;
  /** Stems of each entry: of its title and heading, and of its text. */
  stems: { head: Set<string>; body: Set<string> }[];
  /** Stem → stems that mean the same here. */
  same: Map<string, string[]>;
}

export interface Found {
  article: Article;
  /** 0..1: the weighted share of the question's telling words that title, heading and passage speak of. */
  score: number;
  passage: string;
}

const terms = (text: string) =>
  plainWords(text.replace(/(\p{L}+)-(\p{L}+)/gu, '$1$2 $1 $2'))
    .split(' ')
    .filter((word) => word.length > 1 && !isStopWord(word))
    .map(wordStem);

/** `vocabulary`: words that mean the same on this site. */
export function buildKnowledge(articles: Article[], vocabulary: Record<string, string[]> = {}): Knowledge {
  const entries = articles
    .flatMap((article) =>
      cutPassages(article.text).map(({ heading, text }) => ({
        article,
        heading,
        text,
        locale: article.locale,
      })),
    )
    .map((entry, id) => ({ id, ...entry }));
  const search = new MiniSearch<Entry>({
    fields: ['title', 'heading', 'text'],
    extractField: (entry, field) =>
      field === 'title' ? entry.article.title : (entry[field as keyof Entry] as string),
    tokenize: terms,
    processTerm: (term) => term,
    searchOptions: {
      boost: { title: 2, heading: 2 },
      fuzzy: (term) => (term.length >= 5 ? 0.2 : false),
      prefix: (term) => term.length >= 4,
    },
  });
  search.addAll(entries);
  const stems = entries.map((entry) => ({
    head: new Set(terms(`${entry.article.title} ${entry.heading}`)),
    body: new Set(terms(entry.text)),
  }));
  const frequency = new Map<string, number>();
  for (const { head, body } of stems) {
    for (const stem of new Set([...head, ...body])) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  }
  return { entries, search, frequency, stems, same: sameStems(vocabulary) };
}

function sameStems(vocabulary: Record<string, string[]>): Map<string, string[]> {
  const same = new Map<string, string[]>();
  for (const [word, others] of Object.entries(vocabulary)) {
    const group = [word, ...others].flatMap(terms);
    for (const stem of group) same.set(stem, group);
  }
  return same;
}

/** What each further passage of an article adds. */
const again = 0.02;
/** How many candidates of the full-text search are scored. */
const candidates = 20;

/**
 * Best first, one passage an article, of the articles in the locale (or its language); empty when no telling
 * word of the text occurs. The caller holds the score against the site's threshold.
 */
export function searchKnowledge(index: Knowledge, text: string, locale: string): Found[] {
  const asked = [...new Set(terms(text))];
  if (asked.length === 0 || index.entries.length === 0) return [];
  const inLanguage = (entry: Entry) => language(entry.locale) === language(locale);
  const query = [...new Set(asked.flatMap((stem) => [stem, ...(index.same.get(stem) ?? [])]))].join(' ');
  const hits = index.search.search(query, { filter: (hit) => inLanguage(index.entries[hit.id as number]!) });
  const best = new Map<Article, Found>();
  for (const hit of hits.slice(0, candidates)) {
    const entry = index.entries[hit.id as number]!;
    const score = cover(index, asked, hit.id as number);
    if (score === 0) continue;
    const known = best.get(entry.article);
    // An article that comes back to the matter is the one about it.
    if (known !== undefined) known.score = Math.min(1, known.score + again);
    if (known === undefined || score > known.score)
      best.set(entry.article, { article: entry.article, score, passage: entry.text });
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

/** Sum of inverse document frequencies at which a question says enough; "flight" alone, at an airline, does not. */
const enough = 1.2;

/** A word in title or heading counts whole, one in the text somewhat less: it may be there by the way. */
function cover(index: Knowledge, asked: string[], id: number): number {
  const { head, body } = index.stems[id]!;
  const total = index.entries.length;
  let weight = 0;
  let covered = 0;
  for (const stem of asked) {
    const forms = [stem, ...(index.same.get(stem) ?? [])];
    const frequency = Math.max(0, ...forms.map((form) => index.frequency.get(form) ?? 0));
    const idf = Math.log(1 + (total + 1) / (frequency + 1));
    weight += idf;
    if (forms.some((form) => head.has(form))) covered += idf;
    else if (forms.some((form) => body.has(form))) covered += 0.85 * idf;
    else if (near(head, stem) || near(body, stem)) covered += 0.5 * idf;
  }
  return weight === 0 ? 0 : (covered / weight) * (1 - Math.exp(-weight / enough));
}

/** A longer or shorter form of the word: "checkin", "check-in" and compounds ("Handgepäck", "Gepäck"). */
function near(stems: Set<string>, stem: string): boolean {
  if (stem.length < 4) return false;
  for (const other of stems) {
    if (
      other.length >= 4 &&
      (other.startsWith(stem) || stem.startsWith(other) || other.endsWith(stem) || stem.endsWith(other))
    )
      return true;
  }
  return false;
}

function language(locale: string): string {
  return locale.toLowerCase().split('-')[0]!;
}
