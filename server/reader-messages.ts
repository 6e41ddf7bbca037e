// What goes between the proxy of `reading-thread.ts` and its thread. Both are of one build, so nothing is checked. What
// goes with every message is JSON: a text crosses in a fraction of the time that the same values take one by one.
import type { ReadSite } from './understand/read-site.ts';

/** Before its first message a site is made known; again, when it has another model. */
export type ToReader =
  | { site: ReadSite /** As `packModel` makes it. */; model: Uint8Array }
  | { id: number; site: string /** A `ToRead`. */; message: string };

/** What the thread is given: the id of the message that it reads just now, 0 between two, for when it answers no more. */
export interface ReaderStart {
  reading: BigInt64Array<SharedArrayBuffer>;
}

export type FromReader = { id: number } & ({ /** A `Read`. */ read: string } | { error: Error });
