// The careful assistant, as one pure function: what is seen and what happened go in, what should happen comes
// out. It runs nothing, waits for nothing and reads no clock; every safeguard is decided here and nowhere else.
import type { Decision } from './decision.ts';
import type { Input } from './input.ts';
import { looksFor } from './looks.ts';
import { onAgent } from './on-agent.ts';
import { onAsked } from './on-asked.ts';
import { onChoice } from './on-choice.ts';
import { onFile } from './on-file.ts';
import { onHold } from './on-hold.ts';
import { onMessage } from './on-message.ts';
import { onOpened } from './on-opened.ts';
import { onOutcome } from './on-outcome.ts';
import { onTimer } from './on-timer.ts';
import { onCorrected, onRated, onWaited } from './on-waited.ts';
import { onReleased } from './release-hold.ts';
import type { Situation } from './situation.ts';

/**
 * What should happen about `input` in this `situation`. Events come in the order in which they are to be
 * appended; at most one effect calls the business, and its outcome comes back as the next input. Throws when
 * the input does not belong to the conversation: a fault of the caller, never of a customer.
 */
export function decide(situation: Situation, input: Input): Decision {
  const look = looksFor(situation, input);
  if (look) return { events: [], effects: [look] };
  switch (input.kind) {
    case 'opened':
      return onOpened(situation);
    case 'message':
      return onMessage(situation, input);
    case 'file':
      return onFile(situation, input.seq);
    case 'choice':
      return onChoice(situation, input);
    case 'asked':
      return onAsked(situation, input);
    case 'waited':
      return onWaited(situation, input);
    case 'corrected':
      return onCorrected(situation, input);
    case 'rated':
      return onRated(situation, input);
    case 'outcome':
      if (input.of === 'hold') return onHold(situation, input);
      if (input.of === 'release') return onReleased(situation, input);
      return onOutcome(situation, input);
    case 'timer':
      return onTimer(situation, input);
    case 'agent':
      return onAgent(situation, input);
  }
}
