// The site's articles, cut into passages and indexed, and the search that says how well one answers a question.
import MiniSearch, { type SearchResult } from 'minisearch';
import { baseLanguage } from '../../shared/base-language.ts';
import type { Article } from '../site/site.ts';
import { cutPassages } from './cut-passages.ts';
import { keepBest } from './keep-best.ts';
import { plainWords } from './plain-words.ts';
import { remember } from './remember.ts';
import { searchTerms } from './search-terms.ts';

interface Entry {
  id: number;
  article: Article;
  heading: string;
  text: string;
  /** Of the locale: `en` of `en-GB`. */
  language: string;
  /** The heading in plain words, that a question's manner is looked for in. */
  asks: string;
}

/** What one word of a question finds: customers ask with the same few thousand words over and over. */
interface FoundByStem {
  /** Stems that mean the same here. */
  same: readonly string[];
  /** Inverse document frequency. */
  idf: number;
  /** Language → entries in it and their scores in the full-text search. */
  hits: ReadonlyMap<string, Hits>;
  /** By entry, how far it speaks of the word; filled as it is asked for. */
  covered: (Covered | undefined)[];
}

interface Hits {
  ids: number[];
  scores: number[];
}

interface Covered {
  /** 0..1 of the word's weight. */
  share: number;
  /** In its own heading or text, not only under a title that does. */
  own: boolean;
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
  /** Kept from question to question. */
  byStem: (stem: string) => FoundByStem;
  /** Room for one question's score by entry, and by how many words: all zero between questions. */
  tally: { sums: Float64Array; times: Uint16Array };
}

export interface Found {
  article: Article;
  /** 0..1: the weighted share of the question's telling words that title, heading and passage speak of. */
  score: number;
  passage: string;
}

/** Words, and their letters, that are kept. */
const stemsKept = 2_000;
const longestKept = 40;

/** `vocabulary`: words that mean the same on this site. */
export function buildKnowledge(articles: Article[], vocabulary: Record<string, string[]> = {}): Knowledge {
  const entries = articles
    .flatMap((article) =>
      cutPassages(article.text).map(({ heading, text }) => ({
        article,
        heading,
        text,
        language: baseLanguage(article.locale),
        asks: plainWords(heading),
      })),
    )
    .map((entry, id) => ({ id, ...entry }));
  const frequency = new Map<string, number>();
  const search = new MiniSearch<Entry>({
    fields: ['title', 'heading', 'text'],
    extractField: (entry, field) =>
      field === 'title' ? entry.article.title : (entry[field as keyof Entry] as string),
    tokenize: searchTerms,
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
    head: new Set(searchTerms(`${entry.article.title} ${entry.heading}`)),
    heading: new Set(searchTerms(entry.heading)),
    body: new Set(searchTerms(entry.text)),
  }));
  for (const { head, body } of stems) {
    for (const stem of new Set([...head, ...body])) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  }
  const same = sameStems(vocabulary);
  const byStem = remember(
    (stem: string): FoundByStem => {
      const others = same.get(stem) ?? [];
      const forms = [stem, ...others];
      const most = Math.max(0, ...forms.map((form) => frequency.get(form) ?? 0));
      return {
        same: others,
        idf: Math.log(1 + (entries.length + 1) / (most + 1)),
        hits: hitsByLanguage(entries, search.search(stem)),
        covered: new Array<Covered | undefined>(entries.length).fill(undefined),
      };
    },
    stemsKept,
    longestKept,
  );
  const tally = { sums: new Float64Array(entries.length), times: new Uint16Array(entries.length) };
  return { entries, search, frequency, stems, same, byStem, tally };
}

function hitsByLanguage(entries: Entry[], found: SearchResult[]): Map<string, Hits> {
  const hits = new Map<string, Hits>();
  for (const { id, score } of found) {
    const { language } = entries[id as number]!;
    const those = hits.get(language) ?? { ids: [], scores: [] };
    hits.set(language, those);
    those.ids.push(id as number);
    those.scores.push(score);
  }
  return hits;
}

