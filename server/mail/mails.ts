// E-mail to a customer who is away when an agent answers. The answer sets a timer in its own write; what is about to be
// sent goes into the log before it is sent, so that whoever comes back after a crash sends the same letter under the same
// Message-ID, and what became of it goes into the log as well.
import type { Conversation } from '../../shared/conversation.ts';
import type { EventBody } from '../../shared/events.ts';
import type { Site } from '../site/site.ts';
import type { Seen } from '../store/seen-mark.ts';
import type { Append, Appended, ConversationRow, Timer } from '../store/store.ts';
import { letter } from './letter.ts';
import type { Post, Posted } from './post.ts';
import { answersBetween, mailDue, unseenAnswers } from './unseen-answers.ts';

interface Loaded {
  row: ConversationRow;
  conversation: Conversation;
}

export interface MailDeps {
  /** Absent: nothing is ever mailed. */
  post: Post | undefined;
  load(conversation: string): Promise<Loaded | undefined>;
  append(append: Append): Promise<Appended>;
  seen(conversation: string): Promise<Seen>;
  site(id: string): Site | undefined;
  now(): number;
  newId(): string;
}

/** What the server around it knows and wants to know. */
export interface MailWatcher {
  /** A page of the customer's is connected, at whichever node. */
  isPresent(conversation: string): Promise<boolean>;
  /** A letter is not going to arrive: nobody has been told by it. */
  lost(site: string, why: string): void;
}

export interface Mails {
  /** Whether an answer can be mailed for this site. */
  can(site: Site): boolean;
  watch(watcher: MailWatcher): void;
  /** The timer that goes with an agent's answer, or, with `ends`, with the end of the conversation. */
  timersFor(loaded: Loaded, ends?: boolean): NonNullable<Append['setTimers']>;
  /** A timer `mail` is due. */
  due(timer: Timer): Promise<void>;
}

/** Tried again after as long as it has been tried for, between these, ms; given up after `longest`. */
const soonest = 15_000;
const latest = 3_600_000;
const longest = 24 * 3_600_000;
/** One who has a page open and looks elsewhere is looked after again within these, ms. */
const mostPresent = 600_000;

export const mailTimer = 'mail';

export function createMails(deps: MailDeps): Mails {
  const { now, post } = deps;
  let watcher: MailWatcher = { isPresent: async () => false, lost: () => undefined };

  /** The timer goes, or comes later, and what became of the letter is written down. */
  const settle = (timer: Timer, again?: number, event?: EventBody) =>
    deps.append({
      conversation: timer.conversation,
      at: now(),
      events: event ? [event] : [],
      clearTimers: [{ name: mailTimer, ref: timer.ref }],
      ...(again === undefined ? {} : { setTimers: [{ name: mailTimer, ref: timer.ref, due: again }] }),
    });

  /** Another answer may have set the timer anew by now: then it stands, and comes again. */
  const put = (timer: Timer, { row }: Loaded, again?: number) =>
    deps.append({
      conversation: row.id,
      at: now(),
      events: [],
      expect: row.seq,
      clearTimers: [{ name: mailTimer, ref: timer.ref }],
      ...(again === undefined ? {} : { setTimers: [{ name: mailTimer, ref: timer.ref, due: again }] }),
    });

  async function due(timer: Timer): Promise<void> {
    const loaded = await deps.load(timer.conversation);
    const site = loaded && deps.site(loaded.row.site);
    if (!loaded || !site?.mail || !loaded.conversation.inside.mail || !post)
      return void (await settle(timer));
    return timer.ref === 'send' ? send(timer, loaded, site, post) : begin(timer, loaded, site.mail.pause);
  }

  async function begin(timer: Timer, loaded: Loaded, pause: number): Promise<void> {
    // One letter after the other.
    if (loaded.conversation.inside.mail?.open) return void (await put(timer, loaded, now() + pause));
    const seen = (await deps.seen(timer.conversation)).customer?.seq ?? 0;
    const answers = unseenAnswers(loaded.conversation, seen);
    const first = answers[0];
    if (!first) return void (await put(timer, loaded));
    const ready = loaded.row.status === 'resolved' ? 0 : mailDue(answers, pause);
    if (now() < ready) return void (await put(timer, loaded, ready));
    if (await watcher.isPresent(timer.conversation)) {
      const age = now() - first.at;
      const later = now() + Math.min(mostPresent, Math.max(pause, age));
      // A page that stays open for days shows it when it is looked at.
      return void (await put(timer, loaded, age > longest ? undefined : later));
    }
    const id = deps.newId();
    const mailing = { type: 'mailing' as const, mail: id, from: first.seq, through: answers.at(-1)!.seq };
    await deps.append({
      conversation: timer.conversation,
      at: now(),
      events: [mailing],
      expect: loaded.row.seq,
      clearTimers: [{ name: mailTimer, ref: timer.ref }],
      setTimers: [{ name: mailTimer, ref: 'send', due: now() }],
    });
  }

  async function send(timer: Timer, { conversation }: Loaded, site: Site, way: Post): Promise<void> {
    const { open, to } = conversation.inside.mail!;
    if (!open) return void (await settle(timer));
    const answers = answersBetween(conversation.view.entries, open.from, open.through);
    const locale = conversation.inside.language ?? conversation.view.locale;
    const written = letter({ id: open.id, to, site, locale, answers });
    if (!written) return void (await settle(timer));
    const posted = await way.send(written);
    const age = now() - open.at;
    if (!posted.ok && posted.again && age < longest)
      return void (await settle(timer, now() + Math.min(latest, Math.max(soonest, age))));
    const outcome = posted.ok ? 'sent' : posted.again ? 'given-up' : 'refused';
    const code = posted.ok ? undefined : posted.code;
    const mailed: EventBody = { type: 'mailed', mail: open.id, outcome, ...(code ? { code } : {}) };
    await settle(timer, undefined, mailed);
    if (!posted.ok) watcher.lost(site.id, inWords(posted));
  }

  return {
    can: (site) => post !== undefined && site.mail !== undefined,
    watch(one) {
      watcher = one;
    },
    timersFor({ row, conversation }, ends = false) {
      const pause = post && deps.site(row.site)?.mail?.pause;
      const { mail } = conversation.inside;
      if (pause === undefined || !mail || mail.ended) return [];
      const before = unseenAnswers(conversation, 0);
      if (ends) return before.length > 0 ? [{ name: mailTimer, ref: 'answer', due: now() }] : [];
      const soon = before.length > 0 ? mailDue(before, pause) : Number.POSITIVE_INFINITY;
      return [{ name: mailTimer, ref: 'answer', due: Math.max(now(), Math.min(now() + pause, soon)) }];
    },
    due,
  };
}

/** Without a name or an address: it goes to the log. */
function inWords({ again, code }: Exclude<Posted, { ok: true }>): string {
  const by = code === undefined ? 'the mail server does not answer' : `the mail server says ${code}`;
  return again ? `an answer could not be mailed within a day: ${by}` : `an answer was refused: ${by}`;
}
