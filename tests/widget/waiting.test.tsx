// @vitest-environment happy-dom
// Waiting on screen: a few lines that leave the conversation its room; forms unfold when they are asked for.
import { expect, it } from 'vitest';
import { failure } from '../../shared/errors.ts';
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
  // It stays until it is taken, so that nothing written in it is lost.
  expect(button('Sending…')?.disabled).toBe(true);
  await update(() => connection.sent('wait')[0]!.answer({ ok: true }));
  await expect.poll(() => root.querySelector('.dock form')).toBeNull();
});

it('a form that is refused keeps what was written, and is sent anew as it then reads', async () => {
  const { root, connection, update, button } = await panelScene([handoff(someWait)]);
  await update(() => button('Leave a message')!.click());
  const [text, contact] = root.querySelectorAll<HTMLInputElement>('.dock .field');
  const write = (field: HTMLInputElement, value: string) =>
    update(() => {
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  await write(text!, 'Where is it?');
  await write(contact!, 'ann@demo.test');
  await update(() => root.querySelector('form')!.requestSubmit());
  await update(() => connection.sent('wait')[0]!.answer(failure('denied')));
  await expect.poll(() => root.textContent).toContain('That is not possible here.');
  await expect.poll(() => button('Send message')?.disabled).toBe(false);
  expect(text!.value).toBe('Where is it?');
  await write(text!, 'Where is my bag?');
  await update(() => root.querySelector('form')!.requestSubmit());
  const sent = connection.sent('wait').map(({ payload }) => payload);
  expect(sent).toMatchObject([{ text: 'Where is it?' }, { text: 'Where is my bag?' }]);
  expect(sent[1]!.id).not.toBe(sent[0]!.id);
  await update(() => connection.sent('wait')[1]!.answer({ ok: true }));
  await expect.poll(() => root.querySelector('.dock form')).toBeNull();
});

it('M1 an address that is none is said so beside it, and is not sent', async () => {
  const { root, connection, update, button } = await panelScene([handoff(someWait)]);
  await update(() => connection.welcome({ mail: true, wait: someWait }));
  await update(() => button('E-mail me the answer')!.click());
  const field = root.querySelector<HTMLInputElement>('.dock input')!;
  await update(() => {
    field.value = 'ann@demo';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await update(() => root.querySelector('form')!.requestSubmit());
  expect(connection.sent('wait')).toEqual([]);
  expect(field.getAttribute('aria-invalid')).toBe('true');
  const note = root.querySelector(`#${field.getAttribute('aria-describedby')}`)!;
  expect(note.textContent).toBe('That is no e-mail address yet. It reads like name@example.com.');
  expect(note.getAttribute('role')).toBe('alert');
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
