// Pieces of work, one in each round of the event loop. What arrives meanwhile is read in between, so that nobody's
// acknowledgement or refusal waits behind a whole row of turns.

/** Resolves when it is one's turn. `next`: runs something in the next round. */
export function createRounds(next: (round: () => void) => void = setImmediate): () => Promise<void> {
  const waiting: (() => void)[] = [];

  function round(): void {
    waiting.shift()?.();
    if (waiting.length > 0) next(round);
  }

  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) next(round);
    });
}
