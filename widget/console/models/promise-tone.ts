// How near a stated wait is to being broken: the colour of a row in the queue. Red comes while there is still time
// to keep the promise; a quarter of a long wait is much, of a short one too little, hence both a share and seconds.

export type Tone = 'none' | 'calm' | 'amber' | 'red' | 'broken';

const amber = { share: 0.4, seconds: 120, atMost: 0.6 };
const red = { share: 0.15, seconds: 60, atMost: 0.4 };

/**
 * `waited` and `within` in seconds; `within` null: nothing was stated, so nothing can be broken.
 * Amber when at most 40 % of the wait or 2 minutes are left (never before 40 % has passed), red when at most 15 %
 * or a minute (never before 60 % has passed).
 */
export function promiseTone(waited: number, within: number | null): Tone {
  if (within === null) return 'none';
  const left = within - waited;
  if (left <= 0) return 'broken';
  if (left <= threshold(within, red)) return 'red';
  return left <= threshold(within, amber) ? 'amber' : 'calm';
}

function threshold(within: number, bound: typeof red): number {
  return Math.max(within * bound.share, Math.min(bound.seconds, within * bound.atMost));
}
