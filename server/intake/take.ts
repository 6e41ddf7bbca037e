// What a customer does becomes an event: stored in one write together with the timers that see to its
// turn even if this process dies, acknowledged once it is stored, and only then handed to the turn.
import type { Conversation } from '../../shared/conversation.ts';
import { type Ack, failure } from '../../shared/errors.ts';
import type { BodyOf, EventBody } from '../../shared/events.ts';
import { mailAddress } from '../../shared/mail-address.ts';
import type { CustomerPayload } from '../../shared/protocol.ts';
import { cleanText } from '../record/clean-text.ts';
import { crashNet } from '../record/crash-net.ts';
import type { Site } from '../site/site.ts';
import type { Append, Appended, ConversationRow } from '../store/store.ts';
import { chooseLocale } from './choose-locale.ts';

/** Who does it, and where. */
export interface Asking {
  site: Site;
  visitor: string;
  conversation: string;
}

export interface TakePorts {
  append(append: Append): Promise<Appended>;
  load(conversation: string): Promise<{ row: ConversationRow; conversation: Conversation } | undefined>;
  /** Runs the turn for the event at `seq`; its failures are the caller's to log. */
  turn(conversation: string, seq: number): void;
  /** Another conversation of theirs that is open. Default: there is none. */
  openFor?(site: string, who: { customer: string } | { visitor: string }): Promise<unknown>;
  /** Whether an answer can be mailed for this site. Default: never. */
  mails?(site: Site): boolean;
  /** Epoch ms. */
  now(): number;
}

export type Attached = NonNullable<BodyOf<'message'>['file']>;

export type Taken = Ack<{ seq: number }>;

export interface Take {
  message(who: Asking, payload: CustomerPayload<'message'>): Promise<Taken>;
  /** A file that was looked at already; `name` as the customer's device has it. */
  file(who: Asking, id: string, name: string, attached: Attached, bytes: Uint8Array): Promise<Taken>;
  choice(who: Asking, payload: CustomerPayload<'choice'>): Promise<Taken>;
  human(who: Asking, payload: CustomerPayload<'human'>): Promise<Taken>;
  undo(who: Asking, payload: CustomerPayload<'undo'>): Promise<Taken>;
  wait(who: Asking, payload: CustomerPayload<'wait'>): Promise<Taken>;
  correct(who: Asking, payload: CustomerPayload<'correct'>): Promise<Taken>;
  rating(who: Asking, payload: CustomerPayload<'rating'>): Promise<Taken>;
  /** Answers with the site's language that it came to. What has ended, or is in it already, stays as it is. */
  locale(who: Asking, payload: CustomerPayload<'locale'>): Promise<Ack<{ locale: string }>>;
}

/** How often a write that lost a race is tried again. */
const tries = 8;
/** D3: in its last minute the customer may ask for more time. */
const lastMinute = 60_000;

type Check = (row: ConversationRow, conversation: Conversation) => EventBody | Taken;

