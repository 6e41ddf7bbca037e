// A confirmation in a real browser, in every way that it is met: by keyboard, by name, twice, in two tabs, too early,
// too late, and after a reload. What the customer reads is right each time.
import { expect, it } from 'vitest';
import { createBrowserWorld, openChat, say } from '../../helpers/browser-world.ts';
import { bagTitle, cardOf, logged, settled } from './cards.ts';

const touchstone = 'I need to cancel my bag';

it('D2 is read, decided and undone by keyboard alone, and never by a key that was meant for the message', async () => {
  const world = await createBrowserWorld();
  const shop = await world.page('/demo/airline');
  const keys = shop.keyboard;
  // The launcher comes last in the page.
  await shop.waitForSelector('handrail-chat', { state: 'attached' });
  await keys.press('Shift+Tab');
  await keys.press('Enter');
  await expect.poll(() => shop.frames().length).toBe(2);
  const panel = await openChat(shop);
  const focused = () =>
    panel.evaluate(() => document.activeElement?.textContent || document.activeElement?.ariaLabel);
  await expect.poll(() => panel.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');

  await keys.type(touchstone);
  await keys.press('Enter');
  const card = cardOf(panel);
  await card.danger.waitFor();
  // Whoever writes on is not torn away: the focus stays, and Enter belongs to the message.
  expect(await panel.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await keys.press('Enter');
  await settled(card);
  expect(await logged(world, 'cust-one', 'answered')).toEqual([]);

  const seen: (string | null | undefined)[] = [];
  for (let step = 0; step < 12 && seen.at(-1) !== 'Remove bag from ME204'; step += 1) {
    await keys.press('Shift+Tab');
    seen.push(await focused());
  }
  expect(seen.at(-1)).toBe('Remove bag from ME204');
  await keys.press('Shift+Tab');
  expect(await focused()).toBe('Keep my bag');
  await keys.press('Tab');
  await keys.press('Space');
  await panel.getByText(/^BR-\d+$/).waitFor();
  expect(await logged(world, 'cust-one', 'ran')).toMatchObject([{ action: 'remove-bag', outcome: 'done' }]);

  const undo = panel.getByRole('button', { name: /^Undo|put .* back/i });
  await undo.focus();
  await keys.press('Enter');
  await panel.getByText(/back on/i).waitFor();
  expect(world.complaints).toEqual([]);
  expect(world.faults).toEqual([]);
});

it('D2 says by name and description what a press would do, the safe button first', async () => {
  const world = await createBrowserWorld();
  const panel = await openChat(await world.page('/demo/airline'));
  await say(panel, touchstone);
  const card = cardOf(panel);
  await card.danger.waitFor();
  const names = await card.whole.getByRole('button').allTextContents();
  expect(names).toEqual(['Keep my bag', 'Remove bag from ME204']);
  const described = await card.whole.evaluate(
    (group) => document.getElementById(group.getAttribute('aria-describedby') ?? '')?.textContent,
  );
  for (const part of [/flight on .* stays booked/, /€39\.00 goes back/, /undo this for 10 minutes/]) {
    expect(described).toMatch(part);
  }
  // It stands in the log that screen readers announce, and not in the page's way.
  expect(await panel.getByRole('log').getByRole('group', { name: bagTitle }).count()).toBe(1);
});

it('D2 counts no press of the first half second: what slides under a finger confirms nothing', async () => {
  const world = await createBrowserWorld();
  const panel = await openChat(await world.page('/demo/airline'));
  const pressed = panel.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const watcher = new MutationObserver(() => {
          const danger = document.querySelector<HTMLElement>('[role=group] .danger');
          if (!danger) return;
          watcher.disconnect();
          danger.click();
          danger.click();
          resolve(2);
        });
        watcher.observe(document.body, { childList: true, subtree: true });
      }),
  );
  await say(panel, touchstone);
  expect(await pressed).toBe(2);
  const card = cardOf(panel);
  await settled(card);
  expect(await card.danger.isEnabled()).toBe(true);
  expect(await logged(world, 'cust-one', 'answered')).toEqual([]);
  await card.danger.click();
  await panel.getByText(/^BR-\d+$/).waitFor();
});

it('D5 pressed twice fast it is done once, and the customer reads one receipt', async () => {
  const world = await createBrowserWorld();
  const panel = await openChat(await world.page('/demo/airline'));
  await say(panel, touchstone);
  const card = cardOf(panel);
  await card.danger.waitFor();
  await settled(card);
  await card.danger.evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  await panel.getByText(/^BR-\d+$/).waitFor();
  await world.parts.lanes.idle();
  expect(await panel.getByText(/^BR-\d+$/).count()).toBe(1);
  expect(await panel.getByText('You confirmed this.').count()).toBe(1);
  expect(await panel.getByRole('alert').count()).toBe(0);
  expect(await logged(world, 'cust-one', 'confirmed')).toHaveLength(1);
  expect(await logged(world, 'cust-one', 'ran')).toHaveLength(1);
  expect(world.complaints).toEqual([]);
});

