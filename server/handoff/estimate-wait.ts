// The wait, as a promise: an upper bound that is kept with a stated probability (H2), or the plain word that
// there is too little to go by (H5). Pure; the desk gathers what goes in and states what comes out.
//
// Method. What is known when the customer asks says more than past waits do: the place in line, the ages of the
// services that run, who is on duty (Ibrahim & Whitt, "Real-time delay estimation based on delay history",
// M&SOM 2009, and "Wait-time predictors for customer service systems with time-varying demand and capacity",
// Oper. Res. 2011: queue-length predictors beat delay-history ones, most of all when staff changes). With
// exponential handling the bound would be a quantile of an Erlang sum. Real handling is not exponential, agents
// come and go, work on several conversations at once, and some who wait give up. So the line is played forward
// (play-forward.ts) with a handling law learnt from recent services (handling-law.ts): the rest of each running
// service given its age, fresh services after it, shifts ahead, pick-up pauses, leavers, agents who are free
// while people wait and so are probably not there; and the mean itself drawn anew each time from what is known
// of it, so that little data widens the bound by itself (empirical Bayes with the site's own mean as prior).
// Past the places that are played, the bound goes on by the normal approximation of a renewal process.
import type { Wait } from '../../shared/events.ts';
import { paths } from './draws.ts';
import { extendWait } from './extend-wait.ts';
import { fairLevel } from './fair-level.ts';
import type { HandlingLaw } from './handling-law.ts';
import { playForward, type Slot } from './play-forward.ts';

export interface AgentNow {
  capacity: number;
  /** Seconds for which each conversation in hand has run. */
  running: number[];
  /** Seconds for which this agent has had room while somebody waited. */
  freeFor?: number;
}

export interface LineNow {
  /** Agents on duty. */
  agents: AgentNow[];
  /** Changes ahead: from `in` seconds on, so many agents are on duty. In order of time. */
  shifts?: { in: number; agents: number }[];
  law: HandlingLaw;
  /** Probability (0..1) with which the bound is to be kept; default .9. */
  confidence?: number;
  /** Epoch ms of the next shift, when nobody is on duty. */
  opensAt?: number;
}

/** Without a prior no number is stated on fewer services than this. */
const leastServices = 5;
/** Fewer services than this beside a prior: the statement rests on the prior. */
const fewServices = 20;
/** Places that are played; the rest is extrapolated. */
const placesPlayed = 48;
/** Belief, before any sign, that an agent on duty is not there. */
const absentBefore = 0.02;
/** Mean absence, s, at the least. */
const shortestAbsence = 900;
const shortestPickup = 2;

/** The wait stated to one place (from 1); for many of them ask `estimateWaits` once. */
export function estimateWait(line: LineNow, position: number): Wait {
  return estimateWaits(line, position, position)(position);
}

/**
 * The line as a function of the place. The costly half is done once for all places from `first` to `last`, when
 * one of them is asked for.
 */
export function estimateWaits(line: LineNow, last = placesPlayed, first = 1): (position: number) => Wait {
  const { law, confidence = 0.9, opensAt } = line;
  const silent = { within: null, confidence: null };
  const onDuty = line.agents.length > 0 || (line.shifts ?? []).some(({ agents }) => agents > 0);
  if (!onDuty)
    return (position) => ({ position, ...silent, basis: 'nobody', ...(opensAt ? { opensAt } : {}) });
  if (law.mean(1) === null || (!law.prior && law.seen < leastServices))
    return (position) => ({ position, ...silent, basis: 'too-little' });
  const basis = law.prior && law.seen < fewServices ? 'prior' : 'history';
  const slots = slotsOf(line);
  const to = Math.min(last, placesPlayed);
  const from = Math.min(first, to);
  const bounds: number[] = [];
  let played: Float64Array | undefined;
  const bound = (place: number): number => {
    if (place < from || place > to) throw new RangeError(`Place ${place} was not asked for.`);
    played ??= playForward(law, slots, from, to);
    bounds[place] ??= upperQuantile(
      played.subarray((place - from) * paths, (place - from + 1) * paths),
      fairLevel(slots.length, place, placesPlayed, confidence),
    );
    return bounds[place];
  };
  let farther: ((place: number) => number) | undefined;
  const beyond = (place: number): number => {
    farther ??= extendWait(law, slots, { place: placesPlayed, seconds: bound(placesPlayed) }, confidence);
    return farther(place);
  };
  return (position) => {
    const seconds = position <= placesPlayed ? bound(position) : beyond(position);
    if (!Number.isFinite(seconds)) return { position, ...silent, basis: 'too-little' };
    return { position, within: Math.ceil(seconds), confidence, basis };
  };
}

/** Agents and shifts ahead as slots. Whoever leaves takes no further conversation; whoever comes begins free. */
function slotsOf({ agents, shifts = [], law }: LineNow): Slot[] {
  const capacity = Math.max(1, Math.round(mean(agents.map((agent) => agent.capacity)) || 1));
  const team = agents.map((agent) => agentSlots(agent, law));
  const slots = team.flat();
  let present = team;
  for (const shift of shifts) {
    const leaving = present.slice(shift.agents);
    for (const slot of leaving.flat()) slot.until = shift.in;
    present = present.slice(0, shift.agents);
    while (present.length < shift.agents) {
      const comer = agentSlots({ capacity, running: [] }, law).map((slot) => ({ ...slot, from: shift.in }));
      slots.push(...comer);
      present = [...present, comer];
    }
  }
  return slots;
}

function agentSlots({ capacity, running, freeFor = 0 }: AgentNow, law: HandlingLaw): Slot[] {
  const handling = law.mean(capacity)!;
  const here = (1 - absentBefore) * Math.exp(-freeFor / Math.max(shortestPickup, law.pickup));
  const absent = freeFor > 0 ? absentBefore / (absentBefore + here) : 0;
  // The longer somebody has been away, the longer it is likely to last.
  const away = Math.max(shortestAbsence, freeFor);
  const always = { from: 0, until: Number.POSITIVE_INFINITY, mean: handling, absent, away };
  // Whoever has more in hand than the capacity allows takes the next one when enough of them have ended.
  const ages = [...running].sort((a, b) => b - a).slice(-capacity);
  return Array.from({ length: capacity }, (_, index) => ({ ...always, age: ages[index] ?? null }));
}

/** Linear between the order statistics; Infinity when more than the allowed share never gets there. */
function upperQuantile(values: Float64Array, share: number): number {
  const rank = share * values.length - 0.5;
  const low = Math.max(0, Math.min(values.length - 1, Math.floor(rank)));
  const chosen = select(values, low);
  let above = Number.POSITIVE_INFINITY;
  for (let index = low + 1; index < values.length; index++) above = Math.min(above, values[index]!);
  if (low === values.length - 1) return chosen;
  return Number.isFinite(above) ? chosen + (above - chosen) * (rank - low) : above;
}

/** The `rank`-th smallest (from 0), moved to its place with the greater ones after it (Hoare's selection). */
function select(values: Float64Array, rank: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1]!;
    let left = low;
    let right = high;
    while (left <= right) {
      while (values[left]! < pivot) left++;
      while (values[right]! > pivot) right--;
      if (left > right) break;
      const swapped = values[left]!;
      values[left++] = values[right]!;
      values[right--] = swapped;
    }
    if (rank <= right) high = right;
    else if (rank >= left) low = left;
    else break;
  }
  return values[rank]!;
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}
