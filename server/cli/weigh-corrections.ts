// `handrail check --with-corrections FILE`: what the phrases of a file in the form of intents.yaml would change, were
// they taken over.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Site } from '../site/site.ts';
import { readSource } from '../site/source-file.ts';
import { phrasesSchema } from '../site/words-schema.ts';
import { trainingInput } from '../understand/training-input.ts';
import type { IntentExample } from '../understand/training-set.ts';
import { type WeighedPhrase, weighPhrases } from '../understand/weigh-phrases.ts';
import { UsageError } from './command.ts';

/** As `handrail corrections --export` writes it; a whole intents.yaml fits as well. */
const fileSchema = z.array(z.looseObject({ id: z.string(), examples: phrasesSchema }));

export interface WeighedCorrections {
  /** Phrases that are no phrases of the site yet. */
  fresh: number;
  /** Ids that no intent of the site has. */
  unknown: string[];
  /** Phrases of another intent already: in both they would cancel each other. */
  claimed: { text: string; intent: string; already: string }[];
  phrases: WeighedPhrase[];
}

/** Throws UsageError when the file cannot be read as such a list. */
export async function weighCorrections(site: Site, path: string): Promise<WeighedCorrections> {
  const examples = await examplesIn(path);
  const ids = new Set(site.intents.map(({ id }) => id));
  const unknown = [...new Set(examples.map(({ intent }) => intent).filter((id) => !ids.has(id)))];
  const owner = new Map(
    site.intents.flatMap(({ id, examples: own }) =>
      own.map((text) => [text.trim().toLowerCase(), id] as const),
    ),
  );
  const named = examples.filter(({ intent }) => ids.has(intent));
  const claimed = named.flatMap(({ intent, text }) => {
    const already = owner.get(text.trim().toLowerCase());
    return already !== undefined && already !== intent ? [{ text, intent, already }] : [];
  });
  const disputed = new Set(claimed.map(({ text }) => text));
  const phrases = weighPhrases(
    trainingInput(site),
    named.filter(({ text }) => !disputed.has(text)),
  );
  return { fresh: phrases.filter(({ further }) => further).length, unknown, claimed, phrases };
}

async function examplesIn(path: string): Promise<IntentExample[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${(error as Error).message}`);
  }
  const source = readSource(path, text);
  if ('problems' in source) {
    const first = source.problems[0]!;
    throw new UsageError(`${path}:${first.line}: ${first.message}`);
  }
  const parsed = fileSchema.safeParse(source.value ?? []);
  if (!parsed.success)
    throw new UsageError(
      `${path} is no list of intents with id and examples, as handrail corrections --export prints`,
    );
  return parsed.data.flatMap(({ id, examples }) =>
    (Array.isArray(examples) ? examples : Object.values(examples).flat()).map((phrase) => ({
      intent: id,
      text: phrase,
    })),
  );
}

/** So many phrases of a kind are shown; the rest is counted. */
const shown = 12;

export function weighedInWords({ fresh, unknown, claimed, phrases }: WeighedCorrections): string[] {
  const further = phrases.filter((phrase) => phrase.further);
  const own = phrases.filter((phrase) => !phrase.further);
  const right = (list: WeighedPhrase[], when: 'before' | 'after') =>
    list.filter((phrase) => phrase[when] === phrase.intent).length;
  const gained = own.filter(({ intent, before, after }) => before !== intent && after === intent);
  const lost = own.filter(({ intent, before, after }) => before === intent && after !== intent);
  return [
    '',
    ...unknown.map((id) => `no intent is called ${id}: its phrases were left out`),
    ...claimed.map(
      ({ text, intent, already }) =>
        `“${text}” stands under ${already} already, and was left out of ${intent}`,
    ),
    `Corrections: ${fresh} phrases that intents.yaml does not have. Each was read while it was held out.`,
    `  rightly now ${right(further, 'before')}, with the others of them ${right(further, 'after')} of ${further.length}`,
    ...listed(
      further,
      ({ intent, before, after, text }) => `${named(before)} → ${named(after)}, is ${intent}: “${text}”`,
    ),
    `The site's own ${own.length} phrases: rightly now ${right(own, 'before')}, then ${right(own, 'after')} (${gained.length} gained, ${lost.length} lost)`,
    ...listed(lost, ({ intent, after, text }) => `lost to ${named(after)} by ${intent}: “${text}”`),
    '',
  ];
}

function listed(phrases: WeighedPhrase[], line: (phrase: WeighedPhrase) => string): string[] {
  const lines = phrases.slice(0, shown).map((phrase) => `    ${line(phrase)}`);
  return phrases.length > shown ? [...lines, `    and ${phrases.length - shown} more`] : lines;
}

function named(intent: string | undefined): string {
  return intent ?? 'none';
}
