// What an event does to the inside of a conversation: what `decide` remembers of it.

import type { Hold, Inside, Proposal } from './conversation.ts';
import type { Event, EventOf } from './events.ts';
import { mailAddress } from './mail-address.ts';

export const emptyInside: Inside = {
  seq: 0,
  vip: false,
  held: false,
  turns: 0,
  readings: [],
  phrases: [],
  acknowledged: false,
  intents: [],
  clarifications: 0,
  rephrasings: 0,
  frustrations: [],
  triggers: {},
  later: [],
  closed: [],
  references: [],
  details: {},
  proposals: {},
  holds: {},
  pending: [],
  saved: 0,
  corrections: [],
};

const readingsKept = 10;
const intentsKept = 5;
const questionsKept = 5;
const referencesKept = 50;
const shortestCard = 13;
const pendingKept = 100;

/** The inside after one more event. Never changes its argument. */
export function applyInside(inside: Inside, event: Event): Inside {
  const next: Inside = { ...inside, seq: event.seq };
  switch (event.type) {
    case 'identified':
      return { ...next, vip: event.vip ?? false };
    case 'message':
      return message(next, event);
    case 'understood': {
      const { message: seq, intents, mood, guard, distress, sorrow } = event;
      const more = { ...(guard ? { guard } : {}), ...(sorrow ? { sorrow } : {}) };
      const reading = { seq, intents, mood, distress, ...more };
      const readings = [...inside.readings, reading].slice(-readingsKept);
      return { ...next, readings, language: event.language };
    }
    case 'observed':
      return { ...next, references: longNumbers(event.facts, inside.references) };
    case 'question':
      return { ...next, question: event };
    case 'answered':
      return closeQuestion(
        event.by === 'button' ? awaiting(next, event.seq, false, event.question) : next,
        event,
      );
    case 'lapsed':
      return closeQuestion(next, event);
    case 'decided':
      return decided(next, event);
    case 'hold-asked': {
      const { type: _, seq: __, at: ___, hold: id, ...rest } = event;
      return { ...next, holds: { ...inside.holds, [id]: { ...rest, id, status: 'asked' } } };
    }
    case 'hold-answered':
      return holdAnswered(next, event);
    case 'hold-released':
      // A business that refuses to give it free has it no longer set aside.
      return event.outcome === 'done' || event.outcome === 'refused'
        ? changeHold(next, event.hold, { status: 'released' })
        : next;
    case 'proposed': {
      const { type: _, seq: __, at: ___, proposal: id, outcome, ...rest } = event;
      return withProposal(next, { ...rest, id, status: outcome ?? 'open' });
    }
    case 'confirmed': {
      const { at: confirmedAt, approveBy } = event;
      const changes = approveBy === undefined ? { status: 'confirmed' as const } : waiting(approveBy);
      return change(next, event.proposal, { ...changes, confirmedAt });
    }
    case 'approved':
      return change(next, event.proposal, {
        approved: event.approve,
        approvedBy: event.by,
        verdict: event.approve ? 'agreed' : 'refused',
      });
    case 'voided':
      return change(next, event.proposal, { status: 'void', voided: event.why });
    case 'ran': {
      const ran = { status: event.outcome, ranAt: event.at };
      return change(next, event.proposal, event.reference ? { ...ran, reference: event.reference } : ran);
    }
    case 'undone':
      return change(next, event.proposal, { undone: event.outcome });
    case 'handoff': {
      const { at, priority, triggers, within } = event;
      return { ...next, handoff: { at, turn: inside.turns, priority, triggers, within } };
    }
    case 'claimed':
      return { ...next, held: true, owed: event.at };
    case 'nudged':
      return { ...next, nudged: inside.owed };
    case 'requeued':
      return free(next);
    case 'resolved':
      return ended(without(free(next), 'reach'));
    case 'returned':
      return { ...free(next), back: true, clarifications: 0, rephrasings: 0, frustrations: [] };
    case 'asked':
      return awaiting(next, event.seq, false);
    case 'language':
      return { ...next, language: event.locale };
    case 'waited':
      return left(awaiting(next, event.seq, false), event);
    case 'corrected':
      return event.by === 'customer'
        ? {
            ...awaiting(next, event.seq, false),
            corrections: [...inside.corrections, { field: event.field ?? '', text: event.text ?? '' }],
          }
        : event.proposal
          ? change(next, event.proposal, {
              verdict: 'edited',
              ...(event.agent ? { approvedBy: event.agent } : {}),
            })
          : next;
    case 'mailing':
    case 'mailed':
      return mailing(next, event);
    case 'rated':
      return { ...awaiting(next, event.seq, false), rating: event.score };
    default:
      return next;
  }
}

function message(inside: Inside, event: EventOf<'message'>): Inside {
  if (event.from === 'customer') {
    const lastMessage = { seq: event.seq, at: event.at, text: event.text };
    const owed = inside.held ? { owed: inside.owed ?? event.at } : {};
    return { ...awaiting(inside, event.seq, true), ...owed, turns: inside.turns + 1, lastMessage };
  }
  if (event.from === 'agent') return without(inside, 'owed');
  if (!event.acknowledges) return inside;
  const phrases = event.phrase
    ? [...inside.phrases, { phrase: event.phrase, turn: inside.turns }].slice(-intentsKept * 2)
    : inside.phrases;
  const acknowledged = inside.acknowledged || event.acknowledges.topic !== 'greeting';
  return { ...inside, phrases, acknowledged };
}

/** No agent has it any more. */
function free(inside: Inside): Inside {
  return { ...without(inside, 'owed'), held: false };
}

