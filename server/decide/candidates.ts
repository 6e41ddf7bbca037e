// C1, C2, C9: what the message may mean here, for this customer, and whether that is sure enough to go on.
import type { Because } from '../../shared/events.ts';
import type { Entity, RankedIntent, Understanding } from '../../shared/understanding.ts';
import type { Intent } from '../site/site.ts';
import { actionOf, belongsTo, intentOf, known, offered } from './objects.ts';
import { because } from './rules.ts';
import type { Situation } from './situation.ts';

export interface Candidate extends RankedIntent {
  intent: Intent;
}

export type Verdict =
  | { kind: 'sure'; candidate: Candidate; because: Because[] }
  /** Sure of it, but there is nothing of the customer's that it could act on (C9). */
  | { kind: 'impossible'; candidate: Candidate; rivals: Candidate[]; because: Because[] }
  | { kind: 'unsure'; candidates: Candidate[]; because: Because[] };

/** Every intent of the reading that the site has, best first. */
export function candidatesOf(situation: Situation, reading: Understanding): Candidate[] {
  return reading.intents.flatMap((ranked) => {
    const intent = intentOf(situation, ranked.id);
    return intent ? [{ ...ranked, intent }] : [];
  });
}

/** Whether to go on, to ask, or to say that it cannot be. */
export function judge(situation: Situation, reading: Understanding): Verdict {
  const all = candidatesOf(situation, reading);
  const possible = all.filter((candidate) => offered(situation, candidate.intent));
  const top = all[0];
  const { confidence, margin } = situation.site.thresholds;
  if (top && top.confidence >= confidence && !possible.includes(top)) {
    return {
      kind: 'impossible',
      candidate: top,
      rivals: rivalsOf(situation, top, all, reading.entities),
      because: [because('C9', { intent: top.id, offered: false })],
    };
  }
  const [best, second] = possible;
  const evidence = {
    intents: possible.slice(0, 3).map(({ id, confidence: score }) => ({ id, confidence: score })),
    outOfScope: reading.outOfScope,
    threshold: confidence,
    margin,
  };
  if (!best || best.confidence < confidence)
    return { kind: 'unsure', candidates: possible, because: [because('C1', evidence)] };
  const close = second !== undefined && best.confidence - second.confidence < margin;
  if (close && !recordsDecide(situation, best, second, reading.entities)) {
    return { kind: 'unsure', candidates: possible, because: [because('C2', evidence)] };
  }
  const rivals = rivalsOf(situation, best, possible, reading.entities);
  if (rivals.length > 0)
    return { kind: 'unsure', candidates: [best, ...rivals], because: [because('C9', evidence)] };
  return { kind: 'sure', candidate: best, because: [because(close ? 'C9' : 'I1', evidence)] };
}

/** A rival this likely (0..1) is too likely where the wrong one would be lost. */
const rivalConfidence = 0.005;

/**
 * "Cancel" alone says what is to be done and not to what. Where the customer has things of several kinds that it
 * may be done to, these are the choices, however sure the reading is; and so they are where a thing of another kind
 * was named ("my bag", and the reading says the flight), or one that is only a part of what would be lost.
 */
function rivalsOf(
  situation: Situation,
  best: Candidate,
  among: Candidate[],
  entities: Entity[],
): Candidate[] {
  const action = actionOf(situation, best.intent);
  const on = action?.on;
  if (action?.risk !== 'destructive' || on === undefined) return [];
  const named = entities.some(({ kind, fact }) => fact !== undefined || kind === 'reference');
  const kinds = new Set(entities.map(({ fact }) => fact));
  return among.filter((candidate) => {
    const other = actionOf(situation, candidate.intent);
    // Of who is not signed in nothing is known: there is nothing to choose between yet (P3).
    if (other?.on === undefined || !known(situation, other.on).ok) return false;
    if (other.risk !== 'destructive' || other.on === on) return false;
    if (!named) return candidate.confidence >= rivalConfidence;
    if (!kinds.has(other.on)) return false;
    // A bag may well be named by its flight; a flight is not by its bag.
    return belongsTo(situation, other.on, on) || !(kinds.has(on) || belongsTo(situation, on, other.on));
  });
}

/** The message names a record that only the better of two close readings is about. */
function recordsDecide(
  situation: Situation,
  best: Candidate,
  second: Candidate,
  entities: Entity[],
): boolean {
  const named = new Set<string | undefined>(entities.flatMap(({ fact }) => fact ?? []));
  const of = (candidate: Candidate) => actionOf(situation, candidate.intent)?.on ?? candidate.intent.about;
  return named.size === 1 && named.has(of(best)) && !named.has(of(second));
}

/** D1: what the message speaks of and does not ask for: negated, asked hypothetically, past or reported. */
export function heldBack(situation: Situation, reading: Understanding): Candidate | undefined {
  if (!reading.guard) return undefined;
  const top = candidatesOf(situation, reading)[0];
  const risk = top && actionOf(situation, top.intent)?.risk;
  return risk !== undefined && risk !== 'read' ? top : undefined;
}
