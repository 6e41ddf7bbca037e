// Whoever reads messages for the turns: the thread of `reading-thread.ts`, or this thread itself, as in a talk on the
// command line.
import type { Brain } from './brain.ts';
import type { Site } from './site/site.ts';
import { type Read, readMessage, type ToRead } from './understand/read-message.ts';

/** Undefined while the site has no model. Rejects when a message could not be read: its turn is a person's then. */
export type Reader = (site: Site, message: ToRead) => Promise<Read | undefined>;

export function readHere(brain: Pick<Brain, 'model'>): Reader {
  return async (site, message) => {
    const model = brain.model(site.id);
    return model && readMessage(model, site, message);
  };
}
