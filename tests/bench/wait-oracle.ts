// The yardstick of the `wait` bench: the 90 % quantile by who knows the true rates and who will be there when.
// Written apart from the estimator under test: exact where handling is exponential, by simulation where not.
import type { WaitScenario } from './wait-scenarios.ts';
import { day, type Floor, type Random, seededRandom } from './wait-simulation.ts';

const kept = 0.9;

/** Seconds within which place `position` is reached with probability .9, true law and true staff being known. */
export type Oracle = (floor: Floor, position: number) => number;

export function oracleOf(scenario: WaitScenario): Oracle {
  if (scenario.variation !== null) return agedOracle(scenario, scenario.variation);
  if (scenario.patience) return patienceOracle(scenario, scenario.patience);
  return exponentialOracle(scenario);
}

/** P(Poisson(mean) < count). */
function fewerThan(count: number, mean: number): number {
  let term = -mean;
  let sum = 0;
  for (let index = 0; index < count; index++) {
    sum += Math.exp(term);
    term += Math.log(mean) - Math.log(index + 1);
  }
  return sum;
}

/** Places are reached as a Poisson process of the true rate, and at once by whoever comes back to the floor. */
function exponentialOracle(scenario: WaitScenario): Oracle {
  const { agents, capacity, handling, slowdown } = scenario;
  const each = capacity / (handling * (1 + slowdown * (capacity - 1)));
  const spans = [scenario.lunch, scenario.absence].flatMap((span, index) =>
    span ? [{ from: span.from, to: span.to, there: index === 0 ? span.agents : agents - span.agents }] : [],
  );
  const thereAt = (time: number) =>
    spans.find(({ from, to }) => time % day >= from && time % day < to)?.there ?? agents;
  const known: number[] = [];
  return (floor, position) => {
    // Without memory and without shifts only the place counts.
    if (spans.length === 0 && known[position] !== undefined) return known[position];
    let time = floor.now;
    let mean = 0;
    let comers = 0;
    for (;;) {
      const second = time % day;
      const next = Math.min(
        ...spans.flatMap(({ from, to }) => [from, to].map((at) => (at > second ? at : at + day))),
        second + day,
      );
      const there = thereAt(time);
      const rate = there * each;
      const needed = Math.max(0, position - comers);
      const until = mean + rate * (next - second);
      if (needed === 0 || fewerThan(needed, mean) <= 1 - kept) return time - floor.now;
      if (fewerThan(needed, until) <= 1 - kept) {
        let [low, high] = [mean, until];
        while (high - low > 1e-6 * high) {
          const middle = (low + high) / 2;
          if (fewerThan(needed, middle) <= 1 - kept) high = middle;
          else low = middle;
        }
        known[position] = time - floor.now + (high - mean) / rate;
        return known[position];
      }
      mean = until;
      time += next - second;
      comers += Math.max(0, thereAt(time) - there) * capacity;
    }
  };
}

/** Each step down the line takes an exponential time: a service ends or one of those ahead gives up. */
function patienceOracle({ agents, handling }: WaitScenario, patience: number): Oracle {
  const random = seededRandom(77);
  const draws = 40_000;
  const known: number[] = [];
  let sums = new Float64Array(draws);
  return (_floor, position) => {
    while (known.length < position) {
      const ahead = known.length;
      const rate = agents / handling + ahead / patience;
      sums = sums.map((sum) => sum - Math.log(random()) / rate);
      known.push(sums.slice().sort()[Math.floor(kept * draws)]!);
    }
    return known[position - 1]!;
  };
}

/** Log-normal handling: the rest of each running service depends on its age, so it is drawn for every question. */
function agedOracle({ handling, agents }: WaitScenario, variation: number): Oracle {
  const spread = Math.sqrt(Math.log(1 + variation ** 2));
  const middle = Math.log(handling) - spread ** 2 / 2;
  const random: Random = seededRandom(78);
  const draws = 500;
  const fresh = Float64Array.from({ length: pointsKept }, (_, index) =>
    Math.exp(middle + spread * bisected((index + 0.5) / pointsKept)),
  );
  const times = new Float64Array(draws);
  const next = new Float64Array(agents);
  const soonestOf = () => {
    let soonest = 0;
    for (let index = 1; index < agents; index++) if (next[index]! < next[soonest]!) soonest = index;
    return soonest;
  };
  return (floor, position) => {
    const ages = floor.agents.flatMap(({ running }) => running.map(({ claimedAt }) => floor.now - claimedAt));
    const survivals = ages.map((age) => (age <= 0 ? 1 : 1 - normalShare((Math.log(age) - middle) / spread)));
    for (let draw = 0; draw < draws; draw++) {
      next.fill(0);
      ages.forEach((age, index) => {
        const share = 1 - survivals[index]! * random();
        next[index] = Math.max(0, Math.exp(middle + spread * normalPoint(share)) - age);
      });
      for (let place = 1; place < position; place++)
        next[soonestOf()]! += fresh[Math.floor(random() * pointsKept)]!;
      times[draw] = next[soonestOf()]!;
    }
    return times.slice().sort()[Math.floor(kept * draws)]!;
  };
}

/** Standard normal distribution function (Abramowitz & Stegun 26.2.17). */
function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}

const pointsKept = 8192;
let points: Float64Array | undefined;

/** Its inverse: from a table, near the ends by bisection. */
function normalPoint(share: number): number {
  const rank = share * pointsKept - 0.5;
  const low = Math.floor(rank);
  if (low < 8 || low > pointsKept - 10) return bisected(share);
  points ??= Float64Array.from({ length: pointsKept }, (_, index) => bisected((index + 0.5) / pointsKept));
  return points[low]! + (points[low + 1]! - points[low]!) * (rank - low);
}

function bisected(share: number): number {
  let [low, high] = [-8, 8];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (normalShare(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
