// A thread of thousands in the agents' page: only what is looked at is drawn, all of it can be read, and writing is
// as quick as in a short one.
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { EventBody } from '../../../shared/events.ts';
import { createBrowserWorld } from '../../helpers/browser-world.ts';

const messages = 3000;

it('a thread of 3,000 messages is drawn in part, read to its beginning, and goes on at its end', async () => {
  const world = await createBrowserWorld();
  const login = await world.hire('Mia');
  const { record } = world.parts;
  const id = randomUUID();
  const opened: EventBody = { type: 'opened', visitor: 'v', channel: 'web', locale: 'en', site: 'airline' };
  const said = Array.from({ length: messages }, (_, at): EventBody => {
    const text = `Word number ${at + 1}${at % 7 === 0 ? ', and rather more of them, so that lines wrap now and then' : ''}.`;
    return at % 2 === 0
      ? { type: 'message', from: 'customer', text }
      : { type: 'message', from: 'assistant', name: 'Nora', text };
  });
  const begin = { id, site: 'airline', channel: 'web', visitor: 'v', customer: null, at: Date.now() };
  await record.begin({ ...begin, events: [opened, ...said] });

  const desk = await world.page('/console', { viewport: { width: 1280, height: 800 } });
  await desk.getByLabel('Email').fill(login.email);
  await desk.getByLabel('Password', { exact: true }).fill(login.password);
  await desk.getByRole('button', { name: 'Sign in' }).click();
  await desk.getByRole('navigation', { name: 'Conversations' }).getByText('A customer').click();
  const thread = desk.getByRole('log');
  await thread.getByText(`Word number ${messages}.`, { exact: true }).waitFor();
  const drawn = () => thread.locator('.said').count();
  await expect.poll(drawn).toBeLessThan(150);

  // The end stays in view while something arrives.
  await desk.getByRole('button', { name: /^Take over/ }).click();
  await desk.getByRole('textbox', { name: 'Reply' }).fill('I have read it all.');
  await desk.keyboard.press('Enter');
  await thread.getByText('I have read it all.').waitFor();
  const fromEnd = () => thread.evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight);
  await expect.poll(fromEnd).toBeLessThan(80);

  // Up to the beginning, and with a key back to the end.
  await expect
    .poll(
      async () => {
        await thread.evaluate((box) => box.scrollTo({ top: 0 }));
        return thread.getByText(/^Word number 1, and/).count();
      },
      { timeout: 20_000 },
    )
    .toBe(1);
  await expect.poll(drawn).toBeLessThan(200);
  await desk.getByRole('button', { name: 'Latest' }).waitFor();
  await thread.focus();
  await desk.keyboard.press('l');
  await expect.poll(fromEnd).toBeLessThan(80);
  await thread.getByText('I have read it all.').waitFor();
  expect(world.complaints.filter((line) => !line.includes('/api/agent/me'))).toEqual([]);
  expect(world.faults).toEqual([]);
});
