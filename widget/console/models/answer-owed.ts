// Since when a customer waits for the agent's answer: the agent's clock of N1.
import type { Conversation } from '../../../shared/conversation.ts';
import type { AgentProfile } from '../../../shared/frame-config.ts';

/** Where a site's own limit is not known: seconds, N1's default. */
const usual = 120;

/** Seconds within which the conversations of this site are to be answered. */
export function answerWithin(profile: AgentProfile | undefined, site: string): number {
  return profile?.sites.find(({ id }) => id === site)?.answerWithin ?? usual;
}

/**
 * Epoch ms of the first customer's message that no agent has answered since the claim, or of the claim itself
 * when nothing was said after it; undefined when nothing is owed.
 */
export function answerOwed({ view }: Conversation): number | undefined {
  if (view.status !== 'claimed') return undefined;
  let owed: number | undefined;
  for (const entry of view.entries) {
    if (entry.kind === 'line' && entry.line === 'claimed') owed ??= entry.at;
    if (entry.kind !== 'message') continue;
    if (entry.from === 'agent') owed = undefined;
    else if (entry.from === 'customer') owed ??= entry.at;
  }
  // What was written before the claim is owed from the claim on.
  const claim = view.entries.findLast((entry) => entry.kind === 'line' && entry.line === 'claimed');
  return owed === undefined ? undefined : Math.max(owed, claim?.at ?? owed);
}
