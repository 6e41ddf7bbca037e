// Admission: when more comes in than can be done, some is refused at once and clearly (`busy`), so that what was
// admitted stays fast. How much may be under way at a time is found out, not set: it shrinks while answers take
// markedly longer than they do at best, and grows while they do not (additive increase, multiplicative decrease, as
// TCP does; the idea of a limit by latency: TCP Vegas, Brakmo and Peterson 1995).

export interface Admission {
  /** One more piece of work: `leave` ends it; or how long to wait before trying again. */
  enter(): { leave(): void } | { retryAfterMs: number };
  /** Counts what follows from admitted work, such as its turn; never refuses. */
  during(work: Promise<unknown>): void;
  /** For the metrics. */
  seen(): { underWay: number; most: number };
}

export interface AdmissionPorts {
  /** Milliseconds that only go forward. */
  now(): number;
  /** By how much the event loop is late, ms. */
  lag(): number;
  /** For how long what was admitted waits to be read, ms. Default: not at all. */
  behind?: (() => number) | undefined;
  /** 0..1: spreads those who come back. */
  random(): number;
}

/** Milliseconds in which answers are judged together. */
const window = 100;
/** An answer within this, ms, is fast whatever the best one took. */
const fast = 25;
/** So much longer than at best is slow. */
const slower = 4;
/** Work that takes longer than this, ms, waits for somebody else (a business's API): it is no load. */
const waits = 500;
/** Work that waits longer than this to be read, ms, is too much: from three tenths of a second on a wait is seen. */
const far = 250;
const fewest = 16;
const mostEver = 2_000;
const first = 64;
/** Pause of those who are refused, ms. */
const shortest = 300;
const spread = 700;

export function createAdmission({ now, lag, behind = () => 0, random }: AdmissionPorts): Admission {
  const underWay = new Set<{ since: number }>();
  let most = first;
  /** What an answer takes at best, ms; it rises slowly, so that a machine that has become slower is believed. */
  let best = Number.POSITIVE_INFINITY;
  let began = now();
  let answers = 0;
  let total = 0;
  let reached = false;

  /** Ends a window: `most` follows what the answers in it took. */
  function judge(): void {
    const at = now();
    if (at - began < window) return;
    const mean = answers === 0 ? 0 : total / answers;
    if (answers > 0) best = Math.min(mean, best * 1.02);
    const typical = Math.max(mean, lag());
    const slow = Math.max(fast, Number.isFinite(best) ? best * slower : fast);
    if (typical > slow || behind() > far) most = Math.max(fewest, Math.min(most, underWay.size) * 0.8);
    else if (reached) most = Math.min(mostEver, most * 1.1 + 1);
    began = at;
    answers = 0;
    total = 0;
    reached = false;
  }

  /** Oldest first: what has waited for long is counted no more. */
  function forget(): void {
    const old = now() - waits;
    for (const work of underWay) {
      if (work.since > old) return;
      underWay.delete(work);
    }
  }

  return {
    enter() {
      judge();
      forget();
      if (underWay.size >= most) {
        reached = true;
        return { retryAfterMs: Math.round(shortest + spread * random()) };
      }
      const work = { since: now() };
      underWay.add(work);
      return {
        leave() {
          underWay.delete(work);
          answers += 1;
          total += now() - work.since;
        },
      };
    },
    during(promise) {
      const work = { since: now() };
      underWay.add(work);
      const done = () => void underWay.delete(work);
      promise.then(done, done);
    },
    seen: () => ({ underWay: underWay.size, most: Math.floor(most) }),
  };
}

/** Admits all: with LIMITS=off, and where nothing is served. */
export const openDoor: Admission = {
  enter: () => ({ leave() {} }),
  during() {},
  seen: () => ({ underWay: 0, most: 0 }),
};
