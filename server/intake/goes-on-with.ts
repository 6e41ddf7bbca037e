// Who signs in while a conversation of theirs is open may have said something here before, as nobody yet: one of the
// two goes on, and what was said in the other stays theirs to read. Pure.
import type { Loaded } from '../record/fold-cache.ts';

/**
 * The one in which a person is waited for, or the one spoken in last. `ends`: the other, of which nothing is under
 * way; absent where there is nothing to end, or where it cannot be ended yet, and their own goes on.
 */
export function goesOnWith(own: Loaded, here: Loaded): { goesOn: Loaded; ends?: Loaded } {
  if (!isWithPerson(here) && lastSaid(here) === 0) return { goesOn: own };
  const ahead = Number(isWithPerson(here)) - Number(isWithPerson(own)) || lastSaid(here) - lastSaid(own);
  const [goesOn, ends] = ahead > 0 ? [here, own] : [own, here];
  return mayEnd(ends) ? { goesOn, ends } : { goesOn: own };
}

/** Who waits in line, is served by a person, or left a message for one. */
function isWithPerson({ row }: Loaded): boolean {
  return row.status !== 'assistant';
}

/** Epoch ms at which the customer wrote or pressed something last; 0: never. */
function lastSaid({ conversation }: Loaded): number {
  const last = conversation.view.entries.findLast((entry) =>
    entry.kind === 'message' ? entry.from === 'customer' : entry.kind === 'question' && entry.answer,
  );
  return last?.at ?? 0;
}

/** Nobody is to answer in it, and everything that was begun in it is known to have ended. */
function mayEnd(one: Loaded): boolean {
  const { pending, proposals } = one.conversation.inside;
  const isUnderWay = ({ status, undoing, undone }: (typeof proposals)[string]) =>
    status === 'awaiting' || status === 'confirmed' || status === 'unknown' || (undoing && !undone);
  return !isWithPerson(one) && pending.length === 0 && !Object.values(proposals).some(isUnderWay);
}
