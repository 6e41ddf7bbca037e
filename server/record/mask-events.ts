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

function maskEvent(
  event: EventBody,
  mask: Mask,
  before: (clientId: string | undefined) => string[],
): EventBody {
  const hidden = (text: string, context: MaskContext = {}) => mask(text, context);
  switch (event.type) {
    case 'message':
      if (event.from === 'customer')
        return { ...event, text: hidden(event.text, { before: before(event.clientId) }) };
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
