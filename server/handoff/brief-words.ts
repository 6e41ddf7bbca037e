// The fixed words of the brief (H6), in the languages that the product itself speaks. What the site says of its
// intents and actions comes from the site; these are only the labels and the sentences around it.

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
  within: (minutes: number) => string;
  calm: string;
  moods: { frustration: string; urgency: string; confusion: string };
  reasons: Record<string, string>;
}

const en: BriefWords = {
  labels: {
    wants: 'What you want',
    details: 'What you told us',
    tried: 'What was tried',
    known: 'What is known',
    promised: 'What was promised',
  },
  added: 'You added',
  agentLabels: {
    why: 'Why it came to you',
    wants: 'What they want',
    details: 'What they said',
    mood: 'Mood so far',
    tried: 'What was tried',
    known: 'Known and verified',
    promised: 'Promised',
  },
  notSaid: 'not clear yet',
  signedInAs: (name) => `signed in as ${name}`,
  signedIn: 'signed in',
  notSignedIn: 'not signed in',
  done: (what, reference) => `${what}: done${reference ? `, reference ${reference}` : ''}`,
  undone: (what) => `${what}: done and undone again`,
  failed: (what) => `${what}: failed, nothing was done`,
  unknown: (what) => `${what}: sent, but whether it was done is not known`,
  notDone: (what) => `${what}: not confirmed, nothing was done`,
  notRun: (what) => `${what}: confirmed, and not done`,
  read: (title) => `shown: ${title}`,
  asked: (question, answer) => `asked “${question}”, answered “${answer}”`,
  undoUntil: (what, time) => `${what}: can be undone until ${time}`,
  toBeDone: (what) => `${what}: confirmed, waiting to be done`,
  within: (minutes) => `a person within ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
  calm: 'calm throughout',
  moods: { frustration: 'frustration', urgency: 'urgency', confusion: 'confusion' },
  reasons: {
    asked: 'Asked for a person',
    distress: 'In distress',
    'unknown-outcome': 'An outcome is unknown',
    frustration: 'Frustrated more than once',
    'no-progress': 'Questions led nowhere',
    topic: 'A topic for a person',
    vip: 'VIP',
    failure: 'An action failed or is unavailable',
    hold: 'An action is held for a person',
    watchdog: 'A message was about to go unanswered',
    intent: 'A request for a person',
    approval: 'An action waits for approval',
    takeover: 'Taken over from the assistant',
  },
};

const de: BriefWords = {
  labels: {
    wants: 'Ihr Anliegen',
    details: 'Ihre Angaben',
    tried: 'Was versucht wurde',
    known: 'Was bekannt ist',
    promised: 'Was zugesagt wurde',
  },
  added: 'Von Ihnen ergänzt',
  agentLabels: {
    why: 'Warum es zu Ihnen kam',
    wants: 'Anliegen',
    details: 'Angaben',
    mood: 'Stimmung bisher',
    tried: 'Was versucht wurde',
    known: 'Bekannt und geprüft',
    promised: 'Zugesagt',
  },
  notSaid: 'noch nicht klar',
  signedInAs: (name) => `angemeldet als ${name}`,
  signedIn: 'angemeldet',
  notSignedIn: 'nicht angemeldet',
  done: (what, reference) => `${what}: erledigt${reference ? `, Referenz ${reference}` : ''}`,
  undone: (what) => `${what}: erledigt und wieder rückgängig gemacht`,
  failed: (what) => `${what}: fehlgeschlagen, es wurde nichts geändert`,
  unknown: (what) => `${what}: abgeschickt, aber der Ausgang ist nicht bekannt`,
  notDone: (what) => `${what}: nicht bestätigt, es wurde nichts geändert`,
  notRun: (what) => `${what}: bestätigt und nicht ausgeführt`,
  read: (title) => `gezeigt: ${title}`,
  asked: (question, answer) => `gefragt „${question}“, geantwortet „${answer}“`,
  undoUntil: (what, time) => `${what}: bis ${time} rückgängig zu machen`,
  toBeDone: (what) => `${what}: bestätigt, wird noch ausgeführt`,
  within: (minutes) => `ein Mensch innerhalb von ${minutes} ${minutes === 1 ? 'Minute' : 'Minuten'}`,
  calm: 'durchweg ruhig',
  moods: { frustration: 'Frust', urgency: 'Eile', confusion: 'Verwirrung' },
  reasons: {
    asked: 'Wollte mit einem Menschen sprechen',
    distress: 'In Not',
    'unknown-outcome': 'Ein Ausgang ist nicht bekannt',
    frustration: 'Mehr als einmal verärgert',
    'no-progress': 'Rückfragen führten nicht weiter',
    topic: 'Ein Thema für einen Menschen',
    vip: 'VIP',
    failure: 'Eine Aktion schlug fehl oder ist nicht verfügbar',
    hold: 'Eine Aktion wird für einen Menschen zurückgehalten',
    watchdog: 'Eine Nachricht wäre ohne Antwort geblieben',
    intent: 'Ein Anliegen für einen Menschen',
    approval: 'Eine Aktion wartet auf Freigabe',
    takeover: 'Vom Assistenten übernommen',
  },
};

/** The words for a BCP 47 locale; English where its language has none. */
export function briefWords(locale: string): BriefWords {
  return locale.toLowerCase().startsWith('de') ? de : en;
}
