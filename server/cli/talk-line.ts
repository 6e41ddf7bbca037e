// One line of `handrail talk`: a message, or an event in JSON; ids and the open question are filled in.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Conversation } from '../../shared/conversation.ts';
import { type Ack, failure } from '../../shared/errors.ts';
import { customerSchemas } from '../../shared/protocol-schema.ts';
import type { Asking, Take } from '../intake/take.ts';

export interface Said {
  who: Asking;
  load(conversation: string): Promise<{ conversation: Conversation } | undefined>;
  take: Take;
  begin(): Promise<Ack>;
  /** Lets so many ms of the simulated time pass. */
  pass(ms: number): Promise<Ack>;
}

const units: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

const clockSchema = z.strictObject({
  clock: z
    .string()
    .regex(/^\+\d+(?:\.\d+)?(?:ms|s|m|h|d)$/, 'has to read +90s, +6m, +2h or +1d')
    .transform((text) => Number.parseFloat(text) * units[text.replace(/[^a-z]/g, '')]!),
});
const choiceSchema = z.strictObject({
  choice: z.string(),
  question: z.string().optional(),
  id: z.string().optional(),
});
const eventSchema = z.looseObject({
  event: z.enum(['message', 'choice', 'human', 'undo', 'wait', 'correct', 'rating', 'begin']),
});

/** Says it; resolves when it is stored (its turn may still be under way). */
export async function sayIn(said: Said, line: string): Promise<Ack> {
  if (!line.trimStart().startsWith('{')) return event(said, 'message', { text: line });
  const json = parseJson(line);
  const clock = clockSchema.safeParse(json);
  if (clock.success) return said.pass(clock.data.clock);
  const choice = choiceSchema.safeParse(json);
  if (choice.success) return event(said, 'choice', choice.data);
  const parsed = eventSchema.safeParse(json);
  if (parsed.success) {
    const { event: name, ...payload } = parsed.data;
    return event(said, name, payload);
  }
  return failure('bad_request', {
    message: 'Not understood: write a message, {"event":"human"}, {"choice":"keep"} or {"clock":"+6m"}.',
  });
}

async function event(
  said: Said,
  name: Exclude<keyof Take, 'file'> | 'begin',
  given: Record<string, unknown>,
): Promise<Ack> {
  if (name === 'begin') return said.begin();
  const payload = { id: randomUUID(), ...(await filled(said, name)), ...given };
  const parsed = customerSchemas[name].safeParse(payload);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return failure(issue?.code === 'too_big' ? 'too_long' : 'bad_request', {
      message: `${issue?.path.join('.') || name}: ${issue?.message}`,
    });
  }
  // The schema of this name has just let it through.
  return said.take[name](said.who, parsed.data as never);
}

/** What a person would have on screen: the open question, the last receipt that can be undone. */
async function filled({ who, load }: Said, name: string): Promise<Record<string, unknown>> {
  const view = (await load(who.conversation))?.conversation.view;
  if (name === 'choice') return { question: view?.open ?? 'none' };
  if (name !== 'undo') return {};
  const receipt = view?.entries.findLast(
    (entry) => entry.kind === 'message' && entry.receipt && !entry.undone,
  );
  return receipt?.kind === 'message' && receipt.receipt
    ? { proposal: receipt.receipt.proposal }
    : { proposal: 'none' };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Not JSON: answered as a line that was not understood.
    return undefined;
  }
}
