// H1, H11: what brings a person of the assistant's own accord, with its evidence; a trigger that was acted on
// counts again only on new evidence.
import type { Understanding } from '../../shared/understanding.ts';
import type { TriggerName } from '../site/site.ts';
import type { Trigger } from './hand-off.ts';
import type { Situation } from './situation.ts';

export interface Fired extends Trigger {
  trigger: TriggerName;
}

export function isFrustrated(situation: Situation, reading: Understanding): boolean {
  return reading.mood.frustration >= situation.site.thresholds.frustration;
}

/** The triggers of this message, strongest evidence first. */
export function fired(situation: Situation, reading: Understanding): Fired[] {
  const { inside } = situation.conversation;
  const found: Fired[] = [];
  const topics = reading.topics;
  if (topics.length > 0) found.push({ trigger: 'topic', evidence: { topics } });
  if (inside.vip && inside.triggers.vip === undefined)
    found.push({ trigger: 'vip', evidence: { vip: true } });
  // Turns with frustration above its threshold that no handoff has answered yet, this one included.
  const since = inside.triggers.frustration ?? 0;
  const times = 1 + inside.frustrations.filter((turn) => turn > since).length;
  if (isFrustrated(situation, reading) && times >= 2) {
    found.push({ trigger: 'frustration', evidence: { times, value: reading.mood.frustration } });
  }
  return found;
}

/** C7, when the next thing to say would be a question again: the third without progress. */
export function noProgress(situation: Situation): Fired | undefined {
  const { clarifications, rephrasings } = situation.conversation.inside;
  if (clarifications < 2) return undefined;
  return { trigger: 'no-progress', evidence: { clarifications, rephrasings } };
}
