// A handoff with everything that happens to one: a customer and two agents, each in a browser of their own, through
// reload, laptop lid, transfer, takeover, requeue, resolve, rating and a return visit.
import type { Frame, Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { type BrowserWorld, createBrowserWorld, openChat, say } from '../../helpers/browser-world.ts';
import { launchChromium } from '../../helpers/launch-chromium.ts';
import { type StallingProxy, stallingProxy } from '../../helpers/stalling-proxy.ts';

const wish = 'My suitcase never came out in Berlin yesterday';
const nowhere = 9;

/** An agent in a browser of their own, signed in and on duty, behind a line that can be cut. */
async function agentAt(
  world: BrowserWorld,
  name: string,
): Promise<{ desk: Page; line: StallingProxy; port: number }> {
  const port = Number(new URL(world.url).port);
  const line = await stallingProxy(port);
  onTestFinished(() => line.close());
  const browser = await launchChromium();
  onTestFinished(() => browser.close());
  const login = await world.hire(name);
  const desk = await world.tab(
    `http://127.0.0.1:${line.port}/console`,
    await browser.newContext({ viewport: { width: 1280, height: 800 } }),
  );
  await desk.getByLabel('Email').fill(login.email);
  await desk.getByLabel('Password', { exact: true }).fill(login.password);
  await desk.getByRole('button', { name: 'Sign in' }).click();
  await desk.getByText('Connected').waitFor();
  return { desk, line, port };
}

/** The customer sees this, wherever in the panel it stands. */
const stands = (panel: Frame, words: RegExp) => panel.getByText(words).last().waitFor();

const side = (desk: Page) => desk.getByRole('complementary', { name: 'Brief and customer' });

/** Whoever opens the conversation has what the customer came for before their eyes: in the thread and the brief. */
async function knowsAll(desk: Page): Promise<void> {
  await desk.getByRole('log').getByText(wish).waitFor();
  await side(desk).getByText('signed in as Ada Lindqvist').waitFor();
  await side(desk).getByText(wish).first().waitFor();
}

const openRow = (desk: Page) =>
  desk.getByRole('navigation', { name: 'Conversations' }).getByText('Ada Lindqvist').click();
const press = (desk: Page, name: RegExp | string) => desk.getByRole('button', { name }).first().click();

async function reply(desk: Page, text: string): Promise<void> {
  await desk.getByRole('textbox', { name: 'Reply' }).fill(text);
  await desk.keyboard.press('Enter');
}

it('the customer says it once, always knows where they stand, and is answered by whoever has them', async () => {
  const world = await createBrowserWorld({ simulated: true });
  const { desk: mia } = await agentAt(world, 'Mia');
  const tomAt = await agentAt(world, 'Tom');
  const { desk: tom } = tomAt;

  // H4 Nobody is on duty yet, and that is said; H3 the wait follows as soon as somebody is.
  const shop = await world.page('/demo/airline');
  let panel = await openChat(shop);
  await say(panel, wish);
  await panel.getByRole('button', { name: /Talk to a person/ }).click();
  await stands(panel, /Nobody is on duty/);
  await mia.getByRole('switch').click();
  await tom.getByRole('switch').click();
  await expect
    .poll(async () => (await world.parts.desk.presence(['airline'])).filter((row) => row.available).length)
    .toBe(2);
  await world.advance(6_000);
  await stands(panel, /number 1 in line/);

  // H3 A call-back keeps the place; the agent has the number before the first word.
  await panel.getByRole('button', { name: 'Call me back' }).click();
  await panel.getByLabel('Your phone number').fill('+49 30 555 0142');
  await panel.getByRole('button', { name: 'Ask for the call' }).click();
  await stands(panel, /keep your place/);
  await openRow(mia);
  await mia.getByRole('navigation', { name: 'Conversations' }).getByText('Call back').waitFor();
  await press(mia, /^Claim/);
  await knowsAll(mia);
  await side(mia).getByText('+49 30 555 0142').waitFor();
  await stands(panel, /Mia, a person, joined/);
  await reply(mia, 'Good evening Ada, I am looking for it.');
  await stands(panel, /I am looking for it/);

  // A reload in the middle: nothing is asked again, everything is there.
  await shop.reload();
  panel = await openChat(shop);
  await stands(panel, /I am looking for it/);
  await panel.getByText(wish).waitFor();
  await panel.getByText('Mia').first().waitFor();

  // H10 Handed on: the customer reads to whom, the colleague has it all.
  await press(mia, 'Transfer');
  await mia.getByRole('dialog').getByRole('button', { name: /Tom/ }).click();
  await stands(panel, /Passed on to Tom/);
  await tom.getByRole('navigation', { name: 'Conversations' }).getByText('Ada Lindqvist').waitFor();
  await openRow(tom);
  await knowsAll(tom);
  await reply(tom, 'Tom here, the suitcase is in Hamburg.');
  await stands(panel, /in Hamburg/);

  // H9 The lid closes for a moment: within the grace nothing changes, and what was typed is kept.
  await tom.getByRole('textbox', { name: 'Reply' }).fill('It comes with the');
  tomAt.line.cut(nowhere);
  await tom.getByText(/Connection lost/).waitFor();
  await world.advance(15_000);
  tomAt.line.cut(tomAt.port);
  await tom.getByText('Connected').waitFor();
  await stands(panel, /Tom/);
  expect(await panel.getByText(/had to leave/).count()).toBe(0);

  // … and for long: back to the old place, and the customer is told.
  tomAt.line.cut(nowhere);
  await tom.getByText(/Connection lost/).waitFor();
  await world.advance(20_000);
  await world.advance(20_000);
  await stands(panel, /back at your place in line|back at your old place/);
  await stands(panel, /number 1 in line/);
  await openRow(mia);
  await knowsAll(mia);
  await press(mia, /^Claim/);
  await stands(panel, /Mia, a person, joined/);
  tomAt.line.cut(tomAt.port);
  await tom.getByText('Connected').waitFor();
  await openRow(tom);
  await tom
    .getByText(/With Mia/)
    .first()
    .waitFor();

  // H10 H11 Given back to the assistant, which answers; a colleague takes over in the middle of it.
  await press(mia, 'To assistant');
  await stands(panel, /handed back to the assistant/);
  await say(panel, 'How much may a bag weigh?');
  await stands(panel, /as heavy as you book it/);
  await press(tom, /^Take over/);
  await stands(panel, /Tom, a person, joined/);
  await knowsAll(tom);
  // What was typed before the lid closed is still in the composer.
  expect(await tom.getByRole('textbox', { name: 'Reply' }).inputValue()).toBe('It comes with the');
  await reply(tom, 'It comes with the first flight tomorrow.');
  await stands(panel, /first flight tomorrow/);

  // Put back in line by hand, and taken by the next with a single key.
  await press(tom, 'Put back');
  await stands(panel, /number 1 in line/);
  await mia.getByText('Nobody is waiting.').waitFor({ state: 'hidden' });
  await mia.locator('body').click({ position: { x: 640, y: 300 } });
  await mia.keyboard.press('n');
  await mia.getByRole('textbox', { name: 'Reply' }).waitFor();
  await knowsAll(mia);
  await reply(mia, 'The courier has your address. Anything else?');
  await stands(panel, /courier has your address/);

  // H10 The end, with what the reading should have been, and the customer's word on it all.
  await press(mia, 'Resolve');
  const dialog = mia.getByRole('dialog');
  await dialog.getByText('No, it was something else').click();
  await dialog.getByLabel(/In your own words/).fill('bag left behind in Hamburg');
  await dialog.getByRole('button', { name: 'Resolve', exact: true }).click();
  await panel.getByText('How was it?').waitFor();
  await panel.getByLabel('5 of 5').check({ force: true });
  await panel.getByRole('button', { name: 'Send rating' }).click();

  // N2 A return visit, on another page of the shop: the same thread, one word and it goes on.
  await world.advance(60_000);
  await shop.goto(`${world.url}/demo/airline`);
  panel = await openChat(shop);
  await panel.getByText(/courier has your address/).waitFor();
  await say(panel, 'How much may a bag weigh?');
  await stands(panel, /as heavy as you book it/);

  // Nobody asked the customer for the matter again, and each of their messages is in the log once. The last one's answer
  // reads as the one before, so the log says when all has been said.
  const [row] = await world.parts.store.conversationsOf('airline', { customer: 'cust-one' });
  const read = () => world.parts.store.read(row!.id);
  const said = async () =>
    (await read()).flatMap((event) =>
      event.type === 'message' && event.from === 'customer' ? [event.text] : [],
    );
  await expect.poll(said).toEqual([wish, 'How much may a bag weigh?', 'How much may a bag weigh?']);
  await world.parts.lanes.idle();
  const log = await read();
  expect(log.filter(({ type }) => type === 'question')).toEqual([]);
  expect(log.find((event) => event.type === 'corrected' && event.by === 'agent')).toMatchObject({
    correct: false,
    text: 'bag left behind in Hamburg',
  });
  const owners = log.flatMap((event) => (event.type === 'claimed' ? [event.agent.name] : []));
  expect(owners).toEqual(['Mia', 'Tom', 'Mia', 'Tom', 'Mia']);
  const cut = /\/api\/agent\/me|ERR_|WebSocket|socket\.io/;
  expect(world.complaints.filter((line) => !cut.test(line))).toEqual([]);
  expect(world.faults).toEqual([]);
}, 600_000);
