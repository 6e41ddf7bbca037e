// The server is killed between any two writes of an answer's way into a mailbox: in the end there is one letter. Real
// processes on a database that outlives them, a real SMTP server, and failpoints that end them by SIGKILL.
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agent } from '../helpers/agent.ts';
import { customer } from '../helpers/customer.ts';
import { type MailServer, startMailServer } from '../helpers/mail-server.ts';
import { untilStored } from '../helpers/until-stored.ts';
import { type Cluster, startCluster } from '../nodes/cluster.ts';

let cluster: Cluster;
const sites = mkdtempSync(join(tmpdir(), 'handrail-mail-'));

beforeAll(async () => {
  cpSync('demo/sites', sites, { recursive: true });
  const mail = 'mail: { from: "Meridian Air <answers@meridian.example>", pause: 1s }';
  appendFileSync(join(sites, 'airline/site.yaml'), `\n${mail}\n`);
  cluster = await startCluster(sites);
}, 240_000);
afterAll(async () => {
  await cluster?.stop();
  rmSync(sites, { recursive: true, force: true });
});

/** An answer that is stored and acknowledged, to one who left their address and went; its node is dead. */
async function answered(mails: MailServer): Promise<string> {
  const node = await cluster.node({ SMTP_URL: mails.url });
  const ann = await customer(node);
  await ann.human();
  await ann.until('to wait', () => ann.view.status === 'waiting');
  const left = { choice: 'message', text: 'Where is my bag?', contact: 'ann@demo.test' };
  await untilStored(() => ann.send('wait', { id: 'w1', ...left }));
  await ann.until('that it is left', () => ann.view.status === 'left');
  const mia = await agent(node, { name: `Mia${mails.url.replace(/\D/g, '')}` });
  await mia.claim(ann.conversation);
  ann.leave();
  await mia.reply(ann.conversation, 'It is in Oslo.');
  await node.end('SIGKILL');
  mia.leave();
  return ann.conversation;
}

const types = async (conversation: string) =>
  (await cluster.store.read(conversation)).map(({ type }) => type);

/** One life after the other, each of which ends where it is told to, until one has written that it was sent: how many. */
async function live(conversation: string, env: NodeJS.ProcessEnv): Promise<number> {
  for (let life = 1; life <= 12; life += 1) {
    // One that dies before it listens has written something, too.
    const node = await cluster.node(env).catch(() => undefined);
    if (node) {
      const sent = expect
        .poll(() => types(conversation), { timeout: 45_000, interval: 250 })
        .toContain('mailed');
      await Promise.race([node.ended, sent]);
      sent.catch(() => undefined);
      await node.end('SIGKILL');
    }
    if ((await types(conversation)).includes('mailed')) return life;
  }
  throw new Error(`not sent in twelve lives: ${await types(conversation)}`);
}

test.each([
  // Stored that it will be sent, and dead before anything is; then sent and stored.
  'after-append@1',
  // Handed over, and dead before that is stored: it goes again, and a mailbox knows it by its Message-ID.
  'before-append@2',
])(
  'M2 an answer is mailed as one letter when the server dies at %s, again and again',
  async (failpoint) => {
    const mails = await startMailServer();
    const conversation = await answered(mails);
    const lives = await live(conversation, { SMTP_URL: mails.url, HANDRAIL_FAILPOINT: failpoint });
    const written = await types(conversation);
    expect(written.filter((type) => type === 'mailing')).toHaveLength(1);
    expect(written.filter((type) => type === 'mailed')).toHaveLength(1);
    expect(new Set(mails.received.map(({ headers }) => headers.get('message-id'))).size).toBe(1);
    expect(mails.received.length).toBeGreaterThan(0);
    expect(mails.received.length).toBeLessThanOrEqual(lives);
    expect(mails.received[0]!.text).toContain('It is in Oslo.');
  },
  240_000,
);
