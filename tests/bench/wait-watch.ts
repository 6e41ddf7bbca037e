// What the desk would know of a simulated floor, and what it and the baselines state from that. One for each
// simulation; nothing of the scenario's true numbers reaches it but the published shifts.
import { estimateWait, type LineNow } from '../../server/handoff/estimate-wait.ts';
import { type HandlingLaw, learnHandling, type PastService } from '../../server/handoff/handling-law.ts';
import type { WaitScenario } from './wait-scenarios.ts';
import { day, type Floor, type FloorAgent, type Running, type Waiter } from './wait-simulation.ts';

/** As many as the desk reads. */
const servicesRead = 1000;
/** Services between two looks at the history, once there is some. */
const learnEvery = 20;
/** A site's own guess, wrong by a sixth. */
const prior = 300;

export class DeskView {
  private readonly scenario: WaitScenario;
  private services: PastService[] = [];
  private complete = true;
  private law: HandlingLaw | undefined;
  private learntAt = 0;
  private served = 0;
  private left = 0;
  private waited = 0;
  /** Waits of those who waited and were served, s, oldest first. */
  readonly waits: number[] = [];
  private meanWait = 0;
  private smoothedWait = 0;
  private handled = 0;

  constructor(scenario: WaitScenario) {
    this.scenario = scenario;
  }

  tookService(agent: FloorAgent, service: Running, at: number): void {
    this.services.push({
      agent: agent.id,
      queuedAt: service.joinedAt * 1000,
      claimedAt: service.claimedAt * 1000,
      endedAt: at * 1000,
    });
    if (this.services.length > servicesRead) {
      this.services.shift();
      this.complete = false;
    }
    this.served += 1;
    this.handled += at - service.claimedAt;
  }

  sawWait(wait: number): void {
    this.waited += wait;
    this.waits.push(wait);
    const count = this.waits.length;
    this.meanWait += (wait - this.meanWait) / count;
    // A plain mean up to twenty conversations, an exponential one after.
    this.smoothedWait += (wait - this.smoothedWait) / Math.min(count, 20);
  }

  sawLeaver(wait: number): void {
    this.left += 1;
    this.waited += wait;
  }

  forget(): void {
    Object.assign(this, new DeskView(this.scenario));
    this.waits.length = 0;
  }

  get seen(): number {
    return this.served;
  }

  line(floor: Floor): LineNow {
    const { scenario } = this;
    const due = this.served < 5 * learnEvery ? 1 : learnEvery;
    if (!this.law || this.served - this.learntAt >= due) {
      const running = floor.agents.flatMap(({ id, running }) =>
        running.map(({ claimedAt }) => ({ agent: id, claimedAt: claimedAt * 1000 })),
      );
      const leaving = { left: this.left, waited: this.waited };
      const history = { services: this.services, running, complete: this.complete, leaving };
      this.law = learnHandling({ ...history, prior: scenario.cold ? null : prior }, floor.now * 1000);
      this.learntAt = this.served;
    }
    const first = floor.line.find(({ left }) => !left);
    const agents = floor.agents
      .filter(({ onDuty }) => onDuty)
      .map(({ running, freeSince }) => ({
        capacity: scenario.capacity,
        running: running.map(({ claimedAt }) => floor.now - claimedAt),
        ...(first && running.length < scenario.capacity
          ? { freeFor: floor.now - Math.max(freeSince, first.joinedAt) }
          : {}),
      }));
    return { agents, law: this.law, shifts: publishedShifts(scenario, floor.now) };
  }

  stated(floor: Floor, position: number): number | null {
    return estimateWait(this.line(floor), position).within;
  }

  /** What the peers would say; null while they have nothing to go by. */
  baselines(floor: Floor, position: number): (number | null)[] {
    const onDuty = floor.agents.filter((agent) => agent.onDuty).length * this.scenario.capacity;
    const some = this.waits.length > 0;
    return [
      some ? this.meanWait : null,
      some ? this.smoothedWait : null,
      this.served > 0 ? (position * this.handled) / this.served / Math.max(1, onDuty) : null,
      some ? quantile(this.waits.slice(-100), 0.9) : null,
    ];
  }
}

export const baselineNames = [
  'mean of past waits',
  'exponential mean, floor 20',
  'place x mean handling / agents',
  '90 % quantile of the last 100 waits',
];

function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

function publishedShifts({ lunch, agents }: WaitScenario, now: number): { in: number; agents: number }[] {
  if (!lunch) return [];
  const start = Math.floor(now / day) * day;
  return [start, start + day]
    .flatMap((midnight) => [
      { in: midnight + lunch.from - now, agents: lunch.agents },
      { in: midnight + lunch.to - now, agents },
    ])
    .filter((shift) => shift.in > 0);
}

/** Place in line of those who have not given up, from 1. */
export function placeOf(floor: Floor, waiter: Waiter): number {
  let place = 1;
  for (const other of floor.line) {
    if (other === waiter) break;
    if (!other.left) place++;
  }
  return place;
}
