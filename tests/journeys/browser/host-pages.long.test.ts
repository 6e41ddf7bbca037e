// The one script tag in pages of every kind: the button is there to be pressed, the chat works, and the page is left
// as it was.
import { expect, it } from 'vitest';
import { createBrowserWorld, panelOf, say } from '../../helpers/browser-world.ts';
import { cardOf } from './cards.ts';
import { type HostPage, hostPages } from './host-pages.ts';

const size = { width: 1280, height: 800 };
/** In the middle of the button: 56 px at 20 px from the corner. */
const fromSide = 48;

it.each(hostPages)('O1 $name: the chat opens by a press, understands, and moves nothing', async (host) => {
  const world = await createBrowserWorld({
    mount: (app) => {
      app.get('/host', (context) => {
        if (host.csp) context.header('content-security-policy', host.csp);
        return context.html(host.html);
      });
      app.get('/without', (context) => context.html(withoutTag(host)));
    },
  });
  const bare = await world.page('/without', { viewport: size });
  const shop = await world.page('/host', { viewport: size });
  await shop.waitForSelector('handrail-chat', { state: 'attached' });
  const extent = () => ({
    width: document.documentElement.scrollWidth,
    height: document.documentElement.scrollHeight,
  });
  expect(await shop.evaluate(extent)).toEqual(await bare.evaluate(extent));

  const rtl = /dir="rtl"/.test(host.html);
  const scrollbar = await shop.evaluate(() => innerWidth - document.documentElement.clientWidth);
  const [x, y] = [rtl ? fromSide : size.width - scrollbar - fromSide, size.height - fromSide];
  const there = await shop.evaluate(([px, py]) => document.elementFromPoint(px!, py!)?.localName, [x, y]);
  expect(there).toBe('handrail-chat');
  await shop.mouse.click(x, y);
  const panel = await panelOf(shop);
  await panel.getByText('automated assistant').first().waitFor();
  expect(await shop.locator('handrail-chat').count()).toBe(1);

  const frame = await (await panel.frameElement()).boundingBox();
  expect(frame!.width).toBeGreaterThan(300);
  expect(frame!.height).toBeGreaterThan(400);
  expect(frame!.x).toBeGreaterThanOrEqual(0);
  expect(frame!.x + frame!.width).toBeLessThanOrEqual(size.width);
  expect(frame!.y).toBeGreaterThanOrEqual(0);

  const identity = await world.identity('cust-one');
  await shop.evaluate(
    (token) => (window as unknown as { Handrail: { identify(jwt: string): void } }).Handrail.identify(token),
    identity,
  );
  await expect
    .poll(async () => (await world.parts.store.conversationsOf('airline', { customer: 'cust-one' })).length)
    .toBe(1);
  await say(panel, 'I need to cancel my bag');
  await cardOf(panel).danger.waitFor();
  expect(world.complaints.filter((line) => !line.includes('favicon'))).toEqual([]);
});

const withoutTag = ({ html }: HostPage) => html.replaceAll(/<script src="\/widget\.js"[^>]*><\/script>/g, '');
