// A6: where nobody is on duty, the customer hears by when what they asked for has to be done, and whom to reach if
// it cannot wait.
import { valueAt } from '../../shared/fill-template.ts';
import type { Action } from '../site/site.ts';
import type { MessageDraft } from './decision.ts';
import { notice } from './reply.ts';
import type { Situation } from './situation.ts';

/** At most one sentence; none while somebody is on duty, or where there is neither a deadline nor a contact. */
export function deadlineNotice(
  { desk, site }: Situation,
  action: Action,
  object: Record<string, unknown> | undefined,
): MessageDraft[] {
  if (desk.wait.basis !== 'nobody') return [];
  const given = action.deadline === undefined ? undefined : valueAt(object ?? {}, action.deadline);
  const deadline = typeof given === 'string' ? Date.parse(given) : Number.NaN;
  const contact = site.urgentContact;
  const known = Number.isNaN(deadline) ? {} : { deadline };
  if (!('deadline' in known) && contact === undefined) return [];
  return [notice('deadline', { ...known, contact: contact ?? 'none' })];
}
