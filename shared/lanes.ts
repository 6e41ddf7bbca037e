// One thing at a time for each conversation, in the order of arrival; conversations do not wait for each other.

export interface Lanes {
  /** Runs `work` when all earlier work of this lane has ended, however it ended. */
  run<T>(lane: string, work: () => Promise<T>): Promise<T>;
  /** False once the work under way in this lane was lost to another process: then it has nothing more to write. */
  holds(lane: string): boolean;
  /** Resolves when nothing is under way: for a graceful stop. */
  idle(): Promise<void>;
}

export function createLanes(): Lanes {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run(lane, work) {
      const before = tails.get(lane) ?? Promise.resolve();
      const mine = before.then(work, work);
      // The tail never rejects: a failure belongs to whoever asked for the work, not to who comes next.
      const tail = mine.then(
        () => undefined,
        () => undefined,
      );
      tails.set(lane, tail);
      void tail.then(() => {
        if (tails.get(lane) === tail) tails.delete(lane);
      });
      return mine;
    },
    holds: () => true,
    async idle() {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}
