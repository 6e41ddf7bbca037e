// A process of a bench: the server as `handrail serve` runs it, from the build, on a spare port with a new
// database; its memory, its processor time and its log can be asked for.
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { parseConfig } from '../../../server/config.ts';
import { startServer } from '../../../server/main.ts';
import type { EventBody } from '../../../shared/events.ts';
import type { ThreadMemory } from './answer-memory.ts';
import { watchThreads } from './ask-threads.ts';
import { answerCalls } from './calls.ts';
import { cpuSpent } from './cpu-spent.ts';
import { identitySecret } from './identity-secret.ts';
import { memoryNow } from './memory-now.ts';

export interface HandrailOptions {
  dataDir: string;
  /** Trained models are kept here between runs. */
  models: string;
  builtAt: string;
  /** As LIMITS in the environment. */
  limits: string;
  /** Where the airline's API listens. */
  api: string;
  /** Whether addresses are believed that connections name. */
  trustProxy: boolean;
}

/** What one turn stored: the customer's message, and all that followed from it in one write. */
export interface TurnScript {
  message: EventBody;
  reply: EventBody[];
}

const options = JSON.parse(process.argv[2]!) as HandrailOptions;
const models = join(options.dataDir, 'models');
await mkdir(options.models, { recursive: true });
await cp(options.models, models, { recursive: true });
const askThreads = watchThreads();
const server = await startServer({
  config: parseConfig({
    PORT: '0',
    DATA_DIR: options.dataDir,
    LOG_LEVEL: 'error',
    LIMITS: options.limits,
    TRUST_PROXY: options.trustProxy ? '1' : '0',
  }),
  env: { AIRLINE_IDENTITY_SECRET: identitySecret, SHOP_IDENTITY_SECRET: identitySecret },
  builtAt: new URL(options.builtAt),
  apiBases: { airline: options.api, shop: options.api },
});
await cp(models, options.models, { recursive: true });

const surprises = { rejections: 0, exceptions: 0 };
process.on('unhandledRejection', (error) => {
  surprises.rejections += 1;
  console.error('unhandled rejection', error);
});
process.on('uncaughtExceptionMonitor', () => {
  surprises.exceptions += 1;
});
const stored: number[] = [];
const { append } = server.parts.store;
server.parts.store.append = async (one) => {
  const from = performance.now();
  const appended = await append(one);
  if (one.client) stored.push(performance.now() - from);
  return appended;
};
const everyone = () => server.parts.store.conversationIds({ limit: 100_000 });
/** What the last of them sent is still read after they went. */
async function everybodyGone(): Promise<void> {
  const { server: http } = server.app;
  while ((await promisify(http.getConnections.bind(http))()) > 0) await pause(20);
}
/** As many as the server keeps folded, once there have been so many. */
const folded = 1_000;
let usual: string[] = [];

answerCalls(
  {
    /** Once what is under way has ended; what the bench itself has gathered goes. */
    async memory() {
      await server.parts.lanes.idle();
      stored.length = 0;
      return memoryNow();
    },
    /** The same of each thread. Of conversations the same thousand are kept folded then, however long the others are. */
    async memories(): Promise<ThreadMemory[]> {
      await everybodyGone();
      await server.parts.lanes.idle();
      stored.length = 0;
      const ids = usual.length > 0 ? usual : await everyone();
      if (ids.length >= folded) usual = ids.slice(0, folded);
      for (const id of usual) await server.parts.record.load(id);
      const [main, others] = await Promise.all([memoryNow(), askThreads()]);
      return [{ thread: 'main', ...main }, ...others];
    },
    /** Somebody sees to all who wait for a person; how many they were. */
    async serveLine(): Promise<number> {
      const { store, record } = server.parts;
      const rows = await store.list(['airline'], ['waiting', 'left'], 100_000);
      for (const { id } of rows) {
        const events = [{ type: 'resolved', by: 'agent', outcome: 'resolved' } as const];
        await record.append({ conversation: id, at: Date.now(), events });
      }
      return rows.length;
    },
    rss: () => process.memoryUsage.rss(),
    surprises: () => surprises,
    spent: cpuSpent(),
    /** What storing a customer's message took since it was last asked, ms each. */
    stored: () => stored.splice(0),
    /** In every conversation: `text` by an agent, stored. */
    async tellAll({ text }: { text: string }) {
      const at = Date.now();
      for (const conversation of await everyone()) {
        const events = [{ type: 'message', from: 'agent', name: 'Mia', text } as const];
        await server.parts.record.append({ conversation, at, events });
      }
    },
    /** Sends `bytes` to everyone who sees a conversation, as a hint of what was never stored. */
    async flood({ bytes, round }: { bytes: number; round: number }) {
      const text = 'x'.repeat(bytes);
      for (const conversation of await everyone()) {
        const row = (await server.parts.store.conversation(conversation))!;
        const seq = row.seq + 1 + round;
        server.parts.hub.publish({
          conversation,
          site: 'airline',
          row,
          events: [{ seq, at: 1, type: 'message', from: 'agent', name: 'Mia', text }],
          before: { customer: seq - 1, agent: seq - 1 },
        });
      }
    },
    metrics: async () => (await fetch(`${server.url}/metrics`)).text(),
    async scripts(count: number): Promise<TurnScript[]> {
      const scripts: TurnScript[] = [];
      for (const id of await server.parts.store.conversationIds({ limit: count })) {
        let open: TurnScript | undefined;
        for (const { seq: _, at: __, ...body } of await server.parts.store.read(id)) {
          if (body.type === 'message' && body.from === 'customer') {
            open = { message: body, reply: [] };
            scripts.push(open);
          } else open?.reply.push(body as EventBody);
        }
      }
      return scripts.filter(({ reply }) => reply.length > 0);
    },
  },
  { url: server.url },
);

process.on('SIGTERM', () => {
  void server
    .close()
    .then(() => rm(options.dataDir, { recursive: true, force: true }))
    .then(() => process.exit(0));
});
