// What the log says for or against the next rung of an action (A5): how often agents would have done what the
// assistant proposed. Pure.
import type { Event, EventType } from '../../shared/events.ts';
import { modeAbove, type RolloutMode } from '../../shared/ladder.ts';
import { wilson } from './wilson.ts';

export interface Evidence {
  action: string;
  /** Proposals of the assistant, to the customer or to a person. */
  proposed: number;
  /** Words of agents on them: `n` = agreed + edited + refused. */
  n: number;
  agreed: number;
  edited: number;
  refused: number;
  /** Confirmed, and no agent was there in time. */
  unanswered: number;
  /** Runs, and what became of them; undone: by the customer. */
  ran: number;
  failed: number;
  unknown: number;
  undone: number;
  /** agreed / n with its 95 % interval; null while nobody has said anything. */
  agreement: number | null;
  low: number;
  high: number;
}

/** What `evidenceOf` counts: the types to ask the store for. */
export const evidenceTypes: EventType[] = ['proposed', 'approved', 'corrected', 'voided', 'ran', 'undone'];

/** Agreement whose lower bound must be reached for the next rung, and on how many words at least. */
export const warranted: Record<'supervised' | 'autonomous', { low: number; n: number }> = {
  supervised: { low: 0.9, n: 30 },
  autonomous: { low: 0.95, n: 60 },
};

/** From the events since this action came to its rung. */
export function evidenceOf(action: string, logged: { event: Event }[]): Evidence {
  const mine = new Set<string>();
  const seen = { proposed: 0, agreed: 0, edited: 0, refused: 0, unanswered: 0 };
  const runs = { ran: 0, failed: 0, unknown: 0, undone: 0 };
  for (const { event } of logged) {
    if (event.type === 'proposed' && event.action === action) mine.add(event.proposal);
  }
  for (const { event } of logged) {
    // What an agent did otherwise names the proposal alone.
    if (event.type === 'corrected') {
      if (event.proposal !== undefined && mine.has(event.proposal)) seen.edited += 1;
      continue;
    }
    if (!('action' in event) || event.action !== action) continue;
    if (event.type === 'proposed') seen.proposed += 1;
    if (event.type === 'approved') seen[event.approve ? 'agreed' : 'refused'] += 1;
    if (event.type === 'voided' && event.why === 'expired') seen.unanswered += 1;
    if (event.type === 'undone' && event.outcome === 'done') runs.undone += 1;
    if (event.type !== 'ran') continue;
    runs.ran += 1;
    if (event.outcome === 'failed' || event.outcome === 'refused') runs.failed += 1;
    if (event.outcome === 'unknown') runs.unknown += 1;
  }
  const n = seen.agreed + seen.edited + seen.refused;
  const agreement = n === 0 ? null : seen.agreed / n;
  return { action, ...seen, ...runs, n, agreement, ...wilson(seen.agreed, n) };
}

/** Whether the evidence carries the next rung, in a sentence; undefined at the top. */
export function nextStep(
  mode: RolloutMode,
  { n, low, agreement }: Evidence,
): { to: RolloutMode; warranted: boolean; why: string } | undefined {
  const to = modeAbove(mode);
  if (to === undefined || to === 'shadow') return undefined;
  const needs = warranted[to];
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  if (n < needs.n) return { to, warranted: false, why: `${n} words of agents so far, ${needs.n} are needed` };
  const seen = `agents agreed with ${percent(agreement ?? 0)} of ${n}, at least ${percent(low)} at 95 %`;
  return low >= needs.low
    ? { to, warranted: true, why: seen }
    : { to, warranted: false, why: `${seen}; ${percent(needs.low)} are needed` };
}
