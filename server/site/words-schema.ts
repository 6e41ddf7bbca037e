// The small shapes that a site's files are made of: ids, names, durations, texts by locale.
import { z } from 'zod';
import { durationPattern } from './duration.ts';

/** Kebab-case: ids stand in URLs, file names and logs. */
export const idSchema = z
  .string()
  .max(64, 'must have at most 64 characters')
  .regex(
    /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
    'must be in kebab-case: lower-case letters, digits and single hyphens',
  );

/** What expressions and texts name: `reference`, `newDate`. */
export const nameSchema = z
  .string()
  .max(64, 'must have at most 64 characters')
  .regex(
    /^[a-z][a-zA-Z0-9_]*$/,
    'must be a name for expressions: letters, digits and "_", a lower-case letter first',
  );

export const durationSchema = z
  .string('must be a duration such as 500ms, 2s, 5m, 48h or 90d')
  .regex(durationPattern, 'must be a duration such as 500ms, 2s, 5m, 48h or 90d');

export const textSchema = z.string().trim().min(1, 'must not be empty');

/** A text in the default locale, or one for each locale. */
export const wordsSchema = z.union(
  [textSchema, z.record(z.string(), textSchema)],
  'must be a text, or one text for each locale (en: …, de: …)',
);
export type RawWords = z.infer<typeof wordsSchema>;

/** Phrases in any of the site's languages, or by locale. */
export const phrasesSchema = z.union(
  [z.array(textSchema), z.record(z.string(), z.array(textSchema))],
  'must be a list of texts, or one list for each locale (en: […], de: […])',
);
export type RawPhrases = z.infer<typeof phrasesSchema>;

/** 0..1 */
export const shareSchema = z.number().min(0, 'must be 0 to 1').max(1, 'must be 0 to 1');

export const environmentNameSchema = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]*$/, 'must be the name of an environment variable, such as SHOP_SECRET');

export const jsonTypeSchema = z.enum(['string', 'number', 'boolean', 'object', 'array']);
