// A process of a bench: many customers over real sockets, in a closed loop (each waits for its reply before it
// writes on) or an open one (so many messages a second, whatever comes back).
import { SignJWT } from 'jose';
import type { Ack } from '../../../shared/errors.ts';
import type { EventBatch, Welcome } from '../../../shared/protocol.ts';
import { answerCalls } from './calls.ts';
import { identitySecret } from './identity-secret.ts';
import { openFlow } from './open-flow.ts';
import { questions } from './questions.ts';
import { connectThin, type ThinClient } from './thin-client.ts';
import { variedQuestion } from './varied-question.ts';

export interface LoadOptions {
  url: string;
  /** Names this run's customers and message ids. */
  run: string;
  /** All customers ask the same twelve questions. Default: each asks in words of their own. */
  repeated?: boolean;
}

export interface Turned {
  turns: number;
  seconds: number;
  /** From the message to its reply, ms, unsorted. */
  times: number[];
  /** Bytes of what the server sent for it. */
  bytes: number;
  /** Customers who were handed to a person, as when their business was not reached in time: they wrote no more. */
  handedOver: number;
}

export interface Flow {
  sent: number;
  /** From the message to its acknowledgement, ms. */
  acked: number[];
  /** The same of refusals, with `busy`. */
  refused: number[];
  /** Other codes, counted. */
  failed: Record<string, number>;
  seconds: number;
}

const options = JSON.parse(process.argv[2]!) as LoadOptions;
const key = new TextEncoder().encode(identitySecret);

interface Customer {
  client: ThinClient;
  number: number;
  said: number;
  /** The seq of the last event that came: by it a page knows what comes twice. */
  seen: number;
  welcome?: Welcome;
  /** Waits for the assistant's words; false: a person was brought in, and there will be none. */
  replied?: ((assistant: boolean) => void) | undefined;
}

const customers: Customer[] = [];
let received = 0;

async function connect(number: number, signedIn: boolean): Promise<Customer> {
  const identity = signedIn
    ? await new SignJWT({ name: 'Bench' })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(`${options.run}-${number}`)
        .setAudience('airline')
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(key)
    : undefined;
  let greeted = () => {};
  const greeting = new Promise<void>((resolve) => {
    greeted = resolve;
  });
  const customer = { number, said: 0, seen: 0 } as Customer;
  customer.client = await connectThin({
    url: options.url,
    auth: { protocol: 1, site: 'airline', ...(identity ? { identity } : {}) },
    heard(event, payload) {
      if (event === 'welcome') customer.welcome = payload as Welcome;
      if (event !== 'events') return;
      const { events } = payload as EventBatch;
      received += 1;
      const fresh = events.filter(({ seq }) => seq > customer.seen);
      customer.seen = fresh.at(-1)?.seq ?? customer.seen;
      const said = fresh.some(
        (one) => (one.type === 'message' && one.from === 'assistant') || one.type === 'question',
      );
      const gone = fresh.some(({ type }) => type === 'handoff');
      // The first words are the greeting, which answers nothing: whoever asks waits for it.
      if (said) greeted();
      if (said || gone) customer.replied?.(!gone);
    },
  });
  await greeting;
  return customer;
}

/** What they write next, under its id. */
function next(customer: Customer): { id: string; text: string } {
  const { number, said } = customer;
  const text = options.repeated
    ? questions[(number + said) % questions.length]!
    : variedQuestion(number, said);
  customer.said += 1;
  return { id: `${options.run}-${number}-${customer.said}`, text };
}

function say(customer: Customer, parcel = next(customer)): Promise<Ack<{ seq: number }>> {
  return customer.client.ask('message', parcel) as Promise<Ack<{ seq: number }>>;
}

/** On a machine with too much to do a store may be late: a page sends again under the same id. */
const mostSendings = 20;

