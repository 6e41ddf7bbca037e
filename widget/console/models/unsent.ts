// A reply or note that the log does not have yet, and how one is read back from the device.
import type { Failure } from '../../../shared/errors.ts';
import type { WritingKind } from './drafts-model.ts';

export interface Unsent {
  /** The console's own id; the event in the log carries it as clientId. */
  id: string;
  conversation: string;
  kind: WritingKind;
  text: string;
  /** A note that is a supervisor's word to the agent who has the conversation. */
  whisper?: boolean | undefined;
  /** Epoch ms. */
  at: number;
  /** `sent`: stored, but not yet seen in the log. `failed` waits for the agent. */
  state: 'queued' | 'sending' | 'sent' | 'failed';
  problem?: Failure | undefined;
  /** Its place in the log, once stored. */
  seq?: number;
}

/** What was kept, as queued unless it was refused; nothing of what is not of this shape. */
export function readUnsent(text: string | undefined): Unsent[] {
  try {
    const item: unknown = JSON.parse(text ?? '');
    return isUnsent(item) ? [{ ...item, state: item.state === 'failed' ? 'failed' : 'queued' }] : [];
  } catch {
    // Gone, cut short while it was written, or nothing (null): nothing in it can be sent.
    return [];
  }
}

function isUnsent(value: unknown): value is Unsent {
  const item = value as Record<string, unknown>;
  const texts = [item.id, item.conversation, item.text];
  return (
    texts.every((text) => typeof text === 'string') &&
    (item.kind === 'reply' || item.kind === 'note') &&
    typeof item.at === 'number'
  );
}
