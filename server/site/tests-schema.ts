// The shape of tests.yaml (conversations that must go a certain way) and of an article's head.
import { z } from 'zod';
import { durationSchema, textSchema } from './words-schema.ts';

const texts = z.union([textSchema, z.array(textSchema)], 'must be a text or a list of texts');

const expectation = z.strictObject({
  acknowledged: z.union([z.boolean(), textSchema], 'must be true, false, a feeling or an intent').optional(),
  asked: z.enum(['clarify', 'detail', 'confirm', 'nothing']).optional(),
  choices: texts.optional(),
  notChoices: texts.optional(),
  proposed: textSchema.optional(),
  notProposed: texts.optional(),
  ran: textSchema.optional(),
  notRan: texts.optional(),
  said: texts.optional(),
  notSaid: texts.optional(),
  handoff: z.union([z.boolean(), textSchema], 'must be true, false or a trigger').optional(),
});
export type RawExpectation = z.infer<typeof expectation>;

export const testsFileSchema = z.array(
  z.strictObject({
    name: textSchema,
    as: textSchema.optional(),
    locale: textSchema.optional(),
    steps: z
      .array(
        z.strictObject({
          say: textSchema.optional(),
          press: textSchema.optional(),
          human: z.literal(true).optional(),
          clock: durationSchema.optional(),
          expect: expectation,
        }),
      )
      .min(1, 'must have at least one step'),
  }),
);
export type RawTest = z.infer<typeof testsFileSchema>[number];

export const articleHeadSchema = z.strictObject({ title: textSchema, url: textSchema.optional() });
