// A customer takes their conversation along: what they saw, in their language, and nobody else's.
import { expect, it } from 'vitest';
import { customer } from '../helpers/customer.ts';
import { createWorld } from '../helpers/world.ts';

it('P2 a customer has their conversation as a file, in their language, without what stays inside', async () => {
  const world = await createWorld();
  const ada = await customer(world, { as: 'cust-one', locale: 'de' });
  await ada.say('ich möchte meinen Koffer entfernen');
  await ada.asked('confirm');
  await ada.say('<b>');
  const { conversation } = ada;
  const text = await ada.socket.emitWithAck('transcript', { conversation, format: 'text' });
  expect(text).toMatchObject({ ok: true, name: `airline-${conversation.slice(0, 8)}.txt` });
  expect(text.content).toMatch(/^Ihr Gespräch · Meridian/);
  expect(text.content).toMatch(/\] Sie: ich möchte meinen Koffer entfernen\n/);
  expect(text.content).toMatch(/\] Nora \(automatisch\): /);
  expect(text.content).toMatch(/○ Koffer behalten/);
  expect(text.content).not.toMatch(/confidence|frustration|remove-bag/);
  const page = await ada.socket.emitWithAck('transcript', { conversation, format: 'html' });
  expect(page.content).toMatch(/^<!doctype html><html lang="de" dir="ltr">/);
  expect(page.content).toContain('&#60;b&#62;');
});

it('P3 nobody has another’s conversation as a file', async () => {
  const world = await createWorld();
  const ada = await customer(world, { as: 'cust-one' });
  const eve = await customer(world);
  expect(
    await eve.socket.emitWithAck('transcript', { conversation: ada.conversation, format: 'html' }),
  ).toMatchObject({
    ok: false,
    error: { code: 'not_found' },
  });
});
