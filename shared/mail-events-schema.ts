// The events of e-mail to a customer who is away; both stay inside. Parts of event-schema.ts.
import { z } from 'zod';

const mail = z.string().min(1);

export const mailEvents = [
  /** What agents said from event `from` to event `through`, unseen, is about to be mailed. */
  z.object({ type: z.literal('mailing'), mail, from: z.int().positive(), through: z.int().positive() }),
  /** What became of it; `code`: the mail server's. */
  z.object({
    type: z.literal('mailed'),
    mail,
    outcome: z.enum(['sent', 'refused', 'given-up']),
    code: z.int().optional(),
  }),
] as const;