export function createTake(ports: TakePorts): Take {
  const { append, load, turn, openFor = async () => undefined, mails = () => false, now } = ports;
  const write = (
    who: Asking,
    id: string,
    event: EventBody,
    more: Partial<Append> = {},
  ): Promise<Appended> => {
    // Without a ref they are about this event's own seq.
    const timers = [{ name: 'turn', due: now() + crashNet }];
    if (event.type !== 'rated' && event.type !== 'corrected') {
      timers.push({ name: 'watchdog', due: now() + who.site.limits.reply });
    }
    return append({
      conversation: who.conversation,
      at: now(),
      events: [event],
      client: { author: who.visitor, id },
      setTimers: timers,
      ...more,
    });
  };

  const settle = (who: Asking, appended: Appended): Taken => {
    if (!appended.ok) {
      // Of another conversation of theirs that is open now (`occupied`), only that one can be gone on with.
      if (appended.why === 'conflict' || appended.why === 'not_found') return failure(appended.why);
      return failure(appended.why === 'moved' ? 'busy' : 'gone');
    }
    if (appended.seenAt !== undefined) return { ok: true, seq: appended.seenAt };
    const seq = appended.events[0]!.seq;
    turn(who.conversation, seq);
    return { ok: true, seq };
  };

  const plainly = async (who: Asking, id: string, event: EventBody): Promise<Taken> =>
    settle(who, await write(who, id, event));

  /**
   * Writes what `check` makes of the conversation as it is, on the condition that it still is so; a refusal
   * first makes sure that it is not the retry of what was taken before.
   */
  const checked = async (who: Asking, id: string, retry: EventBody, check: Check): Promise<Taken> => {
    for (let attempt = 0; attempt < tries; attempt++) {
      const loaded = await load(who.conversation);
      if (!loaded) return failure('not_found');
      const verdict = check(loaded.row, loaded.conversation);
      if ('ok' in verdict) {
        const before = await write(who, id, retry, { expect: -1 });
        return before.ok || before.why === 'conflict' ? settle(who, before) : verdict;
      }
      const appended = await write(who, id, verdict, { expect: loaded.row.seq });
      if (appended.ok || appended.why !== 'moved') return settle(who, appended);
    }
    return failure('busy');
  };

  /** It has ended and they have another open: a turn could bring nobody into it any more. */
  const isLeft = async ({ conversation }: Asking): Promise<boolean> => {
    const row = (await load(conversation))?.row;
    if (row?.status !== 'resolved') return false;
    const { site, visitor, customer } = row;
    return (await openFor(site, customer === null ? { visitor } : { customer })) !== undefined;
  };

  return {
    message: async (who, { id, text }) => {
      // What is left of a text of control characters is nothing to answer.
      if (cleanText(text).trim() === '')
        return failure('bad_request', { message: 'The message is empty and was not sent.' });
      return plainly(who, id, { type: 'message', from: 'customer', text, clientId: id });
    },

    file: async (who, id, name, file, bytes) => {
      const event: EventBody = { type: 'message', from: 'customer', text: name, clientId: id, file };
      return settle(who, await write(who, id, event, { file: { id: file.id, bytes } }));
    },

    human: async (who, { id }) => {
      const asked: EventBody = { type: 'asked', what: 'human', clientId: id };
      if (await isLeft(who)) return checked(who, id, asked, () => failure('gone'));
      return plainly(who, id, asked);
    },

    choice: (who, { id, question, choice }) => {
      const pressed: EventBody = { type: 'answered', question, choice, by: 'button', clientId: id };
      const again: EventBody = { type: 'asked', what: 'again', question, clientId: id };
      return checked(who, id, choice === 'again' ? again : pressed, (_, { view, inside }) => {
        const entry = view.entries.find((one) => one.kind === 'question' && one.question.id === question);
        if (entry?.kind !== 'question') return failure('not_found');
        const { expiresAt = Number.POSITIVE_INFINITY, kind } = entry.question;
        const isOpen = inside.question?.id === question;
        if (choice === 'again' && kind === 'confirm') {
          const mayAsk = entry.lapsed === 'expired' || (isOpen && now() >= expiresAt - lastMinute);
          return mayAsk ? again : failure('gone');
        }
        if (!isOpen) return failure('gone');
        if (!entry.question.choices.some((one) => one.id === choice)) return failure('not_found');
        return kind === 'confirm' && choice === 'do' && now() >= expiresAt ? failure('gone') : pressed;
      });
    },

    undo: (who, { id, proposal }) => {
      const asked: EventBody = { type: 'asked', what: 'undo', proposal, clientId: id };
      return checked(who, id, asked, (_, { inside }) =>
        Object.hasOwn(inside.proposals, proposal) ? asked : failure('not_found'),
      );
    },

    wait: async (who, { id, choice, text, contact }) => {
      if (choice === 'mail' && !(mails(who.site) && mailAddress(contact ?? '')))
        return failure(mails(who.site) ? 'bad_request' : 'denied');
      const waited: EventBody = {
        type: 'waited',
        choice,
        ...(text ? { text } : {}),
        ...(contact ? { contact } : {}),
        clientId: id,
      };
      return checked(who, id, waited, (row) =>
        row.status === 'waiting' || row.status === 'left' ? waited : failure('gone'),
      );
    },

    correct: (who, { id, field, text }) => {
      const corrected: EventBody = {
        type: 'corrected',
        by: 'customer',
        field,
        text,
        clientId: id,
      };
      return checked(who, id, corrected, (_, { view }) =>
        view.brief.some((line) => line.field === field) ? corrected : failure('not_found'),
      );
    },

    locale: async (who, { id, locale: wanted }) => {
      const locale = chooseLocale(wanted, who.site);
      const loaded = await load(who.conversation);
      if (!loaded) return failure('not_found');
      const { view, inside } = loaded.conversation;
      if (view.status === 'resolved' || (inside.language ?? view.locale) === locale)
        return { ok: true, locale };
      // Nothing is owed for it: no turn, no timer.
      const appended = await append({
        conversation: who.conversation,
        at: now(),
        events: [{ type: 'language', locale, clientId: id }],
        client: { author: who.visitor, id },
      });
      return appended.ok ? { ok: true, locale } : failure(appended.why === 'moved' ? 'busy' : 'conflict');
    },

    rating: (who, { id, score, comment }) =>
      plainly(who, id, {
        type: 'rated',
        by: 'customer',
        score,
        ...(comment ? { comment } : {}),
        clientId: id,
      }),
  };
}
