// @vitest-environment happy-dom
// The typed wrapper: one tag, calls before and after it is there, listeners that can be taken back, nothing left behind.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { handrail } from '../../widget/embed/handrail.ts';
import type { HandrailApi, QueuedCall } from '../../widget/embed/page-api.ts';

const tags = () => [...document.querySelectorAll<HTMLScriptElement>('script[data-handrail]')];
const load = () => {
  const append = vi.spyOn(document.head, 'append').mockImplementation((tag) => {
    (tag as HTMLScriptElement).type = 'text/plain';
    document.body.append(tag as Node);
  });
  handrail.load({ host: 'https://chat.example/some/path', site: 'airline', nonce: 'r4nd0m', locale: 'de' });
  append.mockRestore();
};
const queue = () => window.Handrail as QueuedCall[];
/** As the loader does when it comes. */
const arrive = (api: Partial<HandrailApi>) => {
  const waiting = queue();
  const push = ([method, ...args]: QueuedCall) => (api[method] as (...args: unknown[]) => void)?.(...args);
  window.Handrail = { destroy: () => undefined, ...api, push } as HandrailApi;
  for (const one of waiting) push(one);
};

afterEach(() => handrail.destroy());

describe('the wrapper', () => {
  it('puts one tag on the page, with its attributes and the policy’s nonce', () => {
    load();
    load();
    expect(tags()).toHaveLength(1);
    const [tag] = tags();
    expect(tag!.src).toBe('https://chat.example/widget.js');
    expect(tag!.nonce).toBe('r4nd0m');
    expect({ ...tag!.dataset }).toMatchObject({ site: 'airline', locale: 'de' });
    expect(tag!.dataset).not.toHaveProperty('host');
  });

  it('keeps calls until the loader is there, in their order, and passes on later ones', () => {
    handrail.identify('a.b.c');
    handrail.open();
    expect(queue()).toEqual([['identify', 'a.b.c'], ['open']]);
    const calls: unknown[] = [];
    arrive({
      identify: (token) => calls.push(token),
      open: () => calls.push('open'),
      setLocale: (tag) => calls.push(tag),
    });
    handrail.setLocale('de');
    expect(calls).toEqual(['a.b.c', 'open', 'de']);
  });

  it('takes a listener back, also one that the loader has not seen yet', () => {
    const [stays, goes] = [vi.fn(), vi.fn()];
    handrail.on('unread', stays);
    handrail.on('unread', goes)();
    const listeners: ((detail?: number) => void)[] = [];
    arrive({ on: (_event, listen) => listeners.push(listen) as never });
    for (const listen of listeners) listen(3);
    expect(stays).toHaveBeenCalledWith(3);
    expect(goes).not.toHaveBeenCalled();
  });

  it('leaves nothing behind, and may be loaded again', () => {
    load();
    handrail.open();
    const destroy = vi.fn();
    arrive({ destroy, open: () => undefined });
    handrail.destroy();
    expect(destroy).toHaveBeenCalledOnce();
    expect(window.Handrail).toBeUndefined();
    expect(tags()).toEqual([]);
    load();
    expect(tags()).toHaveLength(1);
  });
});
