// The shape of site.yaml.
import { z } from 'zod';
import { siteDefaults as defaults } from './site-defaults.ts';
import {
  durationSchema,
  environmentNameSchema,
  idSchema,
  phrasesSchema,
  shareSchema,
  textSchema,
  wordsSchema,
} from './words-schema.ts';

const share = (value: number) => shareSchema.default(value);
const trigger = z.enum(['handoff', 'offer']).default('handoff');
const { thresholds, theme } = defaults;

const identity = z.strictObject({
  alg: z.enum(['HS256', 'RS256', 'ES256', 'EdDSA']).default('HS256'),
  secretEnv: environmentNameSchema.optional(),
  jwksUrl: textSchema.optional(),
  audience: textSchema.optional().describe('Default: the id of the site, its folder’s name'),
});

const hours = z.strictObject({
  timeZone: textSchema.describe('IANA name, such as Europe/Berlin'),
  week: z
    .record(
      z.string(),
      z.union([textSchema, z.array(textSchema)], 'must be "09:00-17:00", a list of such, or "closed"'),
    )
    .describe('By day (mon … sun), range (mon-fri) or daily: "09:00-17:00", a list of such, or closed'),
  holidays: z
    .array(
      z.union(
        [z.iso.date(), z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/)],
        'must be a date such as 2026-12-25, or 12-25 for every year',
      ),
    )
    .default([])
    .describe('Days on which nobody is on duty: 2026-12-25, or 12-25 for every year'),
});

export const siteFileSchema = z.strictObject({
  name: wordsSchema,
  assistant: z.strictObject({ name: textSchema }),
  origins: z.array(textSchema).min(1, 'must name at least one origin, or self').default(['self']),
  identity,
  locale: textSchema,
  locales: z.array(textSchema).optional(),
  hours,
  thresholds: z
    .strictObject({
      confidence: share(thresholds.confidence),
      margin: share(thresholds.margin),
      destructive: share(thresholds.destructive),
      frustration: share(thresholds.frustration),
      urgency: share(thresholds.urgency),
      confusion: share(thresholds.confusion),
      knowledge: share(thresholds.knowledge),
    })
    .prefault({}),
  outOfScopeShare: share(defaults.outOfScopeShare),
  empathy: z
    .strictObject({
      opener: z.enum(['empathetic', 'efficient']).default(defaults.opener),
      bufferTurns: z
        .int('must be 0 to 3')
        .min(0, 'must be 0 to 3')
        .max(3, 'must be 0 to 3')
        .default(defaults.bufferTurns),
    })
    .prefault({}),
  triggers: z
    .strictObject({
      frustration: trigger,
      'no-progress': trigger,
      topic: trigger,
      vip: trigger,
      failure: trigger,
      hold: trigger,
    })
    .prefault({}),
  topics: z.array(z.strictObject({ id: idSchema, label: wordsSchema, words: phrasesSchema })).default([]),
  vocabulary: z.record(z.string(), z.array(textSchema)).default({}),
  wait: z
    .strictObject({
      handling: durationSchema
        .default(defaults.handling)
        .describe('Mean time an agent needs, until there is history'),
      confidence: share(defaults.waitConfidence),
    })
    .prefault({}),
  limits: z
    .strictObject({
      reply: durationSchema.default(defaults.reply),
      agent: durationSchema.default(defaults.agent),
      approval: durationSchema
        .default(defaults.approval)
        .describe('How long a supervised action waits for an agent before a person takes over'),
    })
    .prefault({}),
  retention: durationSchema.default(defaults.retention),
  theme: z
    .strictObject({
      accent: z
        .string()
        .regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #2f5bea')
        .default(theme.accent),
      radius: z
        .int('must be whole pixels')
        .min(0, 'must be 0 to 32')
        .max(32, 'must be 0 to 32')
        .default(theme.radius),
      position: z.enum(['end', 'start']).default(theme.position),
      scheme: z.enum(['auto', 'light', 'dark']).default(theme.scheme),
      launcher: z
        .enum(['bubble', 'text'])
        .default(theme.launcher)
        .describe('`text` shows the label beside the mark'),
      label: z
        .string()
        .trim()
        .min(1, 'must be a word or two')
        .max(40, 'must have at most 40 characters')
        .optional()
        .describe('The button’s name for those who hear it, and its words where it shows some'),
    })
    .prefault({}),
  emergency: z.array(z.strictObject({ label: wordsSchema, contact: textSchema })).default([]),
  urgentContact: textSchema.optional(),
  alerts: z
    .strictObject({
      webhook: textSchema.describe('Alerts are sent here by POST, signed by Standard Webhooks'),
      secretEnv: environmentNameSchema.describe('Names the variable with the signing secret, whsec_…'),
    })
    .optional(),
  notify: z
    .strictObject({
      text: z
        .boolean()
        .default(false)
        .describe('Notifications show what was said, not only that there is an answer'),
      sound: z.boolean().default(false).describe('A sound for new answers, until the customer turns it off'),
    })
    .optional(),
  mail: z
    .strictObject({
      from: textSchema.describe('Who answers are mailed from: Our Shop <answers@shop.example>'),
      page: textSchema.optional().describe('Page with the chat that a mail links to'),
      pause: durationSchema
        .default(defaults.mailPause)
        .describe('How long an answer may stay unseen before it is mailed to a customer who is away'),
    })
    .optional()
    .describe('E-mail to customers who left their address; the server needs SMTP_URL'),
  masks: z.array(textSchema).default([]),
  teams: z
    .array(z.strictObject({ id: idSchema, label: wordsSchema }))
    .default([])
    .describe('Groups of agents that a conversation can be transferred to (handrail agent add --team ID)'),
  savedReplies: z.array(z.strictObject({ id: idSchema, title: wordsSchema, text: wordsSchema })).default([]),
  demo: z.strictObject({ api: textSchema, customer: textSchema }).optional(),
  api: z.strictObject({
    base: textSchema,
    headers: z.record(z.string(), textSchema).default({}),
    hosts: z.array(textSchema).default([]).describe('Hosts beside that of base to which requests may go'),
    privateHosts: z
      .array(textSchema)
      .default([])
      .describe('Hosts, addresses and ranges (10.0.0.0/8) of private networks that may be reached'),
    signing: z.strictObject({ secret: textSchema }).optional().describe('Signs requests: Standard Webhooks'),
  }),
  push: z
    .strictObject({ secret: textSchema })
    .optional()
    .describe('Lets the business push facts, signed as Standard Webhooks are'),
});
export type RawSite = z.infer<typeof siteFileSchema>;
