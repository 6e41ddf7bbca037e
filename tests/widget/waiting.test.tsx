// @vitest-environment happy-dom
// Waiting on screen: a few lines that leave the conversation its room; forms unfold when they are asked for.
import { expect, it } from 'vitest';
import type { EventBody, Wait } from '../../shared/events.ts';
import { someWait } from './fake-connection.ts';
import { panelScene, pressKey } from './panel-scene.tsx';

const nobody: Wait = { position: 1, within: null, confidence: null, basis: 'nobody' };
const handoff = (wait: Wait): EventBody => ({
  type: 'handoff',
  position: wait.position,
  within: wait.within,
  wait,
  text: '',
  triggers: [],
  priority: 0,
});

it('H3 says place and wait, and unfolds a form only when it is asked for', async () => {
  const { root, connection, update, button } = await panelScene([handoff(someWait)]);
  expect(root.querySelector('.dock')?.textContent).toContain('You are number 1 in line.');
  expect(root.querySelector('.dock form')).toBeNull();
  await update(() => button('Call me back')!.click());
  const field = root.querySelector<HTMLInputElement>('.dock input')!;
  expect(document.activeElement).toBe(field);
  await update(() => {
    field.value = '+49 40 123456';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await update(() => root.querySelector('form')!.requestSubmit());
  expect(connection.sent('wait')[0]?.payload).toMatchObject({ choice: 'callback', contact: '+49 40 123456' });
  expect(root.querySelector('.dock form')).toBeNull();
});

it('H4 with nobody on duty says so in a line, and leaves the form to a press; Escape folds it again', async () => {
  const { root, said, update, button } = await panelScene([handoff(nobody)]);
  expect(root.querySelector('.dock')?.textContent).toContain('Nobody is on duty right now');
  expect(root.querySelector('.dock form')).toBeNull();
  expect(button('Keep waiting')).toBeUndefined();
  await update(() => button('Leave a message')!.click());
  await update(() => {
    pressKey(document.activeElement!, 'Escape');
  });
  expect(root.querySelector('.dock form')).toBeNull();
  expect(document.activeElement).toBe(root.querySelector('.dock h2'));
  expect(said.some(({ type }) => type === 'close')).toBe(false);
});

it('H4 shows the wait as soon as somebody is on duty again, and keeps what is being written', async () => {
  const { root, connection, clock, update, button } = await panelScene([handoff(nobody)]);
  clock.pass(60_000);
  await update(() => connection.hear('wait', { ...someWait, position: 1, within: 12 }));
  expect(root.querySelector('.dock')?.textContent).toContain('It usually takes at most a minute.');
  await update(() => button('Leave a message')!.click());
  await update(() => connection.hear('wait', nobody));
  expect(root.querySelector('.dock form')).not.toBeNull();
});
