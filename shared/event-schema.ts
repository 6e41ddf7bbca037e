// The events of a conversation's log, as a schema: the one place where their shape is written down. Types are
// inferred from here by events.ts, so that browsers carry none of it. Types marked (c) reach the customer,
// without the fields that for-customer.ts takes out.
import { z } from 'zod';
import {
  because,
  briefLine,
  card,
  choice,
  epochMs,
  file,
  id,
  mood,
  notes,
  open,
  outcome,
  person,
  proposal,
  ranked,
  receipt,
  seconds,
  share,
  wait,
} from './event-parts-schema.ts';
import { holdEvents } from './hold-events-schema.ts';
import { mailEvents } from './mail-events-schema.ts';

const bodies = [
  /** (c) */
  z.object({
    type: z.literal('opened'),
    visitor: id,
    channel: z.string(),
    locale: z.string(),
    site: id,
    arm: z.string().optional(),
  }),
  /** (c), without vip */
  z.object({
    type: z.literal('identified'),
    customer: id,
    name: z.string().optional(),
    email: z.string().optional(),
    vip: z.boolean().optional(),
  }),
  /** (c), without phrase */
  z.object({
    type: z.literal('message'),
    from: z.enum(['customer', 'assistant', 'agent', 'system']),
    name: z.string().optional(),
    text: z.string(),
    clientId: id.optional(),
    acknowledges: z.object({ feeling: z.string().optional(), topic: z.string().optional() }).optional(),
    receipt: receipt.optional(),
    file: file.optional(),
    /** Which fixed notice it is: `expired`, `greeting`, `cancelled`, `failed` … */
    notice: z.string().optional(),
    articles: z.array(z.object({ id, title: z.string(), url: z.string().optional() })).optional(),
    /** The acknowledgement's phrase, so that it is not repeated within five turns (E5). */
    phrase: z.string().optional(),
  }),
  /** (c), without intents, slot */
  z.object({
    type: z.literal('question'),
    id,
    kind: z.enum(['clarify', 'detail', 'confirm']),
    text: z.string(),
    choices: z.array(choice).max(6),
    expiresAt: epochMs.optional(),
    card: card.optional(),
    proposal: id.optional(),
    /** What each choice means inside: an intent, a record, a value. */
    means: open.optional(),
    /** What the answer goes on with: the intent, and what of it is known. */
    pending: open.optional(),
    /** It is the second asking of the same thing. */
    again: z.boolean().optional(),
  }),
  /** (c) */
  z.object({
    type: z.literal('answered'),
    question: id,
    choice: id,
    by: z.enum(['button', 'typed']),
    clientId: id.optional(),
  }),
  /** (c) */
  z.object({
    type: z.literal('lapsed'),
    question: id,
    why: z.enum(['expired', 'new-request', 'handoff', 'changed', 'ended', 'cancelled']),
  }),
  z.object({
    type: z.literal('understood'),
    /** The `seq` of the message that was read. */
    message: z.int().positive(),
    intents: z.array(ranked),
    outOfScope: share,
    mood,
    distress: z.boolean(),
    sorrow: z.enum(['death', 'hardship']).optional(),
    entities: z.array(open),
    topics: z.array(z.string()),
    language: z.string(),
    wantsPerson: z.boolean(),
    guard: z.enum(['negated', 'hypothetical', 'past', 'reported']).optional(),
    gesture: z.enum(['greeting', 'thanks', 'yes', 'no', 'goodbye', 'something-else']).optional(),
    opensWith: z.enum(['yes', 'no']).optional(),
    answer: z.object({ choice: id, whole: z.boolean() }).optional(),
    further: z.array(ranked),
  }),
  z.object({
    type: z.literal('observed'),
    facts: open,
    /** Age of each fact in ms. */
    ages: z.record(z.string(), z.number()),
    gates: open,
    wait: wait.nullable(),
    /** What the articles say to the message, best first. */
    passages: z.array(open).optional(),
  }),
  z.object({
    type: z.literal('decided'),
    move: z.string(),
    because: z.array(because).min(1),
    /** The site's version. */
    site: z.string(),
    mode: z.string(),
    arm: z.string().optional(),
    /** The seq of the message or choice that it answers; absent for a timer's or an agent's. */
    on: z.int().positive().optional(),
    notes: notes.optional(),
  }),
  ...holdEvents,
  z.object({
    type: z.literal('proposed'),
    ...proposal,
    customer: id,
    /** The card's; a proposal that only a person may carry out has none. */
    question: id.optional(),
    expiresAt: epochMs,
    /** It is for a person, and the assistant never runs it (A5 shadow, A6). */
    outcome: z.literal('shadowed').optional(),
    /** The record it acts on, as the words were made from it. */
    object: open.optional(),
    intent: id.optional(),
    details: open.optional(),
  }),
  z.object({
    type: z.literal('confirmed'),
    ...proposal,
    /** An agent's approval is needed as well, by then (A5 supervised). */
    approveBy: epochMs.optional(),
  }),
  /** An agent's word on a proposal: it may run, or, where only a person may run it, the person did. */
  z.object({
    type: z.literal('approved'),
    ...proposal,
    by: person,
    approve: z.boolean(),
    reason: z.string().optional(),
  }),
  /** What the customer had confirmed does not run any more (D3). */
  z.object({
    type: z.literal('voided'),
    ...proposal,
    why: z.enum(['handoff', 'new-request', 'changed', 'expired', 'refused', 'held', 'ended', 'cancelled']),
  }),
  z.object({
    type: z.literal('ran'),
    ...proposal,
    outcome,
    reference: z.string().optional(),
    ms: z.number(),
    why: z.string().optional(),
  }),
  z.object({
    type: z.literal('undone'),
    ...proposal,
    outcome,
    reference: z.string().optional(),
    ms: z.number(),
    why: z.string().optional(),
  }),
  /** (c), without triggers, priority and mood */
  z.object({
    type: z.literal('handoff'),
    position: z.int().positive(),
    within: seconds.nullable(),
    wait,
    text: z.string(),
    /** The reason in the customer's words, only when they asked for a person. */
    reason: z.string().optional(),
    triggers: z.array(z.object({ trigger: z.string(), evidence: open })),
    /** Lower is served first. */
    priority: z.int(),
  }),
  /** (c): what the person will know; the customer may mend it */
  z.object({ type: z.literal('brief'), lines: z.array(briefLine) }),
  /** (c) */
  z.object({ type: z.literal('claimed'), agent: person }),
  /** (c); `to` is the agent's name, or the team's */
  z.object({ type: z.literal('transferred'), from: person, to: z.string() }),
  /** (c): the agent gave it back to the assistant */
  z.object({ type: z.literal('returned'), agent: person }),
  /** (c): the agent vanished or released it; it is back at its place */
  z.object({ type: z.literal('requeued'), why: z.enum(['released', 'vanished', 'silent']), wait }),
  /** (c): what the waiting customer chose instead of waiting on */
  z.object({
    type: z.literal('waited'),
    choice: z.enum(['keep', 'message', 'callback', 'mail', 'assistant']),
    text: z.string().optional(),
    contact: z.string().optional(),
    clientId: id.optional(),
  }),
  /** The customer asked by a button: for a person, for an undo, for an expired confirmation once more. */
  z.object({
    type: z.literal('asked'),
    what: z.enum(['human', 'undo', 'again']),
    proposal: id.optional(),
    question: id.optional(),
    clientId: id,
  }),
  /** (c): the customer chose the language (BCP 47) that they are spoken to in */
  z.object({ type: z.literal('language'), locale: z.string(), clientId: id.optional() }),
  /** (c) */
  z.object({
    type: z.literal('resolved'),
    outcome: z.string(),
    by: z.enum(['agent', 'customer', 'silence']),
  }),
  /** The agent's clock ran out once: they owe an answer (N1). */
  z.object({ type: z.literal('nudged'), agent: person }),
  /** A private note; `whisper`: a supervisor's word to the agent who had the conversation then. */
  z.object({
    type: z.literal('noted'),
    by: person,
    whisper: z.boolean().optional(),
    text: z.string(),
    clientId: id.optional(),
  }),
  /** A supervisor gave the conversation to an agent, whoever had it. */
  z.object({ type: z.literal('assigned'), by: person, to: person }),
  /** An agent says whether an article that was suggested for this conversation helped. */
  z.object({ type: z.literal('judged'), by: person, article: id, useful: z.boolean() }),
  z.object({
    type: z.literal('corrected'),
    by: z.enum(['customer', 'agent']),
    /** The customer mends a line of the brief; an agent says in their own words what it was. */
    field: z.string().optional(),
    text: z.string().optional(),
    /** The agent says whether the assistant's reading was right, and if not, which intent it was (H10). */
    correct: z.boolean().optional(),
    read: z.string().optional(),
    intent: z.string().optional(),
    /** The agent carried a proposal out otherwise: with these arguments, for this reason (A5 shadow). */
    proposal: id.optional(),
    arguments: open.optional(),
    agent: person.optional(),
    clientId: id.optional(),
  }),
  z.object({
    type: z.literal('rated'),
    by: z.literal('customer'),
    score: z.int().min(1).max(5),
    comment: z.string().max(2000).optional(),
    clientId: id.optional(),
  }),
  ...mailEvents,
  /** The contents before it were erased on request or by age; the chain over their digests still holds. */
  z.object({ type: z.literal('erased'), by: z.string(), why: z.string() }),
] as const;

export const waitSchema = wait;
export const eventBodySchema = z.discriminatedUnion('type', bodies);

const place = z.object({ seq: z.int().positive(), at: epochMs });
export const eventSchema = z.intersection(place, eventBodySchema);
