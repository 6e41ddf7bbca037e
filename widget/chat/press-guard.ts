// D2: presses in the first 500 ms after a confirmation comes into sight do not count. A card that slides under a
// finger, or is uncovered just before a click, confirms nothing.
import type { Clock } from '../ui/clock.ts';

export interface PressGuard {
  /** The card came into sight: drawn, shown again, or the panel opened on it. */
  reveal(): void;
  mayPress(): boolean;
}

const ignoredMs = 500;

/** Counts from its making on. */
export function createPressGuard(clock: Clock): PressGuard {
  let since = clock.now();
  return {
    reveal() {
      since = clock.now();
    },
    mayPress: () => clock.now() - since >= ignoredMs,
  };
}
