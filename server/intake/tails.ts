// How far those who are connected here have been sent what was stored, conversation by conversation. What another
// node stored is read from the database when it hints at it, and looked for every few seconds in case a hint was lost.
import type { Publication } from '../record/recorder.ts';

export interface TailPorts {
  /** Somebody here sees this conversation. */
  isFollowed(conversation: string): boolean;
  /** To everyone here who sees it, in the order of the log. */
  deliver(publication: Publication): void;
  /** What was stored after `after`; undefined when nothing was. */
  since(conversation: string, after: number): Promise<Publication | undefined>;
  /** The last seq of each of these. */
  seqs(conversations: string[]): Promise<Record<string, number>>;
  failed(error: unknown): void;
}

export interface Tails {
  /** Somebody is about to join, and will read for themselves what there is after `seq`, or before. */
  follow(conversation: string, seq: number): void;
  /** Somebody left: what nobody here sees any more is not kept. */
  left(conversation: string): void;
  /** Stored by this node just now. */
  take(publication: Publication): void;
  /** Another node says that it has stored up to `seq`. */
  hint(conversation: string, seq: number): void;
  /** Compares all that is followed with the database; resolves when what was missed has been delivered. */
  look(): Promise<void>;
}

interface Tail {
  /** The last seq that was delivered. */
  seq: number;
  /** The reading that is under way. */
  reading?: Promise<void>;
  /** The highest seq that is known to be there. */
  known: number;
}

/** Conversations asked for at once, and read at once. */
const page = 500;
const readers = 20;

export function createTails({ isFollowed, deliver, since, seqs, failed }: TailPorts): Tails {
  const tails = new Map<string, Tail>();

  const catchUp = (id: string, tail: Tail): Promise<void> => {
    tail.reading ??= read(id, tail).then(
      () => {
        delete tail.reading;
        // What became known when the last look had ended, and nobody had said so yet.
        if (tail.known > tail.seq) return catchUp(id, tail);
      },
      (error) => {
        delete tail.reading;
        failed(error);
      },
    );
    return tail.reading;
  };

  const read = async (id: string, tail: Tail): Promise<void> => {
    while (tail.known > tail.seq) {
      const missed = await since(id, tail.seq);
      // What cannot be seen any more, as after an erasure, is not waited for.
      tail.seq = missed?.events.at(-1)?.seq ?? tail.known;
      if (missed) deliver(missed);
    }
  };

  const forget = (id: string): void => {
    if (!isFollowed(id)) tails.delete(id);
  };

  return {
    follow(id, seq) {
      if (!tails.has(id)) tails.set(id, { seq, known: seq });
    },
    left: forget,
    take(publication) {
      const tail = tails.get(publication.conversation);
      const last = publication.events.at(-1)?.seq ?? 0;
      if (!tail || last <= tail.seq) return;
      tail.known = Math.max(tail.known, last);
      if (!tail.reading && publication.events[0]!.seq === tail.seq + 1) {
        tail.seq = last;
        deliver(publication);
      } else void catchUp(publication.conversation, tail);
    },
    hint(id, seq) {
      const tail = tails.get(id);
      if (!tail || seq <= tail.known) return;
      tail.known = seq;
      if (isFollowed(id)) void catchUp(id, tail);
    },
    async look() {
      for (const id of tails.keys()) forget(id);
      const ids = [...tails.keys()];
      const behind: [string, Tail][] = [];
      for (let from = 0; from < ids.length; from += page) {
        const last = await seqs(ids.slice(from, from + page));
        for (const [id, seq] of Object.entries(last)) {
          const tail = tails.get(id);
          if (!tail || seq <= tail.seq) continue;
          tail.known = Math.max(tail.known, seq);
          behind.push([id, tail]);
        }
      }
      const next = async (): Promise<void> => {
        for (let one = behind.pop(); one; one = behind.pop()) await catchUp(...one);
      };
      await Promise.all(Array.from({ length: readers }, next));
    },
  };
}
