// What the device remembers for one visitor of one site: session token, what was not yet sent, the draft, what
// was seen. Kept apart by who the page says is there, so that one person's things never serve another (P3).
import type { BrowserStorage } from '../ui/browser-storage.ts';

export interface VisitorMemory {
  /** The customer's `sub`, '' while anonymous. */
  readonly subject: string;
  /** Where it is kept: a prefix of keys, and the name of the database of files. */
  readonly place: string;
  /** Files that are not sent yet are kept there. */
  files(): boolean;
  keepFiles(any: boolean): void;
  token(): string | undefined;
  keepToken(token: string | undefined): void;
  draft(): string;
  keepDraft(text: string): void;
  /** The language that they chose (BCP 47). */
  locale(): string | undefined;
  keepLocale(locale: string): void;
  /** What was left unsent, as it was kept, by id. */
  unsent(): string[];
  keepUnsent(id: string, item: string | undefined): void;
  /** seq up to which this conversation was seen; -1 when it never was. */
  seen(conversation: string): number;
  keepSeen(conversation: string, seq: number): void;
  /** What the customer chose of notifications and sounds: words, '' when nothing. */
  alerts(): string;
  keepAlerts(chosen: string): void;
  /** Removes all of it. */
  forget(): void;
}

/** The memory of `subject` on `site`; nothing is written before one of the keep functions is called. */
export function visitorMemory(storage: BrowserStorage, site: string, subject: string): VisitorMemory {
  const prefix = `handrail/${site}/${encodeURIComponent(subject)}/`;
  const unsentPrefix = `${prefix}unsent/`;
  return {
    subject,
    place: prefix,
    files: () => storage.get(`${prefix}files`) !== undefined,
    keepFiles: (any) => keep('files', any ? '1' : undefined),
    token: () => storage.get(`${prefix}token`),
    keepToken: (token) => keep('token', token),
    draft: () => storage.get(`${prefix}draft`) ?? '',
    keepDraft: (text) => keep('draft', text || undefined),
    locale: () => storage.get(`${prefix}locale`),
    keepLocale: (locale) => keep('locale', locale),
    unsent: () => storage.keys(unsentPrefix).flatMap((key) => storage.get(key) ?? []),
    keepUnsent: (id, item) => keep(`unsent/${id}`, item),
    seen(conversation) {
      const [id, seq] = (storage.get(`${prefix}seen`) ?? '').split(' ');
      return id === conversation ? Number(seq) : -1;
    },
    keepSeen: (conversation, seq) => keep('seen', `${conversation} ${seq}`),
    alerts: () => storage.get(`${prefix}alerts`) ?? '',
    keepAlerts: (chosen) => keep('alerts', chosen || undefined),
    forget() {
      try {
        if (this.files()) indexedDB.deleteDatabase(prefix);
      } catch {
        // Blocked: then no file was kept there either, and the rest has to go all the same.
      }
      for (const key of storage.keys(prefix)) storage.remove(key);
    },
  };

  function keep(name: string, value: string | undefined): void {
    if (value === undefined) storage.remove(prefix + name);
    else storage.set(prefix + name, value);
  }
}

/** The `sub` of a JWT, unverified: only a key to tell people apart on this device; '' when there is none. */
export function subjectOf(identity: string | undefined): string {
  const payload = identity?.split('.')[1];
  if (!payload) return '';
  try {
    const { sub } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { sub?: unknown };
    return typeof sub === 'string' ? sub : '';
  } catch {
    // Not a JWT: the server refuses it and says so.
    return '';
  }
}
