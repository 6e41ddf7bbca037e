// The script tag: draws the launcher and nothing else. The panel's frame and its door are fetched when a hand comes
// near or the panel is opened, and connect on opening; nothing is stored before (O1). No framework, no request of its own.
import type { PageState } from '../../shared/bridge.ts';
import type { Door, DoorParts } from './door.ts';
import { createLauncher } from './launcher.ts';
import { isLive } from './live-flag.ts';
import type { HandrailApi, PageEvent, QueuedCall } from './page-api.ts';
import type { LauncherTheme } from './site-theme.ts';

// Only here is it known which tag this is; in a callback it is null.
const tag = document.currentScript as HTMLScriptElement | null;
const before = window.Handrail;
// A second tag finds the first one's launcher and leaves it at that.
if (tag?.dataset.site && !(before && 'open' in before)) start(tag, tag.dataset.site, before);

function start({ src, dataset }: HTMLScriptElement, site: string, queue: QueuedCall[] = []): void {
  const { host, root, button, draw } = createLauncher(dataset.offset);
  const listeners = new Set<[PageEvent, (detail?: number) => void]>();
  const state: PageState = { open: false, quiet: false, locale: dataset.locale };
  let frame: HTMLIFrameElement | undefined;
  let door: Door | undefined;

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
    setTheme: (theme) => tell({ theme: { ...state.theme, ...theme } }),
    destroy() {
      host.remove();
      window.Handrail = undefined;
    },
    push: ([method, ...args]) => (api[method] as (...args: unknown[]) => void)(...args),
  };

  // A finger enters, too, as it comes down.
  button.onpointerenter = button.onfocus = () => void warm();
  button.onclick = api.toggle;
  window.Handrail = api;
  tell({});
  // Beside the body, where pages that replace their body leave it alone.
  document.documentElement.append(host);
  for (const call of queue) api.push(call);
  // The first look into a page's storage takes longer than all of the above: it waits until the page has nothing to do.
  (window.requestIdleCallback ?? setTimeout)(() => {
    if (!isLive(site) || !host.isConnected) return;
    tell({ quiet: true });
    void warm();
  });

  /** Fetches frame and door; the panel connects to nothing until it is opened or a conversation is live. */
  async function warm(): Promise<void> {
    if (frame) return;
    const { origin } = new URL(src);
    frame = document.createElement('iframe');
    frame.hidden = true;
    frame.allow = 'clipboard-write';
    frame.src = `${origin}/widget/frame?site=${site}`;
    const made = frame;
    const loaded = new Promise((resolve) => {
      made.onload = resolve;
    });
    root.append(made);
    try {
      const { openDoor } = (await import(/* @vite-ignore */ `${origin}/widget/door.js`)) as {
        openDoor(parts: DoorParts): Door;
      };
      await loaded;
      door = openDoor({ frame, root, button, origin, site, show, fire });
      tell({});
    } catch {
      // The network failed: the next press tries again.
      frame.remove();
      frame = undefined;
      show(false);
    }
  }

  function show(open: boolean): void {
    if (open === state.open) return;
    if (!host.isConnected) document.documentElement.append(host);
    tell({ open });
    void warm();
    fire(open ? 'open' : 'close');
  }

  function tell(changes: Partial<PageState>): void {
    Object.assign(state, changes);
    const theme = { ...__HANDRAIL_THEMES__[site], ...dataset, ...state.theme } as LauncherTheme;
    draw(state.open, theme);
    door?.(state, theme);
  }

  function fire(event: PageEvent, detail?: number): void {
    for (const [name, listen] of [...listeners]) if (name === event) listen(detail);
  }
}
