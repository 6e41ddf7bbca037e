// D3, D7: what proves a claim: for what was done the receipt that is in the conversation, for what is about to
// happen the card that is open. Both have to speak of the same thing, down to its numbers.
import type { Conversation } from '../../shared/conversation.ts';
import type { EventBody } from '../../shared/events.ts';
import type { Claim } from './claims.ts';
import { deeds } from './deeds.ts';
import { unmasked } from './unmasked.ts';

export interface Proof {
  /** Texts of the receipts that stand, oldest first. */
  receipts: string[];
  /** Of them, those of this very turn. */
  fresh: string[];
  /** The text of the open confirmation, if any. */
  card?: string;
  /** A person is coming or here. */
  person: boolean;
}

/** What is proven once these events are in the log. */
export function proofOf(events: EventBody[], { view, inside }: Conversation): Proof {
  const happened = new Set(events.flatMap(doneIn));
  const fresh = events.flatMap((event) =>
    event.type === 'message' && event.receipt && happened.has(event.receipt.proposal)
      ? [`${event.receipt.label} ${event.text}`]
      : [],
  );
  const before = view.entries.flatMap((entry) => {
    if (entry.kind !== 'message' || !entry.receipt) return [];
    const proposal = inside.proposals[entry.receipt.proposal];
    const undone = proposal?.undone === 'done';
    const stands = proposal?.status === 'done' && undone === (entry.notice === 'undone');
    return stands ? [`${entry.receipt.label} ${entry.text}`] : [];
  });
  const asked = events.findLast((event) => event.type === 'question');
  const closes = events.some((event) => event.type === 'lapsed' || event.type === 'answered');
  const open = asked ?? (closes ? undefined : inside.question);
  const { title = '', effect = '', money = '' } = open?.card ?? {};
  const card = [title, effect, money, ...(open?.choices ?? []).map(({ label }) => label)].join(' ');
  return {
    receipts: [...before, ...fresh],
    fresh,
    ...(open?.kind === 'confirm' ? { card } : {}),
    person: view.status !== 'assistant' || events.some((event) => event.type === 'handoff'),
  };
}

export function isProven({ says, deed, clause }: Claim, proof: Proof): boolean {
  if (deed === 'person') return proof.person;
  // Without a deed that can be compared, only what has just happened can be meant.
  if (deed === 'other') return says === 'done' && proof.fresh.some((text) => agrees(clause, text));
  const texts = says === 'done' ? proof.receipts : proof.card === undefined ? [] : [proof.card];
  return texts.some((text) => speaksOf(deed, text) && agrees(clause, text));
}

function speaksOf(deed: Claim['deed'], text: string): boolean {
  const forms = deeds[deed];
  const tokens = unmasked(text).match(/\p{L}+/gu) ?? [];
  return tokens.some((token) => forms?.done.test(token) || forms?.doing.test(token));
}

/** Every reference and number of the clause is in the text too: ME204 does not prove ME118, nor €39 €390. */
function agrees(clause: string, text: string): boolean {
  const known = new Set(numbers(text));
  return numbers(clause).every((number) => known.has(number));
}

function numbers(text: string): string[] {
  const tokens = unmasked(text).match(/[\p{L}\p{N}][\p{L}\p{N}.,-]*/gu) ?? [];
  return tokens
    .filter((token) => /\d/.test(token))
    .map((token) => token.replace(/[.,-]+$/, '').replace(/[.,]00$/, ''));
}

function doneIn(event: EventBody): string[] {
  const ended = event.type === 'ran' || event.type === 'undone';
  return ended && event.outcome === 'done' ? [event.proposal] : [];
}
