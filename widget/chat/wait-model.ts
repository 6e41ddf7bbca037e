// The wait for a person as it stands: what asking would mean now, or what was said to who is waiting (H2, H3).
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { CustomerView } from '../../shared/conversation.ts';
import type { Wait } from '../../shared/events.ts';

export interface StatedWait {
  wait: Wait;
  /** Epoch ms of the statement. */
  at: number;
}

export interface WaitProgress {
  /** 0..1 of the way from the handoff to the bound that was stated last. */
  share: number;
  /** The bound has passed. */
  late: boolean;
}

export interface WaitModel {
  /** The latest statement, for the header and the waiting view. */
  readonly stated: ReadonlySignal<StatedWait | undefined>;
  /** What asking would mean now, as the welcome says; it does not count for who is already waiting. */
  offer(wait: Wait, at: number): void;
  /** A new statement. */
  take(wait: Wait, at: number): void;
  clear(): void;
}

/** While someone waits, whatever was said later counts: the log's statement or the socket's update. */
export function createWait(view: ReadonlySignal<CustomerView>): WaitModel {
  const offered = signal<StatedWait>();
  const heard = signal<StatedWait>();
  return {
    stated: computed(() => {
      const logged = view.value.handoff;
      const latest = logged && later(logged, heard.value);
      return latest ?? (heard.value ? later(heard.value, offered.value) : offered.value);
    }),
    offer(wait, at) {
      offered.value = { wait, at };
    },
    take(wait, at) {
      heard.value = { wait, at };
    },
    clear() {
      offered.value = undefined;
      heard.value = undefined;
    },
  };
}

function later(one: StatedWait, other: StatedWait | undefined): StatedWait {
  return other && other.at > one.at ? other : one;
}

/** How far a wait that began at `since` has come; undefined when no bound was stated (H5). */
export function waitProgress({ wait, at }: StatedWait, since: number, now: number): WaitProgress | undefined {
  if (wait.within === null) return undefined;
  const bound = at + wait.within * 1000;
  const share = Math.min(1, Math.max(0, (now - since) / Math.max(1, bound - since)));
  return { share, late: now > bound };
}
