// O2, O4: the first line says who speaks and that it is automated, in the opener that the site chose.
import type { Decision } from './decision.ts';
import { conclude, notice } from './reply.ts';
import { because } from './rules.ts';
import type { Situation } from './situation.ts';

export function onOpened(situation: Situation): Decision {
  const { opener } = situation.site.empathy;
  return conclude(situation, {
    move: 'greet',
    because: [because('O2', { opener })],
    drafts: [notice('greeting', { opener, assistant: situation.site.assistant.name })],
    effects: [],
  });
}
