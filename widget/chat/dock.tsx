// What is under way stands between conversation and composer: waiting, a message left, the end.
import type { VNode } from 'preact';
import { useChat } from './chat-context.ts';
import { useLater } from './use-later.ts';

export function Dock(): VNode | null {
  const { chat } = useChat();
  const { status } = chat.view.value;
  const shows = status === 'waiting' || status === 'left' || status === 'resolved';
  // Whoever begins to write may soon see a card or wait; files that were left unsent are shown.
  const parts = useLater(shows || chat.draft.value !== '' || chat.memory.value.files());
  if (!parts || !shows) return null;
  const { Waiting, Left, Ending } = parts;
  if (status === 'waiting') return <Waiting />;
  return status === 'left' ? <Left /> : <Ending />;
}
