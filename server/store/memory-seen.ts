// How far each side of a conversation has seen it, in memory: one mark a side, which only moves forward.
import type { Seen, SeenMark } from './seen-mark.ts';

export function memorySeen(isThere: (conversation: string) => boolean) {
  const marks = new Map<string, Seen>();
  return {
    keepSeen(kept: SeenMark[]): void {
      for (const { conversation, side, seq, at } of kept) {
        const seen = marks.get(conversation) ?? {};
        if (isThere(conversation) && seq > (seen[side]?.seq ?? -1))
          marks.set(conversation, { ...seen, [side]: { seq, at } });
      }
    },
    seenOf: (conversation: string): Seen => marks.get(conversation) ?? {},
    forget: (conversation: string): void => void marks.delete(conversation),
  };
}
