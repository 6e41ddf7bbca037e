// Where the actions of the agent's sites stand, as the server pushed it; what the log tells of one is asked for when
// somebody looks, and a step is taken by a supervisor, with a reason.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../../shared/errors.ts';
import type { RolloutMode } from '../../../shared/ladder.ts';
import type { RolloutEvidence, RolloutRow } from '../../../shared/protocol.ts';
import type { DeskConnection } from './desk-connection.ts';

export interface RolloutModel {
  rows: ReadonlySignal<readonly RolloutRow[]>;
  held: ReadonlySignal<readonly RolloutRow[]>;
  /** By `keyOf`, as it was when last looked at. */
  evidence: ReadonlySignal<ReadonlyMap<string, RolloutEvidence>>;
  busy: ReadonlySignal<boolean>;
  take(rows: RolloutRow[]): void;
  look(row: RolloutRow): Promise<void>;
  /** Answers whether it was taken. */
  step(row: RolloutRow, to: RolloutMode, why: string, anyway: boolean): Promise<boolean>;
}

export function keyOf({ site, action }: Pick<RolloutRow, 'site' | 'action'>): string {
  return `${site} ${action}`;
}

export function createRolloutModel(
  connection: DeskConnection,
  failed: (failure: Failure) => void,
): RolloutModel {
  const rows = signal<readonly RolloutRow[]>([]);
  const evidence = signal<ReadonlyMap<string, RolloutEvidence>>(new Map());
  const busy = signal(false);

  async function look(row: RolloutRow): Promise<void> {
    const { site, action } = row;
    const answer = await connection.send('evidence', { site, action });
    if (answer.ok) evidence.value = new Map(evidence.value).set(keyOf(row), answer.evidence);
    else failed(answer.error);
  }

  return {
    rows,
    held: computed(() => rows.value.filter(({ held }) => held)),
    evidence,
    busy,
    take(pushed) {
      rows.value = pushed;
    },
    look,
    async step(row, to, why, anyway) {
      if (busy.value) return false;
      busy.value = true;
      const { site, action } = row;
      const answer = await connection.send('step', { site, action, to, why, ...(anyway ? { anyway } : {}) });
      busy.value = false;
      if (!answer.ok) failed(answer.error);
      return answer.ok;
    },
  };
}
