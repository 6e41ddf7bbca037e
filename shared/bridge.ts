// What a business's page and the panel in its frame say to each other, and how each checks what it hears. The page's
// half comes with the panel (widget/embed/door.ts), so that both are always of one version.
import type { FrameTheme } from './frame-config.ts';

/** Page → panel, by window message with a MessagePort, whenever the frame has loaded: all else goes over that port. */
export const pagePort = 'handrail-port';

/** All that the page tells the panel; sent whole after every change, so that none can be missed. */
export interface PageState {
  open: boolean;
  /** A conversation is waiting or claimed (O1): connect although the panel is closed. */
  quiet: boolean;
  /** Signed identity (JWT); '' after a log-out; absent while the page has not said. */
  identity?: string;
  /** BCP 47, when the page chose one. */
  locale?: string | undefined;
  theme?: Partial<FrameTheme>;
  /** How the page stands with notifications; absent: there is no page that could show one. */
  notices?: NoticeState;
}

/** As the browser has it; `none`: it shows none here. */
export type NoticeState = 'default' | 'granted' | 'denied' | 'none';

/** All that the panel tells the page. */
export type PanelSays =
  | { type: 'close' }
  /** `live`: a conversation is waiting or claimed; later pages connect quietly. */
  | { type: 'state'; unread: number; live: boolean }
  /** The identity was refused or has run out: the page should identify anew. */
  | { type: 'identity' }
  /** The customer wants to be told of answers while they look elsewhere: with a title of one, without one at first. */
  | { type: 'tell'; title?: string; body?: string; tag?: string };

type Raw = Record<string, unknown>;

function asRecord(value: unknown): Raw {
  return typeof value === 'object' && value ? (value as Raw) : {};
}

/** A message of the panel, or undefined when it is none. */
export function parsePanelSays(value: unknown): PanelSays | undefined {
  const { type, unread, live, title, body, tag } = asRecord(value);
  if (type === 'tell') return { type, ...words({ title, body, tag }) };
  if (type === 'close' || type === 'identity') return { type };
  if (type === 'state' && typeof unread === 'number') return { type, unread, live: live === true };
  return undefined;
}

/** Those of them that are texts. */
function words(given: Raw): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** The page's state, or undefined when it is none; what is malformed in it is left out. */
export function parsePageState(value: unknown): PageState | undefined {
  const { open, quiet, identity, locale, theme, notices } = asRecord(value);
  if (typeof open !== 'boolean') return undefined;
  return {
    open,
    quiet: quiet === true,
    ...(typeof identity === 'string' && identity.length <= 8000 ? { identity } : {}),
    ...(typeof locale === 'string' && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(locale) ? { locale } : {}),
    ...(theme === undefined ? {} : { theme: parseTheme(theme) }),
    ...(isNoticeState(notices) ? { notices } : {}),
  };
}

function isNoticeState(value: unknown): value is NoticeState {
  return value === 'default' || value === 'granted' || value === 'denied' || value === 'none';
}

function parseTheme(value: unknown): Partial<FrameTheme> {
  const { accent, radius, position, scheme } = asRecord(value);
  const theme: Partial<FrameTheme> = {};
  if (typeof accent === 'string' && /^#[0-9a-f]{6}$/i.test(accent)) theme.accent = accent;
  if (typeof radius === 'number' && radius >= 0 && radius <= 32) theme.radius = radius;
  if (position === 'start' || position === 'end') theme.position = position;
  if (scheme === 'auto' || scheme === 'light' || scheme === 'dark') theme.scheme = scheme;
  return theme;
}
