// From a stored content to the event that it is: what an append answers equals what a later read gives.
import type { Event, EventBody } from '../../shared/events.ts';

export function storedEvent(content: string, seq: number, at: number): Event {
  return { ...(JSON.parse(content) as EventBody), seq, at };
}
