// "I need to cancel my bag" in a real browser, as each of the demo's customers: nobody is ever offered to cancel a
// flight, and each reads what fits them.
import type { Frame } from 'playwright-core';
import { expect, it } from 'vitest';
import { createBrowserWorld, openChat, say } from '../../helpers/browser-world.ts';
import { cardOf, logged, settled } from './cards.ts';

const touchstone = 'I need to cancel my bag';
const never = /cancel (?:the |your |my )?(?:entire |whole )?flight/i;

const thread = (panel: Frame) => panel.getByRole('log').innerText();

it('C9 with no booking: nothing is offered, it says what was looked for, and a person is one tap away', async () => {
  const world = await createBrowserWorld();
  const panel = await openChat(await world.page('/demo/airline?as=cust-none'));
  await say(panel, touchstone);
  await panel
    .getByText('I looked in your account and found nothing there that this could apply to')
    .waitFor();
  expect(await thread(panel)).not.toMatch(never);
  expect(await panel.getByRole('log').getByRole('group').count()).toBe(0);
  expect(await panel.getByRole('button', { name: /^Talk to a person/ }).isEnabled()).toBe(true);
  expect(await logged(world, 'cust-none', 'proposed')).toEqual([]);
  expect(world.complaints).toEqual([]);
});

it('C9 with two bookings: the two bags are the choices, by number key, and only the chosen one goes', async () => {
  const world = await createBrowserWorld();
  const shop = await world.page('/demo/airline?as=cust-two');
  const panel = await openChat(shop);
  await say(panel, touchstone);
  const choices = panel.getByRole('group', { name: 'Which one is it about?' });
  await choices.waitFor();
  const names = await choices.getByRole('button').allInnerTexts();
  expect(names.map((name) => name.replace(/^\d\s*/, ''))).toEqual([
    '15 kg bag on ME118 to Stockholm',
    '23 kg bag on ME342 to Reykjavik',
    'Something else',
  ]);
  // With the focus on a choice, its number presses it.
  await choices.getByRole('button').first().focus();
  await shop.keyboard.press('2');
  const card = cardOf(panel, 'Remove the 23 kg bag from ME342 to Reykjavik?');
  await card.danger.waitFor();
  await settled(card);
  await card.danger.click();
  await panel.getByText(/^BR-\d+$/).waitFor();
  expect(await thread(panel)).not.toMatch(never);
  expect(await logged(world, 'cust-two', 'ran')).toMatchObject([{ action: 'remove-bag', outcome: 'done' }]);
  expect(world.complaints).toEqual([]);
});

it('P3 signed in as nobody: it asks to sign in, and after that the same words lead to the card', async () => {
  const world = await createBrowserWorld();
  const shop = await world.page('/demo/airline?as=anonymous');
  const panel = await openChat(shop);
  await say(panel, touchstone);
  await panel.getByText('Please sign in on this site and ask again, or talk to a person.').waitFor();
  expect(await thread(panel)).not.toMatch(never);
  expect(await panel.getByRole('log').getByRole('group').count()).toBe(0);

  await shop.evaluate(async () => {
    const answer = await fetch('/demo/airline/identity?as=cust-one');
    const { token } = (await answer.json()) as { token: string };
    (window as unknown as { Handrail: { identify(token: string): void } }).Handrail.identify(token);
  });
  await expect
    .poll(async () => (await world.parts.store.conversationsOf('airline', { customer: 'cust-one' })).length)
    .toBe(1);
  await say(panel, touchstone);
  await cardOf(panel).danger.waitFor();
  expect(await thread(panel)).toContain('Please sign in on this site');
  expect(world.complaints).toEqual([]);
});
