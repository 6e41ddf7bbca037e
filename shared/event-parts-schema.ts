// The parts that events are made of, as schemas: waits, cards, receipts, reasons. event-schema.ts puts them together.
import { z } from 'zod';

/** What the customer or an agent attached; the message's text is its name. The bytes are kept apart, and go when it is erased. */
export const file = z.object({
  id: z.string().min(1),
  type: z.enum(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'application/pdf']),
  /** Bytes as kept. */
  size: z.int().positive(),
  /** Of the bytes as kept, in hex. */
  sha256: z.string().length(64),
});

export const epochMs = z.int().nonnegative();
export const seconds = z.number().nonnegative();
export const share = z.number().min(0).max(1);
export const id = z.string().min(1).max(200);

export const mood = z.object({ frustration: share, urgency: share, confusion: share });
export const ranked = z.object({ id, confidence: share });

/** A plain object of whatever values. It is taken as it is: to copy it key by key was half of what a check costs. */
export const open = z.custom<Record<string, unknown>>(z.core.util.isPlainObject);

/** Why something was decided: the rule's number, a sentence, and what was seen. */
export const because = z.object({
  rule: z.string(),
  text: z.string(),
  evidence: open,
});

/** An honest upper bound of the wait; `within` in seconds is null when there is too little to go by (H5). */
export const wait = z.object({
  position: z.int().positive(),
  within: seconds.nullable(),
  /** Probability (0..1) that the bound is kept. */
  confidence: share.nullable(),
  basis: z.enum(['history', 'prior', 'too-little', 'nobody']),
  /** With basis `nobody`: when the next shift begins. */
  opensAt: epochMs.optional(),
});

export const choice = z.object({ id, label: z.string(), style: z.enum(['safe', 'danger']).optional() });

/** What a confirmation shows: D2's object, effect, money, and whether it can be undone. */
export const card = z.object({
  title: z.string(),
  effect: z.string(),
  money: z.string().optional(),
  undoable: z.string(),
});

export const receipt = z.object({
  proposal: id,
  label: z.string(),
  reference: z.string().optional(),
  at: epochMs,
  undoUntil: epochMs.optional(),
  undoLabel: z.string().optional(),
});

export const briefLine = z.object({
  field: z.string(),
  label: z.string(),
  text: z.string(),
  corrected: z.boolean().optional(),
});

/** What the fold remembers of a decision, so that later ones need not guess it from the words. */
export const notes = z.object({
  /** The intent that was taken up. */
  intent: id.optional(),
  /** Something was answered, asked anew, done or confirmed: clarifications start to count afresh (C7). */
  progress: z.boolean().optional(),
  /** A clarification was asked. */
  clarified: z.boolean().optional(),
  /** The same request came again in other words. */
  rephrased: z.boolean().optional(),
  /** Frustration stood above its threshold. */
  frustrated: z.boolean().optional(),
  /** Triggers of H1 that were acted on; each needs new evidence to count again (H11). */
  triggers: z.array(z.string()).optional(),
  /** Requests of the same message that wait for their turn. */
  later: z.array(id).optional(),
  /** Details learnt, by id. */
  details: z.record(z.string(), z.string()).optional(),
  /** The proposal that runs now, after an agent's approval (A5). */
  runs: id.optional(),
  /** The watchdog had to save this turn (N1). */
  saved: z.boolean().optional(),
  /** The proposal whose undo the business is asked for next: it is asked once (D7). */
  undoing: id.optional(),
});

export const person = z.object({ id, name: z.string() });
export const outcome = z.enum(['done', 'failed', 'refused', 'unknown', 'shadowed']);
export const proposal = {
  proposal: id,
  action: id,
  arguments: open,
  hash: z.string(),
};
