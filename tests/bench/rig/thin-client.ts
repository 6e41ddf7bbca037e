// A customer of a load generator: Socket.IO's wire protocol in a few lines over a WebSocket, since whole clients
// would take the processor from the server that is measured.
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';

export interface ThinOptions {
  url: string;
  auth: object;
  /** Each event of the server, with its parsed payload. */
  heard(event: string, payload: unknown): void;
  closed?(code: number): void;
}

export interface ThinClient {
  ws: WebSocket;
  /** The server's acknowledgement. */
  ask(event: string, payload: unknown): Promise<unknown>;
  close(): void;
}

const namespace = '/customer';

/** What the server said when it did not let one in. */
export class Refused extends Error {
  readonly retryAfterMs: number | undefined;
  constructor(said: string) {
    super(said);
    this.retryAfterMs = (JSON.parse(said) as { data?: { retryAfterMs?: number } }).data?.retryAfterMs;
  }
}

/** Closed before it was let in: on a machine with too much to do nobody came to it in time. */
class Closed extends Error {}

const mostTries = 20;

/** As a page does: who is told to come back later, does, and who was not let in in time. */
export async function connectThin(options: ThinOptions): Promise<ThinClient> {
  for (let tries = 1; ; tries++) {
    try {
      return await connectOnce(options);
    } catch (error) {
      const after = error instanceof Refused ? error.retryAfterMs : error instanceof Closed ? 500 : undefined;
      if (after === undefined || (error instanceof Closed && tries >= mostTries)) throw error;
      await pause(after);
    }
  }
}

/** Resolves when the namespace let it in; rejects with what the server said. */
function connectOnce({ url, auth, heard, closed }: ThinOptions): Promise<ThinClient> {
  return new Promise((resolve, reject) => {
    const ws = new WebSocket(`${url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      perMessageDeflate: false,
    });
    const asked = new Map<number, (ack: unknown) => void>();
    let lastId = 0;
    const client: ThinClient = {
      ws,
      ask: (event, payload) =>
        new Promise((answered) => {
          const id = ++lastId;
          asked.set(id, answered);
          ws.send(`42${namespace},${id}${JSON.stringify([event, payload])}`);
        }),
      close: () => ws.close(),
    };
    ws.on('message', (bytes: Buffer) => {
      const frame = bytes.toString();
      if (frame[0] === '2') ws.send('3');
      else if (frame[0] === '0') ws.send(`40${namespace},${JSON.stringify(auth)}`);
      else if (frame[0] === '4') packet(frame[1], frame.slice(namespace.length + 3));
    });
    ws.on('error', reject);
    ws.on('close', (code: number) => {
      reject(new Closed(`closed with ${code}`));
      closed?.(code);
    });

    function packet(type: string | undefined, rest: string): void {
      if (type === '0') resolve(client);
      else if (type === '4') {
        reject(new Refused(rest));
        ws.terminate();
      } else if (type === '2') {
        const [event, payload] = JSON.parse(rest) as [string, unknown];
        heard(event, payload);
      } else if (type === '3') {
        const at = rest.indexOf('[');
        const id = Number(rest.slice(0, at));
        asked.get(id)?.((JSON.parse(rest.slice(at)) as unknown[])[0]);
        asked.delete(id);
      }
    }
  });
}
