// The rules of conversation that decisions name, each with the sentence that an auditor reads. A decision's
// `because` is made here; the gate adds to it what it did not let out.
import type { Because } from '../../shared/events.ts';

export const rules = {
  O2: 'The first line says who speaks and that it is automated.',
  E1: 'The first reply acknowledges what the customer came for.',
  E2: 'A feeling that rose above its threshold is acknowledged first.',
  E3: 'While frustration is high, a step that cannot be undone waits.',
  C1: 'Below the confidence threshold the assistant asks.',
  C2: 'Two readings closer than the margin are a question.',
  C3: 'One question at a time.',
  C4: 'A clarification has two to four choices, then “Something else”.',
  C5: 'A typed answer counts as the button; an unclear one is asked once more, differently.',
  C6: 'An answer that is a new request is taken as one.',
  C7: 'Two clarifications without progress, or a request rephrased twice, bring a person.',
  C8: 'What is known is not asked.',
  C9: 'Words resolve against the records of the customer.',
  D1: 'A destructive action needs high confidence and an explicit confirmation.',
  D3: 'A confirmation is bound to its exact arguments, lives five minutes and is used once.',
  D4: 'Only the button, or its whole label, confirms.',
  D5: 'A confirmed action runs at most once.',
  D6: 'An unknown outcome is told as such and goes to a person.',
  D7: 'Every run leaves a receipt, with an undo while its window is open.',
  A2: 'A call that failed is told as failed.',
  A3: 'What stands behind an open breaker is not offered.',
  A4: 'A promise rests on fresh facts and on what was set aside for it.',
  A5: 'An action runs no further than its rollout step allows.',
  A6: 'An action on hold waits for a person.',
  H1: 'A person is brought in when asked for, in distress, or when a trigger of the site fires.',
  H2: 'The customer is told that a person is coming, with place and wait.',
  H3: 'Who waits may keep waiting, leave a message, be called back, or carry on with the assistant.',
  H6: 'The person gets a brief, which the customer sees and can mend.',
  H7: 'After the claim the assistant is silent.',
  H11: 'A trigger needs new evidence to count again.',
  N1: 'Every message ends in a reply, a handoff or a stated wait.',
  N2: 'A conversation can always be continued.',
  K1: 'A question that an article answers is answered from it, with its source.',
  I1: 'A confident reading is taken up.',
  P3: 'Facts and actions need a verified customer.',
} as const;

export type Rule = keyof typeof rules;

/** One reason of a decision: the rule, its sentence, and what was seen. */
export function because(rule: Rule, evidence: Record<string, unknown> = {}): Because {
  return { rule, text: rules[rule], evidence };
}
