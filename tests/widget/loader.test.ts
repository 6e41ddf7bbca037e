// @vitest-environment happy-dom
// The script tag on a page: one launcher, nothing before the first use, the page's calls, and whom it listens to.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pagePort, panelReady } from '../../shared/bridge.ts';
import type { HandrailApi, QueuedCall } from '../../widget/embed/page-api.ts';

let root: ShadowRoot;
const attach = Element.prototype.attachShadow;

beforeEach(() => {
  // Frames are made but not loaded: their address is only noted.
  vi.spyOn(HTMLIFrameElement.prototype, 'src', 'set').mockImplementation(function (
    this: HTMLElement,
    address,
  ) {
    this.dataset.address = address;
  });
  vi.resetModules();
  localStorage.clear();
  // The root is closed to the page; the test looks over the loader's shoulder.
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    root = attach.call(this, init);
    return root;
  });
});
afterEach(() => {
  if (window.Handrail && 'destroy' in window.Handrail) window.Handrail.destroy();
  delete window.Handrail;
  vi.restoreAllMocks();
});

async function load(attributes: Record<string, string> = {}): Promise<HandrailApi> {
  const tag = document.createElement('script');
  tag.setAttribute('src', 'https://chat.example/widget.js');
  Object.assign(tag.dataset, { site: 'airline', ...attributes });
  vi.spyOn(document, 'currentScript', 'get').mockReturnValue(tag);
  vi.resetModules();
  await import('../../widget/embed/main.ts');
  return window.Handrail as HandrailApi;
}
const launchers = () => document.querySelectorAll('handrail-chat');
const button = () => root.querySelector('button')!;
const frame = () => root.querySelector('iframe');

/** The panel's side of the handshake; what the page then says arrives in `heard`. */
function panelAnswers(origin = 'https://chat.example') {
  const sends: { data: unknown; to: string; ports: MessagePort[] }[] = [];
  const panel = {
    postMessage: (data: unknown, to: string, ports: MessagePort[]) => sends.push({ data, to, ports }),
  } as unknown as Window;
  Object.defineProperty(frame(), 'contentWindow', { value: panel, configurable: true });
  window.dispatchEvent(new MessageEvent('message', { data: panelReady, origin, source: panel }));
  const heard: unknown[] = [];
  const port = sends[0]?.ports[0];
  if (port) port.onmessage = ({ data }) => heard.push(data);
  return { sends, heard, port };
}

describe('O1 before the first use', () => {
  it('O1 draws a launcher and makes no frame, stores nothing, opens nothing', async () => {
    await load();
    expect(launchers()).toHaveLength(1);
    expect(frame()).toBeNull();
    expect(localStorage).toHaveLength(0);
    expect(button().getAttribute('aria-expanded') ?? button().ariaExpanded).toBe('false');
  });

  it('O1 makes the frame when a hand comes near, and still tells it that it is closed', async () => {
    await load();
    button().dispatchEvent(new Event('pointerenter'));
    expect(frame()?.dataset.address).toBe('https://chat.example/widget/frame?site=airline');
    const { heard, port } = panelAnswers();
    await vi.waitFor(() => expect(heard).toEqual([{ open: false, quiet: false }]));
    expect(localStorage).toHaveLength(0);
    port?.close();
  });

  it('O1 keeps one flag while a conversation is live, shows the badge, and removes the flag after it', async () => {
    const api = await load();
    const unread = vi.fn();
    api.on('unread', unread);
    api.open();
    const { port } = panelAnswers();
    api.close();
    port!.postMessage({ type: 'state', unread: 2, live: true });
    await vi.waitFor(() => expect(localStorage.getItem('handrail:airline')).toBe('1'));
    expect(unread).toHaveBeenCalledExactlyOnceWith(2);
    expect(button().ariaLabel ?? button().getAttribute('aria-label')).toBe('Chat (2)');
    expect(button().textContent).toBe('2');
    port!.postMessage({ type: 'state', unread: 2, live: false });
    await vi.waitFor(() => expect(localStorage).toHaveLength(0));
    port!.close();
  });

  it('O1 connects quietly on a later page, without opening', async () => {
    localStorage.setItem('handrail:airline', '1');
    await load();
    const { heard, port } = panelAnswers();
    await vi.waitFor(() => expect(heard).toEqual([{ open: false, quiet: true }]));
    port?.close();
  });
});

describe('the page’s calls', () => {
  it('takes what was queued before the load, and `push` afterwards', async () => {
    window.Handrail = [
      ['identify', 'a.b.c'],
      ['setLocale', 'de'],
    ] as QueuedCall[];
    const api = await load();
    api.push(['open']);
    const { heard, port } = panelAnswers();
    await vi.waitFor(() =>
      expect(heard).toEqual([{ open: true, quiet: false, identity: 'a.b.c', locale: 'de' }]),
    );
    port?.close();
  });

  it('tells open and close, and puts the focus back on the launcher', async () => {
    const api = await load();
    const opened = vi.fn();
    const off = api.on('open', opened);
    api.toggle();
    expect(opened).toHaveBeenCalledTimes(1);
    off();
    api.close();
    api.open();
    expect(opened).toHaveBeenCalledTimes(1);
    api.close();
    expect(root.activeElement ?? document.activeElement).toBe(button());
  });

  it('leaves one launcher for several tags, and none after destroy', async () => {
    const first = await load();
    await load({ site: 'shop' });
    expect(window.Handrail).toBe(first);
    expect(launchers()).toHaveLength(1);
    first.destroy();
    expect(launchers()).toHaveLength(0);
    expect(window.Handrail).toBeUndefined();
  });
});

describe('the launcher by keyboard', () => {
  it('leaves Enter to the button, and closes on Escape', async () => {
    const api = await load();
    api.open();
    const press = (key: string) => {
      const event = new KeyboardEvent('keydown', { key, cancelable: true });
      button().dispatchEvent(event);
      return event;
    };
    expect(press('Enter').defaultPrevented).toBe(false);
    const closed = vi.fn();
    api.on('close', closed);
    press('Escape');
    expect(closed).toHaveBeenCalledOnce();
  });
});

describe('whom it listens to', () => {
  it.each(['https://evil.example', 'http://chat.example', 'null'])('gives no port to %s', async (origin) => {
    const api = await load();
    api.open();
    expect(panelAnswers(origin).sends).toEqual([]);
  });

  it('gives no port to another window of the right origin', async () => {
    const api = await load();
    api.open();
    const { sends } = panelAnswers('https://evil.example');
    window.dispatchEvent(
      new MessageEvent('message', { data: panelReady, origin: 'https://chat.example', source: window }),
    );
    expect(sends).toEqual([]);
  });

  it('sends the port to the panel’s origin alone', async () => {
    const api = await load();
    api.open();
    const { sends, port } = panelAnswers();
    expect(sends).toMatchObject([{ data: pagePort, to: 'https://chat.example' }]);
    port?.close();
  });
});

describe('blocked storage', () => {
  it('draws its launcher all the same', async () => {
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const api = await load();
    api.open();
    const { port } = panelAnswers();
    port!.postMessage({ type: 'state', unread: 1, live: true });
    const unread = vi.fn();
    api.on('unread', unread);
    await vi.waitFor(() => expect(unread).toHaveBeenCalledWith(1));
    expect(launchers()).toHaveLength(1);
    port!.close();
  });
});
