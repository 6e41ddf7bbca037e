// WebSocket as Socket.IO uses it. A constructor that throws at once (a blocked scheme, a hardened browser) would
// report that before anyone listens, and the connection would wait for ever; here it fails a moment later.
import { WebSocket as SocketIoWebSocket } from 'socket.io-client';

export class WebSocketTransport extends SocketIoWebSocket {
  override createSocket(
    ...[uri, protocols, options]: Parameters<SocketIoWebSocket['createSocket']>
  ): unknown {
    try {
      return super.createSocket(uri, protocols, options);
    } catch (error) {
      const stillborn: { onerror?(error: unknown): void; close(): void } = { close: () => undefined };
      setTimeout(() => stillborn.onerror?.(error));
      return stillborn;
    }
  }
}