it('D5 pressed in two tabs at once it is done once, and both tabs say so', async () => {
  const world = await createBrowserWorld();
  const one = await world.page('/demo/airline');
  const two = await world.tab('/demo/airline', one.context());
  const panels = [await openChat(one), await openChat(two)];
  await say(panels[0]!, touchstone);
  const cards = panels.map((panel) => cardOf(panel));
  for (const card of cards) {
    await card.danger.waitFor();
    await settled(card);
  }
  await Promise.all(cards.map(({ danger }) => danger.evaluate((button: HTMLElement) => button.click())));
  for (const panel of panels) {
    await panel.getByText(/^BR-\d+$/).waitFor();
    await panel.getByText('You confirmed this.').waitFor();
  }
  await world.parts.lanes.idle();
  for (const panel of panels) {
    expect(await panel.getByText(/^BR-\d+$/).count()).toBe(1);
    expect(await panel.getByText(/not sent|went wrong/i).count()).toBe(0);
  }
  expect(await logged(world, 'cust-one', 'ran')).toHaveLength(1);
  expect(world.complaints).toEqual([]);
  expect(world.faults).toEqual([]);
});

it('D5 keeping in one tab and removing in the other: the first counts, and both tabs say the same', async () => {
  const world = await createBrowserWorld();
  const one = await world.page('/demo/airline');
  const two = await world.tab('/demo/airline', one.context());
  const panels = [await openChat(one), await openChat(two)];
  await say(panels[0]!, touchstone);
  const [first, second] = panels.map((panel) => cardOf(panel));
  for (const card of [first!, second!]) {
    await card.danger.waitFor();
    await settled(card);
  }
  await first!.safe.click();
  await panels[1]!.getByText('All right. Everything stays as it is; nothing was changed.').waitFor();
  for (const panel of panels) {
    await panel.getByRole('group', { name: bagTitle }).getByText('Nothing was changed.').waitFor();
    expect(await panel.getByRole('button', { name: 'Remove bag from ME204' }).count()).toBe(0);
  }
  expect(await logged(world, 'cust-one', 'ran')).toEqual([]);
});

it('D3 runs out after five minutes: nothing is done, it says so, and one tap shows it anew', async () => {
  const world = await createBrowserWorld({ simulated: true });
  const panel = await openChat(await world.page('/demo/airline'));
  await say(panel, touchstone);
  const card = cardOf(panel);
  await card.danger.waitFor();
  await world.advance(5 * 60_000 + 1_000);
  await panel.getByText('The time to confirm ran out. Nothing was done.').waitFor();
  await panel.getByText('You can have it shown again with one tap.', { exact: false }).waitFor();
  expect(await card.danger.count()).toBe(0);
  expect(await logged(world, 'cust-one', 'ran')).toEqual([]);

  await panel.getByRole('button', { name: 'Show it again' }).click();
  await card.danger.waitFor();
  await settled(card);
  await card.danger.click();
  await panel.getByText(/^BR-\d+$/).waitFor();
  expect(await logged(world, 'cust-one', 'proposed')).toHaveLength(2);
  expect(await logged(world, 'cust-one', 'ran')).toHaveLength(1);
  expect(world.complaints).toEqual([]);
});

it('D4 stands after a reload as it stood, counts anew from then, and its receipt stays', async () => {
  const world = await createBrowserWorld();
  const shop = await world.page('/demo/airline');
  const before = await openChat(shop);
  await say(before, touchstone);
  await cardOf(before).danger.waitFor();
  const words = await cardOf(before).whole.innerText();

  await shop.reload();
  const after = await openChat(shop);
  const card = cardOf(after);
  await card.danger.waitFor();
  expect(await card.whole.innerText()).toBe(words);
  await settled(card);
  await card.danger.click();
  await after.getByText(/^BR-\d+$/).waitFor();

  await shop.reload();
  const again = await openChat(shop);
  await again.getByText(/^BR-\d+$/).waitFor();
  await again.getByText('You confirmed this.').waitFor();
  expect(await again.getByRole('button', { name: 'Remove bag from ME204' }).count()).toBe(0);
  expect(await logged(world, 'cust-one', 'ran')).toHaveLength(1);
  expect(world.complaints).toEqual([]);
});
