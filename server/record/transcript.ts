// The customer's view of a conversation as a text or a page to keep (P2): the same fold that their screen shows.
import type {
  CustomerView,
  Entry,
  LineEntry,
  MessageEntry,
  QuestionEntry,
} from '../../shared/conversation.ts';
import type { TranscriptWords } from '../../shared/transcript-words.ts';

export interface TranscriptOptions {
  /** Whom they talked to: the business's and the assistant's name. */
  business: string;
  assistant: string;
  /** IANA name. */
  timeZone: string;
  /** BCP 47, of the words. */
  locale: string;
  words: TranscriptWords;
}

interface Said {
  at: number;
  /** Absent for a line between the bubbles. */
  who?: string;
  text: string;
  /** What belongs to it: choices, a card, a receipt. */
  notes: string[];
}

/** Plain text, UTF-8, lines ended by `\n`. */
export function transcriptText(view: CustomerView, options: TranscriptOptions): string {
  const { words } = options;
  const time = timeFormat(options);
  const parts = view.entries.map((entry) => {
    const { at, who, text, notes } = saidIn(entry, options, words);
    const head = who === undefined ? `[${time(at)}] — ${text}` : `[${time(at)}] ${who}: ${text}`;
    return [head, ...notes.map((note) => `    ${note}`)].join('\n');
  });
  return [`${words.title} · ${options.business}`, '', ...parts, ''].join('\n');
}

/** A whole HTML document without script; everything that anyone wrote is escaped. */
export function transcriptHtml(view: CustomerView, options: TranscriptOptions): string {
  const { words } = options;
  const time = timeFormat(options);
  const items = view.entries.map((entry) => {
    const { at, who, text, notes } = saidIn(entry, options, words);
    const name = who === undefined ? '' : `<b dir="auto">${escaped(who)}</b> `;
    const stamp = `<time datetime="${new Date(at).toISOString()}">${escaped(time(at))}</time>`;
    const list = notes.map((note) => `<li dir="auto">${escaped(note)}</li>`).join('');
    return `<li>${name}${stamp}<p dir="auto">${escaped(text)}</p>${list && `<ul>${list}</ul>`}</li>`;
  });
  const title = escaped(`${words.title} · ${options.business}`);
  return [
    `<!doctype html><html lang="${escaped(options.locale)}" dir="${directionOf(options.locale)}"><head><meta charset="utf-8"><title>${title}</title>`,
    '<meta name="viewport" content="width=device-width"><style>',
    'body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}',
    'ol,ul{padding:0;list-style:none}ol>li{margin:0 0 1rem}p{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}',
    'time,ul{font-size:.875rem;opacity:.75}</style></head><body>',
    `<h1>${title}</h1><ol>${items.join('\n')}</ol></body></html>\n`,
  ].join('');
}

function directionOf(locale: string): 'rtl' | 'ltr' {
  return /^(ar|he|fa|ur)\b/.test(locale) ? 'rtl' : 'ltr';
}

function saidIn(entry: Entry, options: TranscriptOptions, words: TranscriptWords): Said {
  switch (entry.kind) {
    case 'message':
      return {
        at: entry.at,
        who: writer(entry, options, words),
        text: entry.text,
        notes: beside(entry, words),
      };
    case 'question': {
      const who = `${options.assistant} (${words.automated})`;
      return { at: entry.at, who, text: entry.question.text, notes: choices(entry, words) };
    }
    case 'line':
      return { at: entry.at, text: between(entry, words), notes: [] };
  }
}

/** Every message says whether a machine or a person wrote it (O2). */
function writer(entry: MessageEntry, options: TranscriptOptions, words: TranscriptWords): string {
  switch (entry.from) {
    case 'customer':
      return words.you;
    case 'agent':
      return entry.name ? `${entry.name} (${words.person})` : words.person;
    case 'assistant':
      return `${entry.name ?? options.assistant} (${words.automated})`;
    case 'system':
      return words.system;
  }
}

/** That it is a file, or what was done. */
function beside({ file, receipt, undone }: MessageEntry, words: TranscriptWords): string[] {
  if (file) return [words.file];
  if (!receipt) return [];
  const reference = receipt.reference === undefined ? '' : ` · ${words.reference} ${receipt.reference}`;
  return [`${receipt.label}${reference}${undone ? ` · ${words.undone}` : ''}`];
}

function choices({ question, answer }: QuestionEntry, words: TranscriptWords): string[] {
  const { card } = question;
  const shown = card ? [card.title, card.effect, card.money, card.undoable].filter((line) => line) : [];
  const offered = question.choices.map(({ id, label }) =>
    answer?.choice === id ? `● ${label} (${words.chosen})` : `○ ${label}`,
  );
  const open = answer === undefined && offered.length > 0 ? [`(${words.unanswered})`] : [];
  return [...(shown as string[]), ...offered, ...open];
}

function between({ line, text }: LineEntry, words: TranscriptWords): string {
  const chosen = words.lines[text as Exclude<keyof TranscriptWords['lines'], LineEntry['line']>] ?? text;
  // A function, since a name may hold what `replace` takes for a pattern.
  return line === 'waited' ? chosen : words.lines[line].replace('{name}', () => text);
}

/** With the zone: who keeps it may read it elsewhere. */
function timeFormat({ timeZone, locale }: TranscriptOptions): (at: number) => string {
  const format = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  });
  return (at) => format.format(at);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
