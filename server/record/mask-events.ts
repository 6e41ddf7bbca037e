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
      (clientId) => {
        const { before, first } = sendingOf(view, clientId);
        return { before: [...before, ...here].slice(-messagesBefore), first };
      },
    );
    if (masked.type === 'message' && masked.from === 'customer') here.push(masked.text);
    return masked;
  });
}

/** A number typed group by group is still one number. */
const messagesBefore = 3;

interface Sending {
  /** The customer's last messages before it. */
  before: string[];
  /** As it was stored, if they sent it before. */
  first: string | undefined;
}

/**
 * A retry has before it what the first sending had: it must be masked as it was then, or it would look like another
 * text under the same id.
 */
function sendingOf(view: CustomerView, clientId: string | undefined): Sending {
  const written = view.entries.flatMap((entry) =>
    entry.kind === 'message' && entry.from === 'customer' ? [entry] : [],
  );
  const sent = clientId === undefined ? -1 : written.findIndex((entry) => entry.clientId === clientId);
  const before = sent === -1 ? written : written.slice(0, sent);
  return { before: before.slice(-messagesBefore).map(({ text }) => text), first: written[sent]?.text };
}

function maskEvent(
  event: EventBody,
  mask: Mask,
  sending: (clientId: string | undefined) => Sending,
): EventBody {
  const hidden = (text: string, context: MaskContext = {}) => mask(text, context);
  switch (event.type) {
    case 'message':
      if (event.from === 'customer') {
        const { before, first } = sending(event.clientId);
        const context = { before };
        const strict = (text: string) => mask(text, { ...context, known: [] });
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
