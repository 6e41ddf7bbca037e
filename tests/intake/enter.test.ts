// A page that arrives: what it is sent, in which order, and what is kept of one that has gone before it was welcomed.
import { expect, test } from 'vitest';
import type { CustomerSocket } from '../../server/intake/customer-handshake.ts';
import { type EnterPorts, enter } from '../../server/intake/enter.ts';
import { testSite } from '../helpers/test-site.ts';

/** A page whose connection ends while its welcome is made, or does not. */
function scene({ goes = false, moves = false }: { goes?: boolean; moves?: boolean }) {
  const did: string[] = [];
  const socket = {
    connected: true,
    data: { site: testSite(), visitor: 'v', locale: 'en', row: { id: 'c', seq: 3, fence: 0 } },
    emit: (event: string) => did.push(event),
    join: async () => did.push('join'),
  };
  const ports = {
    greet: async () => did.push('greet'),
    record: {
      load: async () => ({
        row: { seq: 3 },
        conversation: { view: { entries: did, status: 'assistant', seq: 3 } },
      }),
      read: async () => [],
    },
    sessions: { sign: async () => 'token' },
    waitFor: async () => {
      socket.connected = !goes;
      if (moves) socket.data.row = { ...socket.data.row, id: 'another' };
    },
    hours: () => ({}),
    mails: () => false,
    follow: () => did.push('follow'),
    seen: { welcomed: async () => undefined },
    now: () => 1,
  };
  return { did, arrive: () => enter(socket as unknown as CustomerSocket, ports as unknown as EnterPorts) };
}

test('a page is greeted and welcomed, and follows its conversation before it reads', async () => {
  const { did, arrive } = scene({});
  await arrive();
  expect(did.slice(0, 4)).toEqual(['greet', 'welcome', 'follow', 'join']);
});

test('a page that goes before its welcome is ready follows and joins nothing: nothing would forget it', async () => {
  const { did, arrive } = scene({ goes: true });
  await arrive();
  expect(did).toEqual(['greet', 'welcome']);
});

test('N2 a page that is moved on while its welcome is made hears nothing more of the former conversation', async () => {
  const { did, arrive } = scene({ moves: true });
  await arrive();
  expect(did).toEqual(['greet']);
});