function sameStems(vocabulary: Record<string, string[]>): Map<string, string[]> {
  const same = new Map<string, string[]>();
  for (const [word, others] of Object.entries(vocabulary)) {
    const group = [word, ...others].flatMap(searchTerms);
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
  const asked = [...new Set(searchTerms(text))];
  const manner = askedAs.exec(plainWords(text))?.[0];
  if (asked.length === 0 || index.entries.length === 0) return [];
  const founds = asked.map(index.byStem);
  const best = new Map<Article, { entry: Entry; score: number; others: number }>();
  for (const id of likeliest(index, asked, founds, baseLanguage(locale))) {
    const entry = index.entries[id]!;
    const said = manner !== undefined && entry.asks.includes(manner) ? inManner : 0;
    const score = cover(index, asked, founds, entry.id) + said;
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

/** Entries in this language that the full-text search finds, best first: those that more of the words find gain by it. */
function likeliest(index: Knowledge, asked: string[], founds: FoundByStem[], spoken: string): number[] {
  // Each word once, in this order: a stem, what means the same, the next stem.
  const words = new Map<string, FoundByStem>();
  for (let place = 0; place < asked.length; place += 1) {
    words.set(asked[place]!, founds[place]!);
    for (const other of founds[place]!.same) if (!words.has(other)) words.set(other, index.byStem(other));
  }
  const { sums, times } = index.tally;
  const met: number[] = [];
  for (const found of words.values()) {
    const hits = found.hits.get(spoken);
    if (hits === undefined) continue;
    const { ids, scores } = hits;
    for (let at = 0; at < ids.length; at += 1) {
      const id = ids[at]!;
      if (times[id] === 0) met.push(id);
      sums[id]! += scores[at]!;
      times[id]! += 1;
    }
  }
  const best: number[] = [];
  const worth = (id: number) => sums[id]! * times[id]!;
  for (const id of met) keepBest(best, id, worth, candidates);
  for (const id of met) {
    sums[id] = 0;
    times[id] = 0;
  }
  return best;
}

/** 0..1: how far the entry speaks of what is asked. */
function cover(index: Knowledge, asked: string[], founds: FoundByStem[], id: number): number {
  let weight = 0;
  let covered = 0;
  let own = 0;
  for (let place = 0; place < asked.length; place += 1) {
    const found = founds[place]!;
    found.covered[id] ??= coveredBy(index, asked[place]!, id);
    const of = found.covered[id]!;
    weight += found.idf;
    covered += of.share * found.idf;
    if (of.own) own += found.idf;
  }
  if (weight === 0 || covered === 0) return 0;
  return (covered / weight) * (1 - Math.exp(-weight / enough)) + byItself * (own / weight);
}

/** A word in title or heading counts whole, one in the text somewhat less: it may be there by the way. */
function coveredBy({ stems, same }: Knowledge, stem: string, id: number): Covered {
  const { head, heading, body } = stems[id]!;
  const forms = [stem, ...(same.get(stem) ?? [])];
  const { own, other } = degreeOf(forms, head, body, stem);
  return forms.some((form) => heading.has(form) || body.has(form)) ? own : other;
}

function degreeOf(forms: string[], head: Set<string>, body: Set<string>, stem: string): Degree {
  if (forms.some((form) => head.has(form))) return degrees.whole;
  if (forms.some((form) => body.has(form))) return degrees.most;
  return near(head, stem) || near(body, stem) ? degrees.half : degrees.none;
}

interface Degree {
  own: Covered;
  other: Covered;
}

const degree = (share: number): Degree => ({ own: { share, own: true }, other: { share, own: false } });

/** One of each, since they are kept for thousands of pairs of a word and a passage. */
const degrees = { whole: degree(1), most: degree(0.85), half: degree(0.5), none: degree(0) };

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
