// The page's side of the panel, fetched together with it when a hand comes near: the frame's looks, the port into it,
// and what is heard over that. The loader on the page may be older; this is always of the panel's own version.
import {
  type NoticeState,
  type PageState,
  type PanelSays,
  pagePort,
  parsePanelSays,
} from '../../shared/bridge.ts';
import { doorStyle } from './door-style.ts';
import { keepLive } from './live-flag.ts';
import type { PageEvent } from './page-api.ts';
import type { LauncherTheme } from './site-theme.ts';

/** What the loader, of whatever version, hands over. Only ever to be added to. */
export interface DoorParts {
  /** Has loaded; stands in `root`, hidden. */
  frame: HTMLIFrameElement;
  root: ShadowRoot;
  /** The launcher's, drawn by the loader before each call of the door. */
  button: HTMLButtonElement;
  /** The panel's. */
  origin: string;
  site: string;
  show(open: boolean): void;
  /** Tells the page. */
  fire(event: PageEvent, detail?: number): void;
}

/** Draws the frame and tells the panel how the page stands; to be called again after each change. */
export type Door = (state: PageState, theme: LauncherTheme) => void;

export function openDoor({ frame, root, button, origin, site, show, fire }: DoorParts): Door {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(doorStyle);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  frame.hidden = false;
  const badge = document.createElement('b');
  let unread = 0;
  let port: MessagePort | undefined;
  let latest: Parameters<Door> | undefined;
  let wasOpen = false;
  let notices: NoticeState = window.Notification?.permission ?? 'none';
  button.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') show(false);
  });
  // Once now, and again when the panel reloads itself.
  frame.addEventListener('load', connect);
  connect();

  return (...now) => {
    const [{ open }] = now;
    const isFirst = !latest;
    latest = now;
    draw(...now);
    tellPanel();
    if (isFirst) afterPaint(() => now[0].open && frame.focus());
    else if (open !== wasOpen) (open ? frame : button).focus();
    wasOpen = open;
  };

  function draw({ open }: PageState, { label = 'Chat', position, radius }: LauncherTheme): void {
    frame.title = label;
    frame.className = `panel ${position}${open ? ' open' : ''}`;
    if (radius !== undefined) frame.style.setProperty('--r', `${radius}px`);
    button.ariaLabel = unread ? `${label} (${unread})` : label;
    badge.textContent = `${unread}`;
    if (unread && !open) button.append(badge);
    else badge.remove();
  }

  function connect(): void {
    const channel = new MessageChannel();
    port?.close();
    port = channel.port1;
    port.onmessage = ({ data }) => {
      const heard = parsePanelSays(data);
      if (heard?.type === 'state') heed(heard);
      // Without a network the next answer tries again.
      else if (heard?.type === 'tell') tell(heard).catch(tellPanel);
      else if (heard?.type === 'close') show(false);
      else if (heard) fire(heard.type);
    };
    // To the panel alone: whatever else may have loaded into the frame does not get it.
    frame.contentWindow?.postMessage(pagePort, origin, [channel.port2]);
    tellPanel();
  }

  function tellPanel(): void {
    if (latest) port?.postMessage({ ...said(...latest), notices });
  }

  /** Fetched only now: hardly any customer asks for it. */
  async function tell(told: Extract<PanelSays, { type: 'tell' }>): Promise<void> {
    const { notify } = (await import(
      /* @vite-ignore */ `${origin}/widget/notify.js`
    )) as typeof import('./notify.ts');
    notices = await notify(told, () => {
      window.focus();
      show(true);
    });
    tellPanel();
  }

  function heed(heard: Extract<PanelSays, { type: 'state' }>): void {
    keepLive(site, heard.live);
    if (heard.unread === unread) return;
    unread = heard.unread;
    if (latest) draw(...latest);
    fire('unread', unread);
  }
}

/** The page's state as the panel is told it: in the same looks as the launcher. */
function said(state: PageState, { accent, radius, position, scheme }: LauncherTheme): PageState {
  const theme = { accent, position, scheme, radius: radius === undefined ? undefined : Number(radius) };
  return { ...state, theme: theme as Partial<LauncherTheme> };
}

/** Asking for the focus sooner would have the panel laid out half-drawn, within a task that has other things to do. */
function afterPaint(call: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(call)));
}
