// The rungs below autonomous, in real browsers on both sides: a customer who confirms and is told that a person looks,
// and an agent who approves, refuses, or carries out what the assistant may not.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { RolloutMode } from '../../../shared/ladder.ts';
import { type BrowserWorld, createBrowserWorld, openChat, say } from '../../helpers/browser-world.ts';
import { cardOf, logged, settled } from './cards.ts';

const wish = 'I need to cancel my bag';

async function agentAt(world: BrowserWorld): Promise<Page> {
  const login = await world.hire('Mia');
  const desk = await world.page('/console', { viewport: { width: 1280, height: 800 } });
  await desk.getByLabel('Email').fill(login.email);
  await desk.getByLabel('Password', { exact: true }).fill(login.password);
  await desk.getByRole('button', { name: 'Sign in' }).click();
  await desk.getByText('Connected').waitFor();
  const available = desk.getByRole('switch').first();
  if ((await available.getAttribute('aria-checked')) !== 'true') await available.click();
  await expect.poll(async () => (await world.parts.desk.state('airline')).onDuty).toBe(1);
  return desk;
}

/** A world in which the removal of a bag stands on this rung, an agent on duty, and a customer at the airline. */
async function stage(mode: RolloutMode) {
  const world = await createBrowserWorld();
  const site = world.parts.sites.get('airline')!;
  const step = { to: mode, by: 'the test', why: 'a careful start' };
  expect(await world.parts.rungs.step(site, 'remove-bag', step)).toMatchObject({ ok: true });
  const desk = await agentAt(world);
  const panel = await openChat(await world.page('/demo/airline'));
  return { world, desk, panel };
}

/** That nobody is signed in yet is how the console finds out, and its browser says so. */
const complaints = (world: BrowserWorld) => world.complaints.filter((one) => !one.includes('/api/agent/me'));
const approvals = (desk: Page) => desk.getByRole('region', { name: /remove-bag/ });
const open = (desk: Page) =>
  desk.getByRole('navigation', { name: 'Conversations' }).getByText('Ada Lindqvist').click();

it('A5 runs what the customer confirmed once an agent has approved it, and it can be undone', async () => {
  const { world, desk, panel } = await stage('supervised');
  await say(panel, wish);
  const card = cardOf(panel);
  await card.danger.waitFor();
  await settled(card);
  await card.danger.click();
  await panel.getByText(/A person looks at this before it is done, within 3 minutes/).waitFor();
  expect(await logged(world, 'cust-one', 'ran')).toEqual([]);

  await desk
    .getByRole('heading', { name: /Needs your approval/ })
    .first()
    .waitFor();
  await open(desk);
  const pending = approvals(desk);
  await pending.getByText('Approve and run').waitFor();
  expect(await pending.locator('dl').textContent()).toMatch(/^bagbag-101customercust-onereference/);
  await pending.getByRole('button', { name: 'Approve and run' }).click();

  await panel.getByText(/^BR-\d+$/).waitFor();
  expect(await logged(world, 'cust-one', 'approved')).toMatchObject([{ approve: true, by: { name: 'Mia' } }]);
  expect(await logged(world, 'cust-one', 'ran')).toMatchObject([{ outcome: 'done' }]);
  await expect.poll(() => approvals(desk).count()).toBe(0);
  await panel.getByRole('button', { name: /^Undo|put .* back/i }).click();
  await panel.getByText(/back on/i).waitFor();
  expect(await logged(world, 'cust-one', 'undone')).toMatchObject([{ outcome: 'done' }]);
  expect(complaints(world)).toEqual([]);
  expect(world.faults).toEqual([]);
});

it('A5 does nothing that an agent refuses: the customer hears so, and a person comes', async () => {
  const { world, desk, panel } = await stage('supervised');
  await say(panel, wish);
  const card = cardOf(panel);
  await card.danger.waitFor();
  await settled(card);
  await card.danger.click();
  await panel.getByText(/A person looks at this/).waitFor();

  await open(desk);
  const pending = approvals(desk);
  await pending.getByText('Approve and run').waitFor();
  // By its key, as one who works here all day: it leads to the refusal, which asks for the reason beside it.
  await desk.keyboard.press('g');
  await pending.getByRole('textbox').fill('the bag is checked in already');
  await pending.getByRole('button', { name: /^Refuse/ }).click();

  await panel.getByText(/A colleague looked at it and did not want it done like this/).waitFor();
  await expect.poll(() => logged(world, 'cust-one', 'handoff')).toHaveLength(1);
  expect(await logged(world, 'cust-one', 'ran')).toEqual([]);
  expect(await logged(world, 'cust-one', 'approved')).toMatchObject([
    { approve: false, reason: 'the bag is checked in already' },
  ]);
  expect(await panel.getByText('checked in already').count()).toBe(0);
  await desk.getByRole('button', { name: /^Claim/ }).click();
  await panel.getByText('Mia').first().waitFor();
  expect(complaints(world)).toEqual([]);
});

it('A5 shows a shadowed action to the agent alone, who says what they did instead', async () => {
  const { world, desk, panel } = await stage('shadow');
  await say(panel, wish);
  await panel.getByText(/A person has to look at this before it goes ahead/).waitFor();
  expect(await cardOf(panel).whole.count()).toBe(0);

  await open(desk);
  await desk.getByRole('button', { name: /^Claim/ }).click();
  const pending = approvals(desk);
  await pending.getByRole('button', { name: 'I did it differently…' }).click();
  await pending.getByLabel('reference').fill('another booking');
  await pending.getByRole('button', { name: 'I did it like this' }).click();

  await expect
    .poll(() => logged(world, 'cust-one', 'corrected'))
    .toMatchObject([{ by: 'agent', arguments: { reference: 'another booking' }, agent: { name: 'Mia' } }]);
  await expect.poll(() => approvals(desk).count()).toBe(0);
  expect(await logged(world, 'cust-one', 'proposed')).toMatchObject([{ outcome: 'shadowed' }]);
  expect(await logged(world, 'cust-one', 'ran')).toEqual([]);
  const seen = (await panel.locator('body').textContent()) ?? '';
  expect(seen).not.toMatch(/propos|another booking|shadow/i);
  expect(complaints(world)).toEqual([]);
});
