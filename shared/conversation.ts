// What a conversation is at a moment: the fold of its log. `view` is what the customer may see and all that the
// widget folds; `inside` is what the business and `decide` know beside it.
import type { BodyOf, BriefLine, EventOf, Outcome, Receipt, Wait } from './events.ts';
import type { Guard, Mood, RankedIntent, Sorrow } from './understanding.ts';

/** `left`: a message or a call-back was left while nobody could take it. */
export type ConversationStatus = 'assistant' | 'waiting' | 'claimed' | 'left' | 'resolved';

export interface MessageEntry {
  kind: 'message';
  seq: number;
  at: number;
  from: 'customer' | 'assistant' | 'agent' | 'system';
  name?: string;
  text: string;
  clientId?: string;
  notice?: string;
  receipt?: Receipt;
  /** The receipt's action was undone. */
  undone?: boolean;
  acknowledges?: { feeling?: string | undefined; topic?: string | undefined };
  articles?: NonNullable<BodyOf<'message'>['articles']>;
  /** An attached file, of which `text` is the name. */
  file?: NonNullable<BodyOf<'message'>['file']>;
}

/** A question in its place in the thread; open while it has neither answer nor lapse. */
export interface QuestionEntry {
  kind: 'question';
  seq: number;
  at: number;
  question: Omit<BodyOf<'question'>, 'type' | 'means' | 'pending'>;
  answer?: { choice: string; by: 'button' | 'typed'; clientId?: string };
  lapsed?: BodyOf<'lapsed'>['why'];
}

/** A line between the bubbles: who came, who left, where it stands. */
export interface LineEntry {
  kind: 'line';
  seq: number;
  at: number;
  line: 'handoff' | 'claimed' | 'transferred' | 'returned' | 'requeued' | 'waited' | 'resolved';
  /** The agent's name, the team, the outcome or the choice, by `line`. */
  text: string;
}

export type Entry = MessageEntry | QuestionEntry | LineEntry;

export interface CustomerView {
  site: string;
  channel: string;
  visitor: string;
  locale: string;
  customer?: { id: string; name?: string };
  status: ConversationStatus;
  /** seq of the last event the customer may see. */
  seq: number;
  entries: Entry[];
  /** Id of the open question: at most one (C3). */
  open?: string;
  /** While waiting: what was stated, and when (epoch ms). */
  handoff?: { wait: Wait; at: number };
  brief: BriefLine[];
  agent?: { id: string; name: string };
  outcome?: string;
}

/** `awaiting`: confirmed by the customer, an agent's approval is still needed; `confirmed`: it runs. */
export type ProposalStatus = 'open' | 'awaiting' | 'confirmed' | 'void' | Outcome;

export interface Proposal {
  id: string;
  action: string;
  arguments: Record<string, unknown>;
  hash: string;
  customer: string;
  /** The card's; absent where only a person may carry it out. */
  question?: string;
  expiresAt: number;
  object?: Record<string, unknown>;
  intent?: string;
  details?: Record<string, unknown>;
  status: ProposalStatus;
  /** Epoch ms at which the customer confirmed it. */
  confirmedAt?: number;
  /** Until when (epoch ms) an agent may approve it. */
  approveBy?: number;
  approved?: boolean;
  /** The agent whose word it was. */
  approvedBy?: { id: string; name: string };
  /** What became of a proposal that a person carries out: as proposed, otherwise, or not at all. */
  verdict?: 'agreed' | 'edited' | 'refused';
  voided?: BodyOf<'voided'>['why'];
  reference?: string;
  ranAt?: number;
  /** An undo was asked of the business; `undone` is what came of it. */
  undoing?: boolean;
  undone?: Outcome;
}

/** Something that the business was asked to set aside (A4); its proposal, if it came to one, has the same id. */
export interface Hold {
  id: string;
  action: string;
  arguments: Record<string, unknown>;
  /** When the facts that it rests on were true, epoch ms. */
  asOf: number;
  object?: Record<string, unknown>;
  record?: { fact: string; id: string; label: string };
  intent: string;
  details: Record<string, string>;
  status: 'asked' | 'held' | 'released' | Exclude<Outcome, 'done' | 'shadowed'>;
  /** Once held: when the business gives it free by itself, epoch ms. */
  until?: number;
}

/** One message as it was read. */
export interface Reading {
  seq: number;
  intents: RankedIntent[];
  mood: Mood;
  guard?: Guard;
  distress: boolean;
  sorrow?: Sorrow;
}

export interface Inside {
  seq: number;
  vip: boolean;
  /** Messages of the customer so far: a turn is counted by these. */
  turns: number;
  lastMessage?: { seq: number; at: number; text: string };
  /** The last ten readings, oldest first. */
  readings: Reading[];
  /** Phrases of the acknowledgements, with the turn in which each was used (E5). */
  phrases: { phrase: string; turn: number }[];
  /** The first reply has acknowledged what they came for (E1). */
  acknowledged: boolean;
  /** Intents taken up, latest first. */
  intents: string[];
  /** Clarifications since the last progress (C7). */
  clarifications: number;
  rephrasings: number;
  /** Turns with frustration above its threshold. */
  frustrations: number[];
  /** Trigger → turn in which it was last acted on (H11). */
  triggers: Record<string, number>;
  /** Requests that wait for their turn. */
  later: string[];
  details: Record<string, string>;
  /** The open question with what its choices mean. */
  question?: EventOf<'question'>;
  /** The questions closed last, latest first: an answer is understood by its own. */
  closed: EventOf<'question'>[];
  proposals: Record<string, Proposal>;
  holds: Record<string, Hold>;
  /** The last handoff, as it was decided. */
  handoff?: {
    at: number;
    turn: number;
    priority: number;
    triggers: EventOf<'handoff'>['triggers'];
    within: number | null;
  };
  /** Since when (epoch ms) the agent who has the conversation owes an answer; nobody has, or none is owed: absent. */
  owed?: number;
  /** The `owed` of which the agent was last reminded. */
  nudged?: number | undefined;
  /** An agent has the conversation. */
  held: boolean;
  /** An agent gave it back, and the assistant has not said yet that it is there again. */
  back?: boolean | undefined;
  /** Of the last message that was read, or chosen by the customer since; the assistant answers in it. */
  language?: string;
  /** Long numbers of the customer's own records: they are no cards, and are not masked (P1). */
  references: string[];
  /** What the customer did that no decision has covered yet, oldest first; of a press, the question it answered. */
  pending: { seq: number; message: boolean; question?: string | undefined }[];
  /** How often the watchdog had to save a turn. */
  saved: number;
  corrections: { field: string; text: string }[];
  /** What the customer left instead of waiting on, until it is resolved: a message, or where to call them back. */
  reach?: { choice: 'message' | 'callback'; at: number; text?: string; contact?: string };
  /**
   * Where an agent's answer is mailed to while the customer is away: what was said before event `since`, or up to
   * `through`, is not; `ended`: nor what is said from now on, since the conversation was resolved.
   */
  mail?: {
    to: string;
    since: number;
    through: number;
    ended?: true;
    /** Under way since `at`, epoch ms. */
    open?: { id: string; from: number; through: number; at: number };
  };
  rating?: number;
}

export interface Conversation {
  view: CustomerView;
  inside: Inside;
}
