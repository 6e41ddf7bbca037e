// The supervisor's view: counted by the server, asked for while it is on screen, every few seconds and whenever
// the line has moved.
import { effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import type { Failure } from '../../../shared/errors.ts';
import type { Overview } from '../../../shared/protocol.ts';
import type { Clock } from '../../ui/clock.ts';
import type { DeskConnection } from './desk-connection.ts';

export interface FloorModel {
  /** On screen instead of a conversation. */
  open: Signal<boolean>;
  overview: ReadonlySignal<Overview | undefined>;
  problem: ReadonlySignal<Failure | undefined>;
  /** The line has moved. */
  touch(): void;
  start(): () => void;
}

/** ms between two countings. */
const pace = 10_000;
/** ms after a change, so that several are counted at once. */
const gather = 500;

export function createFloorModel(connection: DeskConnection, clock: Clock): FloorModel {
  const open = signal(false);
  const overview = signal<Overview>();
  const problem = signal<Failure>();
  let stopTimer = () => {};
  let due: 'soon' | 'later' | undefined;

  async function ask(): Promise<void> {
    due = undefined;
    const answer = await connection.send('overview', {});
    problem.value = answer.ok ? undefined : answer.error;
    if (answer.ok) overview.value = answer.overview;
    if (open.value && due === undefined) plan('later');
  }

  function plan(when: 'soon' | 'later'): void {
    stopTimer();
    due = when;
    stopTimer = clock.after(when === 'soon' ? gather : pace, () => void ask());
  }

  return {
    open,
    overview,
    problem,
    touch() {
      if (open.value && due === 'later') plan('soon');
    },
    start() {
      const stop = effect(() => {
        const shown = open.value && connection.state.value === 'online';
        untracked(() => {
          stopTimer();
          due = undefined;
          if (shown) void ask();
        });
      });
      return () => {
        stop();
        stopTimer();
      };
    },
  };
}
