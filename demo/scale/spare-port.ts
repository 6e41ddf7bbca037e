// A port that was free a moment ago, for servers that have to be told theirs and come back to it after they died. Below
// those that systems give to outgoing connections: one of these would have it meanwhile.
import { createServer } from 'node:net';

const lowest = 20_000;
const highest = 32_000;
const tries = 100;

export async function sparePort(): Promise<number> {
  for (let tried = 1; ; tried += 1) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    const why = await taken(port);
    if (!why) return port;
    if (tried === tries) throw why;
  }
}

function taken(port: number): Promise<Error | undefined> {
  return new Promise((resolve) => {
    const server = createServer().once('error', resolve);
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(undefined)));
  });
}
