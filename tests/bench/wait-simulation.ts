// A service floor, event by event: customers come, wait in order, give up; agents take them, are slowed by several
// at once, go to lunch, disappear. The `wait` bench watches through `Watcher` and never steers.
import type { WaitScenario } from './wait-scenarios.ts';

export const day = 86_400;

export interface Waiter {
  id: number;
  /** Seconds since the simulation began. */
  joinedAt: number;
  /** When patience ends; Infinity when it never does. */
  leavesAt: number;
  /** Gave up; keeps the place as a ghost, so that the wait that was offered is still seen. */
  left: boolean;
}

export interface Running {
  joinedAt: number;
  claimedAt: number;
  /** Work left, in seconds alone. */
  work: number;
}

export interface FloorAgent {
  id: string;
  running: Running[];
  /** By the published shifts. */
  onDuty: boolean;
  /** On duty, and really there. */
  takes: boolean;
  /** Since when it could have taken one more, as the desk sees it. */
  freeSince: number;
}

export interface Floor {
  now: number;
  agents: FloorAgent[];
  /** Those who wait, ghosts among them. */
  line: Waiter[];
}

export interface Watcher {
  /** Somebody joined the end of the line. */
  joined(floor: Floor, waiter: Waiter): void;
  /** The place was reached; for a ghost, when it would have been. */
  reached(waiter: Waiter, at: number): void;
  /** Somebody gave up. */
  left(waiter: Waiter, at: number): void;
  /** A service ended. */
  served(agent: FloorAgent, service: Running, at: number): void;
  /** After every event, and `every` so many seconds. */
  tick?(floor: Floor): void;
  every?: number;
}

export type Random = () => number;

/** xorshift128 seeded by splitmix: fast, and the same everywhere. */
export function seededRandom(seed: number): Random {
  let mix = seed >>> 0;
  const split = () => {
    mix = (mix + 0x9e3779b9) >>> 0;
    let value = mix;
    value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
    value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
    return (value ^ (value >>> 16)) >>> 0;
  };
  let [a, b, c, d] = [split() | 1, split(), split(), split()];
  return () => {
    const t = a ^ (a << 11);
    [a, b, c] = [b, c, d];
    d = (d ^ (d >>> 19) ^ t ^ (t >>> 8)) >>> 0;
    return (d + 0.5) / 4_294_967_296;
  };
}

const exponential = (random: Random, mean: number) => -mean * Math.log(random());
const normal = (random: Random) => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());

/** Work of one conversation, in seconds alone. */
function drawWork({ handling, variation }: WaitScenario, random: Random): number {
  if (variation === null) return exponential(random, handling);
  const spread = Math.log(1 + variation ** 2);
  return handling * Math.exp(Math.sqrt(spread) * normal(random) - spread / 2);
}

/** Runs from `from` to `until` (s); whoever joined by then is followed for another day at most. */
export function simulate(scenario: WaitScenario, seed: number, until: number, watcher: Watcher): void {
  const arrivals = seededRandom(seed * 2 + 1);
  const works = seededRandom(seed * 2 + 1_000_003);
  const patience = seededRandom(seed * 2 + 2_000_003);
  const agents = Array.from(
    { length: scenario.agents },
    (_, index): FloorAgent => ({
      id: `agent-${index}`,
      running: [],
      onDuty: true,
      takes: true,
      freeSince: 0,
    }),
  );
  const floor: Floor = { now: 0, agents, line: [] };
  const pace = (load: number) => 1 + scenario.slowdown * (load - 1);
  let ids = 0;
  let nextArrival = exponential(arrivals, 1 / scenario.mostArrivals);

  const claim = (agent: FloorAgent, joinedAt: number) => {
    agent.running.push({ joinedAt, claimedAt: floor.now, work: drawWork(scenario, works) });
  };
  const freest = () =>
    agents
      .filter((agent) => agent.takes && agent.running.length < scenario.capacity)
      .sort((a, b) => a.running.length - b.running.length)[0];
  const serveLine = () => {
    while (floor.line.length > 0) {
      const agent = freest();
      if (!agent) return;
      const waiter = floor.line.shift()!;
      watcher.reached(waiter, floor.now);
      if (!waiter.left) claim(agent, waiter.joinedAt);
    }
  };
  const changeShifts = () => {
    const second = floor.now % day;
    const during = (span?: { from: number; to: number }) =>
      span !== undefined && second >= span.from && second < span.to;
    const onDuty = during(scenario.lunch) ? scenario.lunch!.agents : scenario.agents;
    const present = during(scenario.absence) ? scenario.agents - scenario.absence!.agents : scenario.agents;
    agents.forEach((agent, index) => {
      const before = agent.onDuty;
      agent.onDuty = index < onDuty;
      agent.takes = agent.onDuty && index < present;
      if (agent.onDuty && !before) agent.freeSince = floor.now;
    });
  };
  const boundaries = [scenario.lunch, scenario.absence].flatMap((span) => (span ? [span.from, span.to] : []));
  const nextBoundary = () => {
    const start = Math.floor(floor.now / day) * day;
    const ahead = boundaries
      .flatMap((second) => [start + second, start + day + second])
      .filter((at) => at > floor.now);
    return Math.min(...ahead, Number.POSITIVE_INFINITY);
  };

  let boundary = nextBoundary();
  const every = watcher.every ?? Number.POSITIVE_INFINITY;
  let look = every;
  while (floor.now < until || (floor.line.length > 0 && floor.now < until + day)) {
    let ends = Number.POSITIVE_INFINITY;
    let ending: FloorAgent | undefined;
    for (const agent of agents) {
      for (const running of agent.running) {
        const at = floor.now + running.work * pace(agent.running.length);
        if (at < ends) [ends, ending] = [at, agent];
      }
    }
    let leaves = Number.POSITIVE_INFINITY;
    let leaver: Waiter | undefined;
    if (scenario.patience)
      for (const waiter of floor.line)
        if (!waiter.left && waiter.leavesAt < leaves) [leaves, leaver] = [waiter.leavesAt, waiter];

    const at = Math.min(ends, leaves, nextArrival, boundary, look);
    for (const agent of agents)
      for (const running of agent.running) running.work -= (at - floor.now) / pace(agent.running.length);
    floor.now = at;

    if (at === boundary) {
      changeShifts();
      boundary = nextBoundary();
    } else if (at === ends && ending) {
      const least = Math.min(...ending.running.map(({ work }) => work));
      const index = ending.running.findIndex(({ work }) => work === least);
      const [service] = ending.running.splice(index, 1);
      ending.freeSince = at;
      watcher.served(ending, service!, at);
    } else if (at === leaves && leaver) {
      leaver.left = true;
      watcher.left(leaver, at);
    } else if (at === look) {
      look += every;
    } else {
      nextArrival = at + exponential(arrivals, 1 / scenario.mostArrivals);
      const comes = arrivals() * scenario.mostArrivals < scenario.arrivals(at % day);
      if (comes && at < until) {
        const agent = freest();
        if (agent) claim(agent, at);
        else {
          const leavesAt = scenario.patience ? at + exponential(patience, scenario.patience) : Infinity;
          const waiter = { id: ids++, joinedAt: at, leavesAt, left: false };
          floor.line.push(waiter);
          watcher.joined(floor, waiter);
        }
      }
    }
    serveLine();
    watcher.tick?.(floor);
  }
}
