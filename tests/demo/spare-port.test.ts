// The ports of servers that tests and demos kill and start again.
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { sparePort } from '../../demo/scale/spare-port.ts';

it('gives ports that are free, and that no outgoing connection is given while their server is away', async () => {
  for (let asked = 0; asked < 20; asked += 1) {
    const port = await sparePort();
    // From there on Linux takes them for itself; others begin higher.
    expect(port).toBeLessThan(32_768);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    await new Promise((resolve) => server.close(resolve));
  }
});
