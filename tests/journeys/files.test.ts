// A customer attaches files, through the real server: what is taken, who may read it, what is said, and what is left.
import { randomUUID } from 'node:crypto';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { standardLimits } from '../../server/intake/limit-table.ts';
import { exportLines } from '../../server/record/export.ts';
import { agent } from '../helpers/agent.ts';
import { customer } from '../helpers/customer.ts';
import { jpegOf, pdf, png } from '../helpers/sample-files.ts';
import { createWorld, type World } from '../helpers/world.ts';

type Customer = Awaited<ReturnType<typeof customer>>;

async function ask(ada: Customer, name: string, size: number, id: string = randomUUID()) {
  return ada.socket.emitWithAck('attach', { id, name, size });
}

async function put(world: World, path: string, bytes: Uint8Array) {
  const response = await fetch(world.url + path, { method: 'PUT', body: new Uint8Array(bytes) });
  return { status: response.status, body: await response.json() };
}

async function attach(world: World, ada: Customer, name: string, bytes: Uint8Array, id?: string) {
  const asked = await ask(ada, name, bytes.length, id);
  if (!asked.ok) throw new Error(asked.error.code);
  return put(world, asked.upload, bytes);
}

/** The files on her screen, once what came over another line than her socket's is there. */
async function shownFiles(ada: Customer, seq: number) {
  await ada.until('the file', () => ada.view.seq >= seq);
  return ada.view.entries.filter((entry) => 'file' in entry);
}

/** Begins to send there and stops after a byte; resolves when the server is at it. */
async function hang(world: World, path: string): Promise<{ answer: Promise<number | undefined> }> {
  const headers = { 'content-length': 1000, expect: '100-continue' };
  const sending: ClientRequest = request(world.url + path, { method: 'PUT', headers });
  onTestFinished(() => void sending.destroy());
  const answer = new Promise<number | undefined>((resolve) => {
    sending.on('response', (response: IncomingMessage) => resolve(response.resume().statusCode));
    sending.on('error', () => resolve(undefined));
  });
  await new Promise((resolve) => sending.once('continue', resolve).flushHeaders());
  await new Promise((resolve) => sending.write('x', resolve));
  return { answer };
}

