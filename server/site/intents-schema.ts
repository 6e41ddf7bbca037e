// The shape of intents.yaml: a list of intents.
import { z } from 'zod';
import { idSchema, nameSchema, phrasesSchema, textSchema, wordsSchema } from './words-schema.ts';

const detail = z.strictObject({
  id: nameSchema,
  kind: z.enum(['text', 'date', 'email', 'phone', 'number', 'choice']),
  question: wordsSchema,
  choices: z.array(z.strictObject({ id: idSchema, label: wordsSchema })).default([]),
});

export const intentsFileSchema = z
  .array(
    z.strictObject({
      id: idSchema,
      label: wordsSchema.describe('In the customer’s words, as a choice'),
      topic: wordsSchema.describe('What follows "about" in an acknowledgement'),
      examples: phrasesSchema,
      answer: wordsSchema.optional(),
      action: textSchema.optional(),
      article: textSchema.optional(),
      person: z.literal(true).optional(),
      about: textSchema.optional(),
      details: z.array(detail).default([]),
      when: textSchema.optional().describe('CEL over the facts’ records, customer and now'),
    }),
  )
  .min(2, 'must have at least two intents');
export type RawIntent = z.infer<typeof intentsFileSchema>[number];
export type RawDetail = z.infer<typeof detail>;
