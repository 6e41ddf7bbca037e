// @vitest-environment happy-dom
// A correction or a rating that was refused: what was written is still there, to be sent again or let go.
import { expect, it } from 'vitest';
import { failure } from '../../shared/errors.ts';
import { someWait } from './fake-connection.ts';
import { panelScene } from './panel-scene.tsx';

const write = (field: HTMLTextAreaElement, text: string) => {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

const handoff = { position: 1, within: 600, wait: someWait, text: '', triggers: [], priority: 0 };

it('H6 a correction that was refused stands at its line, and goes again under the same id', async () => {
  const { root, connection, update, button } = await panelScene([
    { type: 'brief', lines: [{ field: 'order', label: 'Order', text: 'AB21' }] },
    { type: 'handoff', ...handoff },
  ]);
  await update(() => button('Correct this')!.click());
  const field = root.querySelector<HTMLTextAreaElement>('.brief textarea')!;
  await update(() => write(field, 'AB12'));
  await update(() => field.form!.requestSubmit());
  const [call] = connection.sent('correct');
  expect(call!.payload).toMatchObject({ conversation: 'c1', field: 'order', text: 'AB12' });
  await update(() => call!.answer(failure('denied')));
  const line = () => root.querySelector('.brief')!.textContent;
  await expect.poll(line).toContain('Not sent.');
  expect(line()).toContain('AB12');
  await update(() => button('Try again')!.click());
  expect(line()).not.toContain('Not sent.');
  expect(connection.sent('correct')[1]!.payload).toEqual(call!.payload);
});

it('N2 the words of a rating that was refused are there to be sent again, or let go', async () => {
  const { root, connection, update, button } = await panelScene([
    { type: 'resolved', outcome: 'solved', by: 'agent' },
  ]);
  await update(() => root.querySelectorAll<HTMLInputElement>('.rating input')[1]!.click());
  await update(() => write(root.querySelector<HTMLTextAreaElement>('.rating textarea')!, 'Too late'));
  await update(() => root.querySelector('form')!.requestSubmit());
  const [call] = connection.sent('rating');
  expect(call!.payload).toMatchObject({ conversation: 'c1', score: 2, comment: 'Too late' });
  await update(() => call!.answer(failure('denied')));
  const ending = () => root.querySelector('.ending')!.textContent;
  await expect.poll(ending).toContain('Not sent.');
  expect(ending()).toContain('Too late');
  await update(() => button('Try again')!.click());
  const again = connection.sent('rating')[1]!;
  expect(again.payload).toEqual(call!.payload);
  await update(() => again.answer(failure('denied')));
  await expect.poll(ending).toContain('Not sent.');
  await update(() => button('Remove')!.click());
  expect(ending()).not.toContain('Too late');
});
