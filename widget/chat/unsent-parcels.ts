// What an earlier page, or one that was closed, left unsent on this device.
import type { Parcel, Sent } from './outbox-model.ts';
import { isParcel } from './tab-says.ts';
import type { VisitorMemory } from './visitor-memory.ts';

/** Older than this it waits for the customer to press "try again", or for a person again: they may have moved on. */
const freshMs = 15 * 60_000;

/**
 * Words of the customer's own, and their wish for a person, survive the page. Another button is not pressed behind
 * their back: it can be pressed again, with its card before their eyes.
 */
export function outlivesPage({ event, payload }: Sent): boolean {
  if (event === 'wait') return payload.text !== undefined;
  if (event === 'rating') return payload.comment !== undefined;
  return event === 'message' || event === 'correct' || event === 'human';
}

/** What `memory` holds, oldest first. What was refused for good stays so; the rest is to be sent while it is fresh. */
export function unsentParcels(memory: VisitorMemory, now: number): Parcel[] {
  return memory
    .unsent()
    .flatMap((kept) => parseParcel(kept) ?? [])
    .map((parcel): Parcel => {
      const stays = parcel.state === 'failed' || now - parcel.at > freshMs;
      return { ...parcel, state: stays ? 'failed' : 'queued' };
    })
    .sort((a, b) => a.at - b.at);
}

function parseParcel(kept: string): Parcel | undefined {
  try {
    const parcel: unknown = JSON.parse(kept);
    return isParcel(parcel) && outlivesPage(parcel) ? parcel : undefined;
  } catch {
    // Cut short by another program: nothing can be made of it.
    return undefined;
  }
}
