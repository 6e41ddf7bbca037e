// A customer attaches a photo and a PDF in a real browser; the agent opens them in the console.
import { expect, it } from 'vitest';
import { createBrowserWorld, panelOf } from '../../helpers/browser-world.ts';
import { pdf, png } from '../../helpers/sample-files.ts';

it('a customer attaches by button, drop and paste, is told what is not taken, and an agent sees it', async () => {
  const world = await createBrowserWorld();
  const login = await world.hire('Mia');
  const shop = await world.page('/demo/airline');
  await shop.evaluate(() => (window as unknown as { Handrail: { open(): void } }).Handrail.open());
  const panel = await panelOf(shop);
  await panel.getByText('automated assistant').waitFor();
  // What attaching needs is fetched once the customer moves in the panel.
  await panel.getByLabel('Write a message').hover();
  const field = panel.getByLabel('Attach an image or PDF');
  await field.setInputFiles([
    { name: 'ticket.png', mimeType: 'image/png', buffer: png },
    { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<script>1</script>') },
    { name: 'false.png', mimeType: 'image/png', buffer: Buffer.from('<script>1</script>') },
  ]);
  // Looked at before they are sent; by keyboard one sends them, since the caret is where one writes.
  await expect
    .poll(() =>
      panel.locator('.upload-preview img').evaluate((image) => (image as HTMLImageElement).naturalWidth),
    )
    .toBe(1);
  await panel.getByRole('button', { name: 'Remove ticket.png' }).waitFor();
  expect(await panel.getByText(/can’t look into files/).count()).toBe(0);
  await panel.getByLabel('Write a message').press('Enter');
  const picture = panel.getByRole('log').getByRole('button', { name: /ticket\.png/ });
  await picture.waitFor();
  await panel.getByText(/can’t look into files/).waitFor();
  await expect
    .poll(() => picture.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBe(1);
  await expect.poll(() => panel.getByText(/Only images .* and PDF can be sent/).count()).toBe(2);
  for (const remove of (await panel.getByRole('button', { name: /^Remove / }).all()).reverse())
    await remove.click();
  expect(await panel.getByText(/Only images/).count()).toBe(0);

  const bytes = [...pdf];
  for (const type of ['drop', 'paste']) {
    await panel.locator('main').evaluate(
      (main, { bytes, type }) => {
        const held = new DataTransfer();
        held.items.add(new File([Uint8Array.from(bytes)], `${type}.pdf`, { type: 'application/pdf' }));
        const more = { bubbles: true, cancelable: true };
        main.dispatchEvent(
          type === 'drop'
            ? new DragEvent('drop', { ...more, dataTransfer: held })
            : new ClipboardEvent('paste', { ...more, clipboardData: held }),
        );
      },
      { bytes, type },
    );
    await panel.getByRole('button', { name: `Remove ${type}.pdf` }).waitFor();
    await panel.getByRole('button', { name: 'Send', exact: true }).click();
    await panel
      .getByRole('log')
      .getByRole('button', { name: new RegExp(`${type}\\.pdf`) })
      .waitFor();
  }

  await panel.getByRole('button', { name: /Talk to a person/ }).click();
  const desk = await world.page('/console', { viewport: { width: 1280, height: 800 } });
  await desk.getByLabel('Email').fill(login.email);
  await desk.getByLabel('Password', { exact: true }).fill(login.password);
  await desk.getByRole('button', { name: 'Sign in' }).click();
  await desk.getByRole('navigation', { name: 'Conversations' }).getByText('Ada Lindqvist').click();
  const seen = desk.getByRole('button', { name: /ticket\.png/ });
  await seen.waitFor();
  await expect
    .poll(() => seen.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBe(1);
  const download = desk.waitForEvent('download');
  await desk.getByRole('button', { name: /drop\.pdf/ }).click();
  expect((await download).suggestedFilename()).toBe('drop.pdf');
  if (process.env.SHOTS) {
    await shop.screenshot({ path: `${process.env.SHOTS}/attach.png` });
    await desk.screenshot({ path: `${process.env.SHOTS}/attach-desk.png` });
  }
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
  await shop.reload();
  panel = await openAgain();
  // Without a hand stirred: what was left unsent is shown by itself.
  await panel.getByText('The page was left before it was sent.').waitFor();
  await panel.getByRole('button', { name: 'Try again' }).click();
  await panel
    .getByRole('log')
    .getByRole('button', { name: /ticket\.png/ })
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
