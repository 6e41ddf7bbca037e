// The console's words that stand in a conversation; part of the table in console-words.ts.

type Say<T extends unknown[] = [string]> = (...values: T) => string;

export interface ConversationWords {
  thread: Record<
    | 'label'
    | 'loading'
    | 'missing'
    | 'failed'
    | 'again'
    | 'customer'
    | 'automated'
    | 'person'
    | 'you'
    | 'notice'
    | 'typing'
    | 'latest'
    | 'note'
    | 'whisper'
    | 'callback'
    | 'leftMessage'
    | 'mailMe'
    | 'seen'
    | 'today'
    | 'yesterday'
    | 'sending'
    | 'queued'
    | 'notSent'
    | 'retry'
    | 'takeBack'
    | 'undone'
    | 'question'
    | 'confirmation'
    | 'open'
    | 'typed'
    | 'pressed'
    | 'reference'
    | 'undoUntil',
    string
  > & { lapsed: Record<string, string>; lines: Record<string, Say>; quiet: Record<string, Say> };
  files: Record<'attach' | 'drop' | 'ready', string> &
    Record<'sending' | 'stop' | 'remove' | 'save', Say> & { failed: Record<string, string> };
  status: Record<'waiting' | 'assistant' | 'mine' | 'left' | 'resolved', string> & { claimed: Say };
  act: Record<
    | 'claim'
    | 'takeover'
    | 'release'
    | 'return'
    | 'transfer'
    | 'resolve'
    | 'claiming'
    | 'takenBySomeone'
    | 'claimFirst'
    | 'takeoverFirst'
    | 'watching'
    | 'left'
    | 'ended'
    | 'more',
    string
  > & { taken: Say };
  action: Record<
    | 'proposed'
    | 'confirmed'
    | 'approved'
    | 'voided'
    | 'refused'
    | 'ran'
    | 'undone'
    | 'arguments'
    | 'hash'
    | 'reference'
    | 'took'
    | 'why',
    string
  > & {
    outcomes: Record<string, string>;
    by: Say;
    ms: Say;
  };
  approval: Record<
    | 'title'
    | 'text'
    | 'approve'
    | 'refuse'
    | 'reason'
    | 'byHand'
    | 'byHandText'
    | 'confirmedText'
    | 'did'
    | 'differently'
    | 'didEdited'
    | 'didNot'
    | 'back',
    string
  >;
  why: Record<
    | 'open'
    | 'close'
    | 'title'
    | 'reading'
    | 'none'
    | 'threshold'
    | 'outOfScope'
    | 'mood'
    | 'entities'
    | 'topics'
    | 'guard'
    | 'gesture'
    | 'distress'
    | 'wantsPerson'
    | 'decision'
    | 'mode'
    | 'site'
    | 'arm'
    | 'saw'
    | 'ran'
    | 'nothing'
    | 'language'
    | 'answer',
    string
  > & { margin: Say; rule: Say; age: Say };
}
