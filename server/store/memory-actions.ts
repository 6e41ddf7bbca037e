// What the log in memory tells of actions: how often, and what became of them.
import type { Event, EventType } from '../../shared/events.ts';
import type { ActionCount, LoggedEvent } from './store.ts';

export function countConfirmed(
  logged: LoggedEvent[],
  since: number,
  until: number,
  bucket: number,
): ActionCount[] {
  const counts = new Map<string, ActionCount>();
  for (const { event } of logged) {
    if (event.type !== 'confirmed' || event.at < since || event.at >= until) continue;
    const from = Math.floor(event.at / bucket) * bucket;
    const key = `${event.action}\n${from}`;
    const count = counts.get(key) ?? { action: event.action, since: from, n: 0 };
    count.n += 1;
    counts.set(key, count);
  }
  return [...counts.values()].sort((a, b) => a.since - b.since || (a.action < b.action ? -1 : 1));
}

/** The latest of each type, at most `limit`. */
export function latestOf(
  logged: { conversation: string; event: Event }[],
  types: EventType[],
  since: number,
  limit: number,
): LoggedEvent[] {
  return types.flatMap((type) =>
    logged
      .filter(({ event }) => event.type === type && event.at >= since)
      .sort((a, b) => b.event.at - a.event.at)
      .slice(0, limit),
  );
}
