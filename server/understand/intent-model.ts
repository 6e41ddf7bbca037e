// The trained reading of one site as a plain value: what `trainIntents` makes and `rankIntents` reads.
import type { FeatureSpace, SparseVector } from './feature-space.ts';
import type { LinearLayer } from './linear-layer.ts';

/** Raised whenever a cached model of an earlier make could not be read, or would read otherwise. */
export const intentModelFormat = 3;

export interface IntentModel {
  /** Ids, in the order of the layer's classes, whose last is "none of these". */
  intents: string[];
  space: FeatureSpace;
  layer: LinearLayer;
  /** The owner's phrases by intent, as written and as vectors. */
  phrases: { texts: string[]; vectors: SparseVector[] }[];
  calibration: Calibration;
}

/** Coefficients over the evidence (see `evidence.ts`), the constant last. */
export interface Calibration {
  confidence: number[];
  outOfScope: number[];
}
