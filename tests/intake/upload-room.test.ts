// What uploads hold in memory, and which of them gives way: a file here is of 10 bytes, an author has room for 20 at
// once, and all together for 40.
import { expect, it } from 'vitest';
import { createUploadRoom } from '../../server/intake/upload-room.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

function scene(most = { file: 10, author: 20, all: 40 }) {
  const room = createUploadRoom(most);
  return {
    async upload(author: string, id: string) {
      let line!: ReadableStreamDefaultController<Uint8Array>;
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          line = controller;
        },
      });
      const came = room.read(author, id, body);
      let answer: Awaited<typeof came> | undefined;
      void came.then((one) => {
        answer = one;
      });
      await settled();
      return {
        answer: () => (typeof answer === 'object' ? [...answer.bytes] : answer),
        async sends(...bytes: number[]) {
          line.enqueue(Uint8Array.from(bytes));
          await settled();
        },
        async ends() {
          line.close();
          await settled();
        },
        async breaks() {
          line.error(new Error('gone'));
          await settled();
        },
        leaves: () => typeof answer === 'object' && answer.leave(),
      };
    },
  };
}

it('gives back what came, in one piece', async () => {
  const { upload } = scene({ file: 1_000_000, author: 1_000_000, all: 1_000_000 });
  const photo = await upload('ada', 'photo');
  const parts = Array.from({ length: 40 }, (_, n) => Array.from({ length: 5_000 }, () => n));
  for (const part of parts) await photo.sends(...part);
  expect(photo.answer()).toBeUndefined();
  await photo.ends();
  expect(photo.answer()).toEqual(parts.flat());
});

it('ends one that is too large, and one whose sender has gone', async () => {
  const { upload } = scene();
  const large = await upload('ada', 'large');
  await large.sends(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  await large.sends(11);
  expect(large.answer()).toBe('too_large');
  const cut = await upload('ada', 'cut');
  await cut.sends(1);
  await cut.breaks();
  expect(cut.answer()).toBe('unavailable');
});

it('R1 a second sending of the same upload ends the first, which may hang', async () => {
  const { upload } = scene();
  const hanging = await upload('ada', 'photo');
  const again = await upload('ada', 'photo');
  expect(hanging.answer()).toBe('unavailable');
  await again.sends(1);
  await again.ends();
  expect(again.answer()).toEqual([1]);
});

it('has room for one more, however many have sent nothing yet', async () => {
  const { upload } = scene();
  const silent = [];
  for (let n = 0; n < 50; n += 1) silent.push(await upload('eve', `${n}`));
  const photo = await upload('ada', 'photo');
  await photo.sends(1);
  await photo.ends();
  expect(photo.answer()).toEqual([1]);
  expect(silent.every((one) => one.answer() === undefined)).toBe(true);
});

it('beyond an author’s part the one of theirs gives way that was heard of least lately', async () => {
  const { upload } = scene();
  const other = await upload('bob', 'other');
  await other.sends(1);
  const first = await upload('ada', 'first');
  await first.sends(1);
  const second = await upload('ada', 'second');
  await second.sends(2);
  await first.sends(1);
  const third = await upload('ada', 'third');
  await third.sends(3);
  expect([other, first, second, third].map((one) => one.answer())).toEqual([
    undefined,
    undefined,
    'busy',
    undefined,
  ]);
  for (const one of [other, first, third]) await one.ends();
  expect([first.answer(), third.answer()]).toEqual([[1, 1], [3]]);
});

it('beyond what all may hold whoever holds most gives way, not who comes', async () => {
  const { upload } = scene({ file: 10, author: 30, all: 40 });
  const small = await upload('bob', 'small');
  await small.sends(1);
  const large = [];
  for (const id of ['a', 'b', 'c']) {
    const one = await upload('eve', id);
    await one.sends(1);
    large.push(one);
  }
  const photo = await upload('ada', 'photo');
  await photo.sends(1);
  expect(large.map((one) => one.answer())).toEqual(['busy', undefined, undefined]);
  for (const one of [small, photo]) await one.ends();
  expect([small.answer(), photo.answer()]).toEqual([[1], [1]]);
});

it('what is all there counts until it is stored, and gives way to nothing', async () => {
  const { upload } = scene();
  const whole = [];
  for (const id of ['a', 'b']) {
    const one = await upload('ada', id);
    await one.sends(1);
    await one.ends();
    whole.push(one);
  }
  const third = await upload('ada', 'c');
  await third.sends(1);
  expect(third.answer()).toBe('busy');
  expect((await upload('ada', 'a')).answer()).toBeUndefined();
  expect(whole.map((one) => one.answer())).toEqual([[1], [1]]);
  for (const one of whole) one.leaves();
  const fourth = await upload('ada', 'd');
  await fourth.sends(1);
  await fourth.ends();
  expect(fourth.answer()).toEqual([1]);
});
