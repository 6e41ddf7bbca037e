// What a store keeps beside the log: who works on a conversation right now, and how far each side has seen it.
import type { Seen, SeenMark } from './seen-mark.ts';

export interface BesideLog {
  /** A mark that is behind what is kept already, or of no conversation, changes nothing. */
  keepSeen(marks: SeenMark[]): Promise<void>;
  seenOf(conversation: string): Promise<Seen>;
  /** Takes or renews this conversation's lane for `lease` ms; false while it is another's. It only orders work. */
  holdLane(conversation: string, holder: string, now: number, lease: number): Promise<boolean>;
  /** Nothing happens when it is another's by now. */
  leaveLane(conversation: string, holder: string): Promise<void>;
}
