// What the site's articles say to a message; nothing when the message asks for something to be done.
import type { Site } from '../site/site.ts';
import { isRequest } from './is-request.ts';
import { buildKnowledge, type Knowledge, searchKnowledge } from './knowledge.ts';

/** A passage of an article, with its score 0..1. */
export interface FoundPassage {
  article: string;
  title: string;
  url?: string;
  text: string;
  score: number;
}

/** Indexes by the very articles: a site that is loaded anew brings its own. */
const indexes = new WeakMap<Site['articles'], Knowledge>();
const most = 3;

/**
 * Best first, at most three; `locale` is that of the message. `forPerson`: to a request, too, for a person knows
 * what to make of it.
 */
export function findPassages(
  site: Pick<Site, 'articles' | 'vocabulary'>,
  text: string,
  locale: string,
  forPerson = false,
): FoundPassage[] {
  if (!forPerson && isRequest(text, locale)) return [];
  let index = indexes.get(site.articles);
  if (index === undefined) {
    index = buildKnowledge(site.articles, site.vocabulary);
    indexes.set(site.articles, index);
  }
  return searchKnowledge(index, text, locale)
    .slice(0, most)
    .map(({ article: { id, title, url }, score, passage }) => ({
      article: id,
      title,
      ...(url === undefined ? {} : { url }),
      text: passage,
      score,
    }));
}
