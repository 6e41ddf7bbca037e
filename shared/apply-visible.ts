// What an event that the customer may see does to the customer's view. The widget folds with this alone;
// apply-event.ts uses it for everyone else, so that all screens agree by construction.
import type { CustomerView, Entry, LineEntry, MessageEntry } from './conversation.ts';
import type { Event, EventOf } from './events.ts';

export const emptyView: CustomerView = {
  site: '',
  channel: '',
  visitor: '',
  locale: 'en',
  status: 'assistant',
  seq: 0,
  entries: [],
  brief: [],
};

/** The view after one more visible event. Never changes its argument. */
export function applyVisible(view: CustomerView, event: Event): CustomerView {
  const next: CustomerView = { ...view, seq: event.seq };
  switch (event.type) {
    case 'opened':
      return {
        ...next,
        site: event.site,
        channel: event.channel,
        visitor: event.visitor,
        locale: event.locale,
      };
    case 'language':
      return { ...next, locale: event.locale };
    case 'identified':
      return { ...next, customer: { id: event.customer, ...(event.name ? { name: event.name } : {}) } };
    case 'message': {
      // N2: a customer who writes into a resolved conversation has it open again.
      const status = event.from === 'customer' && view.status === 'resolved' ? 'assistant' : view.status;
      return { ...next, status, entries: [...markUndone(view.entries, event), messageEntry(event)] };
    }
    case 'question': {
      const { type: _, seq, at, ...question } = event;
      // Shown again (D4) it is the same question: it moves to the end, open once more.
      const others = view.entries.filter(
        (entry) => entry.kind !== 'question' || entry.question.id !== event.id,
      );
      return { ...next, open: event.id, entries: [...others, { kind: 'question', seq, at, question }] };
    }
    case 'answered':
      return settle(next, event.question, (entry) => ({
        ...entry,
        answer: {
          choice: event.choice,
          by: event.by,
          ...(event.clientId ? { clientId: event.clientId } : {}),
        },
      }));
    case 'lapsed':
      return settle(next, event.question, (entry) => ({ ...entry, lapsed: event.why }));
    case 'brief':
      return { ...next, brief: event.lines };
    case 'handoff':
      return { ...line(next, event, ''), status: 'waiting', handoff: { wait: event.wait, at: event.at } };
    case 'claimed':
      return {
        ...without(line(next, event, event.agent.name), 'handoff'),
        status: 'claimed',
        agent: event.agent,
      };
    case 'transferred':
      return line(next, event, event.to);
    case 'returned':
      return { ...without(line(next, event, event.agent.name), 'agent'), status: 'assistant' };
    case 'requeued': {
      const waiting = { ...line(next, event, event.why), status: 'waiting' as const };
      return { ...without(waiting, 'agent'), handoff: { wait: event.wait, at: event.at } };
    }
    case 'waited':
      return waited(line(next, event, event.choice), event);
    case 'resolved': {
      const ended = {
        ...line(next, event, event.outcome),
        status: 'resolved' as const,
        outcome: event.outcome,
      };
      return without(without(without(ended, 'handoff'), 'open'), 'agent');
    }
    default:
      return next;
  }
}

function waited(view: CustomerView, event: EventOf<'waited'>): CustomerView {
  if (event.choice === 'keep') return view;
  if (event.choice === 'assistant') return { ...without(view, 'handoff'), status: 'assistant' };
  // A call-back keeps its place in line; a message waits for whoever comes first.
  return { ...view, status: event.choice === 'message' ? 'left' : view.status };
}

function messageEntry(event: EventOf<'message'>): MessageEntry {
  const { type: _, phrase: __, ...rest } = event;
  return { kind: 'message', ...rest };
}

/** A receipt of an undo marks the receipt that it undoes. */
function markUndone(entries: Entry[], event: EventOf<'message'>): Entry[] {
  const proposal = event.receipt?.proposal;
  if (event.notice !== 'undone' || !proposal) return entries;
  return entries.map((entry) =>
    entry.kind === 'message' && entry.receipt?.proposal === proposal ? { ...entry, undone: true } : entry,
  );
}

function settle(
  view: CustomerView,
  question: string,
  change: (entry: Extract<Entry, { kind: 'question' }>) => Entry,
): CustomerView {
  const entries = view.entries.map((entry) =>
    entry.kind === 'question' && entry.question.id === question ? change(entry) : entry,
  );
  const settled = { ...view, entries };
  return view.open === question ? without(settled, 'open') : settled;
}

function line(view: CustomerView, event: EventOf<LineEntry['line']>, text: string): CustomerView {
  const entry: LineEntry = { kind: 'line', seq: event.seq, at: event.at, line: event.type, text };
  return { ...view, entries: [...view.entries, entry] };
}

function without(view: CustomerView, key: 'open' | 'handoff' | 'agent'): CustomerView {
  const rest = { ...view };
  delete rest[key];
  return rest;
}
