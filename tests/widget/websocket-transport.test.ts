// A browser in which the constructor of WebSocket throws: whoever listens after the opening must still hear of it.
import { expect, it, onTestFinished, vi } from 'vitest';

it('a WebSocket that throws at once fails a moment later, when its failure is listened for', async () => {
  const blocked = class {
    constructor() {
      throw new Error('blocked');
    }
  };
  // Socket.IO keeps the constructor that it finds when it is loaded.
  vi.stubGlobal('WebSocket', blocked);
  onTestFinished(() => void vi.unstubAllGlobals());
  const { WebSocketTransport } = await import('../../widget/ui/websocket-transport.ts');
  const socket = { binaryType: 'arraybuffer' };
  const transport = new WebSocketTransport({
    hostname: 'shop.example',
    path: '/',
    query: {},
    socket,
  } as never);
  transport.open();
  const heard = new Promise<Error>((resolve) => {
    transport.once('error', resolve as never);
  });
  expect(await heard).toMatchObject({ message: 'websocket error', description: { message: 'blocked' } });
});
