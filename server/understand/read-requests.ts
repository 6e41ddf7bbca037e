// What the customer wants, best reading first, and what else the same message asks for.
import { madeOnce } from '../../shared/made-once.ts';
import type { RankedIntent, Understanding } from '../../shared/understanding.ts';
import type { Site } from '../site/site.ts';
import type { Stance } from './guard.ts';
import type { IntentModel } from './intent-model.ts';
import { rankIntents } from './rank-intents.ts';
import type { ReadingContext } from './reading-context.ts';
import { remember } from './remember.ts';
import type { SiteModel } from './site-model.ts';
import { type Lexicon, mendSpelling } from './spelling.ts';
import { splitRequests } from './split-requests.ts';

type Requests = Pick<Understanding, 'intents' | 'outOfScope' | 'further'>;

/** A part of a message is a request of its own only above this confidence, or it would be noise. */
const sureOfPart = 0.6;
/** Of the destructive threshold: what an unclear request can reach at most. */
const unclearShare = 0.9;
/** Of the site's threshold: what a clause can reach at most where the whole reads otherwise. It is offered, not taken. */
const clauseShare = 0.9;
/** "Cancel it too": a short message without a subject leans on what was just talked about. */
const leaning = /\b(?:it|that|this|them|one|same|too|also|again|other|ihn|es|auch|davon|diese[nrs]?)\b/i;
const shortest = 4;

/**
 * Where an action is spoken of and nothing says whether it is asked for, no action gets the confidence that a
 * proposal needs: the customer is asked instead (C1, D1).
 */
function hedge(intents: RankedIntent[], acting: ReadonlySet<string>, most: number): RankedIntent[] {
  const [best, ...rest] = intents;
  if (best === undefined || !acting.has(best.id) || best.confidence <= most) return intents;
  return [
    { id: best.id, confidence: most },
    ...rest.map((other) => ({ ...other, confidence: Math.min(other.confidence, most) })),
  ];
}

/** Where some parts are guarded and others ask, only those that ask are read. */
export function readRequests(
  { intents: model, acting, lexicon }: SiteModel,
  site: Pick<Site, 'thresholds'>,
  text: string,
  stance: Stance,
  context: ReadingContext,
): Requests {
  const requests = read({ model, lexicon }, text, stance, context, site.thresholds.confidence);
  if (!stance.unclear) return requests;
  return {
    ...requests,
    intents: hedge(requests.intents, acting, unclearShare * site.thresholds.destructive),
  };
}

interface Reader {
  model: IntentModel;
  lexicon: Lexicon;
}

function read(
  { model, lexicon }: Reader,
  text: string,
  stance: Stance,
  context: ReadingContext,
  threshold: number,
): Requests {
  const asked = mendSpelling(askedPart(text, stance), lexicon);
  const parts = splitRequests(asked);
  const whole = rankIntents(model, asked);
  if (parts.length < 2) return { ...lean(whole, asked, context), further: [] };
  const sure = parts
    .map(partReader(model))
    .filter(({ intents }) => (intents[0]?.confidence ?? 0) >= sureOfPart);
  const distinct = sure.filter(
    (one, i) => sure.findIndex(({ intents }) => intents[0]!.id === one.intents[0]!.id) === i,
  );
  if (distinct.length === 0) return { ...lean(whole, asked, context), further: [] };
  const best = distinct[0]!;
  // One wish in several clauses is read whole, unless a single clause says it more clearly.
  const main =
    distinct.length > 1 ||
    (best.intents[0]!.confidence > (whole.intents[0]?.confidence ?? 0) &&
      whole.intents[0]?.id === best.intents[0]!.id)
      ? best
      : whole;
  const plain = plainest(distinct.map(({ intents }) => intents[0]!));
  if (isClearer(plain, main.intents[0], threshold))
    return { ...offer(plain, main, clauseShare * threshold), further: [] };
  const further: RankedIntent[] = distinct
    .slice(1)
    .map(({ intents }) => intents[0]!)
    .filter(({ id }) => id !== main.intents[0]?.id);
  return { intents: main.intents, outOfScope: main.outOfScope, further };
}

/** The thanks and greetings around what is asked are read once. */
const partReader = madeOnce((model: IntentModel) =>
  remember((part) => rankIntents(model, part, { atLeast: sureOfPart }), 50),
);

const plainest = (clauses: RankedIntent[]): RankedIntent =>
  clauses.reduce((best, clause) => (clause.confidence > best.confidence ? clause : best));

/** What would be taken is not sure enough to be, and a clause plainly asks for something else. */
function isClearer(clause: RankedIntent, taken: RankedIntent | undefined, threshold: number): boolean {
  return (
    taken !== undefined &&
    taken.id !== clause.id &&
    taken.confidence < threshold &&
    clause.confidence >= threshold
  );
}

/**
 * Of "My mother died and I have to change my flight" the whole is unclear and one clause is not: what that asks for comes
 * first where it is asked about, and is not acted upon, since the rest may say otherwise (C1).
 */
function offer(
  clause: RankedIntent,
  whole: Omit<Requests, 'further'>,
  most: number,
): Omit<Requests, 'further'> {
  const others = whole.intents.filter(({ id }) => id !== clause.id);
  const confidence = Math.max(others[0]?.confidence ?? 0, Math.min(clause.confidence, most));
  return { ...whole, intents: [{ id: clause.id, confidence }, ...others].slice(0, 5) };
}

/** What is asked: all of it, or the parts that no guard covers. */
function askedPart(text: string, { guard, guarded, live }: Stance): string {
  return guard === undefined && guarded.length > 0 ? live.join('. ') : text;
}

/** A short message that names nothing itself is taken to go on about the latest intent, but never for sure. */
function lean(
  reading: Omit<Requests, 'further'>,
  text: string,
  { lastIntents }: ReadingContext,
): Omit<Requests, 'further'> {
  const latest = lastIntents[0];
  const words = text.trim().split(/\s+/).length;
  if (latest === undefined || words > shortest || !leaning.test(text)) return reading;
  const found = reading.intents.findIndex(({ id }) => id === latest);
  if (found <= 0 || reading.intents[0]!.confidence >= 0.75) return reading;
  const confidence = Math.min(0.7, reading.intents[0]!.confidence + 0.15);
  const intents = [{ id: latest, confidence }, ...reading.intents.filter(({ id }) => id !== latest)].slice(
    0,
    5,
  );
  return { intents, outOfScope: reading.outOfScope };
}
