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
const strange = [...events, 'available', 'claim', 'error', '__proto__', 'constructor', 'toString', ''];
const names = [...strange, 'disconnect', 'connect'];
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

const deepest = 8000;
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

/** Wrong in what it says only: the server reads on. */
function tame(index: number): string {
  const kind = random();
  const id = random() < 0.8 ? String(below(1000)) : '';
  if (kind < 0.03)
    return `42/customer,${id}${JSON.stringify(['message', { id: `f${index}`, text: oneOf(texts).slice(0, 4000) }])}`;
  if (kind < 0.05) return `42/customer,${id}["message",${nested(below(deepest))}]`;
  return `42/customer,${id}${JSON.stringify([oneOf(strange), value(0)])}`;
}

/** Of any kind, as text or as bytes; after most of them the server lets the connection go. */
function wild(index: number): string | Buffer {
  const kind = random();
  const id = random() < 0.8 ? String(below(1000)) : '';
  if (kind < 0.02)
    return `42/customer,${id}${JSON.stringify(['message', { id: `f${index}`, text: oneOf(texts).slice(0, 4000) }])}`;
  if (kind < 0.5) return `42/customer,${id}${JSON.stringify([oneOf(names), value(0)])}`;
  if (kind < 0.6)
    return `42/customer,${id}${JSON.stringify(Array.from({ length: below(4) }, () => value(2)))}`;
  if (kind < 0.62) return `42/customer,${id}["message",${nested(below(deepest))}]`;
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

/**
 * Who comes back as the visitor that they were, so often, does not begin a conversation for every few packets; and the
 * conversations that the server keeps in hand are all others before the memory's slope is judged.
 */
const returns = 2;

/** Of what is sent in one go, so much may end the connection: what comes behind it is not read. */
const wildShare = 0.2;

interface Slot {
  ws: WebSocket;
  /** Where it says that it comes from. */
  from: string;
  /** What the next connection of this slot says of itself. */
  auth: string;
  opened: number;
}

/** Each visitor has an address of its own, so that the limits of one do not keep the others from the server. */
const addressOf = (visitor: number) =>
  `10.${[visitor >> 16, visitor >> 8, visitor].map((n) => n & 255).join('.')}`;
let visitors = 0;

const stranger = '{"protocol":1,"site":"airline"}';

function open(before: Slot | undefined): Promise<Slot> {
  return new Promise((resolve, reject) => {
    const again = before !== undefined && before.opened < returns;
    const from = again ? before.from : addressOf(++visitors);
    const ws = new WebSocket(address, { perMessageDeflate: false, headers: { 'x-forwarded-for': from } });
    const slot: Slot = again
      ? { ws, from, auth: before.auth, opened: before.opened + 1 }
      : { ws, from, auth: stranger, opened: 0 };
    ws.on('error', reject);
    ws.on('close', () => reject(new Error('closed before it was let in')));
    ws.on('message', (bytes: Buffer) => {
      const text = bytes.toString();
      if (text[0] === '2') ws.send('3');
      else if (text[0] === '0') ws.send(`40/customer,${slot.auth}`);
      else if (text.startsWith('40/customer') || text.startsWith('44')) resolve(slot);
      else if (text.startsWith('42/customer,["welcome"')) slot.auth = authAfter(text);
      else if (text.startsWith('43')) answered += 1;
    });
    opened += 1;
  });
}

function authAfter(frame: string): string {
  const [, welcome] = JSON.parse(frame.slice(frame.indexOf('['))) as [
    string,
    { token: string; conversation: { id: string; seq: number } },
  ];
  const { token, conversation } = welcome;
  return JSON.stringify({
    protocol: 1,
    site: 'airline',
    token,
    after: { conversation: conversation.id, seq: conversation.seq },
  });
}

/** A socket that the server is done with makes way for a new one. */
const slots: (Slot | undefined)[] = [];

answerCalls(
  {
    async send({ packets }: { packets: number }) {
      for (let sent = 0; sent < packets; ) {
        const at = below(options.sockets);
        const before = slots[at];
        if (before?.ws.readyState !== WebSocket.OPEN) {
          before?.ws.terminate();
          slots[at] = await open(before).catch(() => undefined);
          // Full for now: the next one may find a place.
          if (!slots[at]) await breath();
        }
        const ws = slots[at]?.ws;
        if (!ws) continue;
        const frame = random() < wildShare ? wild : tame;
        for (let i = 0; i < 20 && sent < packets; i++, sent++) ws.send(frame(sent));
        await breath();
        // What the server has not read yet is waited for: it is its limits that are tried, not the machine's memory.
        while (ws.readyState === WebSocket.OPEN && ws.bufferedAmount > 1 << 20) await breath();
      }
      return { opened, visitors, answered };
    },
    /** All of them go, so that what the server holds for the open ones is not taken for what it keeps. */
    async rest() {
      const gone = slots.flatMap((slot) => (slot && slot.ws.readyState !== WebSocket.CLOSED ? slot.ws : []));
      await Promise.all(
        gone.map((ws) => new Promise<void>((resolve) => ws.once('close', () => resolve()).terminate())),
      );
    },
  },
  undefined,
);
