// Picks the guard's expressions that can match a clause at all: by its words, and where no action is spoken of, which
// is most of what customers write, without the many that need one. The others are then not tried.
import { madeOnce } from '../../shared/made-once.ts';
import type { Guard } from '../../shared/understanding.ts';
import type { GuardPhrases } from './guard-phrases.ts';
import { shortlist } from './shortlist.ts';

type Lists = Record<Guard | 'live', RegExp[]>;

const listed = madeOnce((phrases: GuardPhrases) => ({
  all: lists(phrases),
  withoutAction: lists(withoutAction(phrases)),
}));

/** For each kind, those of the phrases that can match these marked words, in their order. */
export function possiblePhrases(phrases: GuardPhrases, words: string): Lists {
  const made = listed(phrases);
  return words.includes('<') ? made.all(words) : made.withoutAction(words);
}

/** One look at the words for the phrases of all kinds. */
function lists({ retraction: _, ...phrases }: GuardPhrases): (words: string) => Lists {
  const rules = (Object.keys(phrases) as (keyof Lists)[]).flatMap((kind) =>
    phrases[kind].map((pattern) => ({ kind, pattern })),
  );
  const possible = shortlist(rules, ({ pattern }) => pattern);
  return (words) => {
    const found: Lists = { live: [], negated: [], past: [], reported: [], hypothetical: [] };
    for (const { kind, pattern } of possible(words)) found[kind].push(pattern);
    return found;
  };
}

/** `phrases` without those that need one of the action marks (`<b>`, `<undo>`, …) somewhere. */
function withoutAction(phrases: GuardPhrases): GuardPhrases {
  const pick = (patterns: RegExp[]) => patterns.filter(({ source }) => !needsMark(source));
  return {
    live: pick(phrases.live),
    negated: pick(phrases.negated),
    past: pick(phrases.past),
    reported: pick(phrases.reported),
    hypothetical: pick(phrases.hypothetical),
    retraction: phrases.retraction,
  };
}

/**
 * True when each alternative of the expression has a `<` outside all brackets, where nothing can make it
 * optional. Errs on the side of false.
 */
export function needsMark(source: string): boolean {
  let depth = 0;
  let marked = false;
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at];
    if (sign === '\\') at += 1;
    else if (sign === '[') at = source.indexOf(']', at);
    else if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    else if (sign === '<' && depth === 0 && !/[?*{]/.test(source[at + 1]!)) marked = true;
    else if (sign === '|' && depth === 0) {
      if (!marked) return false;
      marked = false;
    }
  }
  return marked;
}
