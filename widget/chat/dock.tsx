// What is under way stands between conversation and composer: waiting, a message left, the end. Few conversations
// come there, so this part of the page is fetched when the customer begins to write, or when it is needed.
import { signal } from '@preact/signals';
import type { VNode } from 'preact';
import { useChat } from './chat-context.ts';

type Parts = typeof import('./dock-parts.tsx');
const parts = signal<Parts>();
let asked = false;

/** Fetches the part; a failed fetch is tried again the next time it is wanted. */
export function fetchDock(): void {
  if (asked) return;
  asked = true;
  import('./dock-parts.tsx').then(
    (loaded) => {
      parts.value = loaded;
    },
    () => {
      asked = false;
    },
  );
}

export function Dock(): VNode | null {
  const { chat } = useChat();
  const { status } = chat.view.value;
  if (status === 'assistant' || status === 'claimed') {
    if (chat.draft.value) fetchDock();
    return null;
  }
  fetchDock();
  const loaded = parts.value;
  if (!loaded) return null;
  const { Waiting, Left, Ending } = loaded;
  if (status === 'waiting') return <Waiting />;
  return status === 'left' ? <Left /> : <Ending />;
}
