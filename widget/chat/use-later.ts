// How a component asks for the part of the page that comes later; tried again whenever the connection changes.
import { useEffect } from 'preact/hooks';
import { useChat } from './chat-context.ts';
import { fetchLater, type LaterParts, laterParts } from './fetch-later.ts';

/** The parts, or undefined while they are on their way or not `wanted`. */
export function useLater(wanted: boolean): LaterParts | undefined {
  const { chat } = useChat();
  const connection = chat.connection.value;
  const parts = laterParts.value;
  useEffect(() => {
    if (wanted && !parts) void fetchLater();
  }, [wanted, parts, connection]);
  return wanted ? parts : undefined;
}
