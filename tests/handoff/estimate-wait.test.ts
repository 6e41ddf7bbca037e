import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AgentNow,
  estimateWait,
  estimateWaits,
  type LineNow,
} from '../../server/handoff/estimate-wait.ts';
import { learnHandling, type PastService } from '../../server/handoff/handling-law.ts';

const mean = 360;
const now = 1e9;

/** Services of one agent each after the other, their lengths the quantiles of an exponential law, shuffled. */
function history(count: number, agents = 3): PastService[] {
  const lengths = Array.from({ length: count }, (_, index) => -mean * Math.log(1 - (index + 0.5) / count));
  const shuffled = lengths.map((_, index) => lengths[(index * 7919) % count]!);
  const ends = Array.from({ length: agents }, () => now);
  return shuffled.map((length, index) => {
    const endedAt = ends[index % agents]!;
    const claimedAt = endedAt - length * 1000;
    ends[index % agents] = claimedAt;
    return { agent: `a${index % agents}`, queuedAt: claimedAt - 1000, claimedAt, endedAt };
  });
}

const learn = (services: PastService[], prior: number | null = null) =>
  learnHandling({ services, running: [], complete: true, prior }, now);
const known = learn(history(997));
const busy = (count: number, age = 100): AgentNow[] =>
  Array.from({ length: count }, () => ({ capacity: 1, running: [age] }));
const within = (line: Omit<LineNow, 'law'>, place: number, law = known) =>
  estimateWait({ ...line, law }, place).within!;

describe('the stated wait', () => {
  test('H2 with exponential handling it is the Erlang quantile, for a place in front and far behind', () => {
    // 90 % quantiles of Erlang(1), Erlang(5), Erlang(20) and, by the normal approximation, Erlang(200).
    for (const [place, quantile] of [
      [1, Math.LN10],
      [5, 7.994],
      [20, 25.9],
      [200, 218.3],
    ] as const) {
      const exact = (quantile * mean) / 3;
      expect(within({ agents: busy(3) }, place) / exact).toBeGreaterThan(0.93);
      expect(within({ agents: busy(3) }, place) / exact).toBeLessThan(1.1);
    }
  });

  test('H2 it says how sure that is, and a surer bound is a longer one', () => {
    expect(estimateWait({ agents: busy(3), law: known }, 2)).toMatchObject({
      position: 2,
      confidence: 0.9,
      basis: 'history',
    });
    const at = (confidence: number) => within({ agents: busy(3), confidence }, 3);
    expect(at(0.5)).toBeLessThan(at(0.9));
    expect(at(0.9)).toBeLessThan(at(0.99));
  });

  test('a place further back waits no shorter, more agents make it no longer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 8 }), (place, agents) => {
        const bound = estimateWaits({ agents: busy(agents), law: known }, place + 1);
        expect(bound(place + 1).within).toBeGreaterThanOrEqual(bound(place).within!);
        const more = within({ agents: busy(agents + 1) }, place);
        // The draws are not the same ones, so a little play is left.
        expect(more).toBeLessThan(within({ agents: busy(agents) }, place) * 1.03);
      }),
      { numRuns: 60 },
    );
  });

  test('H5 too little data is said as such, with the place in line, and no number is invented', () => {
    const wait = estimateWait({ agents: busy(2), law: learn(history(3)) }, 4);
    expect(wait).toEqual({ position: 4, within: null, confidence: null, basis: 'too-little' });
  });

  test('H5 the site’s own mean is stated as such until there is history, and with a wider bound', () => {
    const prior = estimateWait({ agents: busy(3), law: learn([], mean) }, 3);
    expect(prior.basis).toBe('prior');
    expect(prior.within).toBeGreaterThan(within({ agents: busy(3) }, 3));
  });

  test('a wrong prior is overruled by what was seen', () => {
    const wrong = within({ agents: busy(3) }, 3, learn(history(997), mean * 10));
    expect(wrong / within({ agents: busy(3) }, 3)).toBeLessThan(1.05);
  });

  test('H4 nobody on duty is no number, but when somebody will be there', () => {
    const wait = estimateWait({ agents: [], law: known, opensAt: now + 3_600_000 }, 1);
    expect(wait).toEqual({
      position: 1,
      within: null,
      confidence: null,
      basis: 'nobody',
      opensAt: now + 3_600_000,
    });
  });

  test('a shift that ends makes it longer, one that begins shorter; at its beginning the comers take the first', () => {
    const plain = within({ agents: busy(4) }, 8);
    expect(within({ agents: busy(4), shifts: [{ in: 120, agents: 1 }] }, 8)).toBeGreaterThan(plain * 1.5);
    expect(within({ agents: busy(1), shifts: [{ in: 300, agents: 4 }] }, 3)).toBe(300);
  });

  test('a line that the last shift does not reach gets no number', () => {
    const wait = estimateWait({ agents: busy(1), law: known, shifts: [{ in: 60, agents: 0 }] }, 30);
    expect(wait.within).toBeNull();
  });

  test('an agent who is free while people wait is soon not counted on', () => {
    const idle = (freeFor: number): AgentNow[] => [...busy(1), { capacity: 1, running: [], freeFor }];
    expect(within({ agents: idle(600) }, 3)).toBeGreaterThan(within({ agents: idle(1) }, 3) * 1.3);
  });

  test('those who give up are passed over', () => {
    const services = history(997);
    const impatient = learnHandling(
      { services, running: [], complete: true, prior: null, leaving: { left: 300, waited: 180_000 } },
      now,
    );
    expect(within({ agents: busy(3) }, 20, impatient)).toBeLessThan(within({ agents: busy(3) }, 20) * 0.8);
  });

  test('several conversations at once: the slow-down is seen in what ended while so many were in hand', () => {
    // Alone 300 s each; three at once, all of them begun together, 480 s each.
    const alone = Array.from({ length: 60 }, (_, index) => {
      const claimedAt = index * 1_000_000;
      return { agent: 'a', queuedAt: claimedAt, claimedAt, endedAt: claimedAt + 300_000 };
    });
    const together = Array.from({ length: 180 }, (_, index) => {
      const claimedAt = 100_000_000 + Math.floor(index / 3) * 1_000_000;
      return { agent: 'a', queuedAt: claimedAt, claimedAt, endedAt: claimedAt + 480_000 + (index % 3) };
    });
    const law = learnHandling(
      { services: [...alone, ...together], running: [], complete: true, prior: null },
      now,
    );
    expect(law.mean(3)! / law.mean(1)!).toBeGreaterThan(1.2);
  });

  test('long services that have yet to end count too', () => {
    const services = history(50);
    const running = ['b', 'c', 'd'].map((agent) => ({ agent, claimedAt: now - 3_600_000 }));
    const law = learnHandling({ services, running, complete: true, prior: null }, now);
    expect(law.mean(1)).toBeGreaterThan(learn(services).mean(1)! * 1.3);
  });

  test('it is a function of what was seen: the same line, the same bound', () => {
    expect(within({ agents: busy(3) }, 7)).toBe(within({ agents: busy(3) }, 7));
  });
});
