// H1: a trigger of the assistant's own accord, carried out the way the site wants it: a handoff with one tap to
// carry on, or an offer.
import type { Because } from '../../shared/events.ts';
import type { Draft } from './decision.ts';
import { handOff } from './hand-off.ts';
import type { Notes, Reply } from './reply.ts';
import { because } from './rules.ts';
import type { Situation } from './situation.ts';
import type { Fired } from './triggers.ts';

/** A handoff, or the offer of one where the site prefers that for every trigger that fired. */
export function bringPerson(
  situation: Situation,
  triggers: Fired[],
  why: Because[],
  before: Draft[] = [],
  notes: Notes = {},
): Reply {
  const offers = triggers.every(({ trigger }) => situation.site.triggers[trigger] === 'offer');
  if (!offers) return handOff(situation, triggers, why, before, notes);
  return {
    move: 'offer-person',
    because: [
      ...why,
      because('H1', Object.fromEntries(triggers.map(({ trigger, evidence }) => [trigger, evidence]))),
    ],
    drafts: [
      ...before,
      {
        draft: 'question',
        id: situation.nextId(),
        kind: 'clarify',
        say: { say: 'notice', notice: 'offer-person' },
        choices: [
          { id: 'person', label: { notice: 'a-person' } },
          { id: 'carry-on', label: { notice: 'the-assistant' } },
        ],
        means: { person: { person: true }, 'carry-on': { carryOn: true } },
      },
    ],
    effects: [],
    notes: { ...notes, triggers: triggers.map(({ trigger }) => trigger) },
  };
}
