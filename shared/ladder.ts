// The rollout ladder of an action (A5): how far the assistant may go with it, and for which share of the
// conversations. Compared and limited here; decided upon in decide, kept in the store, shown in the console.

export type RolloutMode = 'shadow' | 'supervised' | 'autonomous';

/** From the lowest; below the first the assistant has no part in it at all. */
export const rolloutModes: readonly RolloutMode[] = ['shadow', 'supervised', 'autonomous'];

/** `share` (0..1) of the conversations are at this mode, the others one below it. */
export interface Rung {
  mode: RolloutMode;
  share: number;
}

/** How high a rung stands, 0..3: the full shadow is 1, half of all traffic autonomous is 2.5. */
export function heightOf({ mode, share }: Rung): number {
  return rolloutModes.indexOf(mode) + share;
}

export function lowerOf(a: Rung, b: Rung): Rung {
  return heightOf(a) <= heightOf(b) ? a : b;
}

/** One step down, with all of its traffic; from the lowest it stays there. */
export function fallFrom({ mode }: Rung): Rung {
  return { mode: rolloutModes[rolloutModes.indexOf(mode) - 1] ?? 'shadow', share: 1 };
}

/** The next step up; undefined at the top. */
export function modeAbove(mode: RolloutMode): RolloutMode | undefined {
  return rolloutModes[rolloutModes.indexOf(mode) + 1];
}
