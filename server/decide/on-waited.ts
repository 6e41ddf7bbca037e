// What the waiting customer chose, what they mended in the brief, and how they rated: each gets its word.
import { mailAddress } from '../../shared/mail-address.ts';
import type { Decision, Draft } from './decision.ts';
import { stillWaiting } from './hand-off.ts';
import type { Input } from './input.ts';
import { conclude, notice, type Reply, systemNotice } from './reply.ts';
import { because } from './rules.ts';
import type { Situation } from './situation.ts';

export function onWaited(situation: Situation, input: Extract<Input, { kind: 'waited' }>): Decision {
  return conclude(situation, waited(situation, input), input.seq);
}

function waited(situation: Situation, { choice, contact }: Extract<Input, { kind: 'waited' }>): Reply {
  const said = (move: string, drafts: Draft[]): Reply => ({
    move,
    because: [because('H3', { choice })],
    drafts,
    effects: [],
  });
  switch (choice) {
    case 'keep':
      return stillWaiting(situation);
    case 'assistant':
      return said('carry-on', [notice('carry-on')]);
    case 'message':
      return said('left', [left(situation, contact)]);
    case 'mail':
      return said('mail', [systemNotice('mail-then', { contact: contact ?? '' })]);
    case 'callback':
      return said('callback', [systemNotice('callback', { contact: contact ?? '' })]);
  }
}

/** No e-mail is promised where none could be sent. */
function left({ gates }: Situation, contact: string | undefined): Draft {
  if (contact === undefined) return systemNotice('left');
  const mailed = gates.mail === true && mailAddress(contact) !== undefined;
  return systemNotice(mailed ? 'left-mail' : 'left-known', { contact });
}

/** The brief anew, with the customer's own words in it (H6). */
export function onCorrected(situation: Situation, input: Extract<Input, { kind: 'corrected' }>): Decision {
  const why = [because('H6', { field: input.field })];
  const drafts: Draft[] = [{ draft: 'brief' }, systemNotice('corrected')];
  return conclude(situation, { move: 'mend-brief', because: why, drafts, effects: [] }, input.seq);
}

export function onRated(situation: Situation, input: Extract<Input, { kind: 'rated' }>): Decision {
  const why = [because('N1', { score: input.score })];
  return conclude(
    situation,
    { move: 'rated', because: why, drafts: [systemNotice('rated')], effects: [] },
    input.seq,
  );
}
