// Calls between a bench and the processes that it starts: by name, answered once, over Node's own channel.

export type Calls = Record<string, (argument: never) => unknown>;

interface Asked {
  id: number;
  name: string;
  argument: unknown;
}

export type Answered = { id: number; value: unknown } | { id: number; error: string };

/** In the child: answers the parent's calls; says `ready` (its id is 0) with what the parent waits for. */
export function answerCalls(calls: Calls, ready: unknown): void {
  const send = (answered: Answered) => process.send?.(answered);
  process.on('message', ({ id, name, argument }: Asked) => {
    Promise.resolve()
      .then(() => calls[name]!(argument as never))
      .then(
        (value) => send({ id, value }),
        (error: unknown) =>
          send({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
      );
  });
  // A child whose parent is gone has nobody to work for.
  process.on('disconnect', () => process.exit(0));
  send({ id: 0, value: ready });
}
