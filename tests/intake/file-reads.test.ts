// Files as they are read out of the store: two at a time, so that many who look at photos leave the rest its way; and as
// they are sent: no more of them lie in memory than it has room for, whoever takes them or not.
import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { createDownloadRoom } from '../../server/intake/download-room.ts';
import { createFileTickets } from '../../server/intake/file-tickets.ts';
import { createFiles, type FilePorts } from '../../server/intake/files.ts';

const secret = 'secret';
const now = () => Date.now();

/** Who asks for a file: a response, as far as it is looked at. */
function reader() {
  const line = new EventEmitter();
  const close = () => line.emit('close');
  return {
    destroyed: false,
    once: line.once.bind(line),
    close,
    destroy() {
      this.destroyed = true;
      close();
    },
  };
}

it('N2 reads two at a time however many are asked for, and goes on after one that fails', async () => {
  const hanging: { id: string; end(of: Uint8Array | Error): void }[] = [];
  const bytes: FilePorts['bytes'] = (id) =>
    new Promise((resolve, reject) => {
      hanging.push({ id, end: (of) => (of instanceof Error ? reject(of) : resolve(of)) });
    });
  const files = createFiles({ secret, now, bytes } as FilePorts);
  const tickets = createFileTickets(secret, now);
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const asked = await Promise.all(
    ids.map((file) => tickets.read({ file, type: 'image/png', name: `${file}.png` })),
  );
  const fates = Promise.allSettled(asked.map((ticket) => files.read(ticket, reader())));
  const ended: string[] = [];
  while (ended.length < ids.length) {
    const underWay = Math.min(2, ids.length - ended.length);
    await expect.poll(() => hanging).toHaveLength(underWay);
    const { id, end } = hanging.shift()!;
    end(ended.length === 0 ? new Error('away') : Uint8Array.of(ended.length));
    ended.push(id);
  }
  expect(ended.toSorted()).toEqual(ids);
  expect((await fates).filter((fate) => fate.status === 'rejected')).toHaveLength(1);
});

it('N2 reads nothing any more for those who have gone while they waited their turn', async () => {
  const asked: string[] = [];
  let end = () => {};
  const bytes: FilePorts['bytes'] = (id) => {
    asked.push(id);
    return new Promise((resolve) => {
      end = () => resolve(Uint8Array.of(1));
    });
  };
  const files = createFiles({ secret, now, bytes } as FilePorts);
  const tickets = createFileTickets(secret, now);
  const read = async (file: string, by = reader()) =>
    files.read(await tickets.read({ file, type: 'image/png', name: 'a.png' }), by);
  void read('a');
  await expect.poll(() => asked).toHaveLength(1);
  const leaves = reader();
  const b = read('b', leaves);
  await expect.poll(() => asked).toHaveLength(2);
  const gone = reader();
  const waited = read('c', gone);
  const next = read('d');
  leaves.destroy();
  gone.destroy();
  end();
  expect(await b).toBeUndefined();
  await expect.poll(() => asked).toEqual(['a', 'b', 'd']);
  end();
  expect(await next).toMatchObject({ file: 'd' });
  expect(await waited).toBeUndefined();
  expect(asked).not.toContain('c');
});

it('holds no more of what nobody takes than there is room for, and lets those of one conversation give way', () => {
  const room = createDownloadRoom(40);
  const takes = (conversation: string, bytes = 10) => {
    const one = reader();
    room.enter(one, conversation, bytes);
    return one;
  };
  const ada = takes('ada');
  const eves = Array.from({ length: 10 }, () => takes('eve'));
  expect(eves.map(({ destroyed }) => destroyed)).toEqual([...Array(7).fill(true), false, false, false]);
  expect(ada.destroyed).toBe(false);
  const bob = takes('bob');
  expect(eves.map(({ destroyed }) => destroyed).indexOf(false)).toBe(8);
  // Who has all of it counts no more.
  ada.close();
  takes('cyd');
  expect([...eves.slice(8), bob].map(({ destroyed }) => destroyed)).toEqual([false, false, false]);
});
