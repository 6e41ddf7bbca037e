// The field above the queue: what is typed narrows the rows at once, and a moment later the server is asked for
// conversations of any time and state in which it was written.
import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Failure } from '../../../shared/errors.ts';
import type { FoundRow } from '../../../shared/protocol.ts';
import type { Clock } from '../../ui/clock.ts';
import type { DeskConnection } from './desk-connection.ts';

export interface FindModel {
  /** What the server found; undefined while nothing is looked for, or before its first answer. */
  found: ReadonlySignal<readonly FoundRow[] | undefined>;
  busy: ReadonlySignal<boolean>;
  problem: ReadonlySignal<Failure | undefined>;
  start(): () => void;
}

/** ms without a further letter before the server is asked. */
const pause = 250;
/** Shorter texts would find everything. */
const shortest = 2;

export function createFindModel(
  wanted: Signal<string>,
  { connection, clock }: { connection: DeskConnection; clock: Clock },
): FindModel {
  const found = signal<readonly FoundRow[]>();
  const busy = signal(false);
  const problem = signal<Failure>();
  let asked = 0;

  async function ask(text: string): Promise<void> {
    const mine = ++asked;
    busy.value = true;
    const answer = await connection.send('search', { text });
    // Another text has been typed meanwhile: its own answer counts.
    if (mine !== asked) return;
    busy.value = false;
    problem.value = answer.ok ? undefined : answer.error;
    if (answer.ok) found.value = answer.found;
  }

  return {
    found,
    busy,
    problem,
    start: () =>
      effect(() => {
        const text = wanted.value.trim();
        if (text.length >= shortest) return clock.after(pause, () => void ask(text));
        asked += 1;
        busy.value = false;
        found.value = undefined;
        problem.value = undefined;
      }),
  };
}
