// From a site to what its intent model is trained on: its phrases, its labels, and the background.
import type { Site } from '../site/site.ts';
import { background } from './background.ts';
import type { TrainingInput } from './training-set.ts';

/** A plain value: it crosses to the worker, and its hash names the cached model. */
export function trainingInput(site: Site, seed = 1): TrainingInput {
  return {
    examples: site.intents.flatMap(({ id, label, examples }) =>
      [...examples, ...Object.values(label)].map((text) => ({ intent: id, text })),
    ),
    background: background(),
    vocabulary: site.vocabulary,
    outOfScopeShare: site.outOfScopeShare,
    seed,
  };
}
