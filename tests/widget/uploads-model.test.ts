// Files on their way: progress, a stop, a second try under the same id, and what trying again does not change.
import { expect, it } from 'vitest';
import { type Ack, failure } from '../../shared/errors.ts';
import { createUploads, mayRetry } from '../../widget/ui/uploads-model.ts';

const photo = { name: 'a.png', size: 100, type: 'image/png' };

function scene() {
  const asked: string[] = [];
  const sends: {
    path: string;
    progress(share: number): void;
    answer(ack: Ack): void;
    signal: AbortSignal;
  }[] = [];
  let n = 0;
  const kept = new Map<string, typeof photo>();
  const uploads = createUploads({
    keep: (id, file) => void (file ? kept.set(id, file) : kept.delete(id)),
    newId: () => `u${++n}`,
    attach: async ({ id }) => {
      asked.push(id);
      return { ok: true, upload: `/to/${id}` };
    },
    put: (path, _, progress, signal) =>
      new Promise<Ack>((answer) => void sends.push({ path, progress, answer, signal })),
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { uploads, asked, sends, settled, kept };
}

it('a file shows how far it is, and leaves the list when it is stored', async () => {
  const { uploads, sends, settled } = scene();
  uploads.add([photo]);
  uploads.send();
  await settled();
  sends[0]!.progress(0.5);
  expect(uploads.list.value).toEqual([{ id: 'u1', name: 'a.png', size: 100, share: 0.5, state: 'sending' }]);
  sends[0]!.answer({ ok: true });
  await settled();
  expect(uploads.list.value).toEqual([]);
});

it('R1 one that did not arrive is sent again under its own id', async () => {
  const { uploads, asked, sends, settled } = scene();
  uploads.add([photo]);
  uploads.send();
  await settled();
  sends[0]!.answer(failure('unavailable'));
  await settled();
  expect(mayRetry(uploads.list.value[0]!)).toBe(true);
  uploads.retry('u1');
  await settled();
  expect(asked).toEqual(['u1', 'u1']);
  // What the first sending says late counts for nothing.
  sends[0]!.progress(0.9);
  expect(uploads.list.value[0]).toMatchObject({ share: 0, state: 'sending' });
});

it('R1 one whose answer was lost leaves the list when the conversation shows it, and is kept no more', async () => {
  const { uploads, sends, settled, kept } = scene();
  uploads.add([photo, photo]);
  uploads.send();
  await settled();
  for (const { answer } of sends) answer(failure('unavailable'));
  await settled();
  uploads.settle((id) => id === 'u1');
  expect(uploads.list.value).toMatchObject([{ id: 'u2', state: 'failed' }]);
  expect([...kept.keys()]).toEqual(['u2']);
});

it('a stop ends the sending, and another conversation ends all', async () => {
  const { uploads, sends, settled } = scene();
  uploads.add([photo, photo]);
  uploads.send();
  await settled();
  uploads.remove('u1');
  expect(sends.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  uploads.clear();
  expect(sends[1]!.signal.aborted).toBe(true);
  expect(uploads.list.value).toEqual([]);
});

it('what is not taken is not sent, and five go at once', async () => {
  const { uploads, asked, settled } = scene();
  uploads.add([
    { ...photo, type: 'image/svg+xml' },
    { ...photo, size: 10 * 1024 * 1024 + 1 },
    ...Array.from({ length: 6 }, () => photo),
  ]);
  uploads.send();
  await settled();
  expect(uploads.list.value.map(({ why }) => why)).toEqual([
    'unsupported',
    'too_large',
    undefined,
    undefined,
    undefined,
  ]);
  expect(asked).toHaveLength(3);
  expect(mayRetry(uploads.list.value[0]!)).toBe(false);
});

it('nothing goes before the customer sends it, and what is taken away never does', async () => {
  const { uploads, asked, settled } = scene();
  uploads.add([photo, photo]);
  await settled();
  expect(uploads.ready.value).toBe(2);
  expect(uploads.list.value.map(({ state }) => state)).toEqual(['ready', 'ready']);
  expect(uploads.file('u1')).toBe(photo);
  uploads.remove('u1');
  uploads.send();
  await settled();
  expect([asked, uploads.ready.value]).toEqual([['u2'], 0]);
});

it('R1 what is not stored yet is kept on the device, within a bound, and sent again under its id', async () => {
  const { uploads, asked, sends, settled, kept } = scene();
  const large = { ...photo, size: 9 * 1024 * 1024 };
  uploads.add([photo, large, large, large, { ...photo, type: 'text/html' }]);
  expect([...kept.keys()]).toEqual(['u1', 'u2', 'u3']);
  uploads.remove('u2');
  uploads.send();
  await settled();
  sends[0]!.answer({ ok: true });
  sends[1]!.answer(failure('unavailable'));
  await settled();
  expect([...kept.keys()]).toEqual(['u3']);
  sends[2]!.answer({ ok: true });

  uploads.restore('old', photo);
  uploads.restore('old', photo);
  const restored = uploads.list.value.filter(({ id }) => id === 'old');
  expect(restored).toMatchObject([{ state: 'failed', interrupted: true }]);
  expect(mayRetry(restored[0]!)).toBe(true);
  uploads.retry('old');
  await settled();
  expect(asked.at(-1)).toBe('old');
  expect(uploads.list.value.find(({ id }) => id === 'old')).toMatchObject({ state: 'sending' });
});