/** Undefined: a person was brought in. */
async function turn(customer: Customer): Promise<number | undefined> {
  const from = performance.now();
  const replied = new Promise<boolean>((resolve) => {
    customer.replied = resolve;
  });
  const parcel = next(customer);
  let ack = await say(customer, parcel);
  for (let sent = 1; !ack.ok && ack.error.code === 'unavailable' && sent < mostSendings; sent++)
    ack = await say(customer, parcel);
  if (!ack.ok) throw new Error(`${ack.error.code}: ${ack.error.message}`);
  const answered = await replied;
  customer.replied = undefined;
  return answered ? performance.now() - from : undefined;
}

/** `atOnce` of them at a time run `work` for everyone of `all`. */
async function inTurn<T>(all: T[], atOnce: number, work: (one: T) => Promise<void>): Promise<void> {
  const queue = [...all];
  await Promise.all(
    Array.from({ length: Math.min(atOnce, all.length) }, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) await work(next);
    }),
  );
}

answerCalls(
  {
    /** So many customers more, `signedIn` (0..1) of them with an identity; ms until the last was greeted. */
    async connect({
      count,
      signedIn = 0,
      atOnce = 50,
    }: {
      count: number;
      signedIn?: number;
      atOnce?: number;
    }) {
      const from = performance.now();
      const first = customers.length;
      const numbers = Array.from({ length: count }, (_, index) => first + index);
      await inTurn(numbers.map(String), atOnce, async (number) => {
        customers.push(await connect(Number(number), (Number(number) % 100) / 100 < signedIn));
      });
      return performance.now() - from;
    },
    /** Closed loop: each of the customers from `first` on takes `turns` turns, `atOnce` of them at a time. */
    async turns({
      first,
      count,
      turns,
      atOnce,
    }: {
      first: number;
      count: number;
      turns: number;
      atOnce: number;
    }): Promise<Turned> {
      const times: number[] = [];
      let handedOver = 0;
      const before = received;
      const from = performance.now();
      await inTurn(customers.slice(first, first + count), atOnce, async (customer) => {
        for (let i = 0; i < turns; i++) {
          const took = await turn(customer);
          if (took === undefined) {
            handedOver += 1;
            return;
          }
          times.push(took);
        }
      });
      return {
        turns: times.length,
        seconds: (performance.now() - from) / 1000,
        times,
        bytes: received - before,
        handedOver,
      };
    },
    /** Open loop: `perSecond` messages for `seconds`, evenly over the customers. */
    async flow({ perSecond, seconds }: { perSecond: number; seconds: number }): Promise<Flow> {
      const flow: Flow = { sent: 0, acked: [], refused: [], failed: {}, seconds };
      await openFlow(perSecond, seconds, async (index) => {
        flow.sent += 1;
        const asked = performance.now();
        const ack = await say(customers[index % customers.length]!);
        const ms = performance.now() - asked;
        if (ack.ok) flow.acked.push(ms);
        else if (ack.error.code === 'busy') flow.refused.push(ms);
        else flow.failed[ack.error.code] = (flow.failed[ack.error.code] ?? 0) + 1;
      });
      return flow;
    },
    /** None of them reads any more; they only say that they are there, so that no ping runs out on them. */
    stall() {
      for (const { client } of customers) client.ws.pause();
      const there = setInterval(() => {
        for (const { client } of customers) if (client.ws.readyState === client.ws.OPEN) client.ws.send('3');
      }, 4_000);
      there.unref();
    },
    /** They come back as the visitors that they were; how many then know `text`. */
    async comeBack({ text }: { text: string }): Promise<number> {
      const before = customers.splice(0);
      for (const { client } of before) client.ws.terminate();
      let known = 0;
      await inTurn(before, 20, async ({ welcome }) => {
        const { token, conversation } = welcome!;
        const after = { conversation: conversation.id, seq: conversation.seq };
        const back = await connectThin({
          url: options.url,
          auth: { protocol: 1, site: 'airline', token, after },
          heard() {},
        });
        const ack = (await back.ask('sync', { conversation: conversation.id, after: 0 })) as Ack<EventBatch>;
        if (ack.ok && ack.events.some((event) => event.type === 'message' && event.text === text)) known += 1;
        back.ws.terminate();
      });
      return known;
    },
    /** Closes all of them. */
    async leave() {
      for (const { client } of customers.splice(0)) client.ws.terminate();
    },
  },
  undefined,
);
