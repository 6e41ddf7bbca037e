// A process of a bench: sockets that send what no page sends, seeded: broken frames, wrong shapes, deep nesting,
// attacks, and now and then what is right, so that there is a conversation to spoil.
import { setImmediate as breath } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { seededRandom } from '../wait-simulation.ts';
import { answerCalls } from './calls.ts';

export interface FuzzOptions {
  url: string;
  seed: number;
  sockets: number;
  /** Texts and whole frames of known attacks. */
  texts: string[];
  frames: string[];
}

const options = JSON.parse(process.argv[2]!) as FuzzOptions;
const random = seededRandom(options.seed);
const below = (most: number) => Math.floor(random() * most);
const oneOf = <T>(list: readonly T[]): T => list[below(list.length)]!;
const address = `${options.url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`;

const events = [
  'message',
  'choice',
  'human',
  'undo',
  'wait',
  'correct',
  'begin',
  'rating',
  'seen',
  'typing',
  'sync',
];
const names = [
  ...events,
  'available',
  'claim',
  'error',
  'disconnect',
  'connect',
  '__proto__',
  'constructor',
  'toString',
  '',
];
const keys = [
  'id',
  'text',
  'question',
  'choice',
  'proposal',
  'field',
  'score',
  'seq',
  'conversation',
  'after',
  '__proto__',
  'more',
];
const odd = [null, true, 0, -1, 1e308, '', '\u0000', '\ud800', 'x'.repeat(5000), [], {}, [[]], '__proto__'];
const texts = ['hello', 'cancel my bag', 'yes', ...options.texts];

function value(depth: number): unknown {
  const kind = random();
  if (depth > 4 || kind < 0.4) return oneOf(odd);
  if (kind < 0.6) return oneOf(texts);
  if (kind < 0.75) return Array.from({ length: below(5) }, () => value(depth + 1));
  return Object.fromEntries(Array.from({ length: below(5) }, () => [oneOf(keys), value(depth + 1)]));
}

/** One frame, as text or as bytes. */
function frame(index: number): string | Buffer {
  const kind = random();
  const id = random() < 0.8 ? String(below(1000)) : '';
  if (kind < 0.02)
    return `42/customer,${id}${JSON.stringify(['message', { id: `f${index}`, text: oneOf(texts).slice(0, 4000) }])}`;
  if (kind < 0.5) return `42/customer,${id}${JSON.stringify([oneOf(names), value(0)])}`;
  if (kind < 0.6)
    return `42/customer,${id}${JSON.stringify(Array.from({ length: below(4) }, () => value(2)))}`;
  if (kind < 0.62) {
    const deep = below(8000);
    return `42/customer,${id}["message",${'['.repeat(deep)}${']'.repeat(deep)}]`;
  }
  if (kind < 0.72 && options.frames.length > 0) return oneOf(options.frames).replace('42[', '42/customer,[');
  if (kind < 0.8)
    return `4${below(10)}${oneOf(['', '/agent', '/customer', '/nowhere'])},${id}${JSON.stringify(value(0))}`;
  if (kind < 0.85) return Buffer.from(Array.from({ length: below(60) }, () => below(256)));
  const sane = `42/customer,${id}${JSON.stringify([oneOf(events), value(1)])}`;
  const at = below(sane.length);
  return sane.slice(0, at) + String.fromCharCode(below(1 << 16)) + sane.slice(at + below(3));
}

let opened = 0;
let answered = 0;

function open(): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const ws = new WebSocket(address, { perMessageDeflate: false });
    ws.on('error', reject);
    ws.on('message', (bytes: Buffer) => {
      const text = bytes.toString();
      if (text[0] === '2') ws.send('3');
      else if (text[0] === '0') ws.send('40/customer,{"protocol":1,"site":"airline"}');
      else if (text.startsWith('40/customer')) resolve(ws);
      else if (text.startsWith('44')) resolve(ws);
      else if (text.startsWith('43')) answered += 1;
    });
    opened += 1;
  });
}

/** A socket that the server is done with makes way for a new one. */
const sockets: (WebSocket | undefined)[] = [];

answerCalls(
  {
    async send({ packets }: { packets: number }) {
      for (let sent = 0; sent < packets; ) {
        const at = below(options.sockets);
        let ws = sockets[at];
        if (ws?.readyState !== WebSocket.OPEN) {
          ws?.terminate();
          ws = await open().catch(() => undefined);
          sockets[at] = ws;
          // Full for now: the next one may find a place.
          if (!ws) await breath();
          if (!ws) continue;
        }
        for (let i = 0; i < 20 && sent < packets; i++, sent++) ws.send(frame(sent));
        await breath();
        // What the server has not read yet is waited for: it is its limits that are tried, not the machine's memory.
        while (ws.readyState === WebSocket.OPEN && ws.bufferedAmount > 1 << 20) await breath();
      }
      return { opened, answered };
    },
  },
  undefined,
);
