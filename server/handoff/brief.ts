// The brief (H6): what a person will know before their first word, composed from the log without a model, so
// that every line of it is a fact. The customer sees and mends it while waiting: no scores, no mood, no reasons.
import type { Conversation, Proposal } from '../../shared/conversation.ts';
import type { BriefLine, Wait } from '../../shared/events.ts';
import { inLocale } from '../../shared/in-locale.ts';
import type { Site } from '../site/site.ts';
import { handoffWordsOf } from './handoff-words-of.ts';
import { spanInWords } from './span-in-words.ts';
import type { BriefField, BriefWords } from './words/handoff-words.ts';

export interface BriefContext {
  conversation: Conversation;
  site: Site;
  /** Labels of the customer's own records, as they were last known; verified, for they came by their identity. */
  known?: string[];
  /** What is stated with the handoff that this brief goes with; absent: what was stated before. */
  wait?: Wait;
  /** Reader's locale; default: the conversation's. */
  locale?: string;
}

const shownRecords = 5;
const shownQuestions = 3;
const longestQuote = 160;
const between = ' · ';

/** The customer's lines, their corrections in place; a field without anything to say has no line. */
export function composeBrief(context: BriefContext): BriefLine[] {
  const { conversation } = context;
  const words = handoffWordsOf(context.locale ?? conversation.view.locale).brief;
  return correct(factLines(context, words.labels), conversation, words.added);
}

/** The lines of fact, before corrections, under the labels of whoever reads them. */
export function factLines(context: BriefContext, labels: Record<BriefField, string>): BriefLine[] {
  const locale = context.locale ?? context.conversation.view.locale;
  const words = handoffWordsOf(locale).brief;
  const texts: [BriefField, string[]][] = [
    ['wants', [wants(context, locale) ?? words.notSaid]],
    ['details', details(context.conversation)],
    ['tried', tried(context, words)],
    ['known', known(context, words)],
    ['promised', promised(context, words, locale)],
  ];
  return texts
    .filter(([, parts]) => parts.length > 0)
    .map(([field, parts]) => ({ field, label: labels[field], text: parts.join(between) }));
}

/** What the customer wrote instead stands in place of the line; what fits no line is a line of its own. */
export function correct(lines: BriefLine[], { inside }: Conversation, added: string): BriefLine[] {
  const mended = lines.map((line) => ({ ...line }));
  for (const { field, text } of inside.corrections) {
    const line = mended.find((candidate) => candidate.field === field);
    if (line) Object.assign(line, { text, corrected: true });
    else mended.push({ field, label: added, text, corrected: true });
  }
  return mended;
}

/** The request that was taken up, in the site's words, and in the customer's own. */
function wants({ conversation, site }: BriefContext, locale: string): string | undefined {
  const id = conversation.inside.intents[0];
  const intent = site.intents.find((candidate) => candidate.id === id);
  const label = intent && inLocale(intent.label, locale, site.locale);
  const quote = ownWords(conversation, id);
  if (label && quote) return `${label} (“${quote}”)`;
  return label ?? (quote && `“${quote}”`);
}

/** The message that said it most clearly; before anything was taken up, the first one. */
function ownWords({ view, inside }: Conversation, intent: string | undefined): string | undefined {
  const said = view.entries.filter(
    (entry) => entry.kind === 'message' && entry.from === 'customer' && !entry.file,
  );
  let clearest: { seq: number; confidence: number } | undefined;
  for (const { seq, intents } of inside.readings) {
    const confidence = intents.find(({ id }) => id === intent)?.confidence ?? 0;
    if (confidence > (clearest?.confidence ?? 0)) clearest = { seq, confidence };
  }
  const entry = said.find(({ seq }) => seq === clearest?.seq) ?? said[0];
  if (entry?.kind !== 'message') return undefined;
  const text = entry.text.replace(/\s+/g, ' ').trim();
  return text.length > longestQuote ? `${text.slice(0, longestQuote - 1).trimEnd()}…` : text;
}

/** What they said of it, and the names of the files that they attached. */
function details({ inside, view }: Conversation): string[] {
  const files = view.entries.flatMap((entry) =>
    entry.kind === 'message' && entry.file && entry.from === 'customer' ? [`“${entry.text}”`] : [],
  );
  const said = Object.entries(inside.details).map(
    ([id, value]) => `${id.replaceAll(/[-_]/g, ' ')}: ${value}`,
  );
  return [...said, ...files];
}

function tried({ conversation, site }: BriefContext, words: BriefWords): string[] {
  const { view, inside } = conversation;
  const actions = Object.values(inside.proposals).map((proposal) =>
    result(proposal, nameOf(proposal, conversation, site), words),
  );
  const read = new Set<string>();
  const asked: string[] = [];
  for (const entry of view.entries) {
    if (entry.kind === 'message') for (const { title } of entry.articles ?? []) read.add(words.read(title));
    if (entry.kind !== 'question' || entry.question.kind === 'confirm' || !entry.answer) continue;
    const choice = entry.question.choices.find(({ id }) => id === entry.answer?.choice);
    if (choice) asked.push(words.asked(entry.question.text, choice.label));
  }
  return [...actions.filter((text) => text !== undefined), ...read, ...asked.slice(-shownQuestions)];
}

/** What a proposal came to; undefined while it is confirmed and not run: that is promised, not tried. */
function result(proposal: Proposal, what: string, words: BriefWords): string | undefined {
  if (proposal.undone === 'done') return words.undone(what);
  switch (proposal.status) {
    case 'done':
      return words.done(what, proposal.reference);
    case 'failed':
    case 'refused':
      return words.failed(what);
    case 'unknown':
      return words.unknown(what);
    case 'open':
      return words.notDone(what);
    case 'void':
      return proposal.confirmedAt === undefined ? words.notDone(what) : words.notRun(what);
    // Of what only a person sees (A5 shadow) the customer is told nothing, and this they may read.
    case 'shadowed':
    case 'awaiting':
    case 'confirmed':
      return undefined;
  }
}

/** The action with its object, as the card named it to the customer; else the action's label. */
function nameOf(proposal: Proposal, { view }: Conversation, site: Site): string {
  for (const entry of view.entries) {
    if (entry.kind === 'question' && entry.question.proposal === proposal.id && entry.question.card)
      return entry.question.card.title.replace(/[?.!\s]+$/, '');
  }
  const action = site.actions.find(({ id }) => id === proposal.action);
  return action ? inLocale(action.label, view.locale, site.locale) : proposal.action;
}

function known({ conversation, known: records = [] }: BriefContext, words: BriefWords): string[] {
  const { customer } = conversation.view;
  const who = customer
    ? customer.name
      ? words.signedInAs(customer.name)
      : words.signedIn
    : words.notSignedIn;
  return [who, ...records.slice(0, shownRecords)];
}

function promised({ conversation, site, wait }: BriefContext, words: BriefWords, locale: string): string[] {
  const { view, inside } = conversation;
  const clock = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: site.hours.timeZone,
  });
  const promises: string[] = [];
  for (const proposal of Object.values(inside.proposals))
    if (proposal.status === 'confirmed' || proposal.status === 'awaiting')
      promises.push(words.toBeDone(nameOf(proposal, conversation, site)));
  for (const entry of view.entries) {
    if (entry.kind !== 'message' || entry.undone || !entry.receipt?.undoUntil) continue;
    promises.push(words.undoUntil(entry.receipt.label, clock.format(entry.receipt.undoUntil)));
  }
  const within = (wait ?? view.handoff?.wait)?.within ?? null;
  if (within !== null) promises.push(words.within(spanInWords(locale, within)));
  return promises;
}
