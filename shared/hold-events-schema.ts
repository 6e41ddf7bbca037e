// The events of what a business sets aside before it is promised (A4); all stay inside. Parts of event-schema.ts.
import { z } from 'zod';
import { epochMs, id, outcome } from './event-parts-schema.ts';

export const holdEvents = [
  /** A4: the business is asked to set something aside before it is promised; `hold` becomes the proposal's id. */
  z.object({
    type: z.literal('hold-asked'),
    hold: id,
    action: id,
    arguments: z.record(z.string(), z.unknown()),
    /** When the facts that it rests on were true. */
    asOf: epochMs,
    object: z.record(z.string(), z.unknown()).optional(),
    /** The record's id and its label, as the card will name it. */
    record: z.object({ fact: id, id: z.string(), label: z.string() }).optional(),
    intent: id,
    details: z.record(z.string(), z.string()),
  }),
  z.object({
    type: z.literal('hold-answered'),
    hold: id,
    outcome,
    /** When done: the business gives it free by itself then. */
    until: epochMs.optional(),
    ms: z.number(),
    why: z.string().optional(),
  }),
  z.object({
    type: z.literal('hold-released'),
    hold: id,
    outcome,
    ms: z.number(),
    why: z.string().optional(),
  }),
] as const;
