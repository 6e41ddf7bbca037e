// An agent sends files to the customer, through the real server: by the same way in as the customer's own, with the
// same looking at, and only while the conversation is theirs.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { standardLimits } from '../../server/intake/limit-table.ts';
import { agent } from '../helpers/agent.ts';
import { customer } from '../helpers/customer.ts';
import { startMailServer } from '../helpers/mail-server.ts';
import { jpegOf, pdf, png } from '../helpers/sample-files.ts';
import { createWorld, type World, type WorldOptions } from '../helpers/world.ts';

type Agent = Awaited<ReturnType<typeof agent>>;

async function ask(mia: Agent, conversation: string, name: string, size: number, id: string = randomUUID()) {
  return mia.send<{ upload: string }>('attach', { conversation, id, name, size });
}

async function put(world: World, path: string, bytes: Uint8Array) {
  const response = await fetch(world.url + path, { method: 'PUT', body: new Uint8Array(bytes) });
  return { status: response.status, body: await response.json() };
}

async function send(world: World, mia: Agent, to: string, name: string, bytes: Uint8Array, id?: string) {
  const asked = await ask(mia, to, name, bytes.length, id);
  if (!asked.ok) throw new Error(asked.error.code);
  return put(world, asked.upload, bytes);
}

/** Ada's conversation, which is Mia's. */
async function claimed(options: WorldOptions = {}) {
  const world = await createWorld(options);
  const ada = await customer(world);
  const mia = await agent(world, { name: 'Mia' });
  await ada.human();
  await mia.waiting(ada.conversation);
  await mia.claim(ada.conversation);
  await ada.until('the claim', () => ada.view.status === 'claimed');
  return { world, ada, mia, conversation: ada.conversation };
}

describe('a file of an agent’s', () => {
  it('P1 is the agent’s message, looked at as a customer’s is, and read by whom the conversation is', async () => {
    const { world, ada, mia, conversation } = await claimed();
    const place = 'GPSLatitude 52.52';
    const told = await send(world, mia, conversation, '../seat.exe', jpegOf([[0xfe, place]]));
    expect(told).toMatchObject({ status: 200, body: { ok: true } });
    const { seq } = told.body;
    const entry = await ada.until('the file', () => ada.view.entries.find((one) => one.seq === seq));
    expect(entry).toMatchObject({
      from: 'agent',
      name: 'Mia',
      text: 'seat.jpg',
      file: { type: 'image/jpeg' },
    });
    const { url } = await ada.socket.emitWithAck('file', { conversation, seq });
    const read = await fetch(world.url + url);
    expect(Buffer.from(await read.arrayBuffer()).includes(place)).toBe(false);
    expect(read.headers.get('content-security-policy')).toContain('sandbox');
    const eve = await customer(world);
    expect(await eve.socket.emitWithAck('file', { conversation, seq })).toMatchObject({
      error: { code: 'not_found' },
    });
    // It is no message of the customer's: nobody answers it, and it is not theirs in the brief.
    expect(ada.view.entries.some((one) => 'notice' in one && /^file/.test(String(one.notice)))).toBe(false);
    const copy = await ada.socket.emitWithAck('transcript', { conversation, format: 'text' });
    expect(copy.content).toMatch(/Mia \(person\): seat\.jpg\n +attached file/);
    expect(world.faults).toEqual([]);
  });

  it('R1 is stored once however often it is sent, and P2 goes when its conversation is erased', async () => {
    const { world, ada, mia, conversation } = await claimed();
    const id = randomUUID();
    const first = await send(world, mia, conversation, 'a.pdf', pdf, id);
    expect(await send(world, mia, conversation, 'a.pdf', pdf, id)).toEqual(first);
    const events = await world.parts.store.read(conversation);
    expect(events.filter((event) => event.type === 'message' && event.file)).toHaveLength(1);
    const { url } = await ada.socket.emitWithAck('file', { conversation, seq: first.body.seq });
    expect((await fetch(world.url + url)).status).toBe(200);
    await world.parts.store.erase(conversation, 'customer', 'on request', world.clock.now());
    expect((await fetch(world.url + url)).status).toBe(404);
  });

  it('H8 is refused from whoever does not have the conversation, also when it was lost on the way', async () => {
    const { world, mia, conversation } = await claimed();
    const sol = await agent(world, { name: 'Sol', sites: ['shop'] });
    const tom = await agent(world, { name: 'Tom' });
    expect(await ask(sol, conversation, 'a.pdf', pdf.length)).toMatchObject({ error: { code: 'not_found' } });
    expect(await ask(tom, conversation, 'a.pdf', pdf.length)).toMatchObject({
      error: { code: 'taken', by: 'Mia' },
    });
    const asked = await ask(mia, conversation, 'a.pdf', pdf.length);
    if (!asked.ok) throw new Error(asked.error.code);
    await mia.giveBack(conversation);
    expect(await put(world, asked.upload, pdf)).toMatchObject({ body: { error: { code: 'gone' } } });
    expect(await ask(mia, conversation, 'a.pdf', pdf.length)).toMatchObject({ error: { code: 'gone' } });
    const events = await world.parts.store.read(conversation);
    expect(events.some((event) => event.type === 'message' && event.file)).toBe(false);
    expect(world.faults).toEqual([]);
  });

  it('is not taken when it is too large, of another kind, or one too many of the agents’ own', async () => {
    const { world, ada, mia, conversation } = await claimed({ limits: { ...standardLimits, file: 60 } });
    expect(await ask(mia, conversation, 'big.png', 10 * 1024 * 1024 + 1)).toMatchObject({
      error: { code: 'too_large' },
    });
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
    expect(await send(world, mia, conversation, 'x.png', svg)).toMatchObject({ status: 415 });
    const own = await ada.socket.emitWithAck('attach', { id: 'own', name: 'own.png', size: png.length });
    expect(await put(world, own.upload, png)).toMatchObject({ status: 200 });
    for (let n = 0; n < 20; n += 1) await send(world, mia, conversation, `${n}.png`, png);
    expect(await ask(mia, conversation, 'one more.png', 100)).toMatchObject({ error: { code: 'denied' } });
    // The customer's own places are not taken by it.
    expect(
      await ada.socket.emitWithAck('attach', { id: 'more', name: 'more.png', size: png.length }),
    ).toMatchObject({ ok: true });
    expect(world.faults).toEqual([]);
  });

  it('M1 is told of in the letter to who is away, and never sent along', async () => {
    const server = await startMailServer();
    const { world, ada, mia, conversation } = await claimed({ simulated: true, smtp: server.url });
    await mia.giveBack(conversation);
    await ada.human();
    // What Mia sees of the line may still be of the first time.
    await ada.until('to wait again', () => ada.view.status === 'waiting');
    await ada.send('wait', { id: 'w1', choice: 'mail', contact: 'ada@demo.test' });
    await mia.claim(conversation);
    ada.leave();
    await send(world, mia, conversation, 'refund {name}.pdf', pdf);
    await world.advance(3 * 60_000);
    const mail = await server.until('the mail', () => server.received[0]);
    expect(mail.text).toContain('A file waits for you in the conversation: refund {name}.pdf');
    expect(mail.raw).not.toMatch(/Content-Disposition|application\/pdf|%PDF/i);
    expect(world.faults).toEqual([]);
  });
});
