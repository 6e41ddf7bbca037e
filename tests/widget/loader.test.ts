// @vitest-environment happy-dom
// The script tag on a page: one launcher, nothing before the first use, the page's calls, and whom it listens to.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pagePort } from '../../shared/bridge.ts';
import type { HandrailApi, QueuedCall } from '../../widget/embed/page-api.ts';

let root: ShadowRoot;
const attach = Element.prototype.attachShadow;

vi.mock('https://chat.example/widget/door.js', () => import('../../widget/embed/door.ts'));

beforeEach(() => {
  // The server's part of the script.
  vi.stubGlobal('__HANDRAIL_THEMES__', { airline: { accent: '#0b5c7a' } });
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
  vi.unstubAllGlobals();
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

/** The frame has loaded: the panel's side of the bridge; what the page then says arrives in `heard`. */
async function panelAnswers() {
  const sends: { data: unknown; to: string; ports: MessagePort[] }[] = [];
  const panel = {
    postMessage: (data: unknown, to: string, ports: MessagePort[]) => sends.push({ data, to, ports }),
  } as unknown as Window;
  await expect.poll(() => frame()).not.toBeNull();
  Object.defineProperty(frame(), 'contentWindow', { value: panel, configurable: true });
  frame()!.dispatchEvent(new Event('load'));
  await expect.poll(() => sends).toHaveLength(1);
  const heard: unknown[] = [];
  const port = sends[0]!.ports[0]!;
  port.onmessage = ({ data }) => heard.push(data);
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
    const { heard, port } = await panelAnswers();
    await expect.poll(() => heard).toMatchObject([{ open: false, quiet: false }]);
    expect(localStorage).toHaveLength(0);
    port.close();
  });

  it('O1 keeps one flag while a conversation is live, shows the badge, and removes the flag after it', async () => {
    const api = await load();
    const unread = vi.fn();
    api.on('unread', unread);
    api.open();
    const { port } = await panelAnswers();
    api.close();
    port.postMessage({ type: 'state', unread: 2, live: true });
    await expect.poll(() => localStorage.getItem('handrail:airline')).toBe('1');
    expect(unread).toHaveBeenCalledExactlyOnceWith(2);
    expect(button().ariaLabel ?? button().getAttribute('aria-label')).toBe('Chat (2)');
    expect(button().textContent).toBe('2');
    port.postMessage({ type: 'state', unread: 2, live: false });
    await expect.poll(() => localStorage).toHaveLength(0);
    port.close();
  });

  it('O1 connects quietly on a later page, without opening', async () => {
    localStorage.setItem('handrail:airline', '1');
    await load();
    const { heard, port } = await panelAnswers();
    await expect.poll(() => heard).toMatchObject([{ open: false, quiet: true }]);
    port.close();
  });
});

describe('the look', () => {
  it('is the site’s, but for what the tag says, but for what the page says later: for button and panel', async () => {
    const site = await load();
    const style = () => (launchers()[0] as HTMLElement).style;
    expect(style().getPropertyValue('--a')).toBe('#0b5c7a');
    site.destroy();
    const api = await load({
      accent: '#111111',
      radius: '4',
      label: 'Help',
      launcher: 'text',
      offset: '8px 5rem',
    });
    expect(style().getPropertyValue('--a')).toBe('#111111');
    expect([style().getPropertyValue('--x'), style().getPropertyValue('--y')]).toEqual(['8px', '5rem']);
    expect(button().textContent).toBe('Help');
    api.open();
    const { heard, port } = await panelAnswers();
    await expect.poll(() => heard.at(-1)).toMatchObject({ theme: { accent: '#111111', radius: 4 } });
    api.setTheme({ accent: '#222222' });
    expect(style().getPropertyValue('--a')).toBe('#222222');
    await expect.poll(() => heard.at(-1)).toMatchObject({ theme: { accent: '#222222', radius: 4 } });
    port.close();
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
    const { heard, port } = await panelAnswers();
    await expect
      .poll(() => heard)
      .toMatchObject([{ open: true, quiet: false, identity: 'a.b.c', locale: 'de' }]);
    port.close();
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
    const { heard, port } = await panelAnswers();
    await expect.poll(() => heard).toMatchObject([{ open: true }]);
    api.close();
    port.close();
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
    const { port } = await panelAnswers();
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
    port.close();
  });
});

describe('the port into the panel', () => {
  it('goes to the panel’s origin alone, whatever else has loaded into the frame', async () => {
    const api = await load();
    api.open();
    const { sends, port } = await panelAnswers();
    expect(sends).toMatchObject([{ data: pagePort, to: 'https://chat.example' }]);
    port.close();
  });

  it('is made anew when the panel reloads itself, with all that the page has said', async () => {
    const api = await load();
    api.setLocale('de');
    api.open();
    const { sends, port } = await panelAnswers();
    frame()!.dispatchEvent(new Event('load'));
    await expect.poll(() => sends).toHaveLength(2);
    const heard = vi.fn();
    sends[1]!.ports[0]!.onmessage = ({ data }) => heard(data);
    await expect
      .poll(() => heard)
      .toHaveBeenCalledWith(expect.objectContaining({ open: true, quiet: false, locale: 'de' }));
    for (const one of [port, sends[1]!.ports[0]!]) one.close();
  });

  it('is of no use to other windows of the page', async () => {
    const api = await load();
    api.open();
    const { port } = await panelAnswers();
    const closed = vi.fn();
    api.on('close', closed);
    for (const origin of ['https://chat.example', 'https://evil.example'])
      window.dispatchEvent(new MessageEvent('message', { data: { type: 'close' }, origin, source: window }));
    expect(closed).not.toHaveBeenCalled();
    port.close();
  });
});

describe('blocked storage', () => {
  it('draws its launcher all the same', async () => {
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const api = await load();
    api.open();
    const { port } = await panelAnswers();
    port.postMessage({ type: 'state', unread: 1, live: true });
    const unread = vi.fn();
    api.on('unread', unread);
    await expect.poll(() => unread).toHaveBeenCalledWith(1);
    expect(launchers()).toHaveLength(1);
    port.close();
  });
});
