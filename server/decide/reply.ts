// What one part of a decision comes to, and the small constructors of drafts that all parts share.
import type { Because, BodyOf, EventBody } from '../../shared/events.ts';
import type { Words } from '../site/site.ts';
import { awaitingOf, clearApproval, voidedBy, voids } from './awaiting.ts';
import type { Decision, Draft, Effect, MessageDraft, NoticeName, QuestionDraft } from './decision.ts';
import { freed } from './release-hold.ts';
import type { Situation } from './situation.ts';

export type Notes = NonNullable<BodyOf<'decided'>['notes']>;

export interface Reply {
  move: string;
  because: Because[];
  drafts: Draft[];
  effects: Effect[];
  notes?: Notes;
  /** Rollout mode of the action concerned. */
  mode?: string;
}

/** A fixed sentence of the assistant's own. */
export function notice(name: NoticeName, values: Record<string, unknown> = {}): MessageDraft {
  return { draft: 'message', from: 'assistant', say: { say: 'notice', notice: name, values } };
}

/** A fixed sentence that is nobody's: allowed after a claim too. */
export function systemNotice(name: NoticeName, values: Record<string, unknown> = {}): MessageDraft {
  return { ...notice(name, values), from: 'system' };
}

/** A text of the site with its values. */
export function siteWords(words: Words, values: Record<string, unknown>): MessageDraft {
  return { draft: 'message', from: 'assistant', say: { say: 'words', words, values } };
}

/** The decision that a reply amounts to; `on` is the seq of the event that it covers. */
export function conclude(situation: Situation, reply: Reply, on?: number): Decision {
  const decided: BodyOf<'decided'> = {
    type: 'decided',
    move: reply.move,
    because: reply.because,
    site: situation.site.version,
    mode: reply.mode ?? 'autonomous',
    ...(on === undefined ? {} : { on }),
    ...(reply.notes ? { notes: reply.notes } : {}),
  };
  const { drafts, effects } = withoutAwaiting(situation, reply);
  const events = [decided, ...silenced(situation, makeRoom(situation, drafts))];
  return { events, effects: [...effects, ...freed(situation, events)] };
}

/** D3: what waits for an agent's approval is void with a newer question or a handoff, whichever way they came. */
function withoutAwaiting(
  situation: Situation,
  { drafts, effects }: Reply,
): Pick<Reply, 'drafts' | 'effects'> {
  const awaiting = awaitingOf(situation.conversation);
  const why = awaiting && voids(awaiting, drafts);
  if (!awaiting || !why) return { drafts, effects };
  return {
    drafts: [voidedBy(awaiting, why), systemNotice('lapsed'), ...drafts],
    effects: [...effects, clearApproval(awaiting)],
  };
}

/** H7: after a claim the assistant's words are dropped, however they came about; the system's notices stay. */
function silenced(situation: Situation, drafts: Draft[]): Draft[] {
  if (situation.conversation.view.status !== 'claimed') return drafts;
  return drafts.filter((draft) =>
    'draft' in draft
      ? draft.draft === 'message' && draft.from === 'system'
      : draft.type !== 'question' && draft.type !== 'proposed',
  );
}

/** C3: a question that is about to be asked closes the one that is open, whichever way it came to be. */
function makeRoom(situation: Situation, drafts: Draft[]): Draft[] {
  const open = situation.conversation.inside.question;
  if (!open) return drafts;
  const asks = drafts.some((draft) => isQuestion(draft) && draft.id !== open.id);
  const closes = drafts.some(
    (draft) =>
      'type' in draft && (draft.type === 'lapsed' || draft.type === 'answered') && draft.question === open.id,
  );
  if (!asks || closes) return drafts;
  const lapsed: Draft = { type: 'lapsed', question: open.id, why: 'changed' };
  return open.kind === 'confirm' ? [lapsed, systemNotice('lapsed'), ...drafts] : [lapsed, ...drafts];
}

function isQuestion(draft: Draft): draft is QuestionDraft | (EventBody & { type: 'question' }) {
  return 'draft' in draft ? draft.draft === 'question' : draft.type === 'question';
}

/** The customer as templates and texts see them. */
export function customerValues(situation: Situation): Record<string, unknown> {
  const customer = situation.conversation.view.customer;
  return customer ? { id: customer.id, name: customer.name ?? '' } : {};
}
