// Cleans and masks what people wrote in events on their way into the log (P1); what the assistant wrote is made
// of what is masked already.
import type { CustomerView } from '../../shared/conversation.ts';
import type { EventBody } from '../../shared/events.ts';
import { cleanText } from './clean-text.ts';
import type { Mask, MaskContext } from './mask.ts';

/** `view`: the conversation before these events. */
export function maskEvents(
  events: EventBody[],
  view: CustomerView,
  mask: Mask,
  known: string[],
): EventBody[] {
  const here: string[] = [];
  return events.map((event) => {
    const masked = maskEvent(
      event,
      (text, context) => mask(cleanText(text), { known, ...context }),
      (clientId) => [...textsBefore(view, clientId), ...here].slice(-messagesBefore),
      (clientId) => textOf(view, clientId),
    );
    if (masked.type === 'message' && masked.from === 'customer') here.push(masked.text);
    return masked;
  });
}

/** A number typed group by group is still one number. */
const messagesBefore = 3;

/**
 * The customer's last messages. For a retry, those before the first sending: it must be masked as it was then,
 * or it would look like another text under the same id.
 */
function textsBefore(view: CustomerView, clientId: string | undefined): string[] {
  const written = view.entries.filter((entry) => entry.kind === 'message' && entry.from === 'customer');
  const sent = written.findIndex((entry) => 'clientId' in entry && entry.clientId === clientId);
  const before = clientId === undefined || sent === -1 ? written : written.slice(0, sent);
  return before.slice(-messagesBefore).map((entry) => (entry.kind === 'message' ? entry.text : ''));
}

/** As it was stored, if the customer sent it before. */
function textOf(view: CustomerView, clientId: string): string | undefined {
  for (const entry of view.entries)
    if (entry.kind === 'message' && entry.from === 'customer' && entry.clientId === clientId)
      return entry.text;
  return undefined;
}

function maskEvent(
  event: EventBody,
  mask: Mask,
  before: (clientId: string | undefined) => string[],
  sent: (clientId: string) => string | undefined,
): EventBody {
  const hidden = (text: string, context: MaskContext = {}) => mask(text, context);
  switch (event.type) {
    case 'message':
      if (event.from === 'customer') {
        const context = { before: before(event.clientId) };
        const strict = (text: string) => mask(text, { ...context, known: [] });
        const first = event.clientId === undefined ? undefined : sent(event.clientId);
        // More of the customer's own references may be known by now: a retry is what was stored at first all the same.
        if (first !== undefined && strict(first) === strict(event.text)) return { ...event, text: first };
        return { ...event, text: hidden(event.text, context) };
      }
      return event.from === 'agent' ? { ...event, text: hidden(event.text) } : event;
    case 'waited':
      return {
        ...event,
        ...(event.text === undefined ? {} : { text: hidden(event.text) }),
        ...(event.contact === undefined ? {} : { contact: hidden(event.contact) }),
      };
    case 'corrected':
      return event.text === undefined ? event : { ...event, text: hidden(event.text) };
    case 'rated':
      return event.comment === undefined ? event : { ...event, comment: hidden(event.comment) };
    case 'noted':
      return { ...event, text: hidden(event.text) };
    default:
      return event;
  }
}
