// Tells a request to do something ("refund me", "refund") from a question about it ("what is the refund policy?").
import { markActions } from './action-words.ts';
import { readStance } from './guard.ts';
import { plainWords } from './plain-words.ts';

const asksAbout =
  /\?|\b(?:what|which|who|when|where|why|how|is|are|does|do i|do you|can i|could i|may i|will|policy|policies|fees?|rules?|terms|conditions|cost|price|information|about|explain|allowed|was|welche\w*|wer|wann|wo|warum|wie|kann ich|darf ich|gibt es|kosten|bedingungen|regeln|gebühr\w*|frist\w*)\b/;

/**
 * True when the text asks for an action, in a sentence or in a bare word or two. A request is never settled by
 * an article alone.
 */
export function isRequest(text: string, language: string): boolean {
  const { guard, unclear, asks } = readStance(text, language);
  if (guard !== undefined) return false;
  if (asks) return true;
  const words = plainWords(text);
  return !asksAbout.test(words) && (unclear || /<[bn]>/.test(markActions(words)));
}
