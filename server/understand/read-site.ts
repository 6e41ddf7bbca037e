// Of a site what a reading needs: plain values, which cross to the thread that reads.
import type { Action, FactSource, Intent, Site } from '../site/site.ts';

export interface ReadSite
  extends Pick<Site, 'id' | 'locales' | 'thresholds' | 'topics' | 'vocabulary' | 'articles'> {
  facts: Pick<FactSource, 'id' | 'words'>[];
  intents: Pick<Intent, 'id' | 'label' | 'examples' | 'action'>[];
  actions: Pick<Action, 'id' | 'risk'>[];
}

/** A site itself is one too, but holds functions and secrets, which stay where they are. */
export function readSite(site: Site): ReadSite {
  const { id, locales, thresholds, topics, vocabulary, articles, facts, intents, actions } = site;
  return {
    id,
    locales,
    thresholds,
    topics,
    vocabulary,
    articles,
    facts: facts.map(({ id, words }) => ({ id, words })),
    intents: intents.map(({ id, label, examples, action }) => ({
      id,
      label,
      examples,
      ...(action === undefined ? {} : { action }),
    })),
    actions: actions.map(({ id, risk }) => ({ id, risk })),
  };
}
