// @vitest-environment happy-dom
// Files in the panel while there is no connection yet, and when an answer is lost on the way.
import { expect, it } from 'vitest';
import { failure } from '../../shared/errors.ts';
import { jwtOf } from './chat-scene.ts';
import { eventRow } from './fake-connection.ts';
import { panelScene } from './panel-scene.tsx';

type Scene = Awaited<ReturnType<typeof panelScene>>;

const files = ({ root }: Scene) => [...root.querySelectorAll('.upload')].map((one) => one.textContent);

/** Pasted into the page, as from the clipboard. */
async function paste({ update, root }: Scene, name: string): Promise<void> {
  await expect.poll(() => root.querySelector('.attach')).not.toBeNull();
  const file = new File(['x'], name, { type: 'application/pdf' });
  const event = Object.assign(new Event('paste', { cancelable: true }), { clipboardData: { files: [file] } });
  await update(() => void document.dispatchEvent(event));
}

it('R1 a file that was picked before the first welcome goes into the conversation that then begins', async () => {
  const scene = await panelScene([], { welcomed: false });
  await paste(scene, 'ticket.pdf');
  expect(files(scene)).toEqual([expect.stringContaining('ticket.pdf')]);
  await scene.update(() => {
    scene.connection.welcome();
    scene.connection.play(scene.start);
  });
  expect(files(scene)).toEqual([expect.stringContaining('ticket.pdf')]);
  await scene.update(() =>
    scene.connection.welcome({ conversation: { id: 'c2', status: 'assistant', seq: 0 } }),
  );
  expect(files(scene)).toEqual([]);
});

it('P3 a file that was picked before the first welcome is not another customer’s', async () => {
  const scene = await panelScene([], { welcomed: false, page: { identity: jwtOf('one') } });
  await paste(scene, 'secret.pdf');
  await scene.update(() => scene.page({ identity: jwtOf('two') }));
  expect(files(scene)).toEqual([]);
});

it('R1 a file whose answer was lost is not shown as unsent beside itself', async () => {
  const scene = await panelScene([]);
  await paste(scene, 'ticket.pdf');
  await scene.update(() => scene.root.querySelector('form')!.requestSubmit());
  const [asked] = scene.connection.sent('attach');
  await scene.update(() => asked!.answer(failure('unavailable')));
  await expect.poll(() => scene.button('Try again')).toBeDefined();
  const event = {
    type: 'message',
    from: 'customer',
    text: 'ticket.pdf',
    clientId: asked!.payload.id as string,
  };
  await scene.update(() => scene.connection.play(eventRow([event as never], 3)));
  expect(files(scene)).toEqual([]);
});
