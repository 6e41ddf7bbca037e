// Who signs in while a conversation of theirs is open may have said something here before, as nobody yet: one of the
// two goes on, and what was said in the other stays theirs to read. Pure.
import type { Loaded } from '../record/fold-cache.ts';

/**
 * The one in which a person is waited for, or the one spoken in last. `ends`: the other, of which nothing is under
 * way; absent where there is nothing to end, or where it cannot be ended yet, and their own goes on. `now`: epoch ms.
 */
export function goesOnWith(own: Loaded, here: Loaded, now: number): { goesOn: Loaded; ends?: Loaded } {
  if (!isWithPerson(here) && lastSaid(here) === 0) return { goesOn: own };
  const ahead = Number(isWithPerson(here)) - Number(isWithPerson(own)) || lastSaid(here) - lastSaid(own);
  const [goesOn, ends] = ahead > 0 ? [here, own] : [own, here];
  // D7: only where it stands can it be pressed. A person who is waited for can see to it as well.
  const keeps = !isWithPerson(goesOn) && mayUndo(ends, now);
  return mayEnd(ends) && !keeps ? { goesOn, ends } : { goesOn: own };
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
  const { pending, proposals, holds } = one.conversation.inside;
  const isUnderWay = ({ status, undoing, undone }: (typeof proposals)[string]) =>
    status === 'awaiting' || status === 'confirmed' || status === 'unknown' || (undoing && !undone);
  const isAsked = Object.values(holds).some(({ status }) => status === 'asked');
  if (isWithPerson(one) || pending.length > 0 || isAsked) return false;
  return !Object.values(proposals).some(isUnderWay);
}

/** A receipt of it still offers to undo what was done. */
function mayUndo({ conversation: { view, inside } }: Loaded, now: number): boolean {
  return view.entries.some((entry) => {
    if (entry.kind !== 'message' || !entry.receipt) return false;
    const { proposal, undoUntil = 0 } = entry.receipt;
    return undoUntil > now && !inside.proposals[proposal]?.undone;
  });
}
