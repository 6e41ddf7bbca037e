// A customer chooses the language that they are spoken to in, through the real server.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { customer } from '../helpers/customer.ts';
import { createWorld } from '../helpers/world.ts';

describe('a language that the customer chooses', () => {
  it('R3 is in the log and the view at once, and the assistant’s fixed words follow', async () => {
    const world = await createWorld();
    const ada = await customer(world, { as: 'cust-one', locale: 'en' });
    const answer = await ada.socket.emitWithAck('locale', { id: randomUUID(), locale: 'de-AT' });
    expect(answer).toEqual({ ok: true, locale: 'de' });
    await ada.until('the language', () => ada.view.locale === 'de');
    // Nothing to tell a language by: the chosen one stands.
    await ada.say('ME204');
    await ada.hears(/\b(?:ich|Sie|Ihnen)\b/);
    expect(world.faults).toEqual([]);
  });

  it('yields to what the customer then writes', async () => {
    const world = await createWorld();
    const ada = await customer(world, { as: 'cust-one', locale: 'en' });
    await ada.socket.emitWithAck('locale', { id: randomUUID(), locale: 'de' });
    const seq = await ada.say('Could you please tell me how many bags I may bring with me on my flight?');
    const said = await ada.hears(/./, seq);
    expect(said.text).toMatch(/\b(?:you|your|bag|bags)\b/);
  });

  it('is stored once, begins the next conversation, and nothing is written into an ended one', async () => {
    const world = await createWorld();
    const ada = await customer(world, { locale: 'en' });
    const choose = (locale: string) => ada.socket.emitWithAck('locale', { id: randomUUID(), locale });
    await choose('de');
    await choose('de');
    const ofType = async (id: string) =>
      (await world.parts.store.read(id)).filter(({ type }) => type === 'language').length;
    const former = ada.conversation;
    expect(await ofType(former)).toBe(1);
    await world.parts.record.append({
      conversation: former,
      at: world.clock.now(),
      events: [{ type: 'resolved', outcome: 'solved', by: 'agent' }],
    });
    await choose('en');
    expect(await ofType(former)).toBe(1);
    const begun = await ada.socket.emitWithAck('begin', { id: randomUUID() });
    await ada.until('the new one', () => ada.conversation === begun.conversation && ada.view.entries.length);
    expect(ada.view.locale).toBe('en');
    expect(await choose('x')).toMatchObject({ ok: false, error: { code: 'bad_request' } });
  });
});
