// The script tag: draws the launcher and nothing else. The panel's frame is made when a hand comes near or the panel
// is opened, and connects on opening; nothing is stored before (O1). No framework, no request of its own.
import { type PageState, pagePort, panelReady, parsePanelSays } from '../../shared/bridge.ts';
import { createLauncher } from './launcher.ts';
import { isLive, keepLive } from './live-flag.ts';
import type { HandrailApi, PageEvent, QueuedCall } from './page-api.ts';
import { type LauncherTheme, siteThemes } from './site-theme.ts';

// Only here is it known which tag this is; in a callback it is null.
const tag = document.currentScript as HTMLScriptElement | null;
const before = window.Handrail;
// A second tag finds the first one's launcher and leaves it at that.
if (tag?.dataset.site && !(before && 'open' in before)) start(tag, tag.dataset.site, before);

function start({ src, dataset }: HTMLScriptElement, site: string, queue: QueuedCall[] = []): void {
  const { origin } = new URL(src);
  const { host, root, button, draw } = createLauncher(dataset.offset);
  const listeners = new Set<[PageEvent, (detail?: number) => void]>();
  const state: PageState = { open: false, quiet: isLive(site) };
  if (dataset.locale) state.locale = dataset.locale;
  let theme = { ...dataset, ...siteThemes()[site] } as LauncherTheme;
  let frame: HTMLIFrameElement | undefined;
  let port: MessagePort | undefined;
  let unread = 0;

  const api: HandrailApi = {
    open: () => show(true),
    close: () => show(false),
    toggle: () => show(!state.open),
    identify: (identity) => tell({ identity }),
    logout: () => tell({ identity: '' }),
    on(event, listen) {
      const entry: [PageEvent, typeof listen] = [event, listen];
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
    setLocale: (locale) => tell({ locale }),
    setTheme(changes) {
      theme = { ...theme, ...changes };
      tell({ theme: { ...state.theme, ...changes } });
    },
    destroy() {
      removeEventListener('message', greet);
      host.remove();
      window.Handrail = undefined;
    },
    push: ([method, ...args]) => (api[method] as (...args: unknown[]) => void)(...args),
  };

  for (const near of ['pointerenter', 'focus', 'touchstart'])
    button.addEventListener(near, warm, { passive: true });
  button.onclick = api.toggle;
  button.addEventListener('keydown', ({ key }) => key === 'Escape' && api.close());
  addEventListener('message', greet);
  window.Handrail = api;
  redraw();
  // Beside the body, where pages that replace their body leave it alone.
  document.documentElement.append(host);
  for (const call of queue) api.push(call);
  if (state.quiet) warm();

  /** Makes the frame; the panel in it connects to nothing until it is opened or a conversation is live. */
  function warm(): void {
    if (frame) return;
    frame = document.createElement('iframe');
    frame.title = theme.label ?? 'Chat';
    frame.allow = 'clipboard-write';
    frame.src = `${origin}/widget/frame?site=${encodeURIComponent(site)}`;
    root.append(frame);
    redraw();
  }

  function greet(event: MessageEvent): void {
    const panel = frame?.contentWindow;
    if (event.data !== panelReady || event.origin !== origin || !panel || event.source !== panel) return;
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = hear;
    panel.postMessage(pagePort, origin, [channel.port2]);
    tell({});
  }

  function hear({ data }: MessageEvent): void {
    const said = parsePanelSays(data);
    if (said?.type === 'close') show(false);
    else if (said?.type === 'identity') fire('identity');
    else if (said) {
      keepLive(site, said.live);
      if (said.unread !== unread) {
        unread = said.unread;
        redraw();
        fire('unread', unread);
      }
    }
  }

  function show(open: boolean): void {
    if (open === state.open) return;
    if (!host.isConnected) document.documentElement.append(host);
    warm();
    tell({ open });
    (open ? frame! : button).focus();
    fire(open ? 'open' : 'close');
  }

  function tell(changes: Partial<PageState>): void {
    Object.assign(state, changes);
    port?.postMessage(state);
    redraw();
  }

  function fire(event: PageEvent, detail?: number): void {
    for (const [name, listen] of [...listeners]) if (name === event) listen(detail);
  }

  function redraw(): void {
    draw(state.open, unread, theme);
    if (frame) frame.className = button.className.replace('l', 'p');
  }
}
