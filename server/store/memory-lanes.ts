// Lanes of a store that one process has to itself: who holds which, until when.

/** A lane that is held for more leases than this is of a clock that has gone back: its holder may be gone for long. */
export const strayAfter = 15;

export interface MemoryLanes {
  holdLane(conversation: string, holder: string, now: number, lease: number): boolean;
  leaveLane(conversation: string, holder: string): void;
}

export function memoryLanes(): MemoryLanes {
  const lanes = new Map<string, { holder: string; until: number }>();
  return {
    holdLane(conversation, holder, now, lease) {
      const held = lanes.get(conversation);
      if (held && held.holder !== holder && held.until > now && held.until <= now + strayAfter * lease)
        return false;
      lanes.set(conversation, { holder, until: now + lease });
      return true;
    },
    leaveLane(conversation, holder) {
      if (lanes.get(conversation)?.holder === holder) lanes.delete(conversation);
    },
  };
}
