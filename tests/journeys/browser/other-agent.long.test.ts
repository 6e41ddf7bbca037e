// Two agents, one after the other, in one browser: the first one's page stays open while the other signs in beside it.
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { createBrowserWorld } from '../../helpers/browser-world.ts';
import { customer } from '../../helpers/customer.ts';
import { stallingProxy } from '../../helpers/stalling-proxy.ts';

const nowhere = 9;

async function signIn(desk: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await desk.getByLabel('Email').fill(email);
  await desk.getByLabel('Password', { exact: true }).fill(password);
  await desk.getByRole('button', { name: 'Sign in' }).click();
  await desk.getByText('Connected').waitFor();
}

it('P3 a page whose browser is another agent’s by now asks for its own, and says nothing of theirs as the other', async () => {
  const world = await createBrowserWorld();
  const port = Number(new URL(world.url).port);
  const line = await stallingProxy(port);
  onTestFinished(() => line.close());
  const [mia, tom] = [await world.hire('Mia'), await world.hire('Tom')];
  const browser = await world.browser.newContext({ viewport: { width: 1280, height: 800 } });
  const hers = await world.tab(`http://127.0.0.1:${line.port}/console`, browser);
  await signIn(hers, mia);
  await hers.getByRole('switch').click();
  const ada = await customer(world, { as: 'cust-one' });
  await ada.human();
  await hers.getByRole('navigation', { name: 'Conversations' }).getByText('Ada Lindqvist').click();
  await hers
    .getByRole('button', { name: /^Claim/ })
    .first()
    .click();
  await ada.until('an agent to be there', () => ada.view.status === 'claimed');

  line.cut(nowhere);
  await hers.getByText(/Connection lost/).waitFor();
  await hers.getByRole('textbox', { name: 'Reply' }).fill('It is in Hamburg.');
  await hers.keyboard.press('Enter');
  await hers.getByText('Goes out when the connection is back').waitFor();
  const his = await world.tab(`http://127.0.0.1:${port}/console`, browser);
  await his.getByRole('button', { name: 'Sign out' }).click();
  await signIn(his, tom);
  line.cut(port);
  const again = hers.getByRole('dialog', { name: 'Sign in again to go on' });
  await again.waitFor();
  expect(await again.getByLabel('Email').inputValue()).toBe(mia.email);
  const present = await world.parts.desk.presence(['airline']);
  expect(present.find(({ agent }) => agent.name === 'Tom')).not.toMatchObject({ available: true });

  await again.getByLabel('Password', { exact: true }).fill(mia.password);
  await again.getByRole('button', { name: 'Go on' }).click();
  expect(await ada.hears(/in Hamburg/)).toMatchObject({ from: 'agent', name: 'Mia' });
});
