// Polling, for networks in which WebSockets do not pass; socket-connection.ts fetches it when one has failed.
export { XHR as PollingTransport } from 'socket.io-client';
