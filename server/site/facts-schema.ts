// The shape of facts.yaml: what may be asked of the business's API about the customer.
import { z } from 'zod';
import { requestSchema } from './actions-schema.ts';
import { siteDefaults as defaults } from './site-defaults.ts';
import {
  durationSchema,
  jsonTypeSchema,
  nameSchema,
  phrasesSchema,
  textSchema,
  wordsSchema,
} from './words-schema.ts';

export const factsFileSchema = z.array(
  z.strictObject({
    // A name, not a kebab-case id: conditions say `bookings.exists(…)`.
    id: nameSchema,
    request: requestSchema,
    items: z.string().default(''),
    key: textSchema,
    label: wordsSchema,
    words: phrasesSchema,
    schema: z.record(nameSchema, jsonTypeSchema),
    push: z.boolean().default(false).describe('The business may push it: POST /api/sites/SITE/facts'),
    retries: z.int().min(0).max(2).default(defaults.retries),
    timeout: durationSchema.default(defaults.timeout),
    maxStaleness: durationSchema.default(defaults.maxStaleness),
  }),
);
export type RawFact = z.infer<typeof factsFileSchema>[number];
