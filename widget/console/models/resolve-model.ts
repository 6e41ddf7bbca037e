// The dialog that ends a conversation: how it ended, and in one tap whether the assistant had read it rightly (H10).
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { DeskActs, Resolution } from './desk-acts.ts';

/** Ids of the ways a conversation ends, as they stand in the log. */
export const outcomes = ['solved', 'follow-up', 'not-possible', 'no-answer', 'other'] as const;
export type OutcomeName = (typeof outcomes)[number];

interface ResolveForm {
  conversation: string;
  /** seq of the last event when the dialog came to lie over the thread: nobody reads on behind it. */
  seen: number;
  outcome: OutcomeName;
  /** Undefined until the agent says; nothing is presumed of the assistant. */
  correct: boolean | undefined;
  /** The right intent, when the reading was wrong; empty: none of the site's. */
  intent: string;
  /** What the assistant took it for; undefined when it never read anything. */
  read: string | undefined;
  /** What it was, in the agent's own words; may be empty. */
  comment: string;
}

export interface ResolveModel {
  form: ReadonlySignal<ResolveForm | undefined>;
  ready: ReadonlySignal<boolean>;
  /** Takes up again what was filled in for it, where the dialog went without being closed by the agent. */
  begin(conversation: string, read: string | undefined, seen: number): void;
  fill(change: Partial<Pick<ResolveForm, 'outcome' | 'correct' | 'intent' | 'comment'>>): void;
  cancel(): void;
  /** Answers whether it was resolved; what was filled in stays when it was not. */
  send(): Promise<boolean>;
}

export function createResolveModel(acts: DeskActs): ResolveModel {
  const form = signal<ResolveForm>();
  const ready = computed(() => form.value?.read === undefined || form.value.correct !== undefined);
  return {
    form,
    ready,
    begin(conversation, read, seen) {
      const fresh = { conversation, outcome: outcomes[0], correct: undefined, intent: '', read, comment: '' };
      form.value = { ...fresh, ...(form.value?.conversation === conversation && form.value), seen };
    },
    fill(change) {
      if (form.value) form.value = { ...form.value, ...change };
    },
    cancel() {
      form.value = undefined;
    },
    async send() {
      const filled = form.value;
      if (!filled || !ready.value) return false;
      const done = await acts.resolve(filled.conversation, resolution(filled));
      if (done) form.value = undefined;
      return done;
    },
  };
}

function resolution({ seen, outcome, correct, intent, comment, read }: ResolveForm): Resolution {
  // Where nothing was read, nothing was read wrongly, unless the agent says what it should have been.
  const right = read === undefined ? intent === '' : (correct ?? true);
  return {
    seen,
    outcome,
    correct: right,
    intent: (!right && intent) || undefined,
    comment: comment.trim() || undefined,
  };
}
