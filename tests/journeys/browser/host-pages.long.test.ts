// The one script tag in pages of every kind: the button is there to be pressed, the chat works, and the page is left
// as it was.
import { expect, it } from 'vitest';
import { createBrowserWorld, openChat, panelOf, say } from '../../helpers/browser-world.ts';
import { launchWithSettings } from '../../helpers/launch-with-settings.ts';
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

it('O1 a page that moves on without loading keeps its chat, open as it was', async () => {
  const world = await createBrowserWorld();
  const shop = await world.page('/demo/airline');
  const panel = await openChat(shop);
  await panel.getByLabel('Write a message').fill('half a sen');
  await shop.evaluate(() => {
    history.pushState({}, '', '/demo/airline?view=two');
    document.body.innerHTML = '<main><h1>Another view</h1></main>';
    document.title = 'Another view';
  });
  expect(await panel.getByLabel('Write a message').inputValue()).toBe('half a sen');
  await say(panel, 'Which bags may I take with me?');
  await panel.getByText('Sent', { exact: true }).first().waitFor();
  await shop.evaluate(() => history.back());
  expect(await shop.locator('handrail-chat').count()).toBe(1);
});

it('O1 a page of another site, with third-party cookies blocked, has a chat that works, also after a reload', async () => {
  const world = await createBrowserWorld({
    mount: (app) => {
      app.get('/elsewhere', (context) =>
        context.html(
          `<!doctype html><title>Elsewhere</title><script src="${new URL(context.req.url).protocol}//127.0.0.1:${new URL(context.req.url).port}/widget.js" data-site="airline" async></script>`,
        ),
      );
    },
  });
  const elsewhere = world.url.replace('127.0.0.1', 'localhost');
  world.parts.sites.get('airline')!.origins.push(elsewhere);
  const context = await launchWithSettings({
    profile: { block_third_party_cookies: true, cookie_controls_mode: 1 },
  });
  const page = await world.tab(`${elsewhere}/elsewhere`, context);
  const panel = await openChat(page);
  expect(new URL(panel.url()).hostname).toBe('127.0.0.1');
  // The same frame keeps a cookie where nothing is blocked.
  const open = await launchWithSettings({
    profile: { block_third_party_cookies: false, cookie_controls_mode: 0 },
  });
  const usual = await openChat(await world.tab(`${elsewhere}/elsewhere`, open));
  expect(await usual.evaluate(cookieIsKept)).toBe(true);
  expect(await panel.evaluate(cookieIsKept)).toBe(false);
  await say(panel, 'Which bags may I take with me?');
  await panel.getByText('Sent', { exact: true }).first().waitFor();
  await page.reload();
  // The browser may have kept nothing: then it is a new conversation, as for a new visitor.
  const again = await openChat(page);
  await say(again, 'Which bags may I take with me?');
  await again.getByText('Sent', { exact: true }).first().waitFor();
});

it('O1 where WebSockets do not pass, the chat goes by polling', async () => {
  const world = await createBrowserWorld();
  const context = await world.browser.newContext();
  await context.routeWebSocket(/socket\.io/, (socket) => socket.close());
  const polls: string[] = [];
  context.on('request', (request) => {
    if (request.url().includes('transport=polling')) polls.push(request.url());
  });
  const panel = await openChat(await world.tab('/demo/airline', context));
  await say(panel, 'I need to cancel my bag');
  await cardOf(panel).danger.waitFor();
  expect(polls.length).toBeGreaterThan(0);
});

it('O1 a visitor who uses nothing pays one request: no socket, no storage, no frame', async () => {
  const world = await createBrowserWorld({
    mount: (app) => {
      app.get('/host', (context) => context.html(hostPages[0]!.html));
    },
  });
  const context = await world.browser.newContext({ viewport: size });
  const asked: string[] = [];
  context.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const page = await world.tab('/host', context);
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await page.waitForSelector('handrail-chat', { state: 'attached' });
  const kept = () =>
    page.evaluate(async () => [
      Object.keys(localStorage).length,
      Object.keys(sessionStorage).length,
      (await indexedDB.databases()).length,
      document.cookie,
    ]);
  expect(asked.filter((path) => path !== '/favicon.ico')).toEqual(['/host', '/widget.js']);
  // A hand comes near: files alone.
  await page.mouse.move(size.width - fromSide, size.height - fromSide);
  const panel = await panelOf(page);
  await panel.getByLabel('Write a message').waitFor({ state: 'attached' });
  expect(asked).toContain('/widget/door.js');
  expect(sockets).toEqual([]);
  expect(await kept()).toEqual([0, 0, 0, '']);
});

function cookieIsKept(): boolean {
  // biome-ignore lint/suspicious/noDocumentCookie: what it keeps is asked.
  document.cookie = 'probe=1; SameSite=None; Secure';
  return document.cookie.includes('probe=1');
}

const withoutTag = ({ html }: HostPage) =>
  html.replaceAll(/<script (?:nonce="\w+" )?src="\/widget\.js"[^>]*><\/script>/g, '');
