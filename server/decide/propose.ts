// D1–D3: an action that changes something is proposed with a card that names the very thing, and runs only when
// that card's button is pressed in time.

import type { Because } from '../../shared/events.ts';
import { fillTemplate } from '../../shared/fill-template.ts';
import type { Action } from '../site/site.ts';
import { argumentHash } from './argument-hash.ts';
import type { QuestionDraft } from './decision.ts';
import { customerValues, type Reply } from './reply.ts';
import { rolloutMode } from './rollout-mode.ts';
import { because } from './rules.ts';
import type { FactRecord, Situation } from './situation.ts';

/** How long a confirmation lives, ms (D3). */
export const confirmationLife = 5 * 60_000;

export interface Proposed {
  action: Action;
  record?: FactRecord;
  intent: string;
  details: Record<string, string>;
}

/** The exact arguments of the action for this record and these details. */
export function argumentsOf(
  situation: Situation,
  { action, record, details }: Omit<Proposed, 'intent'>,
): Record<string, unknown> {
  const values = { object: record?.value ?? {}, customer: customerValues(situation), details };
  return Object.fromEntries(
    Object.entries(action.arguments).map(([name, template]) => [name, fillTemplate(template, values)]),
  );
}

/** The proposal and its card; nothing runs. `held`: what was set aside for it, and until when (epoch ms). */
export function propose(
  situation: Situation,
  proposed: Proposed,
  why: Because[],
  held?: { id: string; until: number },
): Reply {
  const { action, record, intent, details } = proposed;
  const customer = situation.conversation.view.customer?.id ?? '';
  const bound = argumentsOf(situation, proposed);
  const hash = argumentHash({ conversation: situation.id, customer, action: action.id, arguments: bound });
  const id = held?.id ?? situation.nextId();
  const question = situation.nextId();
  const expiresAt = Math.min(situation.now + confirmationLife, held?.until ?? Number.POSITIVE_INFINITY);
  const values = {
    ...record?.value,
    object: record?.value ?? {},
    customer: customerValues(situation),
    details,
    ...details,
  };
  const { title, effect, money, undoable } = action.confirm;
  const card: QuestionDraft = {
    draft: 'question',
    id: question,
    kind: 'confirm',
    say: { say: 'words', words: title, values },
    // D2: the safe one comes first, and both say what they do.
    choices: [
      { id: 'keep', label: { words: action.confirm.keep, values }, style: 'safe' },
      { id: 'do', label: { words: action.confirm.do, values }, style: 'danger' },
    ],
    expiresAt,
    proposal: id,
    card: { title, effect, ...(money ? { money } : {}), undoable, values },
  };
  return {
    move: 'propose',
    because: [
      ...why,
      because('D1', { action: action.id, risk: action.risk }),
      because('D3', { hash, expiresAt }),
    ],
    drafts: [
      {
        type: 'proposed',
        proposal: id,
        action: action.id,
        arguments: bound,
        hash,
        customer,
        question,
        expiresAt,
        intent,
        details,
        ...(record ? { object: record.value } : {}),
      },
      card,
    ],
    effects: [{ effect: 'set-timer', name: 'expiry', ref: question, due: expiresAt }],
    notes: { intent, progress: true },
    mode: rolloutMode(situation, action),
  };
}
