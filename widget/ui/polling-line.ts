// For networks in which WebSockets do not pass: Socket.IO's own client, which begins with polling and moves up to a
// WebSocket where it can. A chunk of its own, fetched when a WebSocket has failed.
import { io } from 'socket.io-client';
import { connectTimeoutMs, type OpenLine } from './line.ts';

export const pollingLine: OpenLine = ({ origin, namespace, auth }, listener) => {
  const socket = io(origin + namespace, {
    forceNew: true,
    reconnection: false,
    timeout: connectTimeoutMs,
    auth,
  });
  socket.on('connect', () => listener.joined());
  socket.onAny((name, payload) => listener.event(name, payload));
  socket.on('disconnect', () => listener.ended(false));
  socket.on('connect_error', (error) => {
    // Still active: the transport failed. Otherwise the server said no.
    if (socket.active) listener.ended(error.message === 'timeout');
    else listener.refused((error as { data?: unknown }).data);
  });
  return {
    send: (event, payload, answer) => socket.emit(event, payload, answer),
    close() {
      socket.off();
      socket.offAny();
      socket.disconnect();
    },
  };
};
