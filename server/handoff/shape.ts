// How handling times vary around their mean, as seen: a distribution with mean 1 from which the rest of a
// running service can be drawn, given how long it has run already.

export interface Shape {
  /** Squared coefficient of variation; 1 for exponential times. */
  variation: number;
  /** Share that lasts longer than `age` (in means). */
  survival: (age: number) => number;
  /** The age (in means) that a share of `survival` outlasts. */
  age: (survival: number) => number;
}

/** Exponential times are assumed until seen otherwise: they count as so many services. */
const assumed = 20;
/** Past the last so many points the shape goes on exponentially with their mean excess. */
const tailPoints = 30;

/** The shape of `durations` (any unit, any order), mixed with an exponential one where they are few. */
export function makeShape(durations: number[]): Shape {
  const usable = durations.filter((duration) => duration > 0);
  const mean = usable.reduce((sum, duration) => sum + duration, 0) / (usable.length || 1);
  const points = usable.map((duration) => duration / mean);
  for (let index = 0; index < assumed; index++) points.push(-Math.log(1 - (index + 0.5) / assumed));
  const sorted = Float64Array.from(points).sort();
  const count = sorted.length;
  const scale = sorted.reduce((sum, point) => sum + point, 0) / count;
  for (let index = 0; index < count; index++) sorted[index]! /= scale;

  const body = Math.max(1, count - Math.min(tailPoints, Math.ceil(count / 4)));
  const threshold = sorted[body - 1]!;
  let excess = 0;
  for (let index = body; index < count; index++) excess += sorted[index]! - threshold;
  excess /= count - body;
  const tailShare = (count - body) / count;
  let squares = 0;
  for (const point of sorted) squares += (point - 1) ** 2;

  return {
    variation: Math.max(0.05, squares / count),
    survival: (age) => {
      if (age >= threshold) return tailShare * Math.exp(-(age - threshold) / excess);
      let low = 0;
      let high = body - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (sorted[middle]! > age) high = middle;
        else low = middle + 1;
      }
      const below = low === 0 ? 0 : sorted[low - 1]!;
      return 1 - (low + (age - below) / (sorted[low]! - below || 1)) / count;
    },
    age: (survival) => {
      if (survival <= tailShare) return threshold - excess * Math.log(survival / tailShare);
      const rank = (1 - survival) * count;
      const index = Math.min(body - 1, Math.floor(rank));
      const below = index === 0 ? 0 : sorted[index - 1]!;
      return below + (sorted[index]! - below) * (rank - index);
    },
  };
}
