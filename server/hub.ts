// Where what was stored becomes known: the record publishes here, sockets and commands listen. Hints only; the
// store is the truth, and a listener that fails takes nothing with it.
import type { Publication } from './record/recorder.ts';

export type Listener = (publication: Publication) => void;

export interface Hub {
  publish: Listener;
  /** The answer stops it. */
  listen(listener: Listener): () => void;
}

/** `failed` hears of listeners that throw. */
export function createHub(failed: (error: unknown) => void): Hub {
  const listeners = new Set<Listener>();
  return {
    publish(publication) {
      for (const listener of listeners) {
        try {
          listener(publication);
        } catch (error) {
          failed(error);
        }
      }
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
