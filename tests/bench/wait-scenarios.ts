// The scenarios of the `wait` bench as CONTRACT.md fixes them, with what it leaves open settled here: a load of
// .85 where none is given, exponential handling of 6 min where none is given, and at which hour things happen.

export interface WaitScenario {
  name: string;
  agents: number;
  capacity: number;
  /** Each further conversation slows an agent's others by this share. */
  slowdown: number;
  /** Mean handling alone, s. */
  handling: number;
  /** Coefficient of variation of log-normal handling; null: exponential. */
  variation: number | null;
  /** Customers per second. */
  arrivals: (secondOfDay: number) => number;
  /** The highest that `arrivals` gets. */
  mostArrivals: number;
  /** Published: from `from` to `to` (s of day) so many agents are on duty instead of all. */
  lunch?: { from: number; to: number; agents: number };
  /** Unannounced: so many agents take nothing from `from` to `to`, though shown as on duty. */
  absence?: { from: number; to: number; agents: number };
  /** Mean patience, s, exponential. */
  patience?: number;
  /** Nothing is known when a day begins, and no mean is stated by the site. */
  cold?: boolean;
}

const minute = 60;
const hour = 3600;

function scenario(name: string, load: number, more: Partial<WaitScenario>): WaitScenario {
  const base = { agents: 3, capacity: 1, slowdown: 0, handling: 6 * minute, variation: null, ...more };
  const full = 1 + base.slowdown * (base.capacity - 1);
  const rate = (load * base.agents * base.capacity) / (base.handling * full);
  return { name, arrivals: () => rate, mostArrivals: rate, ...base };
}

const steady = scenario('steady', 0.85, {});
const burstAt = 14 * hour;
const burstLasts = 10 * minute;

export const waitScenarios: WaitScenario[] = [
  steady,
  scenario('busy', 0.95, { agents: 5 }),
  {
    ...steady,
    name: 'burst',
    mostArrivals: steady.mostArrivals * 10,
    arrivals: (second) => steady.mostArrivals * (second >= burstAt && second < burstAt + burstLasts ? 10 : 1),
  },
  scenario('lunch', 0.85, { agents: 4, lunch: { from: 12 * hour, to: 12 * hour + 40 * minute, agents: 1 } }),
  scenario('vanish', 0.85, { agents: 4, absence: { from: 11 * hour, to: 12 * hour, agents: 2 } }),
  scenario('heavy', 0.85, { agents: 4, handling: 8 * minute, variation: 1.5 }),
  scenario('several', 0.85, { capacity: 3, slowdown: 0.3 }),
  scenario('abandon', 1.1, { patience: 10 * minute }),
  { ...steady, name: 'cold-start', cold: true },
];
