// The main job as two people live it, in a real browser: a customer on the shop's page, an agent in the console.
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { createBrowserWorld, panelOf } from '../../helpers/browser-world.ts';
import { cardOf, settled } from './cards.ts';

it('a customer has a bag taken off, put back, and a person come; the agent sees why, answers and ends it', async () => {
  const world = await createBrowserWorld();
  const login = await world.hire('Mia');

  const shop = await world.page('/demo/airline');
  // O1 Nothing is there but the launcher until it is used.
  expect(shop.frames()).toHaveLength(1);
  expect(await shop.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, '']);
  await shop.keyboard.press('Tab');
  await shop.evaluate(() => (window as unknown as { Handrail: { open(): void } }).Handrail.open());
  const panel = await panelOf(shop);
  await panel.getByText('automated assistant').waitFor();
  await panel.getByRole('button', { name: /Talk to a person/ }).waitFor();

  await panel.getByLabel('Write a message').fill('I need to cancel my bag');
  await panel.getByLabel('Write a message').press('Enter');
  const card = cardOf(panel);
  await card.danger.waitFor();
  expect(await card.whole.getByRole('button').first().textContent()).toMatch(/keep/i);
  await settled(card);
  await card.danger.click();
  await panel.getByText(/BR-\d+/).waitFor();

  await panel.getByRole('button', { name: /undo|put .* back/i }).click();
  await panel.getByText(/back on/i).waitFor();

  await panel.getByRole('button', { name: /Talk to a person/ }).click();
  await panel
    .getByText(/place|line|duty/i)
    .first()
    .waitFor();

  const desk = await world.page('/console', { viewport: { width: 1280, height: 800 } });
  await desk.getByLabel('Email').fill(login.email);
  await desk.getByLabel('Password', { exact: true }).fill(login.password);
  await desk.getByRole('button', { name: 'Sign in' }).click();
  await desk.getByRole('switch').click();
  await desk.getByRole('navigation', { name: 'Conversations' }).getByText('Ada Lindqvist').click();
  await desk
    .getByRole('button', { name: /^(Claim|Take)/ })
    .first()
    .click();
  await panel.getByText(/Mia/).first().waitFor();

  await desk.getByLabel(/reply/i).last().fill('I have it in front of me.');
  await desk.keyboard.press('Enter');
  await panel.getByText('I have it in front of me.').waitFor();

  await desk
    .getByRole('button', { name: /resolve/i })
    .first()
    .click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByText('Yes', { exact: false }).first().click();
  await dialog.getByRole('button').first().waitFor();
  await dialog
    .getByRole('button', { name: /^Resolve/ })
    .first()
    .click();
  await panel.getByText('How was it?').waitFor();
  await panel.getByLabel('5 of 5').check({ force: true });
  await panel.getByRole('button', { name: 'Send rating' }).click();
  await expect
    .poll(async () => {
      const [row] = await world.parts.store.conversationsOf('airline', { customer: 'cust-one' });
      return (await world.parts.record.load(row!.id))?.conversation.inside.rating;
    })
    .toBe(5);
  const page = panel.page();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: 'As text', exact: true }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^airline-.{8}\.txt$/);
  const copy = await readFile((await file.path())!, 'utf8');
  expect(copy).toMatch(/\[.+ [AP]M .+\] Mia \(person\): I have it in front of me\./);
  // Before the sign-in the console asks who it is and hears 401, which the browser notes as an error.
  expect(world.complaints.filter((line) => !line.includes('/api/agent/me'))).toEqual([]);
  expect(world.faults).toEqual([]);
});
