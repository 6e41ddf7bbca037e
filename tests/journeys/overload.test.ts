// Too much at once, a store that hangs, a reader that stalls: each is answered clearly and nothing is lost by it.
import { connect, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { standardLimits } from '../../server/intake/limit-table.ts';
import type { Store } from '../../server/store/store.ts';
import type { Welcome } from '../../shared/protocol.ts';
import { agent } from '../helpers/agent.ts';
import { customer, refusalOf } from '../helpers/customer.ts';
import { createWorld } from '../helpers/world.ts';

/** A disk in the test's hands: `works` waits for as long as it hangs. */
function hangingDisk() {
  let hangs: Promise<void> | undefined;
  let end = () => {};
  return {
    works: () => hangs,
    hang() {
      hangs = new Promise((resolve) => {
        end = resolve;
      });
    },
    goOn() {
      hangs = undefined;
      end();
    },
  };
}

describe('a store that hangs', () => {
  it('is answered as unavailable, and the message counts once when it comes back', async () => {
    const disk = hangingDisk();
    const world = await createWorld({
      storeOf: (store): Store => ({
        ...store,
        async append(append) {
          if (append.client) await disk.works();
          return store.append(append);
        },
      }),
    });
    const ada = await customer(world);
    disk.hang();
    const message = { id: 'm1', text: 'What does a checked bag cost?' };
    expect(await ada.send('message', message)).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    disk.goOn();
    const again = await ada.send('message', message);
    expect(again).toMatchObject({ ok: true });
    await ada.hears(/€/);
    const said = (await world.parts.store.read(ada.conversation)).filter(
      (event) => event.type === 'message' && event.from === 'customer',
    );
    expect(said).toHaveLength(1);
  });

  it('N2 leaves nobody without a word who begins anew, and the press counts once when it comes back', async () => {
    const disk = hangingDisk();
    const world = await createWorld({
      storeOf: (store): Store => ({
        ...store,
        async begin(conversation) {
          await disk.works();
          return store.begin(conversation);
        },
      }),
    });
    const ada = await customer(world);
    const former = ada.conversation;
    const mia = await agent(world, { name: 'Mia' });
    await mia.takeover(former);
    await mia.resolve(former);
    await ada.until('the end', () => ada.view.status === 'resolved');
    disk.hang();
    expect(await ada.send('begin', { id: 'b' })).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    disk.goOn();
    await ada.until('the new one', () => ada.conversation !== former);
    expect(await ada.send('begin', { id: 'b' })).toEqual({ ok: true, conversation: ada.conversation });
  });
});

describe('too much', () => {
  it('of everything at once is refused as busy with a time, and what was let in is answered', async () => {
    const world = await createWorld({
      limits: { ...standardLimits, message: 1e6, conversation: 1e6, address: 1e6 },
    });
    const ada = await customer(world);
    const acks = await Promise.all(
      Array.from({ length: 400 }, (_, i) => ada.send('message', { id: `m${i}`, text: 'hello' })),
    );
    const refused = acks.filter((ack) => !ack.ok);
    expect(refused.length).toBeGreaterThan(0);
    expect(acks.length - refused.length).toBeGreaterThan(0);
    for (const ack of refused) {
      expect(ack).toMatchObject({ error: { code: 'busy', retryAfterMs: expect.any(Number) } });
    }
  });

  it('in one conversation, by all pages together, is refused as too fast', async () => {
    const world = await createWorld({ limits: { ...standardLimits, conversation: 6 } });
    const [one, two] = await Promise.all([1, 2].map(() => customer(world, { as: 'cust-one' })));
    expect(one!.conversation).toBe(two!.conversation);
    const acks = [];
    for (let i = 0; i < 8; i++) acks.push(await (i % 2 ? one! : two!).send('typing', {}));
    expect(acks.map((ack) => (ack.ok ? 'ok' : ack.error.code))).toEqual([
      ...Array.from({ length: 6 }, () => 'ok'),
      'rate',
      'rate',
    ]);
  });

  it('of one address’s sockets is refused before anything is kept of them', async () => {
    const world = await createWorld({ limits: { ...standardLimits, 'address-sockets': 2 } });
    const [ada] = await Promise.all([customer(world), customer(world)]);
    await expect(customer(world)).rejects.toThrow();
    expect(await (await fetch(`${world.url}/metrics`)).text()).toContain('handrail_sockets_refused_total 1');
    ada!.leave();
    await expect
      .poll(() =>
        customer(world).then(
          () => 'in',
          (error: unknown) => refusalOf(error) ?? 'out',
        ),
      )
      .toBe('in');
  });
});

describe('a reader that stalls', () => {
  it('R1 is let go at a bounded buffer, and coming back has missed nothing', async () => {
    const world = await createWorld();
    const eve = await stallingReader(world.url);
    const { conversation, token } = eve.welcome;
    const row = (await world.parts.store.conversation(conversation.id))!;
    const closed = async () =>
      (await (await fetch(`${world.url}/metrics`)).text()).includes('handrail_slow_readers_closed_total 1');
    // Hints alone, of nothing that was stored: enough to fill the buffers of both systems and then ours.
    const hint = {
      at: 1,
      type: 'message',
      from: 'agent',
      name: 'Mia',
      text: 'x'.repeat(60_000),
    } as const;
    for (let i = 0; !(await closed()); i++) {
      expect(i).toBeLessThan(2_000);
      world.parts.hub.publish({
        conversation: conversation.id,
        site: 'airline',
        row,
        events: [{ ...hint, seq: i + 2 }],
        before: { customer: i + 1, agent: i + 1 },
      });
    }
    await world.parts.record.append({
      conversation: conversation.id,
      at: Date.now(),
      events: [{ type: 'message', from: 'agent', name: 'Mia', text: 'Still here?' }],
    });
    eve.socket.destroy();
    const back = await customer(world, { token });
    await back.hears(/Still here/);
    expect(back.conversation).toBe(conversation.id);
    expect(world.faults).toEqual([]);
  });
});

/** A page that connects, is welcomed, and then reads no more. */
async function stallingReader(url: string): Promise<{ socket: Socket; welcome: Welcome }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let read = '';
  socket.on('data', (bytes: Buffer) => {
    read += bytes.toString('latin1');
  });
  socket.on('error', () => socket.destroy());
  const lines = [
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
    `Host: ${hostname}:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  await expect.poll(() => read).toContain('"sid"');
  socket.write(frame(`40/customer,${JSON.stringify({ protocol: 1, site: 'airline' })}`));
  const said = /42\/customer,(\["welcome",.*?\}\])/;
  await expect.poll(() => said.test(read)).toBe(true);
  await expect.poll(() => read).toContain('["events"');
  socket.pause();
  return { socket, welcome: (JSON.parse(said.exec(read)![1]!) as [string, Welcome])[1] };
}

/** A masked text frame of RFC 6455, with a mask of zeros. */
function frame(text: string): Buffer {
  const body = Buffer.from(text);
  if (body.length < 126) return Buffer.concat([Buffer.from([0x81, 0x80 | body.length, 0, 0, 0, 0]), body]);
  return Buffer.concat([Buffer.from([0x81, 0xfe, body.length >> 8, body.length & 255, 0, 0, 0, 0]), body]);
}
