// The bridge between page and panel: what each side takes, from whom, and in which shape.
import { describe, expect, it, vi } from 'vitest';
import { pagePort, parsePageState, parsePanelSays } from '../../shared/bridge.ts';
import { linkToPage } from '../../widget/chat/page-link.ts';

describe('what the page says', () => {
  it('is taken in its shape, without what is malformed in it', () => {
    expect(
      parsePageState({
        open: true,
        quiet: 1,
        identity: 5,
        locale: '<b>',
        theme: { accent: 'red', radius: 8 },
      }),
    ).toEqual({ open: true, quiet: false, theme: { radius: 8 } });
    expect(parsePageState({ open: false, quiet: true, identity: 'a.b.c', locale: 'de-AT' })).toEqual({
      open: false,
      quiet: true,
      identity: 'a.b.c',
      locale: 'de-AT',
    });
  });

  it.each([undefined, null, 7, 'open', [], {}, { open: 'yes' }])('is nothing when it is %j', (value) => {
    expect(parsePageState(value)).toBeUndefined();
  });
});

describe('what the panel says', () => {
  it.each([undefined, null, 7, [], {}, { type: 'steal' }, { type: 'state' }])(
    'is nothing when it is %j',
    (value) => {
      expect(parsePanelSays(value)).toBeUndefined();
    },
  );
  it('is taken in its shape', () => {
    expect(parsePanelSays({ type: 'close', more: 1 })).toEqual({ type: 'close' });
    expect(parsePanelSays({ type: 'state', unread: 2, live: 'x' })).toEqual({
      type: 'state',
      unread: 2,
      live: false,
    });
  });
});

describe('the panel’s end', () => {
  function frame() {
    const listeners: ((event: unknown) => void)[] = [];
    const parent = { postMessage: vi.fn() };
    const window = {
      parent,
      addEventListener: (_: string, listen: (event: unknown) => void) => listeners.push(listen),
    };
    const link = linkToPage(window as unknown as Window, ['https://shop.example']);
    const { port1, port2 } = new MessageChannel();
    const offer = (more: object = {}) => {
      for (const listen of listeners)
        listen({ source: parent, origin: 'https://shop.example', data: pagePort, ports: [port1], ...more });
    };
    return { link, parent, offer, page: port2 };
  }

  it('says nothing to whoever embeds it before it has their port', () => {
    expect(frame().parent.postMessage).not.toHaveBeenCalled();
  });

  it('takes the port of the page that may embed it', async () => {
    const { link, offer, page } = frame();
    offer();
    page.postMessage({ open: true, quiet: false });
    await expect.poll(() => link.page.value).toEqual({ open: true, quiet: false });
    page.close();
  });

  it.each([{ origin: 'https://evil.example' }, { source: {} }, { data: 'something else' }, { ports: [] }])(
    'takes no port from %j',
    async (more) => {
      const { link, offer, page } = frame();
      offer(more);
      expect(link.page.value).toBeUndefined();
      const heard = vi.fn();
      page.onmessage = heard;
      link.say({ type: 'close' });
      // A port that was taken would deliver this; one turn of the message queue is enough to know.
      const { port1, port2 } = new MessageChannel();
      await new Promise((resolve) => {
        port2.onmessage = resolve;
        port1.postMessage(0);
      });
      expect(heard).not.toHaveBeenCalled();
      port1.close();
      page.close();
    },
  );
});
