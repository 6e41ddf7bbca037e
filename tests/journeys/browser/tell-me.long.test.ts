// The customer asks to be told, looks elsewhere, and is: by the page around the chat, in a real browser.
import { expect, it } from 'vitest';
import { agent } from '../../helpers/agent.ts';
import { createBrowserWorld, openChat } from '../../helpers/browser-world.ts';

interface Told {
  asked: number;
  shown: { title: string; body: string; tag: string; click(): void }[];
  tones: number;
  away: boolean;
  answer: NotificationPermission;
}

/** Runs in every frame before its scripts: notifications and sounds that can be counted, and a page that can be left. */
function countedPage(permission: string): void {
  const answer = permission as NotificationPermission;
  const told: Told = { asked: 0, shown: [], tones: 0, away: false, answer };
  class CountedNotification {
    static permission: NotificationPermission = 'default';
    static async requestPermission(): Promise<NotificationPermission> {
      told.asked += 1;
      CountedNotification.permission = told.answer;
      return told.answer;
    }
    onclick: (() => void) | null = null;
    constructor(title: string, { body = '', tag = '' }: NotificationOptions = {}) {
      // As browsers do it: without the permission there is an event of an error, and no more.
      if (CountedNotification.permission === 'granted')
        told.shown.push({ title, body, tag, click: () => this.onclick?.() });
    }
    close(): void {}
  }
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...when) {
    told.tones += 1;
    start.apply(this, when);
  };
  Object.assign(window, { Notification: CountedNotification, told });
  Object.defineProperty(document, 'hidden', { get: () => told.away });
}

declare global {
  interface Window {
    told: Told;
  }
}

it('tells of a person’s answer while the page is in the background, because the customer asked for it', async () => {
  const world = await createBrowserWorld();
  const mia = await agent(world, { name: 'Mia' });
  const context = await world.browser.newContext();
  await context.addInitScript(countedPage, 'granted');
  const shop = await world.tab('/demo/airline', context);
  const panel = await openChat(shop);
  await panel.getByRole('button', { name: /Talk to a person/ }).click();
  const press = panel.getByRole('button', { name: 'Tell me when somebody answers' });
  await press.waitFor();
  expect(await shop.evaluate(() => window.told.asked)).toBe(0);
  await press.click();
  await panel.getByText(/You are told when somebody answers/).waitFor();
  expect(await shop.evaluate(() => window.told.asked)).toBe(1);

  // Muted at first; the press for it is heard, and so is the answer.
  expect(await panel.evaluate(() => window.told.tones)).toBe(0);
  await panel.getByRole('button', { name: 'Sound for new answers' }).click();
  const tones = () => panel.evaluate(() => window.told.tones);
  await expect.poll(tones).toBe(2);

  const { conversation } = await mia.until('somebody to wait', () => mia.queue[0]);
  await mia.claim(conversation);
  await mia.reply(conversation, 'Read while looking at it.');
  await panel.getByText('Read while looking at it.').waitFor();
  expect(await shop.evaluate(() => window.told.shown.length)).toBe(0);
  await panel.getByRole('button', { name: 'Turn the sound off' }).waitFor();
  await panel.evaluate(() => {
    window.told.away = true;
  });
  await shop.evaluate(() => (window as unknown as { Handrail: { close(): void } }).Handrail.close());
  await mia.reply(conversation, 'A secret answer.');
  const shown = () =>
    shop.evaluate(() => window.told.shown.map(({ title, body, tag }) => ({ title, body, tag })));
  const tag = `handrail-${conversation}`;
  await expect
    .poll(shown)
    .toEqual([{ title: expect.stringContaining('Meridian Air'), body: 'You have an answer.', tag }]);
  await shop.evaluate(() => window.told.shown[0]!.click());
  await panel.getByText('A secret answer.').waitFor();
  await expect.poll(() => panel.evaluate(() => document.documentElement.checkVisibility())).toBe(true);
  // A press turns the sound off, and the device remembers that.
  await panel.getByRole('button', { name: 'Turn the sound off' }).click();
  expect(await panel.getByRole('button', { name: 'Turn the sound off' }).count()).toBe(0);
  expect(world.complaints).toEqual([]);
});

it('says kindly that the browser does not let the page tell', async () => {
  const world = await createBrowserWorld();
  await agent(world, { name: 'Mia' });
  const context = await world.browser.newContext();
  await context.addInitScript(countedPage, 'denied');
  const panel = await openChat(await world.tab('/demo/airline', context));
  await panel.getByRole('button', { name: /Talk to a person/ }).click();
  await panel.getByRole('button', { name: 'Tell me when somebody answers' }).click();
  await panel.getByText(/Your browser does not let this page tell you/).waitFor();
  await panel.getByRole('button', { name: 'Do not tell me' }).click();
  await panel.getByRole('button', { name: 'Tell me when somebody answers' }).waitFor();
  expect(world.complaints).toEqual([]);
});
