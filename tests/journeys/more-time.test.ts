// More time for a decision: asked for in its last minute by one tap, over the socket.
import { expect, it } from 'vitest';
import { customer } from '../helpers/customer.ts';
import { createWorld } from '../helpers/world.ts';

it('D3 takes “more time” in the last minute, not before, and proposes the same thing anew', async () => {
  const world = await createWorld({ simulated: true });
  const ada = await customer(world, { as: 'cust-one' });
  await ada.say('I need to cancel my bag');
  const first = await ada.asked('confirm');
  const again = (id: string) => ada.send('choice', { id, question: first.id, choice: 'again' });

  await world.advance(3.5 * 60_000);
  expect(await again('early')).toMatchObject({ ok: false, error: { code: 'gone' } });
  await world.advance(60_000);
  expect((await again('in-time')).ok).toBe(true);

  const second = await ada.until('the same thing anew', () => ada.question?.id !== first.id && ada.question);
  expect(second).toMatchObject({ kind: 'confirm', card: first.card });
  expect(second.expiresAt).toBeGreaterThanOrEqual(world.clock.now() + 5 * 60_000 - 1);
  const old = ada.view.entries.find((entry) => entry.kind === 'question' && entry.question.id === first.id);
  expect(old).toMatchObject({ lapsed: 'changed' });
  expect(await again('too-late')).toMatchObject({ ok: false, error: { code: 'gone' } });
  expect(await ada.send('choice', { id: 'old', question: first.id, choice: 'do' })).toMatchObject({
    ok: false,
    error: { code: 'gone' },
  });

  await ada.press('do');
  expect((await ada.receipt())?.proposal).toBe(second.proposal);
  expect(world.faults).toEqual([]);
});
