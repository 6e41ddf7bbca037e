// What a turn is about: the customer's stored event, in the conversation as it stands.
import type { Event } from '../shared/events.ts';
import type { Loaded } from './record/fold-cache.ts';
import type { Recorder } from './record/recorder.ts';
import type { Store } from './store/store.ts';
import { burstGap } from './understand/join-burst.ts';

interface TurnEvent {
  event?: Event | undefined;
  loaded?: Loaded | undefined;
  /** It is read together with the customer's message behind it. */
  burst: boolean;
}

/** Without `event` when there is none at `seq`. Mostly it was stored just now as the last, and nothing is read. */
export async function turnEvent(
  { store, recorder }: { store: Pick<Store, 'read'>; recorder: Pick<Recorder, 'load' | 'lately'> },
  id: string,
  seq: number,
): Promise<TurnEvent> {
  const lately = await recorder.lately(id);
  if (lately?.last?.seq === seq) return { event: lately.last, loaded: lately, burst: false };
  const [event, next] = await store.read(id, seq - 1, 2);
  const loaded = await recorder.load(id);
  return { event: event?.seq === seq ? event : undefined, loaded, burst: isBurst(event, next) };
}

/** The message behind it is the customer's too, and so near that it is read together with it; a file is not read. */
function isBurst(event: Event | undefined, next: Event | undefined): boolean {
  if (event?.type !== 'message' || next?.type !== 'message' || next.from !== 'customer') return false;
  return !event.file && !next.file && next.at - event.at <= burstGap;
}
