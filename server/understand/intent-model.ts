// The trained reading of one site as a plain value: what `trainIntents` makes and `rankIntents` reads.
import type { FeatureSpace } from './feature-space.ts';
import type { LinearLayer } from './linear-layer.ts';

/** Raised whenever a cached model of an earlier make could not be read as one of today's. */
export const intentModelFormat = 1;

export interface IntentModel {
  /** Ids, in the order of the layer's margins. */
  intents: string[];
  space: FeatureSpace;
  layer: LinearLayer;
  /** Coefficients over the evidence (see `evidence.ts`), the constant last. */
  confidence: number[];
  outOfScope: number[];
}
