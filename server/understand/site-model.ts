// Everything of a site that a reading needs and that is worth making once: the trained intents, and what is
// compiled from the site beside them.
import type { Site } from '../site/site.ts';
import type { IntentModel } from './intent-model.ts';
import { type CompiledTopic, compileTopics } from './topics.ts';
import { trainIntents } from './train-intents.ts';
import { trainingInput } from './training-input.ts';

export interface SiteModel {
  intents: IntentModel;
  topics: CompiledTopic[];
}

/** Adds what is cheap to compile (ms) to a trained intent model; `brain.ts` calls it with a cached one. */
export function compileSite(site: Site, intents: IntentModel): SiteModel {
  return { intents, topics: compileTopics(site.topics) };
}

/** Trains and compiles in place; takes about half a second for 20 intents of 10 phrases. */
export function trainSite(site: Site, seed = 1): SiteModel {
  return compileSite(site, trainIntents(trainingInput(site, seed)));
}
