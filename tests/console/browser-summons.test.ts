// The desk's calls by the browser, where that lets a page show notifications and where it does not.
import { afterEach, expect, it, vi } from 'vitest';
import { browserSummons } from '../../widget/console/browser-summons.ts';

afterEach(() => vi.unstubAllGlobals());

/** A tab that the agent has touched; `mayShow`: false as in Chrome on Android, where only service workers may. */
function touchedTab(permission: NotificationPermission, mayShow: boolean) {
  const shown: string[] = [];
  const asked = vi.fn();
  class FakeNotification {
    static permission = permission;
    static requestPermission = asked;
    constructor(title: string) {
      if (!mayShow) throw new TypeError('Illegal constructor.');
      if (permission === 'granted') shown.push(title);
    }
  }
  let touch = () => {};
  vi.stubGlobal('window', { Notification: FakeNotification });
  vi.stubGlobal('Notification', FakeNotification);
  vi.stubGlobal('navigator', {});
  vi.stubGlobal(
    'AudioContext',
    class {
      resume(): void {}
    },
  );
  vi.stubGlobal('document', {
    addEventListener: (_event: string, listener: () => void) => {
      touch = listener;
    },
  });
  const summons = browserSummons();
  touch();
  return { summons, shown, asked };
}

it('shows what there is where it may', () => {
  const { summons, shown } = touchedTab('granted', true);
  summons.notify('Somebody waits', '', 'c1', () => {});
  expect(shown).toEqual(['Somebody waits']);
  expect(summons.mayNotify()).toBe('granted');
});

it('asks where it may, and shows nothing by that', async () => {
  const { summons, shown, asked } = touchedTab('default', true);
  await summons.askToNotify();
  expect(asked).toHaveBeenCalledOnce();
  expect(shown).toEqual([]);
});

it('goes on without a word where a page may show none, though it is granted', () => {
  const { summons } = touchedTab('granted', false);
  summons.notify('Somebody waits', '', 'c1', () => {});
  expect(summons.mayNotify()).toBe('denied');
});

it('asks for nothing where a page may show none, and offers it no more', async () => {
  const { summons, asked } = touchedTab('default', false);
  await summons.askToNotify();
  expect(asked).not.toHaveBeenCalled();
  expect(summons.mayNotify()).toBe('denied');
});
