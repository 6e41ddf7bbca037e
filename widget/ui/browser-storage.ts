// localStorage where the browser gives it, memory where it is blocked or full: callers cannot tell, and nothing
// ever throws.

export interface BrowserStorage {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  remove(key: string): void;
  /** Keys that begin with `prefix`. */
  keys(prefix: string): string[];
}

/** Storage over what `open` gives; reading `window.localStorage` itself throws where storage is blocked. */
export function browserStorage(open: () => Storage | null = () => window.localStorage): BrowserStorage {
  const memory = new Map<string, string>();
  const lasting = tryTo(open, null);
  return {
    get: (key) => memory.get(key) ?? tryTo(() => lasting?.getItem(key), undefined) ?? undefined,
    set(key, value) {
      memory.delete(key);
      const stored = tryTo(() => {
        lasting?.setItem(key, value);
        return lasting !== null;
      }, false);
      if (!stored) memory.set(key, value);
    },
    remove(key) {
      memory.delete(key);
      tryTo(() => lasting?.removeItem(key), undefined);
    },
    keys(prefix) {
      const found = tryTo(() => Object.keys(lasting ?? {}), [] as string[]);
      return [...new Set([...memory.keys(), ...found])].filter((key) => key.startsWith(prefix));
    },
  };

  function tryTo<T>(attempt: () => T, otherwise: T): T {
    try {
      return attempt();
    } catch {
      // Blocked (SecurityError) or full (QuotaExceededError): both mean "not here".
      return otherwise;
    }
  }
}
