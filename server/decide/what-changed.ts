// D3: what was confirmed is looked at once more just before it runs: the same customer, a live proposal, and the
// very thing as it was shown.
import type { Proposal } from '../../shared/conversation.ts';
import { actionById } from './action-by-id.ts';
import { argumentHash } from './argument-hash.ts';
import { eligible, known } from './objects.ts';
import { argumentsOf } from './propose.ts';
import type { Situation } from './situation.ts';

/**
 * What no longer is as it was confirmed; undefined when all of it still holds. `live`: the status it must have. With
 * a `fact` nothing is known to have changed: the business could not be asked.
 */
export function whatChanged(
  situation: Situation,
  proposal: Proposal,
  live: 'open' | 'awaiting',
): Record<string, unknown> | undefined {
  const customer = situation.conversation.view.customer?.id ?? '';
  if (customer !== proposal.customer) return { customer: 'changed' };
  if (proposal.status !== live) return { status: proposal.status };
  const action = actionById(situation, proposal.action);
  if (!action) return { action: 'gone' };
  // A4: what was promised rests on its hold.
  const hold = situation.conversation.inside.holds[proposal.id];
  const over = hold?.status !== 'held' || situation.now >= (hold.until ?? 0);
  if ((action.hold || hold) && over) return { hold: hold?.status ?? 'none', until: hold?.until ?? null };
  const details = (proposal.details ?? {}) as Record<string, string>;
  const facts = action.on === undefined ? undefined : known(situation, action.on);
  if (facts?.ok === false) return { fact: action.on, why: facts.why };
  const now = action.on === undefined ? [undefined] : eligible(situation, action);
  const hashes = now.map((record) => {
    const bound = argumentsOf(situation, { action, details, ...(record ? { record } : {}) });
    return argumentHash({ conversation: situation.id, customer, action: action.id, arguments: bound });
  });
  return hashes.includes(proposal.hash) ? undefined : { object: 'changed' };
}
