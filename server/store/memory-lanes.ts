// Lanes of a store that one process has to itself: who holds which, until when.

export interface MemoryLanes {
  holdLane(conversation: string, holder: string, now: number, lease: number): boolean;
  leaveLane(conversation: string, holder: string): void;
}

export function memoryLanes(): MemoryLanes {
  const lanes = new Map<string, { holder: string; until: number }>();
  return {
    holdLane(conversation, holder, now, lease) {
      const held = lanes.get(conversation);
      if (held && held.holder !== holder && held.until > now) return false;
      lanes.set(conversation, { holder, until: now + lease });
      return true;
    },
    leaveLane(conversation, holder) {
      if (lanes.get(conversation)?.holder === holder) lanes.delete(conversation);
    },
  };
}
