// Files as they are read out of the store: two at a time, so that many who look at photos leave the rest its way.
import { expect, it, vi } from 'vitest';
import { createFileTickets } from '../../server/intake/file-tickets.ts';
import { createFiles, type FilePorts } from '../../server/intake/files.ts';

const secret = 'secret';
const now = () => Date.now();

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
  const fates = Promise.allSettled(asked.map((ticket) => files.read(ticket)));
  const ended: string[] = [];
  while (ended.length < ids.length) {
    const underWay = Math.min(2, ids.length - ended.length);
    await vi.waitFor(() => expect(hanging).toHaveLength(underWay));
    const { id, end } = hanging.shift()!;
    end(ended.length === 0 ? new Error('away') : Uint8Array.of(ended.length));
    ended.push(id);
  }
  expect(ended.toSorted()).toEqual(ids);
  expect((await fates).filter((fate) => fate.status === 'rejected')).toHaveLength(1);
});
