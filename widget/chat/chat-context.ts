// How components reach the chat's model and its words.
import type { ReadonlySignal } from '@preact/signals-core';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FirstKey, TextKey, Words } from '../ui/words.ts';
import type { Chat } from './chat-model.ts';

export interface ChatScope {
  chat: Chat;
  words: ReadonlySignal<Words<FirstKey>>;
  /** The conversation that is read again, where that is not the one of the chat. */
  of?: string;
}

export const ChatContext = createContext<ChatScope | undefined>(undefined);

/** The chat and its words at this moment; a component that calls it is drawn anew when the language changes. */
export function useChat(): { chat: Chat; words: Words<FirstKey>; of: string | undefined } {
  const scope = useContext(ChatContext);
  if (!scope) throw new Error('useChat outside of ChatContext');
  return { ...scope, words: scope.words.value, of: scope.of };
}

/** The same for what comes with later-parts.tsx, which brings its words along. */
export const useLaterChat = useChat as () => { chat: Chat; words: Words<TextKey>; of: string | undefined };
