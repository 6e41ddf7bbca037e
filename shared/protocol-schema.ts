// What clients may say over the sockets, protocol 1: a strict schema for each event's payload. Servers parse
// with these; browsers take only the types, from protocol.ts.
import { z } from 'zod';

export const maxMessageLength = 4000;

const id = z.string().min(1).max(100);
const text = z.string().min(1).max(maxMessageLength);
const contact = z.string().min(3).max(200);
const seq = z.int().nonnegative();
const nothing = z.strictObject({});
const where = { conversation: id };

export const customerAuthSchema = z.strictObject({
  protocol: z.number(),
  site: id,
  token: z.string().max(4000).optional(),
  identity: z.string().max(8000).optional(),
  after: z.strictObject({ conversation: id, seq }).optional(),
  locale: z.string().max(35).optional(),
});

export const agentAuthSchema = z.strictObject({
  protocol: z.number(),
  token: z.string().max(4000).optional(),
  /** Whose desk the page shows; absent from an older page. The session may be another's by now. */
  agent: id.optional(),
});

const attached = { id, name: z.string().min(1).max(300), size: z.int().positive() };

export const customerSchemas = {
  message: z.strictObject({ id, text }),
  choice: z.strictObject({ id, question: id, choice: id }),
  /** Asks where to send a file: an image or a PDF, of so many bytes. */
  attach: z.strictObject(attached),
  /** Asks where the file of a message can be read, for some minutes. */
  file: z.strictObject({ conversation: id, seq }),
  human: z.strictObject({ id }),
  undo: z.strictObject({ id, proposal: id }),
  wait: z.strictObject({
    id,
    choice: z.enum(['keep', 'message', 'callback', 'mail', 'assistant']),
    text: text.optional(),
    contact: contact.optional(),
  }),
  /** Of the conversation that is named, as `rating`: it may be stored when another has begun. Absent: the one shown. */
  correct: z.strictObject({ id, conversation: id.optional(), field: z.string().min(1).max(60), text }),
  begin: z.strictObject({ id }),
  rating: z.strictObject({
    id,
    conversation: id.optional(),
    score: z.int().min(1).max(5),
    comment: z.string().max(2000).optional(),
  }),
  /** The customer chose a language of the site's: from now on they are spoken to in it. */
  locale: z.strictObject({ id, locale: z.string().min(2).max(35) }),
  seen: z.strictObject({ seq }),
  typing: nothing,
  /** `once`: one page, and nothing follows by itself; an empty one is the end. */
  sync: z.strictObject({ conversation: id, after: seq, once: z.boolean().optional() }),
  /** The customer's conversations, latest first, a page; `before`: where the last page ended. */
  conversations: z.strictObject({
    before: z.strictObject({ at: z.number().nonnegative(), id }).optional(),
  }),
  transcript: z.strictObject({ conversation: id, format: z.enum(['text', 'html']) }),
} as const;

/** seq of the last event that the agent saw: nothing is decided over what the customer wrote since. */
const looked = { seen: seq.optional() };

export const agentSchemas = {
  /** Asks where to send a file to the customer, as the customer's `attach` does; the claim has to be theirs. */
  attach: z.strictObject({ ...where, ...attached }),
  file: z.strictObject({ ...where, seq }),
  available: z.strictObject({ on: z.boolean(), capacity: z.int().min(1).max(20).optional() }),
  list: nothing,
  watch: z.strictObject(where),
  unwatch: z.strictObject(where),
  claim: z.strictObject(where),
  takeover: z.strictObject(where),
  release: z.strictObject(where),
  return: z.strictObject({ ...where, ...looked }),
  reply: z.strictObject({ ...where, id, text }),
  /** `whisper`: a supervisor's word to the agent who has the conversation. */
  note: z.strictObject({ ...where, id, text, whisper: z.boolean().optional() }),
  /** `to`: an agent's id, or `team:ID`. */
  transfer: z.strictObject({ ...where, to: id }),
  /** A supervisor's: whoever has the conversation, or nobody yet. */
  assign: z.strictObject({ ...where, to: id }),
  overview: nothing,
  search: z.strictObject({ text: z.string().min(1).max(200) }),
  suggest: z.strictObject(where),
  judge: z.strictObject({ ...where, article: id, useful: z.boolean() }),
  approve: z.strictObject({
    ...where,
    proposal: id,
    approve: z.boolean(),
    reason: z.string().max(500).optional(),
    /** Of what only a person may carry out: the arguments that they did it with instead. */
    arguments: z
      .record(z.string().max(100), z.union([z.string().max(1000), z.number(), z.boolean(), z.null()]))
      .optional(),
    ...looked,
  }),
  evidence: z.strictObject({ site: id, action: id }),
  /** A supervisor moves an action on its ladder; the same rung again ends a hold. */
  step: z.strictObject({
    site: id,
    action: id,
    to: z.enum(['shadow', 'supervised', 'autonomous']),
    share: z.number().min(0).max(1).optional(),
    why: z.string().min(1).max(500),
    anyway: z.boolean().optional(),
  }),
  resolve: z.strictObject({
    ...where,
    outcome: z.string().min(1).max(60),
    correct: z.boolean(),
    intent: id.optional(),
    /** What it was, in the agent's own words. */
    comment: z.string().max(1000).optional(),
    ...looked,
  }),
  seen: z.strictObject({ ...where, seq }),
  typing: z.strictObject(where),
  sync: z.strictObject({ ...where, after: seq }),
} as const;
