// The environment, parsed once at the entry (main.ts, cli.ts, demo/main.ts) and passed on as a value: nothing
// else in the server reads process.env, except a site's own secrets.
import { z } from 'zod';
import { databaseUrl } from './database-url.ts';
import { type Failpoint, failpoints } from './failpoint.ts';
import { capNames, type LimitTable, limitNames, standardLimits } from './intake/limit-table.ts';
import { isSmtpUrl, smtpUrlExample } from './site/smtp-url.ts';

export interface Config {
  port: number;
  host: string;
  dataDir: string;
  sitesDir: string;
  databaseUrl?: string;
  redisUrl?: string;
  /** Agents to be created at start, of every site. */
  /** A role is given by the demo only; who is added by the command line has it there. */
  agents: { email: string; password: string; supervisor?: boolean; teams?: string[] }[];
  /** Signs visitors' sessions; absent: made into dataDir. */
  secret?: string;
  /** Without a slash at its end; absent: what the request's Host header says. */
  publicUrl?: string;
  /** Believe X-Forwarded-For, -Proto and -Host. */
  trustProxy: boolean;
  limits: LimitTable | 'off';
  /** smtp:// or smtps://; absent: no e-mail is sent, and none is promised. */
  smtpUrl?: string;
  llm?: { baseUrl: string; apiKey?: string; model: string };
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** For tests: where this process dies. */
  failpoint?: Failpoint;
}

/** An environment variable that cannot be used; the message names it and says what to do. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

const port = z.coerce
  .number('has to be a port number from 0 to 65535 (0: any free one), such as 8787')
  .int('has to be a whole number')
  .min(0, 'has to be 0 or more')
  .max(65535, 'has to be 65535 or less');
const url = (protocols: string, example: string) =>
  z
    .url(`has to be a URL, such as ${example}`)
    .refine((value) => new RegExp(`^(?:${protocols}):`).test(value), `has to be a URL, such as ${example}`);
const flag = z
  .enum(['1', '0', 'true', 'false', 'on', 'off'], 'has to be true or false')
  .transform((value) => ['1', 'true', 'on'].includes(value));

const agents = z.string().transform((value, context) =>
  value
    .split(',')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair) => {
      const colon = pair.indexOf(':');
      const email = pair.slice(0, colon).toLowerCase();
      const password = pair.slice(colon + 1);
      if (colon < 1 || !email.includes('@') || password === '') {
        context.addIssue('has to read mia@example.test:password, several of them separated by commas');
      }
      return { email, password };
    }),
);

const names = [...limitNames, ...capNames];
const limits = z.string().transform((value, context): LimitTable | 'off' => {
  if (value === 'off') return 'off';
  const table = z.partialRecord(z.enum(names), z.number().positive()).safeParse(parseJson(value));
  if (table.success) return { ...standardLimits, ...table.data };
  context.addIssue(`has to be off, or JSON with numbers for some of ${names.join(', ')}: {"message": 20}`);
  return z.NEVER;
});

const failpoint = z.string().transform((value, context): Failpoint => {
  const [name, at] = value.split('@');
  const known = failpoints.find((one) => one === name);
  if (known && /^[1-9]\d*$/.test(at ?? '')) return { name: known, at: Number(at) };
  context.addIssue(`has to be one of ${failpoints.join(', ')}, and the how-manieth time: after-append@3`);
  return z.NEVER;
});

const environment = z.object({
  PORT: port.default(8787),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  SITES_DIR: z.string().default('demo/sites'),
  DATABASE_URL: databaseUrl.optional(),
  REDIS_URL: url('redis|rediss', 'redis://host:6379').optional(),
  HANDRAIL_AGENTS: agents.default([]),
  HANDRAIL_SECRET: z.string().min(32, 'has to be 32 characters or longer: openssl rand -hex 32').optional(),
  PUBLIC_URL: url('https|http', 'https://chat.example.com').optional(),
  TRUST_PROXY: flag.default(false),
  LIMITS: limits.default(standardLimits),
  SMTP_URL: z
    .string()
    .refine(isSmtpUrl, `has to be the address of a mail server, such as ${smtpUrlExample}`)
    .optional(),
  LLM_BASE_URL: url('https|http', 'https://api.example.com/v1').optional(),
  LLM_API_KEY: z.string().optional(),
  LLM_MODEL: z.string().optional(),
  HANDRAIL_FAILPOINT: failpoint.optional(),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'has to be info, debug, warn or error',
    )
    .default('info'),
});

/** The settings in these variables; an empty one counts as absent. Throws ConfigError, naming what is wrong. */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== '' && value !== undefined),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`).join('\n'),
    );
  }
  const value = parsed.data;
  if (value.DATABASE_URL && !value.HANDRAIL_SECRET) {
    throw new ConfigError(
      'HANDRAIL_SECRET is needed beside DATABASE_URL, the same on every node: openssl rand -hex 32.',
    );
  }
  if (value.REDIS_URL && !value.DATABASE_URL) {
    throw new ConfigError(
      'REDIS_URL is for several nodes, which need one database: set DATABASE_URL as well, or leave REDIS_URL out.',
    );
  }
  if (value.LLM_BASE_URL && !value.LLM_MODEL) {
    throw new ConfigError('LLM_MODEL is needed beside LLM_BASE_URL: the name of the model to ask there.');
  }
  return {
    port: value.PORT,
    host: value.HOST,
    dataDir: value.DATA_DIR,
    sitesDir: value.SITES_DIR,
    agents: value.HANDRAIL_AGENTS,
    trustProxy: value.TRUST_PROXY,
    limits: value.LIMITS,
    logLevel: value.LOG_LEVEL,
    ...(value.DATABASE_URL ? { databaseUrl: value.DATABASE_URL } : {}),
    ...(value.REDIS_URL ? { redisUrl: value.REDIS_URL } : {}),
    ...(value.HANDRAIL_FAILPOINT ? { failpoint: value.HANDRAIL_FAILPOINT } : {}),
    ...(value.HANDRAIL_SECRET ? { secret: value.HANDRAIL_SECRET } : {}),
    ...(value.PUBLIC_URL ? { publicUrl: value.PUBLIC_URL.replace(/\/+$/, '') } : {}),
    ...(value.SMTP_URL ? { smtpUrl: value.SMTP_URL } : {}),
    ...(value.LLM_BASE_URL && value.LLM_MODEL
      ? {
          llm: {
            baseUrl: value.LLM_BASE_URL,
            model: value.LLM_MODEL,
            ...(value.LLM_API_KEY ? { apiKey: value.LLM_API_KEY } : {}),
          },
        }
      : {}),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON is refused by the schema that reads it, in the words of the variable.
    return undefined;
  }
}
