// Finds the separate requests in one message, so that the others are not lost while the first is dealt with.
import { clauses } from './clauses.ts';
import { statedWords } from './stated-words.ts';

/** Where a second request begins inside a clause. */
const second =
  /\s+(?:and|also|plus|then|as well as|und|außerdem|sowie|dann)\s+(?=(?:(?:also|then|please|can|could|would|will|i|we|tell|what|where|when|how|why|who|which|is|are|do|does|did|cancel|change|remove|add|delete|refund|track|send|book|check|update|book|get|give|show|reset|close|return|move|bitte|kann|können|ich|wie|wann|wo|was)\b))/i;

/** At most this many parts are looked at. */
const most = 3;

/** The parts that could each be a request, in order, as written; one part for a message with a single wish. */
export function splitRequests(text: string): string[] {
  const parts = clauses(text).flatMap((clause) => clause.split(second));
  const merged: string[] = [];
  for (const part of parts) {
    const short = !statedWords(part).trim().includes(' ');
    // A lone word ("please", "thanks", a name) belongs to what it stands beside, unless it is all there is.
    if (short && merged.length > 0) merged[merged.length - 1] += ` ${part}`;
    else merged.push(part);
  }
  return merged.slice(0, most);
}
