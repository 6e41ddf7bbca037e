// A small linear model over hashed n-grams, packed as numbers for the repository and unpacked on first use.
import { type AffectFeatures, buckets } from './affect-features.ts';

/** What `train-mood` writes. Everything but `weights` is in the units of the packed weights times `scale`. */
export interface PackedAffect {
  /** Base64 of pairs: distance to the last bucket (base 128, least first), weight as a signed byte. */
  weights: string;
  /** Value of one step of a weight. */
  scale: number;
  /** Weight of the phrases' evidence (natural log odds). */
  phrases: number;
  /** Platt scaling (J. Platt 1999): log odds = slope × score + offset. */
  slope: number;
  offset: number;
}

export interface AffectModel {
  /** Signed bytes by bucket. */
  weights: Int8Array;
  packed: PackedAffect;
}

export function unpackAffect(packed: PackedAffect): AffectModel {
  const bytes = Buffer.from(packed.weights, 'base64');
  const weights = new Int8Array(buckets);
  let bucket = 0;
  for (let i = 0; i < bytes.length; ) {
    let step = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[i]!;
      i += 1;
      step |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    bucket += step;
    weights[bucket] = bytes.readInt8(i);
    i += 1;
  }
  return { weights, packed };
}

/** Weights by bucket, only those that are not 0, in ascending order. */
export function packWeights(weights: [bucket: number, weight: number][]): string {
  const bytes: number[] = [];
  let last = 0;
  for (const [bucket, weight] of weights) {
    let step = bucket - last;
    last = bucket;
    for (; step >= 128; step >>>= 7) bytes.push((step & 127) | 128);
    bytes.push(step, weight & 255);
  }
  return Buffer.from(bytes).toString('base64');
}

/** Log odds that the text is so; `phrases` is the evidence of the phrase list. */
export function affectLogOdds(
  { weights, packed }: AffectModel,
  features: AffectFeatures,
  phrases: number,
): number {
  const score = mean(weights, features.words) + mean(weights, features.runs);
  return packed.slope * (score * packed.scale + packed.phrases * phrases) + packed.offset;
}

/** The sum over the square root of the number: a long text counts for more than a short one, but not in proportion. */
function mean(weights: Int8Array, found: Set<number>): number {
  if (found.size === 0) return 0;
  let sum = 0;
  for (const bucket of found) sum += weights[bucket]!;
  return sum / Math.sqrt(found.size);
}
