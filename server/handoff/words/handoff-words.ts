// The shape of the desk's and the brief's fixed words in one language. What a site says of its intents and actions comes
// from the site; these are only the labels and the sentences around it.

/** The field of each line, as `correct` names it. */
export type BriefField = 'wants' | 'details' | 'tried' | 'known' | 'promised';
export type AgentField = BriefField | 'mood' | 'why';

export interface BriefWords {
  /** To the customer. */
  labels: Record<BriefField, string>;
  added: string;
  agentLabels: Record<AgentField, string>;
  notSaid: string;
  signedInAs: (name: string) => string;
  signedIn: string;
  notSignedIn: string;
  done: (what: string, reference?: string) => string;
  undone: (what: string) => string;
  failed: (what: string) => string;
  unknown: (what: string) => string;
  notDone: (what: string) => string;
  notRun: (what: string) => string;
  read: (title: string) => string;
  asked: (question: string, answer: string) => string;
  undoUntil: (what: string, time: string) => string;
  toBeDone: (what: string) => string;
  /** `duration` as Intl says it: "4 minutes". */
  within: (duration: string) => string;
  calm: string;
  moods: { frustration: string; urgency: string; confusion: string };
  reasons: Record<string, string>;
}

export type DeskNotice =
  | 'requeued-released'
  | 'requeued-vanished'
  | 'requeued-silent'
  | 'lapsed'
  | 'wait-longer';

/** What the desk itself tells a customer; `wait` is one of the three sentence ends below, in small letters. */
export interface DeskWords {
  notices: Record<DeskNotice, (agent: string, wait: string) => string>;
  someone: string;
  within: (position: string, duration: string, outOfTen: string) => string;
  tooLittle: (position: string) => string;
  nobody: (position: string, opens: string | null) => string;
}

export interface HandoffWords {
  brief: BriefWords;
  desk: DeskWords;
}
