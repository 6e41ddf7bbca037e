// Every word of the console, as a typed table: a further language is one more value of this type.
import type { ErrorCode } from '../../../shared/errors.ts';
import type { FoundRow } from '../../../shared/protocol.ts';
import type { DeskAct } from '../models/desk-keys.ts';
import type { MoodWord } from '../models/mood-word.ts';
import type { SectionName } from '../models/queue-model.ts';
import type { OutcomeName } from '../models/resolve-model.ts';
import type { ConversationWords } from './conversation-words.ts';
import type { RolloutWords } from './rollout-words.ts';

type Say<T extends unknown[] = [string]> = (...values: T) => string;

export interface ConsoleWords extends ConversationWords, RolloutWords {
  /** BCP 47, for dates, numbers and the page's language. */
  locale: string;
  title: string;
  someone: string;
  close: string;
  cancel: string;
  optional: string;
  signIn: Record<
    | 'title'
    | 'email'
    | 'password'
    | 'show'
    | 'hide'
    | 'send'
    | 'sending'
    | 'checking'
    | 'unreachable'
    | 'again',
    string
  > & { wrong: string; throttled: Say };
  expired: Record<'title' | 'text' | 'send' | 'other', string>;
  top: Record<
    | 'on'
    | 'off'
    | 'switchOn'
    | 'switchOff'
    | 'capacity'
    | 'more'
    | 'fewer'
    | 'others'
    | 'alone'
    | 'mute'
    | 'unmute'
    | 'keys'
    | 'signOut'
    | 'notify'
    | 'details',
    string
  > & { load: Say<[number, number]>; othersOn: Say<[number]>; hasLoad: Say<[number, number]>; away: string };
  link: Record<
    'online' | 'connecting' | 'down' | 'lost' | 'offline' | 'outdated' | 'refused' | 'reload',
    string
  >;
  queue: Record<'label' | 'filter' | 'loading' | 'nobody' | 'noMatch' | 'off', string> & {
    sections: Record<SectionName, string>;
    empty: Partial<Record<SectionName, string>>;
    waited: Say;
    ofMinutes: Say<[string, number]>;
    left: Say;
    over: Say;
    owed: Say;
    owedShort: Say;
    nothingOwed: string;
    place: Say<[number]>;
    promised: Say;
    notPromised: string;
    unread: Say<[number]>;
    draft: string;
    reach: Record<'message' | 'callback', string>;
    with: Say;
    site: Say;
  };
  find: Record<'title' | 'busy' | 'nothing' | 'noOther' | 'claimed', string> & {
    /** Who wrote what was found; none for the customer. */
    by: Partial<Record<FoundRow['by'], string>>;
  };
  floor: Record<
    | 'title'
    | 'loading'
    | 'alerts'
    | 'line'
    | 'give'
    | 'agents'
    | 'agent'
    | 'load'
    | 'today'
    | 'inHand'
    | 'waiting'
    | 'handled'
    | 'none',
    string
  > & {
    keptOf: Say<[number, number]>;
    promises: Say<[number]>;
    longest: Say;
    loadOf: Say<[number, number]>;
    onDuty: Say<[number]>;
    each: Say;
    done: Say<[number]>;
  };
  mood: Record<MoodWord, string>;
  moodOf: Record<'frustration' | 'urgency' | 'confusion', string>;
  empty: Record<'title' | 'nobody' | 'off' | 'takeNext' | 'keys', string> & { waiting: Say<[number]> };
  composer: Record<
    | 'reply'
    | 'note'
    | 'replyHint'
    | 'unfilled'
    | 'noteHint'
    | 'send'
    | 'sendNote'
    | 'saved'
    | 'noSaved'
    | 'whisperHint'
    | 'whisper'
    | 'sendWhisper'
    | 'savedLabel'
    | 'enter'
    | 'tooLong'
    | 'kept',
    string
  >;
  side: Record<
    | 'label'
    | 'brief'
    | 'noBrief'
    | 'corrected'
    | 'customer'
    | 'verified'
    | 'anonymous'
    | 'vip'
    | 'email'
    | 'channel'
    | 'language'
    | 'began'
    | 'mood'
    | 'actions'
    | 'noActions'
    | 'known'
    | 'articles'
    | 'insert'
    | 'useful'
    | 'notUseful'
    | 'noArticles'
    | 'expected'
    | 'none',
    string
  > & {
    proposal: Record<string, string>;
    /** Labels of the brief's lines by field. */
    fields: Record<string, string>;
    noRecords: string;
    /** For facts that are less than a second old. */
    fresh: string;
    notKnown: Record<string, string>;
    age: Say;
    moodOver: Say<[number]>;
  };
  resolve: Record<
    | 'title'
    | 'outcome'
    | 'right'
    | 'yes'
    | 'no'
    | 'which'
    | 'noneOfThem'
    | 'comment'
    | 'commentHint'
    | 'send'
    | 'sendNext'
    | 'unread',
    string
  > & {
    outcomes: Record<OutcomeName, string>;
    read: Say;
  };
  transfer: Record<'title' | 'give' | 'nobody' | 'send' | 'full' | 'teams' | 'people' | 'myself', string> & {
    team: Say<[number]>;
  };
  keys: Record<'title' | 'single' | 'inWriting', string> & {
    acts: Record<DeskAct, string>;
    writing: Record<'send' | 'line' | 'saved' | 'leave', string>;
  };
  errors: Record<ErrorCode, string>;
  notifyWaiting: Say;
  notifyMessage: Say;
  /** Durations; seconds in. */
  duration: Say<[number]>;
  durationLong: Say<[number]>;
  /** A bound that was promised, in whole minutes. */
  wait: Say<[number]>;
}
