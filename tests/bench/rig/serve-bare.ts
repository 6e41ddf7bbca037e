// A process of a bench: what Handrail's sockets are measured against, a bare `ws` or a bare Socket.IO that echoes.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { WebSocketServer } from 'ws';
import { answerCalls } from './calls.ts';
import { cpuSpent } from './cpu-spent.ts';
import { memoryNow } from './memory-now.ts';

const { kind } = JSON.parse(process.argv[2]!) as { kind: 'ws' | 'socket.io' };
const http = createServer();
if (kind === 'ws') {
  const server = new WebSocketServer({ server: http });
  server.on('connection', (socket) => socket.on('message', (bytes) => socket.send(bytes.toString())));
} else {
  const io = new Server(http, { serveClient: false });
  io.on('connection', (socket) =>
    socket.on('message', (payload: unknown, acknowledge: (ack: unknown) => void) => acknowledge(payload)),
  );
}
await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
answerCalls(
  { memory: memoryNow, spent: cpuSpent() },
  { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` },
);
