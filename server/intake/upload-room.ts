// What uploads under way hold in memory: bounded for each author and for all together. Their bytes count as they
// arrive, so that whoever sends slowly keeps nobody out; where they are too many, one that is sent slowly gives way.
import type { ErrorCode } from '../../shared/errors.ts';

export interface Upload {
  bytes: Uint8Array;
  /** Its bytes are needed no more; until then they count. */
  leave(): void;
}

export interface UploadRoom {
  /**
   * All that comes, or why not: `too_large`, `busy` when it gave way, `unavailable` when its sender has gone or began
   * anew under the same id.
   */
  read(author: string, id: string, body: ReadableStream<Uint8Array> | null): Promise<Upload | ErrorCode>;
}

interface Place {
  author: string;
  id: string;
  /** Bytes set aside for it. */
  held: number;
  /** The larger, the later. */
  heard: number;
  /** It is being stored: it ends by itself. */
  whole: boolean;
  /** Why it was ended. */
  over?: ErrorCode;
  /** Ends a reading that waits. */
  stop(): void;
}

/** For what comes first; it doubles from there. */
const firstBytes = 64 * 1024;

/** Bytes: of one file, of one author's files and of everybody's. */
export function createUploadRoom(most: { file: number; author: number; all: number }): UploadRoom {
  const places = new Set<Place>();
  const heldBy = new Map<string, number>();
  let inAll = 0;
  let chunks = 0;
  const of = (author: string) => heldBy.get(author) ?? 0;

  function set(place: Place, held: number): void {
    const { author } = place;
    const now = of(author) + held - place.held;
    if (now > 0) heldBy.set(author, now);
    else heldBy.delete(author);
    inAll += held - place.held;
    place.held = held;
  }

  function end(place: Place, why: ErrorCode): void {
    place.over = why;
    leave(place);
    place.stop();
  }

  function leave(place: Place): void {
    set(place, 0);
    places.delete(place);
  }

  /** The one that is heard of least lately: of the author given, or of whoever holds most. */
  function giveWay(author?: string): boolean {
    let first: Place | undefined;
    for (const one of places) {
      if (one.whole || one.held === 0 || (author !== undefined && one.author !== author)) continue;
      const more = first ? of(one.author) - of(first.author) : 1;
      if (!first || more > 0 || (more === 0 && one.heard < first.heard)) first = one;
    }
    if (first) end(first, 'busy');
    return first !== undefined;
  }

  function hold(place: Place, bytes: number): void {
    set(place, bytes);
    while (of(place.author) > most.author && giveWay(place.author));
    while (inAll > most.all && giveWay());
  }

  async function gather(
    place: Place,
    reader: ReadableStreamDefaultReader<Uint8Array>,
  ): Promise<Uint8Array | ErrorCode> {
    let bytes = new Uint8Array();
    let size = 0;
    for (;;) {
      // It fails when its sender has gone, and when it is ended here.
      const next = await reader.read().catch(() => undefined);
      if (!next || place.over) return place.over ?? 'unavailable';
      const { done, value } = next;
      if (done) return bytes.subarray(0, size);
      place.heard = ++chunks;
      const wanted = size + value.length;
      if (wanted > most.file) return 'too_large';
      if (wanted > bytes.length) {
        hold(place, Math.min(most.file, Math.max(wanted, bytes.length * 2, firstBytes)));
        if (place.over) return place.over;
        const grown = new Uint8Array(place.held);
        grown.set(bytes.subarray(0, size));
        bytes = grown;
      }
      bytes.set(value, size);
      size = wanted;
    }
  }

  return {
    async read(author, id, body) {
      for (const one of places) if (one.id === id && !one.whole) end(one, 'unavailable');
      const reader = body?.getReader();
      const stop = () => reader?.releaseLock();
      const place: Place = { author, id, held: 0, heard: ++chunks, whole: false, stop };
      places.add(place);
      try {
        const bytes = reader ? await gather(place, reader) : new Uint8Array();
        if (typeof bytes === 'string') return bytes;
        place.whole = true;
        return { bytes, leave: () => leave(place) };
      } finally {
        if (!place.whole) leave(place);
      }
    },
  };
}
