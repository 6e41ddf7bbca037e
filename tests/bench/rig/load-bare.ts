// A process of a bench: connections to a bare server, idle or with so many echoes a second.
import { WebSocket } from 'ws';
import { answerCalls } from './calls.ts';
import { openFlow } from './open-flow.ts';

const { url, kind } = JSON.parse(process.argv[2]!) as { url: string; kind: 'ws' | 'socket.io' };
const address = url.replace(/^http/, 'ws') + (kind === 'ws' ? '' : '/socket.io/?EIO=4&transport=websocket');

interface Line {
  ws: WebSocket;
  /** Echoes come in order. */
  waiting: (() => void)[];
}

const lines: Line[] = [];

function connect(): Promise<Line> {
  return new Promise((resolve, reject) => {
    const ws = new WebSocket(address, { perMessageDeflate: false });
    const line: Line = { ws, waiting: [] };
    ws.on('error', reject);
    if (kind === 'ws') ws.on('open', () => resolve(line));
    ws.on('message', (bytes: Buffer) => {
      const text = bytes.toString();
      if (kind === 'ws' || text.startsWith('43')) line.waiting.shift()?.();
      else if (text[0] === '0') ws.send('40');
      else if (text.startsWith('40')) resolve(line);
      else if (text[0] === '2') ws.send('3');
    });
  });
}

answerCalls(
  {
    async connect({ count }: { count: number }) {
      for (let done = 0; done < count; done += 50) {
        const some = Math.min(50, count - done);
        lines.push(...(await Promise.all(Array.from({ length: some }, connect))));
      }
    },
    /** `text` there and back, ms each. */
    flow: ({ perSecond, seconds, text }: { perSecond: number; seconds: number; text: string }) =>
      openFlow(perSecond, seconds, async (index) => {
        const line = lines[index % lines.length]!;
        const asked = performance.now();
        await new Promise<void>((resolve) => {
          line.waiting.push(resolve);
          line.ws.send(text);
        });
        return performance.now() - asked;
      }),
  },
  undefined,
);
