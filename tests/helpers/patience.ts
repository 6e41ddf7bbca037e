// Waiting for a condition instead of sleeping: whoever changes something calls `changed`, and what was waited
// for is looked at again.

export interface Patience {
  changed(): void;
  /**
   * Resolves to what `look` gives once that is neither undefined, null nor false. Rejects after `within` ms
   * with `what`, and what was there instead.
   */
  until<T>(what: string, look: () => T | undefined | null | false, within?: number): Promise<T>;
}

export function createPatience(describe: () => string): Patience {
  const waiting = new Set<() => void>();
  return {
    changed() {
      for (const look of [...waiting]) look();
    },
    until(what, look, within = 30_000) {
      return new Promise((resolve, reject) => {
        const again = () => {
          const found = look();
          if (found === undefined || found === null || found === false) return;
          stop();
          resolve(found as never);
        };
        const timeout = setTimeout(() => {
          stop();
          reject(new Error(`In vain waited for: ${what}\n${describe()}`));
        }, within);
        const stop = () => {
          clearTimeout(timeout);
          waiting.delete(again);
        };
        waiting.add(again);
        again();
      });
    },
  };
}
