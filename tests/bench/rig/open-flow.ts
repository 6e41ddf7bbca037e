// An open loop: so many a second for so long, whatever comes back and when.

/** Calls `send` with 0, 1, 2 …; resolves to all results when the last is there. */
export async function openFlow<T>(
  perSecond: number,
  seconds: number,
  send: (index: number) => Promise<T>,
): Promise<T[]> {
  const from = performance.now();
  const results: Promise<T>[] = [];
  await new Promise<void>((resolve) => {
    const tick = setInterval(() => {
      const at = Math.min((performance.now() - from) / 1000, seconds);
      while (results.length < at * perSecond) results.push(send(results.length));
      if (at < seconds) return;
      clearInterval(tick);
      resolve();
    }, 1);
  });
  return Promise.all(results);
}
