// Who counts as there. An agent whose connection broke keeps their conversations for a grace of 30 s (H9);
// what is stored is only when they were last seen, so that any node can judge it.
import type { Presence } from '../store/store.ts';

export const graceMs = 30_000;
export const defaultCapacity = 3;

/**
 * Whether an agent is gone for good. `since` (epoch ms) is when this node began to watch: nobody is called
 * gone for a silence that it could not have heard.
 */
export function hasVanished(presence: Pick<Presence, 'seenAt'>, now: number, since = 0): boolean {
  return now - Math.max(presence.seenAt, since) >= graceMs;
}
