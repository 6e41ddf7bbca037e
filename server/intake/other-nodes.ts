// What nodes tell each other over Redis: only that something has changed, never what. Whoever hears it looks into the
// database, so that no word of a conversation ever stands in Redis, and a hint that is lost costs seconds at most.
import type { Server } from 'socket.io';
import { z } from 'zod';

const stored = z.strictObject({
  conversation: z.string(),
  site: z.string(),
  seq: z.number().int(),
  /** Of the events, so that a node knows whether a line has moved. */
  types: z.array(z.string()),
});
const hintSchema = z.union([
  z.strictObject({ stored }),
  /** People of these sites came on duty, or went. */
  z.strictObject({ duty: z.array(z.string()) }),
  /** A customer began this conversation: all of their pages move on to it. */
  z.strictObject({ begun: z.string() }),
]);

export type Hint = z.infer<typeof hintSchema>;

export interface OtherNodes {
  tell(hint: Hint): void;
}

const name = 'hint';

/** `io` has an adapter that reaches the other nodes. A hint that is not understood (of another version) is passed over. */
export function otherNodes(io: Server, hear: (hint: Hint) => void): OtherNodes {
  io.on(name, (said: unknown) => {
    const hint = hintSchema.safeParse(said);
    if (hint.success) hear(hint.data);
  });
  return { tell: (hint) => io.serverSideEmit(name, hint) };
}
