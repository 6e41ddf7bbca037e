// An event as a person reads it in the terminal; what stays inside is one dim line.
import type { Event } from '../../shared/events.ts';

/** The lines to print; none for what says nothing to a reader. */
export function eventInWords(event: Event): string[] {
  switch (event.type) {
    case 'message':
      if (event.from === 'customer') return [];
      return [
        `${event.name ?? event.from}: ${event.text}`,
        ...(event.receipt ? [`  receipt: ${event.receipt.label}${reference(event.receipt.reference)}`] : []),
      ];
    case 'question': {
      const card = event.card
        ? [event.card.title, event.card.effect, event.card.money, event.card.undoable]
        : [];
      return [
        `? ${event.text}`,
        ...card.filter((line) => line !== undefined).map((line) => `  | ${line}`),
        ...event.choices.map(({ id, label }) => `  {"choice":"${id}"}  ${label}`),
      ];
    }
    case 'handoff':
      return [`→ ${event.text}`];
    case 'brief':
      return event.lines.map(({ label, text }) => `  ${label}: ${text}`);
    case 'understood':
      return [
        inside(event, event.intents.map(({ id, confidence }) => `${id} ${confidence.toFixed(2)}`).join(', ')),
      ];
    case 'decided':
      return [
        inside(
          event,
          `${event.move}: ${event.because.map(({ rule, text }) => `${rule} ${text}`).join('; ')}`,
        ),
      ];
    case 'ran':
    case 'undone':
      return [inside(event, `${event.action} ${event.outcome}`)];
    case 'lapsed':
    case 'requeued':
      return [inside(event, event.why)];
    default:
      return [];
  }
}

function inside({ type }: Event, text: string): string {
  return `    ${type} ${text}`;
}

function reference(text: string | undefined): string {
  return text ? ` (${text})` : '';
}
