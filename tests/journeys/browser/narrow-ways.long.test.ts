// The panel where room and networks are narrow: a small phone, and a browser in which no WebSocket comes about.
import type { Frame } from 'playwright-core';
import { expect, it } from 'vitest';
import { agent } from '../../helpers/agent.ts';
import { createBrowserWorld, openChat, say } from '../../helpers/browser-world.ts';

const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };

/** How the thread stands: at its end, with its share of the window, and with the last words in sight. */
const threadOf = (panel: Frame) =>
  panel.locator('.thread').evaluate((thread) => {
    const box = thread.getBoundingClientRect();
    const words = [...thread.querySelectorAll('.group .bubble')].at(-1)!.getBoundingClientRect();
    return {
      atEnd: thread.scrollHeight - thread.scrollTop - thread.clientHeight < 2,
      roomy: box.height / innerHeight > 0.3,
      lastWordsSeen: words.bottom <= box.bottom + 1 && words.bottom > box.top,
    };
  });

it('H3 on a small phone the waiting dock leaves the conversation its room, and its end in sight', async () => {
  const world = await createBrowserWorld();
  const panel = await openChat(await world.page('/demo/airline', phone));
  await say(panel, 'Which bags may I take with me?');
  await panel.getByText(/bag/i).nth(2).waitFor();
  await panel.getByRole('button', { name: /Talk to a person/ }).click();
  await panel.getByRole('heading', { name: 'Nobody is on duty right now' }).waitFor();
  await panel.getByText('A person was asked to join').waitFor();
  await expect.poll(() => threadOf(panel)).toMatchObject({ atEnd: true, roomy: true, lastWordsSeen: true });
  await expect.poll(() => panel.getByText('Latest messages').count()).toBe(0);

  await panel.getByRole('button', { name: 'Leave a message' }).click();
  await panel.getByLabel('Your message').waitFor();
  await expect.poll(() => threadOf(panel)).toMatchObject({ atEnd: true });
  await panel.getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => threadOf(panel)).toMatchObject({ atEnd: true, roomy: true, lastWordsSeen: true });
  await expect.poll(() => panel.getByText('Latest messages').count()).toBe(0);

  // H4 Somebody comes on duty: it is said here and now.
  await agent(world, { name: 'Mia' });
  await panel.getByRole('heading', { name: /number 1 in line/ }).waitFor();
  expect(world.complaints).toEqual([]);
  expect(world.faults).toEqual([]);
});

it.each([
  ['throws at once', "throw new DOMException('blocked', 'SecurityError');"],
  ['fails', 'setTimeout(() => this.onerror?.(new Event("error")));'],
])('a WebSocket that %s leaves the chat to polling, and nothing typed is lost', async (_how, does) => {
  const world = await createBrowserWorld();
  const page = await world.page('/demo/airline');
  await page.addInitScript(`window.WebSocket = class { constructor() { ${does} } close() {} send() {} };`);
  await page.reload();
  const panel = await openChat(page);
  await say(panel, 'Which bags may I take with me?');
  await expect.poll(() => panel.getByText('Sent').count()).toBeGreaterThan(0);
  const polled = await panel.evaluate(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('transport=polling')),
  );
  expect(polled).toBe(true);
  expect(world.faults).toEqual([]);
});
