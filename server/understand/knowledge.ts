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
  stems: { head: Set<string>; heading: Set<string>; body: Set<string> }[];
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
  const frequency = new Map<string, number>();
  const search = new MiniSearch<Entry>({
    fields: ['title', 'heading', 'text'],
    extractField: (entry, field) =>
      field === 'title' ? entry.article.title : (entry[field as keyof Entry] as string),
    tokenize: terms,
    processTerm: (term) => term,
    searchOptions: {
      boost: { title: 2, heading: 2 },
      // Looking for what is nearly the word is most of a search; a word that stands there needs none of it.
      fuzzy: (term) => (term.length >= 5 && !frequency.has(term) ? 0.2 : false),
      prefix: (term) => term.length >= 4,
    },
  });
  search.addAll(entries);
  const stems = entries.map((entry) => ({
    head: new Set(terms(`${entry.article.title} ${entry.heading}`)),
    heading: new Set(terms(entry.heading)),
    body: new Set(terms(entry.text)),
  }));
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
  const manner = askedAs.exec(plainWords(text))?.[0];
  if (asked.length === 0 || index.entries.length === 0) return [];
  const inLanguage = (entry: Entry) => language(entry.locale) === language(locale);
  const query = [...new Set(asked.flatMap((stem) => [stem, ...(index.same.get(stem) ?? [])]))].join(' ');
  const hits = index.search.search(query, { filter: (hit) => inLanguage(index.entries[hit.id as number]!) });
  const best = new Map<Article, { entry: Entry; score: number; others: number }>();
  for (const hit of hits.slice(0, candidates)) {
    const entry = index.entries[hit.id as number]!;
    const said = manner !== undefined && plainWords(entry.heading).includes(manner) ? inManner : 0;
    const score = cover(index, asked, entry.id) + said;
    if (score === said) continue;
    const known = best.get(entry.article);
    if (known === undefined) {
      best.set(entry.article, { entry, score, others: 0 });
      continue;
    }
    known.others += 1;
    // Of passages that say as much, the one that the article begins with says it more generally.
    const ahead = score - known.score;
    if (ahead > even || (Math.abs(ahead) <= even && entry.id < known.entry.id))
      best.set(entry.article, { ...known, entry, score });
  }
  return [...best.values()]
    .map(({ entry, score, others }) => ({
      article: entry.article,
      // An article that comes back to the matter is the one about it.
      score: Math.min(1, score + again * others),
      passage: entry.text,
    }))
    .sort((a, b) => b.score - a.score);
}

/** "How long …?" is answered under "How long it takes": these words tell nothing else, so the search drops them. */
const askedAs =
  /\b(?:can not|how (?:long|much|many|heavy|fast|soon|big|far)|where|when|wie (?:lange|viel|schwer|schnell|groß|weit)|wo|wann)\b/;
/** What a heading in the question's own manner adds. */
const inManner = 0.05;
/** Scores that differ by less are even. */
const even = 1e-6;

/** Sum of inverse document frequencies at which a question says enough; "flight" alone, at an airline, does not. */
const enough = 1.2;

/** What a passage gains that speaks of the matter itself, not only under a title that does. */
const byItself = 0.02;

/** A word in title or heading counts whole, one in the text somewhat less: it may be there by the way. */
function cover(index: Knowledge, asked: string[], id: number): number {
  const { head, heading, body } = index.stems[id]!;
  const total = index.entries.length;
  let weight = 0;
  let covered = 0;
  let own = 0;
  for (const stem of asked) {
    const forms = [stem, ...(index.same.get(stem) ?? [])];
    const frequency = Math.max(0, ...forms.map((form) => index.frequency.get(form) ?? 0));
    const idf = Math.log(1 + (total + 1) / (frequency + 1));
    weight += idf;
    if (forms.some((form) => heading.has(form) || body.has(form))) own += idf;
    if (forms.some((form) => head.has(form))) covered += idf;
    else if (forms.some((form) => body.has(form))) covered += 0.85 * idf;
    else if (near(head, stem) || near(body, stem)) covered += 0.5 * idf;
  }
  if (weight === 0 || covered === 0) return 0;
  return (covered / weight) * (1 - Math.exp(-weight / enough)) + byItself * (own / weight);
}

/** Letters that two words of one root begin with ("pregnant", "pregnancy"). */
const sameRoot = 7;

/** A longer or shorter form of the word: "checkin", "check-in" and compounds ("Handgepäck", "Gepäck"). */
function near(stems: Set<string>, stem: string): boolean {
  if (stem.length < 4) return false;
  for (const other of stems) {
    if (
      other.length >= 4 &&
      (other.startsWith(stem) ||
        stem.startsWith(other) ||
        other.endsWith(stem) ||
        stem.endsWith(other) ||
        (other.length >= sameRoot && other.slice(0, sameRoot) === stem.slice(0, sameRoot)))
    )
      return true;
  }
  return false;
}

function language(locale: string): string {
  return locale.toLowerCase().split('-')[0]!;
}
