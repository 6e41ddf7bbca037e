// The agents' page in two tabs of one browser: new work is heard and shown once, whichever tab was touched first,
// and by the other one when that tab is gone.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { type BrowserWorld, createBrowserWorld } from '../../helpers/browser-world.ts';
import { customer } from '../../helpers/customer.ts';

/** Takes the place of what would be heard and shown, and counts it. */
function listening(): void {
  const counted = { sounds: 0, notices: 0 };
  Object.assign(window, { counted });
  class Silent {
    currentTime = 0;
    destination = {};
    resume = async () => {};
    createGain = () => ({
      gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} },
      connect: (to: unknown) => to,
    });
    createOscillator = () => ({
      frequency: { value: 0 },
      connect: (to: unknown) => to,
      start: () => void counted.sounds++,
      stop() {},
    });
  }
  class Notice {
    static permission = 'granted';
    constructor() {
      counted.notices++;
    }
    addEventListener() {}
  }
  Object.assign(window, { AudioContext: Silent, Notification: Notice });
  // Nobody looks at either of them.
  document.hasFocus = () => false;
}

interface Counted {
  sounds: number;
  notices: number;
}
const counted = (tab: Page) => tab.evaluate(() => (window as unknown as { counted: Counted }).counted);

/** By how many tabs the lock of who calls is held, and waited for. */
const locksOf = (tab: Page) =>
  tab.evaluate(async () => {
    const { held = [], pending = [] } = await navigator.locks.query();
    const ours = (locks: LockInfo[]) => locks.filter(({ name }) => name === 'handrail-desk-summons').length;
    return { held: ours(held), pending: ours(pending) };
  });

async function comes(world: BrowserWorld, as: string): Promise<void> {
  const someone = await customer(world, { as });
  await someone.human();
}

it('a sound and a notification come from one tab of two, and from the other when it is gone', async () => {
  const world = await createBrowserWorld();
  const login = await world.hire('Mia');
  const context = await world.browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(listening);
  const first = await world.tab('/console', context);
  await first.getByLabel('Email').fill(login.email);
  await first.getByLabel('Password', { exact: true }).fill(login.password);
  await first.getByRole('button', { name: 'Sign in' }).click();
  await first.getByRole('switch').click();
  await first.getByText('Nobody is waiting.').first().waitFor();
  const second = await world.tab('/console', context);
  await second.getByText('Your desk is clear').click();
  await expect.poll(() => locksOf(second)).toEqual({ held: 1, pending: 1 });

  await comes(world, 'cust-one');
  for (const tab of [first, second]) await tab.getByText('Ada Lindqvist').first().waitFor();
  await expect.poll(() => counted(first)).toEqual({ sounds: 2, notices: 1 });
  expect(await counted(second)).toEqual({ sounds: 0, notices: 0 });
  for (const tab of [first, second]) await expect.poll(() => tab.title()).toMatch(/^\(1\) /);

  await first.close();
  // The browser hands its lock on in its own time.
  await expect.poll(() => locksOf(second)).toEqual({ held: 1, pending: 0 });
  await comes(world, 'cust-two');
  await second.getByText('Jonas Weber').first().waitFor();
  await expect.poll(() => counted(second)).toEqual({ sounds: 2, notices: 1 });
  await expect.poll(() => second.title()).toMatch(/^\(2\) /);
  expect(world.faults).toEqual([]);
});
