// One browser, one customer after another: what the page's calls leave behind of the former, and what destroy takes away.
import { expect, it } from 'vitest';
import { createBrowserWorld, openChat, panelOf, say } from '../../helpers/browser-world.ts';

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof createBrowserWorld>>['page']>>;
const words = 'My name is Ada and my bag is blue';

const call = (page: Page, ...queued: [string, ...string[]]) =>
  page.evaluate((call) => {
    (window as unknown as { Handrail: { push(call: unknown): void } }).Handrail.push(call);
  }, queued);
const kept = (page: Page) =>
  page.evaluate(() =>
    Object.entries(localStorage)
      .map((entry) => entry.join('='))
      .join('\n'),
  );

it('P3 who signs in after another sees nothing of them, and finds nothing of them on the device', async () => {
  const world = await createBrowserWorld();
  const page = await world.page('/demo/airline');
  const panel = await openChat(page);
  await say(panel, words);
  await panel.getByText('Sent', { exact: true }).first().waitFor();
  await panel.getByLabel('Write a message').fill('and my seat');
  expect(await kept(page)).toContain('cust-one');
  await call(page, 'identify', await world.identity('cust-two'));
  await expect.poll(() => panel.getByText(words).count()).toBe(0);
  await expect.poll(() => kept(page)).toContain('cust-two');
  await panel.getByText('automated assistant').first().waitFor();
  expect(await panel.getByLabel('Write a message').inputValue()).toBe('');
  expect(await kept(page)).not.toContain('cust-one');
  const conversations = await world.parts.store.conversationsOf('airline', { customer: 'cust-two' });
  expect(JSON.stringify(await world.parts.store.read(conversations[0]!.id))).not.toContain('blue');
  // And back: the conversation is the server's to give, to who proves to be its owner.
  await call(page, 'identify', await world.identity('cust-one'));
  await panel.getByText(words).first().waitFor();
});

it('O1 destroy takes the chat off the page, and the wrapper puts it there again', async () => {
  const world = await createBrowserWorld();
  const page = await world.page('/demo/airline');
  await openChat(page);
  await call(page, 'destroy');
  expect(await page.locator('handrail-chat').count()).toBe(0);
  expect(page.frames()).toHaveLength(1);
  expect(await page.evaluate(() => 'Handrail' in window && window.Handrail !== undefined)).toBe(false);
  // As text: a function would come with the test runner's own import.
  await page.evaluate(`import('${world.url}/widget/embed.js').then(({ handrail }) => {
    handrail.open();
    handrail.load({ host: '${world.url}', site: 'airline', label: 'Help' });
  })`);
  const panel = await panelOf(page);
  await panel.getByText('automated assistant').first().waitFor();
});
