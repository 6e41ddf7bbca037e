// What a search looks for and where it finds it: the one definition that every store's search shares, so that
// they find the same.
import type { Event } from '../../shared/events.ts';
import type { Found } from './search.ts';
import type { ConversationRow } from './store.ts';

/** Types of events that hold something to be found. */
export const searchedTypes = ['message', 'noted', 'identified'] as const;

/** A text whose words a search may name; `conversation` is its id. */
export interface SearchedText {
  conversation: string;
  seq: number;
  at: number;
  text: string;
  by: Found['by'];
}

/** Lower case, without accents, ß as ss: "Müller", "MULLER" and "muller" are one word. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}

/** Whether a text holds every word that is looked for, at the beginning of a word; undefined without a word. */
export function searchFor(wanted: string): ((text: string) => boolean) | undefined {
  const words = plain(wanted).match(/[\p{L}\p{N}]+/gu);
  if (!words) return undefined;
  return (text) => {
    const within = ` ${plain(text).replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
    return words.every((word) => within.includes(` ${word}`));
  };
}

/** What of an event can be found; undefined for what holds no text. */
export function searchedText(conversation: string, event: Event): SearchedText | undefined {
  const place = { conversation, seq: event.seq, at: event.at };
  switch (event.type) {
    case 'message':
      return { ...place, text: event.text, by: event.from };
    case 'noted':
      return { ...place, text: event.text, by: 'note' };
    case 'identified': {
      const who = [event.name, event.email, event.customer].filter((part) => part !== undefined);
      return { ...place, text: who.join(' · '), by: 'identity' };
    }
    default:
      return undefined;
  }
}

/** The latest of each conversation, the latest first, at most `limit`. */
export function latestEach(texts: SearchedText[], limit: number): SearchedText[] {
  const seen = new Set<string>();
  return texts
    .sort((a, b) => b.at - a.at || b.seq - a.seq || (a.conversation < b.conversation ? -1 : 1))
    .filter(({ conversation }) => !seen.has(conversation) && seen.add(conversation))
    .slice(0, limit);
}

/** With their rows; a conversation that is gone meanwhile is left out. */
export function withRows(texts: SearchedText[], rows: (ConversationRow | undefined)[]): Found[] {
  return texts.flatMap(({ conversation, ...text }) => {
    const row = rows.find((each) => each?.id === conversation);
    return row ? [{ row, ...text }] : [];
  });
}
