// Files both ways in a real browser: what customers bring, what is not taken, what an agent opens and what they send.
import type { Frame, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { type BrowserWorld, createBrowserWorld, openChat } from '../../helpers/browser-world.ts';
import { filesKept, holdFileLocks } from '../../helpers/files-kept.ts';
import { giveFile, widthOf } from '../../helpers/give-files.ts';
import { pdf, png } from '../../helpers/sample-files.ts';

const ticket = { name: 'ticket.png', mimeType: 'image/png', buffer: png };

async function chat(): Promise<{ world: BrowserWorld; shop: Page; panel: Frame }> {
  const world = await createBrowserWorld();
  const shop = await world.page('/demo/airline');
  const panel = await openChat(shop);
  // What attaching needs is fetched once the customer moves in the panel.
  await panel.getByLabel('Write a message').hover();
  await panel.getByLabel('Attach an image or PDF').waitFor({ state: 'attached' });
  return { world, shop, panel };
}

/** The console, with the conversation of the demo's customer on screen. */
async function openDesk(world: BrowserWorld, panel: Frame): Promise<Page> {
  const login = await world.hire('Mia');
  await panel.getByRole('button', { name: /Talk to a person/ }).click();
  const desk = await world.page('/console', { viewport: { width: 1280, height: 800 } });
  await desk.getByLabel('Email').fill(login.email);
  await desk.getByLabel('Password', { exact: true }).fill(login.password);
  await desk.getByRole('button', { name: 'Sign in' }).click();
  await desk.getByRole('navigation', { name: 'Conversations' }).getByText('Ada Lindqvist').click();
  return desk;
}

const inLog = (page: Page | Frame, name: RegExp) => page.getByRole('log').getByRole('button', { name });

it('what is no image and no PDF is not taken, whatever it is called, and is taken away again', async () => {
  const { panel } = await chat();
  const script = Buffer.from('<script>1</script>');
  await panel.getByLabel('Attach an image or PDF').setInputFiles([
    { name: 'page.html', mimeType: 'text/html', buffer: script },
    { name: 'false.png', mimeType: 'image/png', buffer: script },
  ]);
  await panel.getByRole('button', { name: 'Send', exact: true }).click();
  await expect.poll(() => panel.getByText(/Only images .* and PDF can be sent/).count()).toBe(2);
  for (const remove of (await panel.getByRole('button', { name: /^Remove / }).all()).reverse())
    await remove.click();
  expect(await panel.getByText(/Only images/).count()).toBe(0);
});

it.each(['drop', 'paste'] as const)('a customer brings a file by %s', async (way) => {
  const { panel } = await chat();
  await giveFile(panel, way, `${way}.pdf`, pdf);
  await panel.getByRole('button', { name: `Remove ${way}.pdf` }).waitFor();
  await panel.getByRole('button', { name: 'Send', exact: true }).click();
  await inLog(panel, new RegExp(`^${way}\\.pdf`)).waitFor();
});

it('P3 a file that was picked just before another customer signs in is not put by afterwards', async () => {
  const { world, shop, panel } = await chat();
  const give = await holdFileLocks(panel, 'cust-one');
  await panel.getByLabel('Attach an image or PDF').setInputFiles(ticket);
  await panel.getByRole('button', { name: 'Remove ticket.png' }).waitFor();
  const other = await world.identity('cust-two');
  await shop.evaluate((token) => {
    (window as unknown as { Handrail: { identify(token: string): void } }).Handrail.identify(token);
  }, other);
  await expect.poll(() => panel.getByText('ticket.png').count()).toBe(0);
  await give();
  const places = await panel.evaluate(async () => {
    // Both are answered in order, so what is put by now is there after them.
    await navigator.locks.request('after', () => undefined);
    await new Promise((opened) => Object.assign(indexedDB.open('after'), { onsuccess: opened }));
    return (await indexedDB.databases()).map(({ name }) => name);
  });
  expect(places).toEqual(['after']);
});

it('R1 a file that is put by while the one before it is taken away outlives the page', async () => {
  const { shop, panel } = await chat();
  await panel.getByLabel('Attach an image or PDF').setInputFiles(ticket);
  await expect.poll(() => filesKept(panel)).toEqual(['ticket.png']);
  const give = await holdFileLocks(panel, 'cust-one');
  await giveFile(panel, 'drop', 'form.pdf', pdf);
  await panel.getByRole('button', { name: 'Remove form.pdf' }).waitFor();
  await panel.getByRole('button', { name: 'Remove ticket.png' }).click();
  // Looked at twice: what counted the place as empty asked before.
  for (const _ of [1, 2]) await expect.poll(() => filesKept(panel)).toEqual([]);
  await give();
  await expect.poll(() => filesKept(panel)).toEqual(['form.pdf']);
  await shop.reload();
  const again = await openChat(shop);
  await again.getByText('The page was left before it was sent.').waitFor();
});

it('an agent sees what the customer attached, and saves it', async () => {
  const { world, panel } = await chat();
  await panel.getByLabel('Attach an image or PDF').setInputFiles(ticket);
  await giveFile(panel, 'drop', 'form.pdf', pdf);
  await panel.getByRole('button', { name: 'Remove form.pdf' }).waitFor();
  await panel.getByRole('button', { name: 'Send', exact: true }).click();
  await inLog(panel, /^form\.pdf/).waitFor();
  const desk = await openDesk(world, panel);
  await expect.poll(() => widthOf(inLog(desk, /^ticket\.png/).locator('img'))).toBe(1);
  const saved = desk.waitForEvent('download');
  await inLog(desk, /^form\.pdf/).click();
  expect((await saved).suggestedFilename()).toBe('form.pdf');
});

it('an agent sends files by button, drop and paste, and the customer opens and saves them', async () => {
  const { world, shop, panel } = await chat();
  const desk = await openDesk(world, panel);
  // Whoever has not taken the conversation has nothing to send with.
  await desk
    .getByRole('button', { name: /^Claim/ })
    .first()
    .waitFor();
  expect(await desk.getByLabel('Attach an image or PDF').count()).toBe(0);
  await desk
    .getByRole('button', { name: /^Claim/ })
    .first()
    .click();

  await desk.getByLabel('Attach an image or PDF').setInputFiles(ticket);
  await expect.poll(() => widthOf(desk.locator('.upload-preview img'))).toBe(1);
  await giveFile(desk, 'drop', 'drop.pdf', pdf);
  await giveFile(desk, 'paste', 'paste.pdf', pdf);
  await desk.getByRole('button', { name: 'Remove paste.pdf' }).click();
  // The caret is where one writes: words and files go out together, by key.
  const reply = desk.getByRole('textbox', { name: 'Reply', exact: true });
  await reply.fill('Here is your ticket.');
  await reply.press('Enter');
  await inLog(desk, /^drop\.pdf/).waitFor();
  await expect.poll(() => desk.locator('.upload').count()).toBe(0);

  await panel.getByText('Here is your ticket.').waitFor();
  const picture = inLog(panel, /^ticket\.png/);
  await expect.poll(() => widthOf(picture.locator('img'))).toBe(1);
  expect(await inLog(panel, /paste\.pdf/).count()).toBe(0);
  // Who hears the thread hears who sent it.
  const said = panel.locator('.bubble', { has: panel.getByRole('button', { name: /^ticket\.png/ }) });
  expect(await said.innerText()).toMatch(/Mia/);
  const saved: string[] = [];
  const opened: Page[] = [];
  const heed = (page: Page) =>
    page.on('download', (download) => void saved.push(download.suggestedFilename()));
  heed(shop);
  // What is saved may come by a tab of its own, which goes again.
  shop.context().on('page', (page) => void opened.push(heed(page)));
  await picture.click();
  await expect
    .poll(() => opened.map((page) => page.url()))
    .toContainEqual(expect.stringContaining('/api/files/'));
  await panel.getByRole('button', { name: /^Save ticket\.png/ }).click();
  await expect.poll(() => saved).toEqual(['ticket.png']);
  await inLog(panel, /^drop\.pdf/).click();
  await expect.poll(() => saved).toEqual(['ticket.png', 'drop.pdf']);
  // Before the sign-in the console asks who is there.
  expect(world.complaints.filter((line) => !line.includes('/api/agent/me'))).toEqual([]);
  if (process.env.SHOTS) {
    await shop.screenshot({ path: `${process.env.SHOTS}/agent-files-panel.png` });
    await desk.screenshot({ path: `${process.env.SHOTS}/agent-files-desk.png` });
  }
});