describe('an attached file', () => {
  it('N1 is kept and shown, and the assistant says that it cannot look into it', async () => {
    const world = await createWorld();
    const ada = await customer(world, { as: 'cust-one' });
    const sent = await attach(world, ada, '../ticket.exe', png);
    expect(sent).toMatchObject({ status: 200, body: { ok: true } });
    expect(await ada.hears(/can’t look into files/, sent.body.seq)).toMatchObject({ notice: 'file-kept' });
    const entry = ada.view.entries.find((one) => one.seq === sent.body.seq);
    expect(entry).toMatchObject({
      from: 'customer',
      text: 'ticket.png',
      file: { type: 'image/png', size: png.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    const link = await ada.socket.emitWithAck('file', { conversation: ada.conversation, seq: sent.body.seq });
    const read = await fetch(world.url + link.url);
    expect(Buffer.compare(Buffer.from(await read.arrayBuffer()), png)).toBe(0);
    expect(Object.fromEntries(read.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
      'content-disposition': expect.stringMatching(/^inline; filename="ticket\.png"/),
      'cache-control': 'private, no-store',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(world.faults).toEqual([]);
  });

  it('R1 is stored once, however often it is sent', async () => {
    const world = await createWorld();
    const ada = await customer(world);
    const id = randomUUID();
    const first = await attach(world, ada, 'a.pdf', pdf, id);
    const again = await attach(world, ada, 'a.pdf', pdf, id);
    expect(again).toEqual(first);
    expect(await attach(world, ada, 'a.pdf', png, id)).toMatchObject({
      status: 409,
      body: { error: { code: 'conflict' } },
    });
    expect(await shownFiles(ada, first.body.seq)).toHaveLength(1);
  });

  it('R1 goes again at once while its former sending hangs, which is ended', async () => {
    const world = await createWorld();
    const ada = await customer(world);
    const { upload } = await ask(ada, 'a.png', png.length);
    const former = await hang(world, upload);
    const sent = await put(world, upload, png);
    expect(sent).toMatchObject({ status: 200 });
    expect(await former.answer).toBe(503);
    expect(await shownFiles(ada, sent.body.seq)).toHaveLength(1);
    expect(world.faults).toEqual([]);
  });

  it('is kept out by no number of others that hang, of one ticket or of many', async () => {
    const world = await createWorld();
    const eve = await customer(world);
    const { upload } = await ask(eve, 'x.png', 1000);
    for (let n = 0; n < 20; n += 1) await hang(world, upload);
    for (let n = 0; n < 20; n += 1) await hang(world, (await ask(eve, 'x.png', 1000)).upload);
    const ada = await customer(world);
    expect(await attach(world, ada, 'a.png', png)).toMatchObject({ status: 200 });
    expect(await attach(world, eve, 'a.png', png)).toMatchObject({ status: 200 });
    expect(world.faults).toEqual([]);
  });

  it('P3 is read by its customer and the agents of its site, and by nobody else', async () => {
    const world = await createWorld();
    const ada = await customer(world, { as: 'cust-one' });
    const { seq } = (await attach(world, ada, 'a.pdf', pdf)).body;
    const { conversation } = ada;
    const eve = await customer(world);
    const mia = await agent(world, { name: 'Mia' });
    const sol = await agent(world, { name: 'Sol', sites: ['shop'] });
    const asked = (socket: { emitWithAck(event: string, payload: object): Promise<{ url?: string }> }) =>
      socket.emitWithAck('file', { conversation, seq });
    const missing = { ok: false, error: { code: 'not_found' } };
    expect(await asked(eve.socket)).toMatchObject(missing);
    expect(await asked(sol.socket)).toMatchObject(missing);
    expect(await mia.socket.emitWithAck('file', { conversation, seq: 1 })).toMatchObject(missing);
    const { url } = await asked(mia.socket);
    const read = await fetch(world.url + url);
    expect(read.headers.get('content-disposition')).toMatch(/^attachment; /);
    const [ticket] = url!.split('/').slice(-1);
    const [head, , signature] = ticket!.split('.');
    const forged = Buffer.from(JSON.stringify({ file: 'x', type: 'text/html', name: 'x', aud: 'file read' }));
    for (const path of ['none', `${head}.${forged.toString('base64url')}.${signature}`, `${ticket}x`]) {
      expect((await fetch(`${world.url}/api/files/${path}`)).status).toBe(404);
      expect((await put(world, `/api/files/${path}`, png)).status).toBe(404);
    }
    // What lets one read lets nobody send.
    expect((await put(world, url!, png)).status).toBe(404);
  });

  it('P2 goes with its conversation when that is erased, and the log never held its bytes', async () => {
    const world = await createWorld();
    const ada = await customer(world);
    const { seq } = (await attach(world, ada, 'a.pdf', pdf)).body;
    const { url } = await ada.socket.emitWithAck('file', { conversation: ada.conversation, seq });
    let lines = '';
    for await (const line of exportLines(world.parts.store, { conversation: ada.conversation }))
      lines += line;
    expect(lines).toMatch(/"text":"a.pdf"/);
    expect(lines).toMatch(/"sha256":"[0-9a-f]{64}"/);
    expect(lines).not.toMatch(/%PDF|Catalog/);
    await world.parts.store.erase(ada.conversation, 'customer', 'on request', world.clock.now());
    expect((await fetch(world.url + url)).status).toBe(404);
  });

  it('H6 is in the brief of the person who takes over, for whom it is kept', async () => {
    const world = await createWorld();
    const ada = await customer(world, { as: 'cust-one' });
    await attach(world, ada, 'seat.png', png);
    await ada.human();
    await ada.until('to wait', () => ada.view.status === 'waiting');
    await ada.until('the brief', () => ada.view.brief.some(({ text }) => text.includes('“seat.png”')));
    const { seq } = (await attach(world, ada, 'broken.jpg', jpegOf([]))).body;
    expect(await ada.hears(/for the person who will take over/, seq)).toMatchObject({
      notice: 'file-for-person',
    });
    const mia = await agent(world, { name: 'Mia' });
    await mia.waiting(ada.conversation);
    await mia.claim(ada.conversation);
    await mia.until('the file in the log', () =>
      mia.log(ada.conversation).some((event) => event.type === 'message' && event.file !== undefined),
    );
    expect(world.faults).toEqual([]);
  });
});

describe('what is not taken', () => {
  it('too much, too many, too often, and what a browser would run', async () => {
    const world = await createWorld({ limits: { ...standardLimits, file: 24 } });
    const ada = await customer(world);
    expect(await ask(ada, 'big.png', 10 * 1024 * 1024 + 1)).toMatchObject({ error: { code: 'too_large' } });
    const small = await ask(ada, 'small.png', 100);
    expect(await put(world, small.upload, new Uint8Array(10 * 1024 * 1024 + 1))).toMatchObject({
      status: 413,
      body: { error: { code: 'too_large' } },
    });
    // Of unknown length: counted as it comes.
    const parts = new Blob([new Uint8Array(10 * 1024 * 1024 + 1)]).stream();
    const streamed = { method: 'PUT', body: parts, duplex: 'half' } as const;
    expect((await fetch(world.url + small.upload, streamed)).status).toBe(413);
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
    expect(await attach(world, ada, 'x.png', svg)).toMatchObject({
      status: 415,
      body: { error: { code: 'unsupported' } },
    });
    for (let n = 0; n < 20; n += 1) await attach(world, ada, `${n}.png`, png);
    expect(await ask(ada, 'one more.png', 100)).toMatchObject({ error: { code: 'denied' } });
    const bea = await customer(world);
    for (let n = 0; n < 24; n += 1) await ask(bea, 'x.png', 100);
    expect(await ask(bea, 'x.png', 100)).toMatchObject({ error: { code: 'rate' } });
    expect(world.faults).toEqual([]);
  });
});
