// Everything of a site that a reading needs and that is worth making once: the trained intents, and what is
// compiled from the site beside them.
import type { Site } from '../site/site.ts';
import { actionWords } from './action-words.ts';
import { background } from './background.ts';
import type { IntentModel } from './intent-model.ts';
import type { ReadSite } from './read-site.ts';
import { buildLexicon, type Lexicon } from './spelling.ts';
import { type CompiledTopic, compileTopics } from './topics.ts';
import { trainIntents } from './train-intents.ts';
import { trainingInput } from './training-input.ts';

export interface SiteModel {
  intents: IntentModel;
  topics: CompiledTopic[];
  /** Ids of the intents that change something at the business. */
  acting: ReadonlySet<string>;
  lexicon: Lexicon;
}

/** Adds what is cheap to compile (ms) to a trained intent model; `brain.ts` calls it with a cached one. */
export function compileSite(site: ReadSite, intents: IntentModel): SiteModel {
  return {
    intents,
    topics: compileTopics(site.topics),
    acting: actingIntents(site),
    lexicon: buildLexicon(ownTexts(site), [...background(), ...actionWords()]),
  };
}

/** Trains and compiles in place; takes about half a second for 20 intents of 10 phrases. */
export function trainSite(site: Site, seed = 1): SiteModel {
  return compileSite(site, trainIntents(trainingInput(site, seed)));
}

function actingIntents({ intents, actions }: ReadSite): ReadonlySet<string> {
  const changing = new Set(actions.filter(({ risk }) => risk !== 'read').map(({ id }) => id));
  return new Set(
    intents.filter(({ action }) => action !== undefined && changing.has(action)).map(({ id }) => id),
  );
}

function ownTexts({ intents, facts, vocabulary }: ReadSite): string[] {
  return [
    ...intents.flatMap(({ examples, label }) => [...examples, ...Object.values(label)]),
    ...facts.flatMap(({ words }) => words),
    ...Object.entries(vocabulary).flatMap(([word, others]) => [word, ...others]),
  ];
}
