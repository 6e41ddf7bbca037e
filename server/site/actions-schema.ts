// The shape of actions.yaml: a list of what may be done on the business's systems.
import { z } from 'zod';
import { siteDefaults as defaults } from './site-defaults.ts';
import {
  durationSchema,
  idSchema,
  jsonTypeSchema,
  nameSchema,
  shareSchema,
  textSchema,
  wordsSchema,
} from './words-schema.ts';

export const requestSchema = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  url: textSchema,
  headers: z.record(z.string(), textSchema).default({}),
  body: z.unknown().optional(),
});
export type RawRequest = z.infer<typeof requestSchema>;

const confirm = z.strictObject({
  title: wordsSchema,
  effect: wordsSchema,
  money: wordsSchema.optional(),
  undoable: wordsSchema,
  do: wordsSchema,
  keep: wordsSchema,
});

const undo = z.strictObject({
  request: requestSchema,
  window: durationSchema,
  label: wordsSchema,
  receipt: wordsSchema,
});

const hold = z.strictObject({
  when: textSchema
    .optional()
    .describe('CEL over object, customer and now: whether there is anything to set aside'),
  request: requestSchema,
  response: z.record(nameSchema, jsonTypeSchema).default({}),
  release: requestSchema,
  life: durationSchema.describe('After it the business gives it free by itself'),
  promise: wordsSchema,
  gone: wordsSchema,
});

const lookup = z.strictObject({
  request: requestSchema,
  result: z
    .string()
    .default('')
    .describe('Dotted path to what "response" describes; default: the whole answer'),
  status: textSchema.optional().describe('Dotted path to the status that was answered then'),
});

export const actionsFileSchema = z.array(
  z.strictObject({
    id: idSchema,
    label: wordsSchema,
    risk: z.enum(['read', 'write', 'destructive']),
    on: textSchema.optional().describe('The fact source whose records it acts on'),
    when: textSchema.optional().describe('CEL over object, customer and now'),
    arguments: z.record(nameSchema, textSchema).default({}),
    request: requestSchema,
    response: z.record(nameSchema, jsonTypeSchema).default({}),
    reference: textSchema.optional(),
    hold: hold.optional(),
    lookup: lookup.optional(),
    confirm: confirm.optional(),
    receipt: wordsSchema,
    undo: undo.optional(),
    timeout: durationSchema.default(defaults.timeout),
    maxStaleness: durationSchema.default(defaults.maxStaleness),
    deadline: textSchema.optional().describe('Property of the record that says by when it must be done'),
    rollout: z
      .strictObject({
        mode: z.enum(['shadow', 'supervised', 'autonomous']).default(defaults.rollout.mode),
        share: shareSchema.default(defaults.rollout.share),
      })
      .prefault({}),
  }),
);
export type RawAction = z.infer<typeof actionsFileSchema>[number];
export type RawConfirmation = z.infer<typeof confirm>;
