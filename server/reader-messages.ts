// What goes between the proxy of `reading-thread.ts` and its thread. Both are of one build, so nothing is parsed.
import type { Read, ToRead } from './understand/read-message.ts';
import type { ReadSite } from './understand/read-site.ts';

/** Before its first message a site is made known; again, when it has another model. */
export type ToReader =
  | { site: ReadSite /** As `packModel` makes it. */; model: Uint8Array }
  | { id: number; site: string; message: ToRead };

export type FromReader = { id: number } & ({ read: Read } | { error: Error });
