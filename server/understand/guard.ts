// Tells a request to act now from talk about one: what is negated, asked about, past or somebody else's words
// is never proposed. Bag-of-words models cannot see this, so it is read clause by clause from the phrasing.
import type { Guard } from '../../shared/understanding.ts';
import { markActions } from './action-words.ts';
import { clauses } from './clauses.ts';
import { englishPhrases, type GuardPhrases } from './guard-phrases.ts';
import { germanPhrases } from './guard-phrases-german.ts';
import { plainWords } from './plain-words.ts';
import { possiblePhrases } from './possible-phrases.ts';
import { remember } from './remember.ts';

export interface Stance {
  /** Why nothing in the message asks for something to be done now; absent when something does, or may. */
  guard?: Guard;
  /** True when some part asks for an action in so many words. */
  asks: boolean;
  /** True when an action is spoken of, and nothing says whether it is asked for: a reason to ask. */
  unclear: boolean;
  /** The parts that stand as they are said, as written. */
  live: readonly string[];
  /** The parts that a guard covers, as written. */
  guarded: readonly string[];
}

interface ClauseStance {
  text: string;
  guard?: Guard;
  asks: boolean;
  /** An action word in a whole sentence; a bare "refund" or "order cancel" is as clear as it gets. */
  speaks: boolean;
  takesBack: boolean;
}

/** Words; longer ones are sentences. */
const longestBare = 4;

/** In the order in which they are tried, and in which they outweigh one another. */
const kinds: Guard[] = ['negated', 'past', 'reported', 'hypothetical'];

/**
 * Reads who wants what done, if anything. A clause that asks for an action outweighs guarded ones beside it
 * ("I don't need it, cancel it"), unless a later clause takes it back ("cancel it. Actually, don't").
 */
export function readStance(text: string, language: string): Stance {
  return language.startsWith('de') ? inGerman(text) : inEnglish(text);
}

/** A message is looked at twice: for what it asks to be done, and for whether an article may answer it. */
const kept = 50;
const englishClause = remember((part) => readClause(part, englishPhrases), kept);
const germanClause = remember((part) => readClause(part, germanPhrases), kept);
const inEnglish = remember((text) => stanceOf(text, englishClause), kept);
const inGerman = remember((text) => stanceOf(text, germanClause), kept);

function stanceOf(text: string, read: (part: string) => ClauseStance): Stance {
  const parts = clauses(text).map(read);
  const lastAsk = parts.findLastIndex(({ asks }) => asks);
  const takenBack = parts.findLastIndex(({ takesBack }) => takesBack);
  const guards = parts.flatMap(({ guard }) => (guard === undefined ? [] : [guard]));
  const live = parts.filter(({ guard }) => guard === undefined).map((part) => part.text);
  const guarded = parts.filter(({ guard }) => guard !== undefined).map((part) => part.text);
  if (lastAsk >= 0 && takenBack > lastAsk)
    return { guard: 'negated', asks: false, unclear: false, live: [], guarded: [text] };
  if (lastAsk >= 0 || guards.length === 0)
    return {
      asks: lastAsk >= 0,
      unclear: lastAsk < 0 && parts.some(({ speaks }) => speaks),
      live,
      guarded,
    };
  return {
    guard: kinds.find((kind) => guards.includes(kind))!,
    asks: false,
    unclear: false,
    live,
    guarded,
  };
}

/** What stands right before a phrase and turns it round, or makes a thought of it. */
const negation =
  /\b(?:not|never|nicht|no|nobody|if|when|whether|why|how|what|without|before|unless|said|says|told|think|thinks|case|sure|once|after|who|or)(?: \w+){0,3} $/;

/** "Please update", said after a question: word is asked for, not an action. */
const wantsWord =
  /^(?:please |kindly |and |so |do |can you |could you )*(?:update|confirm|advise|revert|check and update)(?: me| us)?(?: please| asap| soon| thanks)*(?: \?)?$/;

function readClause(text: string, all: GuardPhrases): ClauseStance {
  const plain = plainWords(text);
  if (wantsWord.test(plain)) return { text, asks: false, speaks: false, takesBack: false };
  const words = markActions(plain);
  const possible = possiblePhrases(all, words);
  const first = (pattern: RegExp) => pattern.exec(words)?.index ?? Number.POSITIVE_INFINITY;
  const firstAsk = (pattern: RegExp) => {
    const at = first(pattern);
    return Number.isFinite(at) && negation.test(words.slice(0, at)) ? Number.POSITIVE_INFINITY : at;
  };
  const takesBack = all.retraction.test(words);
  const guard = kinds.find((kind) => possible[kind].some((pattern) => pattern.test(words)));
  const ask = Math.min(...possible.live.map(firstAsk));
  const echo = /^<[bgn]>(?: \w+)? \?$/.test(words);
  const asks =
    !echo &&
    Number.isFinite(ask) &&
    (guard === undefined || ask <= Math.min(...possible[guard].map(first)) || politely(words));
  return {
    text,
    ...(guard !== undefined && !asks ? { guard } : {}),
    asks: asks && !takesBack,
    speaks: /<[bgnp]>/.test(words) && words.split(' ').length > longestBare,
    takesBack,
  };
}

/** A request dressed as a condition or a wish, which the guards alone would take for a thought. */
function politely(words: string): boolean {
  return /\b(?:if|whether) you (?:could|can|would|might|will|may)\b|\bif you (?:please |just )*<p>/.test(
    words,
  );
}
