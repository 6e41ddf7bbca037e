// A process of a bench: an echo through the same sockets, with the same commits and bytes as recorded turns, and
// nothing in between.

import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createSocketCaps } from '../../../server/intake/socket-caps.ts';
import { createSockets } from '../../../server/intake/sockets.ts';
import { newId } from '../../../server/new-id.ts';
import { sentEvents } from '../../../server/record/sent-events.ts';
import { openThreadedStore } from '../../../server/store/threaded-store.ts';
import type { EventBody, SentEvent } from '../../../shared/events.ts';
import { answerCalls } from './calls.ts';
import { cpuSpent } from './cpu-spent.ts';
import type { TurnScript } from './serve-handrail.ts';

export interface EchoOptions {
  dataDir: string;
  builtAt: string;
}

const options = JSON.parse(process.argv[2]!) as EchoOptions;
const store = await openThreadedStore({
  file: join(options.dataDir, 'handrail.db'),
  workerFile: new URL('server/store-worker.js', options.builtAt),
});
const http = createServer();
const io = createSockets(http, {
  where: { trustProxy: false },
  sites: () => [],
  caps: createSocketCaps('off'),
  slow: () => {},
  full: () => {},
});
/** What to store and send instead of thinking. */
let scripts: TurnScript[] = [];
let played = 0;

io.of('/customer').on('connection', (socket) => {
  const id = newId();
  const room = `conversation:${id}`;
  const send = (events: SentEvent[]) =>
    io.of('/customer').to(room).emit('events', { conversation: id, events });
  const write = async (events: EventBody[], more: object) => {
    const appended = await store.append({ conversation: id, at: Date.now(), events, ...more });
    if (!appended.ok) throw new Error(appended.why);
    return appended.events;
  };
  socket.on('message', (payload: { id: string }, acknowledge: (ack: object) => void) => {
    const script = scripts[played++ % scripts.length]!;
    void (async () => {
      const due = Date.now() + 10_000;
      const taken = await write([script.message], {
        client: { author: id, id: payload.id },
        setTimers: [
          { name: 'turn', due },
          { name: 'watchdog', due },
        ],
      });
      const { seq } = taken[0]!;
      send(sentEvents(taken, 'customer', seq - 1));
      acknowledge({ ok: true, seq });
      const ref = String(seq);
      const clearTimers = [
        { name: 'turn', ref },
        { name: 'watchdog', ref },
      ];
      send(sentEvents(await write(script.reply, { clearTimers }), 'customer', seq));
    })();
  });
  void (async () => {
    await socket.join(room);
    const { events } = await store.begin({
      id,
      site: 'airline',
      channel: 'web',
      visitor: id,
      customer: null,
      at: Date.now(),
      events: [
        { type: 'opened', visitor: id, channel: 'web', locale: 'en', site: 'airline' },
        { type: 'message', from: 'assistant', text: 'Hello' },
      ],
    });
    send(sentEvents(events, 'customer', 0));
  })();
});

await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
answerCalls(
  {
    spent: cpuSpent(),
    play(recorded: TurnScript[]) {
      scripts = recorded;
    },
  },
  { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` },
);
process.on('SIGTERM', () => {
  void io
    .close()
    .then(() => store.close())
    .then(() => rm(options.dataDir, { recursive: true, force: true }))
    .then(() => process.exit(0));
});
