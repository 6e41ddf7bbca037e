// How far customer and agent have seen each conversation: a hint to the other side, kept beside the log and not in it.
// Glances are many, so that they are gathered for a moment and written together; one that is lost comes with the next.
import type { Clock } from './clock.ts';
import type { Seen, SeenMark, Side } from './store/seen-mark.ts';
import type { Store } from './store/store.ts';

export interface SeenMarks {
  /** Keeps it; false when the side had seen as much before. */
  note(conversation: string, side: Side, seq: number): Promise<boolean>;
  of(conversation: string): Promise<Seen>;
  /** Writes what was gathered. */
  flush(): Promise<void>;
}

export interface SeenDeps {
  store: Pick<Store, 'keepSeen' | 'seenOf'>;
  clock: Clock;
  failed(error: unknown): void;
}

const gatherMs = 500;

export function createSeen({ store, clock, failed }: SeenDeps): SeenMarks {
  let gathered = new Map<string, SeenMark>();
  let writing: Map<string, SeenMark> = new Map();
  let written: Promise<void> = Promise.resolve();
  const keyOf = (conversation: string, side: Side) => `${side} ${conversation}`;

  const flush = (): Promise<void> => {
    written = written.then(async () => {
      if (gathered.size === 0) return;
      writing = gathered;
      gathered = new Map();
      await store
        .keepSeen([...writing.values()])
        .catch(failed)
        .finally(() => {
          writing = new Map();
        });
    });
    return written;
  };

  const of = async (conversation: string): Promise<Seen> => {
    // What is being written when it is asked for may be neither in the answer nor here any more when that comes.
    const before = [writing, gathered];
    const known: Seen = { ...(await store.seenOf(conversation)) };
    for (const marks of [...before, writing, gathered])
      for (const side of ['customer', 'agent'] as const) {
        const mark = marks.get(keyOf(conversation, side));
        if (mark && mark.seq > (known[side]?.seq ?? -1)) known[side] = { seq: mark.seq, at: mark.at };
      }
    return known;
  };

  return {
    async note(conversation, side, seq) {
      const known = (await of(conversation))[side]?.seq ?? -1;
      if (seq <= known) return false;
      const key = keyOf(conversation, side);
      if (seq <= (gathered.get(key)?.seq ?? -1)) return false;
      if (gathered.size === 0) clock.at(clock.now() + gatherMs, () => void flush());
      gathered.set(key, { conversation, side, seq, at: clock.now() });
      return true;
    },
    of,
    flush,
  };
}
