// @vitest-environment happy-dom
// What the page around does when the customer wants to be told: it promises only what the browser lets it do.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { notify } from '../../widget/embed/notify.ts';

const asked = vi.fn(async () => 'granted' as NotificationPermission);
const press = vi.fn();

/** Where only service workers may show one, as in Chrome on Android, though it can be asked for. */
class Illegal {
  static permission: NotificationPermission = 'default';
  static requestPermission = asked;
  constructor() {
    throw new TypeError('Illegal constructor. Use ServiceWorkerRegistration.showNotification() instead.');
  }
}

beforeEach(() => asked.mockClear());
afterEach(() => vi.unstubAllGlobals());

it.each(['default', 'denied', 'granted'] as const)(
  'says that it cannot, and asks for nothing, where a page may show none (%s)',
  async (permission) => {
    Illegal.permission = permission;
    vi.stubGlobal('Notification', Illegal);
    if (permission !== 'granted') expect(await notify({ type: 'tell' }, press)).toBe('none');
    else expect(await notify({ type: 'tell', title: 'You are told' }, press)).toBe('none');
    expect(asked).not.toHaveBeenCalled();
  },
);

it('asks where a page may, and shows nothing by that', async () => {
  const shown: string[] = [];
  class Legal {
    static permission: NotificationPermission = 'default';
    static requestPermission = asked;
    constructor(title: string) {
      // Without the permission there is an event of an error, and no more.
      if (Legal.permission === 'granted') shown.push(title);
    }
  }
  vi.stubGlobal('Notification', Legal);
  expect(await notify({ type: 'tell' }, press)).toBe('granted');
  expect(asked).toHaveBeenCalledOnce();
  Legal.permission = 'granted';
  // Granted meanwhile: there is nothing to try.
  expect(await notify({ type: 'tell' }, press)).toBe('granted');
  expect(shown).toEqual([]);
  await notify({ type: 'tell', title: 'An answer' }, press);
  expect(shown).toEqual(['An answer']);
});
