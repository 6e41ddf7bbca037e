// What the agent has typed and not sent, for each conversation: one reply and one private note. Kept on the
// device under the agent's id, so that it outlives a reload and an expired session and meets no one else's eyes.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { BrowserStorage } from '../../ui/browser-storage.ts';

export type WritingKind = 'reply' | 'note';

interface Draft {
  kind: WritingKind;
  reply: string;
  note: string;
}

export interface DraftsModel {
  /** Conversations with something unsent in them. */
  all: ReadonlySignal<ReadonlyMap<string, Draft>>;
  of(conversation: string): Draft;
  write(conversation: string, kind: WritingKind, text: string): void;
  /** Turns the composer between reply and note; each keeps its text. */
  turn(conversation: string, kind: WritingKind): void;
  /** Reads what is kept for this agent. */
  restore(): void;
  forget(conversation: string): void;
}

const empty: Draft = { kind: 'reply', reply: '', note: '' };

export function createDraftsModel(kept: BrowserStorage, agent: () => string | undefined): DraftsModel {
  const all = signal<ReadonlyMap<string, Draft>>(new Map());
  const prefix = () => `handrail.desk.draft.${agent() ?? ''}.`;
  const of = (conversation: string) => all.value.get(conversation) ?? empty;

  function put(conversation: string, draft: Draft): void {
    const next = new Map(all.value);
    const key = prefix() + conversation;
    if (draft.reply || draft.note || draft.kind === 'note') {
      next.set(conversation, draft);
      kept.set(key, JSON.stringify(draft));
    } else {
      next.delete(conversation);
      kept.remove(key);
    }
    all.value = next;
  }

  return {
    all,
    of,
    write: (conversation, kind, text) => put(conversation, { ...of(conversation), kind, [kind]: text }),
    turn: (conversation, kind) => put(conversation, { ...of(conversation), kind }),
    restore() {
      const found = new Map<string, Draft>();
      for (const key of kept.keys(prefix())) {
        const draft = parseDraft(kept.get(key));
        if (draft) found.set(key.slice(prefix().length), draft);
        else kept.remove(key);
      }
      all.value = found;
    },
    forget: (conversation) => put(conversation, empty),
  };
}

function parseDraft(text: string | undefined): Draft | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (typeof value !== 'object' || value === null) return undefined;
    const { kind, reply, note } = value as Record<string, unknown>;
    if (typeof reply !== 'string' || typeof note !== 'string') return undefined;
    return { kind: kind === 'note' ? 'note' : 'reply', reply, note };
  } catch {
    // Not ours, or cut short by a full disk: there is nothing in it to save.
    return undefined;
  }
}
