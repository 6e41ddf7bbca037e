// A customer comes back in a real browser: finds what was said, reads it again, chooses a language; another one finds
// nothing of it.
import { expect, it } from 'vitest';
import {
  type BrowserWorld,
  createBrowserWorld,
  openChat,
  panelOf,
  say,
} from '../../helpers/browser-world.ts';

type Page = Awaited<ReturnType<BrowserWorld['page']>>;
type Panel = Awaited<ReturnType<typeof openChat>>;

const call = (page: Page, ...queued: [string, ...string[]]) =>
  page.evaluate((call) => {
    (window as unknown as { Handrail: { push(call: unknown): void } }).Handrail.push(call);
  }, queued);

const latestOf = async (world: BrowserWorld, customer: string) =>
  (await world.parts.store.conversationsOf('airline', { customer }))[0]!.id;

/** As the agent ends it who helped. */
async function endLatest(world: BrowserWorld, customer: string) {
  await world.parts.record.append({
    conversation: await latestOf(world, customer),
    at: world.clock.now(),
    events: [{ type: 'resolved', outcome: 'solved', by: 'agent' }],
  });
}

/** By keyboard alone, from the field for writing. */
async function openSheet(panel: Panel, name = 'Conversations and language') {
  await panel.locator('.composer textarea').press('Shift');
  const button = panel.getByRole('button', { name });
  await button.focus();
  await button.press('Enter');
  await panel.locator('.sheet h2').waitFor();
}

it('P2 a returning customer reads an ended conversation again by keyboard, and goes on', async () => {
  const world = await createBrowserWorld();
  const page = await world.page('/demo/airline');
  const panel = await openChat(page);
  await say(panel, 'My bag is blue');
  await panel.getByText('Sent', { exact: true }).first().waitFor();
  await endLatest(world, 'cust-one');
  await panel.getByRole('button', { name: 'Start a new conversation' }).click();
  // The button that was pressed has these words in it, too.
  await panel.getByText('New conversation', { exact: true }).waitFor();

  // Another device of theirs.
  const phone = await world.page('/demo/airline', { viewport: { width: 320, height: 640 } });
  const there = await openChat(phone);
  await openSheet(there);
  await expect.poll(() => there.locator('.conversation').count()).toBe(2);
  await expect.poll(() => there.evaluate(() => document.activeElement?.tagName)).toBe('H2');
  expect(await there.locator('.conversation').allTextContents()).toEqual([
    expect.stringMatching(/Nothing written yet.*Open.*on screen now/),
    expect.stringMatching(/My bag is blue.*Ended/),
  ]);
  expect(await there.locator('.composer').isVisible()).toBe(false);
  expect(await there.getByRole('button', { name: /Talk to a person/ }).isVisible()).toBe(true);
  await there.getByRole('button', { name: /My bag is blue/ }).press('Enter');
  await there.locator('.read-again').getByText('My bag is blue').waitFor();
  await there.getByText('This conversation has ended').waitFor();
  expect(await there.locator('.read-again').getByRole('button', { name: /Undo/ }).count()).toBe(0);
  // Back to the list, on the line that was left, and back to the conversation.
  await there.getByRole('button', { name: 'Back' }).press('Enter');
  await expect
    .poll(() => there.evaluate(() => document.activeElement?.textContent))
    .toMatch(/My bag is blue/);
  await there.locator('.conversation').last().press('Escape');
  await there.locator('.composer').waitFor();
  await expect
    .poll(() => there.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Conversations and language');
  expect(await there.locator('main').count()).toBe(1);
  expect(world.complaints).toEqual([]);
});

it('P3 the list is gone with the customer, and another one has their own', async () => {
  const world = await createBrowserWorld();
  const page = await world.page('/demo/airline');
  const panel = await openChat(page);
  await say(panel, 'My bag is blue');
  await panel.getByText('Sent', { exact: true }).first().waitFor();
  await openSheet(panel);
  await panel.locator('.conversation').getByText('My bag is blue').waitFor();
  await call(page, 'identify', await world.identity('cust-two'));
  await expect.poll(() => panel.locator('.sheet').count()).toBe(0);
  await expect.poll(() => panel.getByText('My bag is blue').count()).toBe(0);
  await panel.getByText('automated assistant').first().waitFor();
  await openSheet(panel);
  await expect.poll(() => panel.locator('.conversation').count()).toBe(1);
  await panel.getByText('Earlier conversations will be listed here').waitFor();
  expect(await panel.getByText('My bag is blue').count()).toBe(0);
  await call(page, 'logout');
  await expect.poll(() => panel.locator('.sheet').count()).toBe(0);
  await panel.getByText('automated assistant').first().waitFor();
  await openSheet(panel);
  await expect
    .poll(() => panel.locator('.conversation').allTextContents())
    .toEqual([expect.stringMatching(/Nothing written yet/)]);
});

it('a language that the customer chooses is spoken at once, by the assistant too, and again next time', async () => {
  const world = await createBrowserWorld();
  const page = await world.page('/demo/airline');
  const panel = await openChat(page);
  await openSheet(panel);
  const choice = panel.locator('.languages select');
  expect(await choice.locator('option').allTextContents()).toEqual(
    expect.arrayContaining(['English', 'Deutsch']),
  );
  await choice.selectOption('de');
  await panel.getByText('Ihre Gespräche').waitFor();
  expect(await panel.locator('html').getAttribute('lang')).toBe('de');
  const id = await latestOf(world, 'cust-one');
  await expect.poll(async () => (await world.parts.record.load(id))?.conversation.view.locale).toBe('de');
  await panel.getByRole('button', { name: 'Zurück' }).click();
  // The page's own wish stands back behind the customer's.
  await call(page, 'setLocale', 'en');
  await panel.getByLabel('Nachricht schreiben').waitFor();
  await page.reload();
  await call(page, 'open');
  const again = await panelOf(page);
  await again.getByLabel('Nachricht schreiben').waitFor();
  expect(world.complaints).toEqual([]);
});
