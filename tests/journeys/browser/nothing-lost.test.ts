// What a customer wrote is delivered once, whatever becomes of the page, the tab, the network and the storage.
import type { Frame, Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { type BrowserWorld, createBrowserWorld, openChat, say } from '../../helpers/browser-world.ts';
import { launchWithSettings } from '../../helpers/launch-with-settings.ts';
import { stallingProxy } from '../../helpers/stalling-proxy.ts';

const first = 'Which bags may I take with me?';
const second = 'And how heavy may they be?';

async function scene(options: Parameters<typeof createBrowserWorld>[0] = {}) {
  const world = await createBrowserWorld(options);
  const line = await stallingProxy(Number(new URL(world.url).port));
  onTestFinished(() => line.close());
  return { world, line, shop: `http://127.0.0.1:${line.port}/demo/airline` };
}

/** How often the panel shows the text in a bubble of the customer's, sent or not. */
const shown = (panel: Frame, text: string) => panel.locator('[role=log]').getByText(text).count();

/** The customer's messages in the one conversation there is. */
async function stored(world: BrowserWorld): Promise<string[]> {
  const rows = await world.parts.store.conversationsOf('airline', { customer: 'cust-one' });
  const logs = await Promise.all(rows.map(({ id }) => world.parts.store.read(id)));
  return logs
    .flat()
    .flatMap((event) => (event.type === 'message' && event.from === 'customer' ? [event.text] : []));
}

const close = async (page: Page) => page.close({ runBeforeUnload: false });

it('R1 a page that is reloaded while sending delivers once what was written, and keeps the draft', async () => {
  const { world, line, shop } = await scene();
  const page = await world.page(shop);
  const panel = await openChat(page);
  line.stall(true);
  await say(panel, first);
  await panel.getByText('Sending…').waitFor();
  await panel.getByLabel('Write a message').fill('half a sen');
  line.stall(false);
  line.cut();
  await page.reload();
  const again = await openChat(page);
  await expect.poll(() => stored(world)).toEqual([first]);
  expect(await again.getByLabel('Write a message').inputValue()).toBe('half a sen');
  await expect.poll(() => shown(again, 'Sending…')).toBe(0);
  expect(await shown(again, first)).toBe(1);
});

it('R1 a tab that is closed while sending leaves its message to the other one, which shows it all the while', async () => {
  const { world, line, shop } = await scene();
  const page = await world.page(shop);
  await openChat(page);
  const other = await world.tab(shop, page.context());
  const [left, right] = [await openChat(page), await openChat(other)];
  await page.bringToFront();
  line.stall(true);
  await say(left, first);
  await right.getByText(first).waitFor();
  await close(page);
  line.stall(false);
  line.cut();
  await expect.poll(() => stored(world)).toEqual([first]);
  await expect.poll(() => shown(right, 'Sending…')).toBe(0);
  expect(await shown(right, first)).toBe(1);
});

it('R1 two tabs are one: what is sent in one shows in the other, once, and in one order', async () => {
  const { world, shop } = await scene();
  const page = await world.page(shop);
  const left = await openChat(page);
  const right = await openChat(await world.tab(shop, page.context()));
  await say(left, first);
  await right.getByText(first).waitFor();
  await say(right, second);
  await left.getByText(second).waitFor();
  await expect.poll(() => stored(world)).toEqual([first, second]);
  const words = (panel: Frame) => panel.locator('[role=log]').innerText();
  await expect.poll(async () => (await words(left)) === (await words(right))).toBe(true);
  expect([await shown(left, first), await shown(right, first)]).toEqual([1, 1]);
});

it('R1 a device that goes offline says so, keeps what is written, and sends it when it is back', async () => {
  const { world, shop } = await scene();
  const page = await world.page(shop);
  const panel = await openChat(page);
  await page.context().setOffline(true);
  await panel
    .getByText(/offline/i)
    .first()
    .waitFor();
  await say(panel, first);
  await say(panel, second);
  expect(await stored(world)).toEqual([]);
  await page.context().setOffline(false);
  await expect.poll(() => stored(world)).toEqual([first, second]);
  await expect.poll(() => shown(panel, 'Sending…')).toBe(0);
});

it('O1 where all storage is blocked the chat works from memory, and a cut line costs nothing', async () => {
  const { world, line, shop } = await scene();
  const context = await launchWithSettings({ profile: { default_content_setting_values: { cookies: 2 } } });
  const page = await world.tab(shop, context);
  const blocked = await page.evaluate(() => {
    try {
      return typeof window.localStorage === 'undefined';
    } catch {
      return true;
    }
  });
  expect(blocked).toBe(true);
  const panel = await openChat(page);
  await say(panel, first);
  await expect.poll(() => stored(world)).toEqual([first]);
  line.cut();
  await say(panel, second);
  await expect.poll(() => stored(world)).toEqual([first, second]);
  expect(world.complaints.filter((one) => !one.includes('favicon'))).toEqual([]);
});

it('R1 an old page whose parts a new server no longer has says so, and after its reload the draft is there', async () => {
  const { world, shop } = await scene();
  const page = await world.page(shop);
  const old = '**/widget/later-parts-*.js';
  await page.route(old, (route) => route.fulfill({ status: 404, body: '' }));
  const panel = await openChat(page);
  await panel.getByLabel('Write a message').fill('half a sen');
  await panel.getByText('This page is older than the chat').waitFor();
  await page.unroute(old);
  // What is looked for below stands in the old page, too.
  const reloaded = page.waitForEvent('framenavigated', (frame) => frame === panel);
  await panel.getByRole('button', { name: 'Reload' }).click();
  await reloaded;
  await panel.getByText('automated assistant').first().waitFor();
  await expect.poll(() => panel.getByLabel('Write a message').inputValue()).toBe('half a sen');
  expect(await panel.getByText('This page is older').count()).toBe(0);
});

it('R1 a page that comes back from the back-forward cache goes on where it was', async () => {
  const { world, shop } = await scene({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });
  const page = await world.page(shop);
  const panel = await openChat(page);
  await say(panel, first);
  await expect.poll(() => stored(world)).toEqual([first]);
  await page.evaluate(() => {
    (window as { mark?: string }).mark = 'the same page';
  });
  await page.goto(`${world.url}/healthz`);
  await page.goBack({ waitUntil: 'commit' });
  // The page as it was, not another one of the same address.
  expect(await page.evaluate(() => (window as { mark?: string }).mark)).toBe('the same page');
  // Playwright loses sight of frames that come back this way; the keyboard and the whole document do not.
  await page.evaluate(() => {
    const chat = (window as unknown as { Handrail: { close(): void; open(): void } }).Handrail;
    chat.close();
    chat.open();
  });
  // The demo stands on the panel's own origin: its draft says when the keys arrive there.
  await expect
    .poll(async () => {
      await page.keyboard.type('.');
      return page.evaluate(() => localStorage.getItem('handrail/airline/cust-one/draft'));
    })
    .toMatch(/^\.+$/);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(second);
  await page.keyboard.press('Enter');
  await expect.poll(() => stored(world)).toEqual([first, second]);
  const whole = await page.context().newCDPSession(page);
  const text = async () => JSON.stringify(await whole.send('DOM.getDocument', { depth: -1, pierce: true }));
  await expect.poll(async () => (await text()).split(first).length - 1).toBe(1);
});
