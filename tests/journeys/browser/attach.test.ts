// A customer attaches a photo in a real browser; the rest of what files go through is in attach.long.test.ts.
import { expect, it } from 'vitest';
import { createBrowserWorld, openChat, panelOf } from '../../helpers/browser-world.ts';
import { filesKept } from '../../helpers/files-kept.ts';
import { widthOf } from '../../helpers/give-files.ts';
import { png } from '../../helpers/sample-files.ts';

it('a customer looks at a picture before it is sent, sends it by key, and hears who can look into it', async () => {
  const world = await createBrowserWorld();
  const panel = await openChat(await world.page('/demo/airline'));
  // What attaching needs is fetched once the customer moves in the panel.
  await panel.getByLabel('Write a message').hover();
  const file = { name: 'ticket.png', mimeType: 'image/png', buffer: png };
  await panel.getByLabel('Attach an image or PDF').setInputFiles(file);
  await expect.poll(() => widthOf(panel.locator('.upload-preview img'))).toBe(1);
  await panel.getByRole('button', { name: 'Remove ticket.png' }).waitFor();
  expect(await panel.getByText(/can’t look into files/).count()).toBe(0);
  // The caret is where one writes.
  await panel.getByLabel('Write a message').press('Enter');
  const picture = panel.getByRole('log').getByRole('button', { name: /^ticket\.png/ });
  await picture.waitFor();
  await panel.getByText(/can’t look into files/).waitFor();
  await expect.poll(() => widthOf(picture.locator('img'))).toBe(1);
});

it('R1 a file that was not sent outlives the page, and leaves no trace for another customer', async () => {
  const world = await createBrowserWorld();
  const shop = await world.page('/demo/airline');
  const openAgain = async () => {
    await shop.evaluate(() => (window as unknown as { Handrail: { open(): void } }).Handrail.open());
    const panel = await panelOf(shop);
    await panel.getByText('automated assistant').waitFor();
    return panel;
  };
  const databases = () =>
    shop
      .frames()
      .find((frame) => frame.url().includes('/widget/frame'))!
      .evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  let panel = await openAgain();
  await panel.getByLabel('Write a message').hover();
  await panel
    .getByLabel('Attach an image or PDF')
    .setInputFiles({ name: 'ticket.png', mimeType: 'image/png', buffer: png });
  await panel.getByRole('button', { name: 'Remove ticket.png' }).waitFor();
  await expect.poll(databases).toEqual([expect.stringContaining('cust-one')]);
  await expect.poll(() => filesKept(panel)).toEqual(['ticket.png']);
  await shop.reload();
  panel = await openAgain();
  // Without a hand stirred: what was left unsent is shown by itself.
  await panel.getByText('The page was left before it was sent.').waitFor();
  await panel.getByRole('button', { name: 'Try again' }).click();
  await panel
    .getByRole('log')
    .getByRole('button', { name: /^ticket\.png/ })
    .waitFor();
  await expect.poll(() => panel.locator('.upload').count()).toBe(0);

  await panel
    .getByLabel('Attach an image or PDF')
    .setInputFiles({ name: 'secret.png', mimeType: 'image/png', buffer: png });
  await panel.getByRole('button', { name: 'Remove secret.png' }).waitFor();
  const other = await world.identity('cust-two');
  await shop.evaluate((token) => {
    (window as unknown as { Handrail: { identify(token: string): void } }).Handrail.identify(token);
  }, other);
  await expect.poll(() => panel.getByText('secret.png').count()).toBe(0);
  await expect.poll(databases).not.toContainEqual(expect.stringContaining('cust-one'));
});
