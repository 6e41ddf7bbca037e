// A small linear model over hashed n-grams, packed as numbers for the repository and unpacked on first use.
import { type AffectFeatures, buckets } from './affect-features.ts';

/** What `train-mood` writes. */
export interface PackedAffect {
  /** Base64 of pairs: distance to the last bucket (base 128, least first), weight as a signed byte, see `compress`. */
  weights: string;
  /** Value of one step of a weight. */
  /** The largest weight. */
  scale: number;
  /** Weight of the phrases' evidence (natural log odds). */
  phrases: number;
  /** Platt scaling (J. Platt 1999): log odds = slope × score + offset. */
  slope: number;
  offset: number;
}

export interface AffectModel {
  /** By bucket, as packed: a quarter of the room of what they stand for, of which a message touches hundreds of places. */
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

/** The byte of a weight (-1..1): small weights are many and get most of the steps. */
export function compress(weight: number): number {
  return Math.round(Math.sign(weight) * Math.sqrt(Math.abs(weight)) * 127);
}

/** The weight that a byte stands for, in units of `scale`, by the byte's own bits. */
const expanded = Float32Array.from({ length: 256 }, (_, bits) => {
  const byte = (bits << 24) >> 24;
  return Math.sign(byte) * (byte / 127) ** 2;
});

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

/** Character runs against words; training and reading share it. */
export const runWeight = 1.3;

/** Log odds that the text is so; `phrases` is the evidence of the phrase list. */
export function affectLogOdds(
  { weights, packed }: AffectModel,
  features: AffectFeatures,
  phrases: number,
): number {
  const score = mean(weights, features.words) + runWeight * mean(weights, features.runs);
  return packed.slope * (score * packed.scale + packed.phrases * phrases) + packed.offset;
}

/** The sum over the square root of the number: a long text counts for more than a short one, but not in proportion. */
function mean(weights: Int8Array, found: number[]): number {
  if (found.length === 0) return 0;
  let sum = 0;
  for (let i = 0; i < found.length; i += 1) sum += expanded[weights[found[i]!]! & 255]!;
  return sum / Math.sqrt(found.length);
}
