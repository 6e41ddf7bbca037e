// How the harness waits: for what it expects, looked for again and again, and for a moment where time itself is meant.

/** Rejects when `look` has not been true `within` so many ms; `what` says what was waited for. */
export async function waitUntil(
  look: () => boolean | Promise<boolean>,
  what: string,
  within = 60_000,
): Promise<void> {
  const end = Date.now() + within;
  while (!(await look())) {
    if (Date.now() > end) throw new Error(`In vain waited for ${what}`);
    await pause(20);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
