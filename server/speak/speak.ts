// Decision → words: each draft becomes the event that is appended and shown. Nothing is decided here.
import type { Conversation } from '../../shared/conversation.ts';
import type { BodyOf, BriefLine, EventBody, Wait } from '../../shared/events.ts';
import { inLocale } from '../../shared/in-locale.ts';
import type { Draft, HandoffDraft, Label, MessageDraft, QuestionDraft, Saying } from '../decide/decision.ts';
import type { Site, Words } from '../site/site.ts';
import { acknowledgement } from './acknowledgement.ts';
import { contactsInWords } from './contacts-in-words.ts';
import { formatWords } from './format-words.ts';
import { dateAndTimeIn, dayAndTimeIn, minutesIn } from './time-in-words.ts';
import { vocabularyOf } from './vocabulary-of.ts';

export interface SpeakContext {
  site: Site;
  /** Of the conversation. */
  locale: string;
  conversation: Conversation;
  /** The lines of the brief as they stand now (H6). */
  brief: () => BriefLine[];
}

/** The events of these drafts, in their order. Throws when a text lacks a value. */
export function speak(drafts: Draft[], context: SpeakContext): EventBody[] {
  return drafts.map((draft) => ('draft' in draft ? worded(draft, context) : draft));
}

function worded(draft: Exclude<Draft, EventBody>, context: SpeakContext): EventBody {
  switch (draft.draft) {
    case 'message':
      return message(draft, context);
    case 'question':
      return question(draft, context);
    case 'handoff':
      return handoff(draft, context);
    case 'brief':
      return { type: 'brief', lines: context.brief() };
  }
}

function siteText(words: Words, values: Record<string, unknown>, { site, locale }: SpeakContext): string {
  return formatWords(inLocale(words, locale, site.locale), locale, values);
}

function message(draft: MessageDraft, context: SpeakContext): BodyOf<'message'> {
  const { site } = context;
  const base: BodyOf<'message'> = {
    type: 'message',
    from: draft.from,
    text: '',
    ...(draft.from === 'assistant' ? { name: site.assistant.name } : {}),
    ...(draft.acknowledges ? { acknowledges: draft.acknowledges } : {}),
    ...(draft.articles ? { articles: draft.articles } : {}),
    ...(draft.notice ? { notice: draft.notice } : {}),
  };
  if (draft.receipt) {
    const { label, undoLabel, values, ...rest } = draft.receipt;
    base.receipt = {
      ...rest,
      label: siteText(label, values, context),
      ...(undoLabel ? { undoLabel: siteText(undoLabel, values, context) } : {}),
    };
  }
  const say = draft.say;
  if (say.say === 'acknowledge') {
    const { text, phrase } = acknowledgement(say, context);
    return { ...base, text, phrase };
  }
  if (say.say === 'notice') base.notice = say.notice;
  return { ...base, text: saying(say, context) };
}

function saying(say: Exclude<Saying, { say: 'acknowledge' }>, context: SpeakContext): string {
  const words = vocabularyOf(context.locale);
  switch (say.say) {
    case 'notice':
      return formatWords(words.notices[say.notice], context.locale, noticeValues(say.values ?? {}, context));
    case 'words':
      return siteText(say.words, say.values, context);
    case 'composed':
      return say.text;
    case 'passage':
      return say.url
        ? say.text
        : `${say.text}\n\n${formatWords(words.source, context.locale, { title: say.title })}`;
    case 'clarify':
      return say.again ? words.clarify.again : pick(words.clarify.first, context);
    case 'which':
      if (say.stranger !== undefined)
        return formatWords(words.which.stranger, context.locale, { name: say.stranger });
      return say.again ? words.which.again : words.which.first;
  }
}

function pick(variants: string[], { conversation }: SpeakContext): string {
  return variants[conversation.inside.clarifications % variants.length] ?? '';
}

/** The values a notice may name: an intent's topic, the wait in words, the site's emergency contacts. */
function noticeValues(values: Record<string, unknown>, context: SpeakContext): Record<string, unknown> {
  const { site, locale } = context;
  const intent = site.intents.find(({ id }) => id === values.intent);
  return {
    ...values,
    contacts: contactsInWords(site, locale),
    topic: intent ? inLocale(intent.topic, locale, site.locale) : '',
    deadline:
      typeof values.deadline === 'number'
        ? dateAndTimeIn(locale, site.hours.timeZone, values.deadline)
        : 'none',
    ...waitValues(values as Partial<Wait>, context),
  };
}

/** `within` (s) as people say it, the odds as "9 out of 10", the next shift as a day and time. */
function waitValues(wait: Partial<Wait>, { locale, site }: SpeakContext): Record<string, string | number> {
  const { opensAt } = wait;
  return {
    position: wait.position ?? 1,
    minutes: minutesIn(locale, (wait.within ?? 0) / 60),
    share: Math.round((wait.confidence ?? 0.9) * 10),
    opens: opensAt === undefined ? 'unknown' : dayAndTimeIn(locale, site.hours.timeZone, opensAt),
  };
}

function label(of: Label, context: SpeakContext): string {
  if ('text' in of) return of.text;
  if ('notice' in of) return vocabularyOf(context.locale).choices[of.notice];
  return siteText(of.words, of.values ?? {}, context);
}

function question(draft: QuestionDraft, context: SpeakContext): BodyOf<'question'> {
  const { card, say, choices, draft: _, ...rest } = draft;
  const text = say.say === 'acknowledge' ? acknowledgement(say, context).text : saying(say, context);
  return {
    type: 'question',
    ...rest,
    text,
    choices: choices.map(({ id, label: of, style }) => ({
      id,
      label: label(of, context),
      ...(style ? { style } : {}),
    })),
    ...(card
      ? {
          card: {
            title: siteText(card.title, card.values, context),
            effect: siteText(card.effect, card.values, context),
            ...(card.money ? { money: siteText(card.money, card.values, context) } : {}),
            undoable: siteText(card.undoable, card.values, context),
          },
        }
      : {}),
  };
}

function handoff({ event }: HandoffDraft, context: SpeakContext): BodyOf<'handoff'> {
  const words = vocabularyOf(context.locale).handoff;
  const { wait, triggers } = event;
  const has = (name: string): boolean => triggers.some(({ trigger }) => trigger === name);
  const lead = has('asked')
    ? words.asked
    : has('failure') || has('unknown-outcome') || has('distress')
      ? words.failure
      : words.offered;
  const values = waitValues(wait, context);
  const known = wait.within === null ? words.noEstimate : words.wait;
  const nobody = wait.opensAt === undefined ? words.nobodyUnknown : words.nobody;
  const stated = formatWords(wait.basis === 'nobody' ? nobody : known, context.locale, values);
  return { type: 'handoff', ...event, text: wait.basis === 'nobody' ? stated : `${lead} ${stated}` };
}