/** To keep waiting, or to go on with the assistant, takes nothing back that was left before. */
function left(before: Inside, event: EventOf<'waited'>): Inside {
  const { choice, at, text, contact } = event;
  const inside = choice === 'message' || choice === 'mail' ? mailedTo(before, event) : before;
  if (choice !== 'message' && choice !== 'callback') return inside;
  return { ...inside, reach: { choice, at, ...(text ? { text } : {}), ...(contact ? { contact } : {}) } };
}

function mailedTo(inside: Inside, { seq, contact }: EventOf<'waited'>): Inside {
  const to = mailAddress(contact ?? '');
  if (to === undefined) return inside;
  const { open, through = 0 } = inside.mail ?? {};
  return { ...inside, mail: { to, since: seq, through, ...(open ? { open } : {}) } };
}

function mailing(inside: Inside, event: EventOf<'mailing' | 'mailed'>): Inside {
  if (!inside.mail) return inside;
  if (event.type === 'mailing') {
    const { mail: id, from, through, at } = event;
    return { ...inside, mail: { ...inside.mail, through, open: { id, from, through, at } } };
  }
  const { open, ...mail } = inside.mail;
  return open?.id === event.mail ? { ...inside, mail } : inside;
}

/** What was said until now is still owed to who is away. */
function ended(inside: Inside): Inside {
  return inside.mail ? { ...inside, mail: { ...inside.mail, ended: true } } : inside;
}

function without(inside: Inside, key: 'owed' | 'reach'): Inside {
  const rest = { ...inside };
  delete rest[key];
  return rest;
}

/** A question that is answered or lapses is open no more; a confirmation that was not pressed voids its proposal. */
function closeQuestion(inside: Inside, event: EventOf<'answered' | 'lapsed'>): Inside {
  const question = inside.question;
  if (question?.id !== event.question) return inside;
  const { question: _, ...rest } = inside;
  const closed: Inside = { ...rest, closed: [question, ...inside.closed].slice(0, questionsKept) };
  const confirmed = event.type === 'answered' && event.choice === 'do';
  return confirmed ? closed : change(closed, question.proposal ?? '', { status: 'void' });
}

/** The customer did something that wants a decision. */
function awaiting(inside: Inside, seq: number, message: boolean, question?: string): Inside {
  return { ...inside, pending: [...inside.pending, { seq, message, question }].slice(-pendingKept) };
}

/** What is left once it is covered: a decision about a message covers those before it, too, read with it. */
function uncovered(pending: Inside['pending'], on: number | undefined): Inside['pending'] {
  const about = pending.find(({ seq }) => seq === on);
  if (!about) return pending;
  return pending.filter(
    ({ seq, message }) => seq !== about.seq && !(about.message && message && seq < about.seq),
  );
}

function decided(inside: Inside, event: EventOf<'decided'>): Inside {
  const notes = event.notes ?? {};
  const triggers = { ...inside.triggers };
  for (const trigger of notes.triggers ?? []) triggers[trigger] = inside.turns;
  const intents = notes.intent
    ? [notes.intent, ...inside.intents.filter((id) => id !== notes.intent)].slice(0, intentsKept)
    : inside.intents;
  let marked = notes.undoing ? change(inside, notes.undoing, { undoing: true }) : inside;
  if (notes.runs) marked = change(marked, notes.runs, { status: 'confirmed' });
  return {
    ...marked,
    intents,
    triggers,
    clarifications: (notes.progress ? 0 : inside.clarifications) + (notes.clarified ? 1 : 0),
    rephrasings: notes.progress ? 0 : inside.rephrasings + (notes.rephrased ? 1 : 0),
    frustrations: notes.frustrated ? [...inside.frustrations, inside.turns] : inside.frustrations,
    later: notes.later ?? inside.later,
    details: notes.details ? { ...inside.details, ...notes.details } : inside.details,
    back: inside.back && event.move !== 'back',
    pending: uncovered(inside.pending, event.on),
    saved: inside.saved + (notes.saved ? 1 : 0),
  };
}

function waiting(approveBy: number): Partial<Proposal> {
  return { status: 'awaiting', approveBy };
}

function withProposal(inside: Inside, proposal: Proposal): Inside {
  return { ...inside, proposals: { ...inside.proposals, [proposal.id]: proposal } };
}

function change(inside: Inside, id: string, changes: Partial<Proposal>): Inside {
  const proposal = inside.proposals[id];
  return proposal ? withProposal(inside, { ...proposal, ...changes }) : inside;
}

function holdAnswered(inside: Inside, { hold, outcome, until }: EventOf<'hold-answered'>): Inside {
  if (outcome === 'shadowed') return inside;
  const status = outcome === 'done' ? 'held' : outcome;
  return changeHold(inside, hold, until === undefined ? { status } : { status, until });
}

function changeHold(inside: Inside, id: string, changes: Partial<Hold>): Inside {
  const hold = inside.holds[id];
  return hold ? { ...inside, holds: { ...inside.holds, [id]: { ...hold, ...changes } } } : inside;
}

/** Texts with as many digits as a card has, wherever they stand in the records; what was known stays known. */
function longNumbers(facts: unknown, known: string[]): string[] {
  const found = new Set(known);
  const look = (value: unknown): void => {
    if (typeof value === 'string' && isLong(value)) found.add(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
  };
  look(facts);
  return found.size === known.length ? known : [...found].slice(-referencesKept);
}

/** Most texts are told by their length alone. */
function isLong(text: string): boolean {
  return text.length >= shortestCard && text.replace(/\D/g, '').length >= shortestCard;
}
