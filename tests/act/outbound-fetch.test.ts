// A1: where a request may go, over real connections: names are looked at once they are resolved, redirects end there.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOutboundFetch, type Resolve } from '../../server/act/outbound-fetch.ts';
import { isListed, isPrivateAddress, isRange } from '../../shared/private-address.ts';

let server: Server;
let port: number;
let requests = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    requests += 1;
    if (request.url === '/away') return void response.writeHead(302, { location: '/there' }).end();
    response.end(JSON.stringify({ method: request.method, host: request.headers.host }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Every name leads to these addresses. */
const to =
  (...addresses: string[]): Resolve =>
  (_, answer) =>
    answer(
      null,
      addresses.map((address) => ({ address, family: 4 })),
    );

describe('a request that leaves', () => {
  it('A1 reaches a private network only where the site lists it', async () => {
    const fetch = createOutboundFetch();
    await expect(fetch(`http://127.0.0.1:${port}/`, {})).rejects.toMatchObject({ code: 'PRIVATE_ADDRESS' });
    const listed = await fetch(`http://127.0.0.1:${port}/`, {
      privateHosts: ['127.0.0.0/8'],
      method: 'POST',
    });
    expect(await listed.json()).toMatchObject({ method: 'POST' });
  });

  it('A1 is looked at after its name was resolved, every address of it', async () => {
    const before = requests;
    for (const addresses of [['127.0.0.1'], ['93.184.216.34', '127.0.0.1']]) {
      const fetch = createOutboundFetch(to(...addresses));
      const sent = fetch(`http://shop.example:${port}/`, { privateHosts: [] });
      await expect(sent).rejects.toMatchObject({ code: 'PRIVATE_ADDRESS' });
    }
    expect(requests).toBe(before);
    const named = createOutboundFetch(to('127.0.0.1'));
    const answer = await named(`http://shop.example:${port}/`, { privateHosts: ['shop.example'] });
    expect(await answer.json()).toMatchObject({ host: `shop.example:${port}` });
  });

  it('A1 keeps a connection that one site may have from another that may not', async () => {
    const fetch = createOutboundFetch(to('127.0.0.1'));
    await (await fetch(`http://one.example:${port}/`, { privateHosts: ['one.example'] })).text();
    await expect(fetch(`http://one.example:${port}/`, {})).rejects.toMatchObject({ code: 'PRIVATE_ADDRESS' });
  });

  it('A1 follows no redirect', async () => {
    const before = requests;
    const answer = await createOutboundFetch()(`http://127.0.0.1:${port}/away`, {
      privateHosts: ['127.0.0.1'],
    });
    expect(answer.status).toBe(302);
    expect(requests).toBe(before + 1);
  });
});

describe('private addresses', () => {
  it.each([
    ['10.1.2.3', true],
    ['172.31.255.255', true],
    ['172.32.0.1', false],
    ['169.254.169.254', true],
    ['100.64.0.1', true],
    ['8.8.8.8', false],
    ['::1', true],
    ['[::1]', true],
    ['::ffff:10.0.0.1', true],
    ['::ffff:8.8.8.8', false],
    ['::ffff:a00:1', true],
    ['fe80::1%eth0', true],
    ['fd12:3456::1', true],
    ['2606:4700::1111', false],
    ['64:ff9b::a00:1', true],
    ['example.com', false],
  ])('A1 tells %s: %s', (address, is) => {
    expect(isPrivateAddress(address)).toBe(is);
  });

  it('A1 lists by name, by address and by range', () => {
    expect(isListed(['Api.Internal'], 'api.internal', '10.0.0.1')).toBe(true);
    expect(isListed(['10.0.0.0/8'], 'x', '10.9.9.9')).toBe(true);
    expect(isListed(['10.0.0.0/8'], 'x', '11.0.0.1')).toBe(false);
    expect(isListed(['fd00::/8'], 'x', 'fd00::5')).toBe(true);
    expect([isRange('10.0.0.0/8'), isRange('10.0.0.0/33'), isRange('ten/8')]).toEqual([true, false, false]);
  });
});
