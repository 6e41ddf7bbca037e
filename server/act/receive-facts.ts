// A4: facts that a business pushes of its own accord. Signed as Standard Webhooks are; what is older than what is
// known, a repetition among it, changes nothing.
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { z } from 'zod';
import type { Site } from '../site/site.ts';
import { fits } from './shape.ts';

const bodySchema = z.strictObject({
  customer: z.string().min(1).max(200),
  fact: z.string().min(1).max(64),
  /** When it was true at the business: epoch ms, or ISO. */
  at: z.union([
    z.int().nonnegative(),
    z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
  ]),
  items: z.array(z.record(z.string(), z.unknown())).max(1_000),
});

export interface Pushed {
  site: string;
  customer: string;
  fact: string;
  at: number;
  items: Record<string, unknown>[];
}

/** `unauthorized`: not signed, or not lately; `bad_request`: not what the site's facts.yaml says. */
export type Received =
  | { ok: true; stored: boolean }
  | { ok: false; code: 'unauthorized' | 'bad_request' | 'not_found' };

export interface ReceiveDeps {
  put: (pushed: Pushed, keepSince: number) => Promise<boolean>;
  /** Epoch ms. */
  now: () => number;
}

/** Clocks differ; what claims to be truer than this is refused, for it would count as fresh too long. */
const ahead = 5_000;
const day = 86_400_000;

export async function receiveFacts(
  { put, now }: ReceiveDeps,
  site: Site | undefined,
  body: string,
  headers: Record<string, string>,
): Promise<Received> {
  if (!site?.push) return { ok: false, code: 'not_found' };
  if (!isSigned(site.push.secret, body, headers)) return { ok: false, code: 'unauthorized' };
  const parsed = bodySchema.safeParse(jsonOf(body));
  const source = site.facts.find(({ id, push }) => push && id === parsed.data?.fact);
  if (!parsed.success || !source) return { ok: false, code: 'bad_request' };
  const { at, items } = parsed.data;
  if (at > now() + ahead || !items.every((item) => fits(item, source.schema)))
    return { ok: false, code: 'bad_request' };
  return { ok: true, stored: await put({ site: site.id, ...parsed.data }, now() - day) };
}

function isSigned(secret: string, body: string, headers: Record<string, string>): boolean {
  try {
    new Webhook(secret).verify(body, headers, { jsonParse: false });
    return true;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false;
    throw error;
  }
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // What is no JSON is refused by the schema.
    return undefined;
  }
}
