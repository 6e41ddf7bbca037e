// E-mail to a customer who is away, through the whole server: from the message that they leave to the mailbox.
import { expect, test } from 'vitest';
import { agent } from '../helpers/agent.ts';
import { customer } from '../helpers/customer.ts';
import { startMailServer } from '../helpers/mail-server.ts';
import { createWorld } from '../helpers/world.ts';

const minute = 60_000;

test('M1 who left a message and went is mailed the answer; who is there is not', async () => {
  const server = await startMailServer();
  const world = await createWorld({ simulated: true, smtp: server.url });
  const ann = await customer(world);
  expect(ann.welcome.mail).toBe(true);
  await ann.human();
  await ann.until('to wait', () => ann.view.status === 'waiting');
  await ann.send('wait', { id: 'w1', choice: 'message', text: 'Where is my bag?', contact: 'ann@demo.test' });
  await ann.hears(/ann@demo\.test/);
  const mia = await agent(world, { name: 'Mia' });
  await mia.claim(ann.conversation);
  await mia.reply(ann.conversation, 'I am looking for it.');
  const heard = await ann.hears(/looking for it/);
  await world.advance(3 * minute);
  expect(server.received).toEqual([]);
  await ann.send('seen', { seq: heard.seq });
  ann.leave();
  await mia.reply(ann.conversation, 'It is in Oslo.');
  await world.advance(20 * minute);
  await server.until('the mail', () => server.received[0]);
  expect(server.received.map(({ to }) => to)).toEqual([['ann@demo.test']]);
  expect(server.received[0]!.text).toContain('It is in Oslo.');
  expect(server.received[0]!.text).not.toContain('I am looking for it.');
  await mia.until('it to be in the log', () =>
    mia.log(ann.conversation).some((event) => event.type === 'mailed' && event.outcome === 'sent'),
  );
  expect(world.faults).toEqual([]);
});

test('M1, M2 who waits may ask for the answer by e-mail, and keeps their place; a refusal is told to the agents', async () => {
  const server = await startMailServer();
  server.refuse(550);
  const world = await createWorld({ simulated: true, smtp: server.url });
  const ann = await customer(world);
  await ann.human();
  await ann.until('to wait', () => ann.view.status === 'waiting');
  const asked = (contact: string, id: string) => ann.send('wait', { id, choice: 'mail', contact });
  expect(await asked('no address', 'w1')).toMatchObject({ ok: false, error: { code: 'bad_request' } });
  expect(await asked('ann@demo.test', 'w2')).toMatchObject({ ok: true });
  await ann.hears(/You keep your place in line.*ann@demo\.test/);
  expect(ann.view.status).toBe('waiting');
  ann.leave();
  const mia = await agent(world, { name: 'Mia' });
  const alerts: string[] = [];
  mia.socket.on('alert', ({ text }: { text: string }) => alerts.push(text));
  await mia.claim(ann.conversation);
  await mia.reply(ann.conversation, 'Hello?');
  await world.advance(2 * minute);
  expect(world.faults.map(({ where }) => where)).toEqual(['mail']);
  await expect.poll(() => alerts).toEqual([expect.stringContaining('550')]);
});

test('M1 promises no e-mail where none can be sent', async () => {
  const world = await createWorld();
  const ann = await customer(world);
  expect(ann.welcome.mail).toBeUndefined();
  await ann.human();
  await ann.until('to wait', () => ann.view.status === 'waiting');
  const asked = await ann.send('wait', { id: 'w1', choice: 'mail', contact: 'ann@demo.test' });
  expect(asked).toMatchObject({ ok: false, error: { code: 'denied' } });
  await ann.send('wait', { id: 'w2', choice: 'message', text: 'Hm', contact: 'ann@demo.test' });
  const heard = await ann.hears(/with the team/);
  expect(heard.text).toBe(
    'Thank you. Your message is with the team. They answer you here, and they have \u2068ann@demo.test\u2069 to reach you.'.replace(
      /[\u2068\u2069]/g,
      '',
    ),
  );
});
