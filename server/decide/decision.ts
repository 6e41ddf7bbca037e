// What a decision says should happen. It does nothing itself: speak puts the drafts into words, record appends
// them together with the timers, act runs the effects and comes back with outcomes as new inputs.
import type { BodyOf, EventBody, Receipt } from '../../shared/events.ts';
import type { Sorrow } from '../../shared/understanding.ts';
import type { Words } from '../site/site.ts';

/** Fixed sentences of the assistant's and the system's own, by name; speak has their words in each locale. */
export type NoticeName =
  | 'greeting'
  | 'welcome-back'
  | 'thanks'
  | 'goodbye'
  | 'cancelled'
  | 'kept'
  | 'expired'
  | 'lapsed'
  | 'done'
  | 'failed'
  | 'unknown-outcome'
  | 'undone'
  | 'undo-failed'
  | 'undo-over'
  | 'undo-under-way'
  | 'sign-in'
  | 'unavailable'
  | 'no-article'
  | 'nothing-to-act-on'
  | 'press-the-button'
  | 'come-back-to'
  | 'one-moment'
  | 'waiting'
  | 'waiting-no-estimate'
  | 'nobody-on-duty'
  | 'distress'
  | 'left'
  | 'left-known'
  | 'left-mail'
  | 'mail-then'
  | 'callback'
  | 'carry-on'
  | 'corrected'
  | 'rated'
  | 'returned'
  | 'requeued'
  | 'resolved'
  | 'held'
  | 'not-promised'
  | 'checking'
  | 'still-checking'
  | 'approval-late'
  | 'not-approved'
  | 'deadline'
  | 'not-understood'
  | 'unsaid'
  | 'not-done-as-said'
  | 'would-do'
  | 'buffer'
  | 'offer-person'
  | 'tell-me-more'
  | 'noted-for-person'
  | 'file-kept'
  | 'file-for-person'
  | 'nothing-open'
  | 'agent-late'
  | 'now-to'
  | 'changed';

export type Feeling = 'frustration' | 'urgency' | 'confusion';

/** What is to be said, before it has words. */
export type Saying =
  | {
      say: 'acknowledge';
      intent?: string;
      sorrow?: Sorrow;
      feeling?: Feeling;
      topic?: 'person' | 'greeting' | 'distress';
    }
  | { say: 'notice'; notice: NoticeName; values?: Record<string, unknown> }
  /** An ICU text of the site with its values. */
  | { say: 'words'; words: Words; values: Record<string, unknown> }
  /** Words that no template holds, as an LLM writes them: the gate looks at what they claim. */
  | { say: 'composed'; text: string }
  | { say: 'passage'; text: string; title: string; url?: string }
  | { say: 'clarify'; again: boolean }
  /** `stranger`: what they named is none of their records. */
  | { say: 'which'; again: boolean; stranger?: string };

/** A label of a choice before it has words. */
export type Label =
  | { words: Words; values?: Record<string, unknown> }
  | { notice: 'something-else' | 'a-person' | 'the-assistant' }
  | { text: string };

export interface MessageDraft {
  draft: 'message';
  from: 'assistant' | 'system';
  say: Saying;
  acknowledges?: BodyOf<'message'>['acknowledges'];
  receipt?: Omit<Receipt, 'label' | 'undoLabel'> & {
    label: Words;
    undoLabel?: Words;
    values: Record<string, unknown>;
  };
  articles?: BodyOf<'message'>['articles'];
  /** Marks a message of the site's own words as a notice. */
  notice?: string;
}

export interface QuestionDraft {
  draft: 'question';
  id: string;
  kind: 'clarify' | 'detail' | 'confirm';
  say: Saying;
  choices: { id: string; label: Label; style?: 'safe' | 'danger' }[];
  expiresAt?: number;
  proposal?: string;
  card?: { title: Words; effect: Words; money?: Words; undoable: Words; values: Record<string, unknown> };
  means?: Record<string, unknown>;
  pending?: Record<string, unknown>;
  again?: boolean;
}

/** A handoff before it has words: the text states place and wait. */
export interface HandoffDraft {
  draft: 'handoff';
  event: Omit<BodyOf<'handoff'>, 'text' | 'type'>;
}

/** What the person will know, as facts; speak labels the lines. */
export interface BriefDraft {
  draft: 'brief';
}

export type Draft = EventBody | MessageDraft | QuestionDraft | HandoffDraft | BriefDraft;

export type Effect =
  /** Ask the business anew for these facts, then decide again on the same input. */
  | { effect: 'look'; facts: string[]; maxAge: number }
  | { effect: 'run'; proposal: string }
  | { effect: 'undo'; proposal: string }
  /** Too many at once: new runs are a person's, and the action falls by one rung (A6). */
  | { effect: 'hold'; action: string; why: string }
  /** A4: the business sets something aside, or gives it free again. */
  | { effect: 'set-aside'; hold: string }
  | { effect: 'release'; hold: string }
  /** The agent does not answer what is owed since then (epoch ms): back to its place in line with it. */
  | { effect: 'requeue'; agent: string; owed: number }
  | { effect: 'set-timer'; name: string; ref: string; due: number }
  | { effect: 'clear-timer'; name: string; ref?: string };

export interface Decision {
  events: Draft[];
  effects: Effect[];
}
