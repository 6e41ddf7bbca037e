// Socket.IO over a WebSocket, as far as the pages use it: one namespace, events, acknowledgements, text alone. The whole
// library weighs ten times as much. Protocols: Engine.IO 4 and Socket.IO 5, as socket.io documents them.
import { connectTimeoutMs, type LineListener, type OpenLine } from './line.ts';

/** The first digit is Engine.IO's packet, the second, after a message, Socket.IO's. */
const opened = '0';
const ping = '2';
const pong = '3';
const message = '4';
const join = '40';
const leave = '41';
const event = '42';
const ack = '43';
const refusal = '44';

/** `43/customer,17[{"ok":true}]`: kind, namespace, number, JSON. */
const packet = /^(4\d)[^,]*,(\d*)(.*)$/s;

/** Lines over the given class, which is looked up when one is opened; Node 20 has none of its own. */
export function webSocketLine(classOf: () => typeof WebSocket = () => WebSocket): OpenLine {
  return ({ origin, namespace, auth, clock }, listener) => {
    const answers = new Map<string, (ack: unknown) => void>();
    let sent = 0;
    let over = false;
    let callOff = clock.after(connectTimeoutMs, () => end('ended', true));
    let silence: number | undefined;
    let socket: WebSocket | undefined;
    try {
      socket = new (classOf())(`${origin.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`);
      socket.onmessage = ({ data }) => hear(data);
      socket.onclose = () => end('ended', false);
    } catch {
      // A blocked scheme or a hardened browser; whoever opens it listens only from now on.
      callOff();
      callOff = clock.after(0, () => end('ended', false));
    }

    return {
      send(name, payload, answer) {
        answers.set(`${++sent}`, answer);
        post(`${event}${namespace},${sent}${JSON.stringify([name, payload])}`);
      },
      close() {
        over = true;
        callOff();
        post(`${leave}${namespace},`);
        socket?.close();
      },
    };

    function hear(data: string): void {
      if (over) return;
      if (data[0] === opened) {
        const { pingInterval, pingTimeout } = JSON.parse(data.slice(1));
        silence = pingInterval + pingTimeout;
        post(`${join}${namespace},${JSON.stringify(auth)}`);
      }
      // Both ends of a line that was cut far away only know by the other's silence.
      if (silence !== undefined) {
        callOff();
        callOff = clock.after(silence, () => end('ended', true));
      }
      if (data === ping) post(pong);
      else if (data[0] === message) take(data);
    }

    function take(data: string): void {
      const [, kind, number, json] = packet.exec(data) ?? [];
      const content = json ? JSON.parse(json) : undefined;
      if (kind === join) listener.joined();
      else if (kind === event) listener.event(content[0], content[1]);
      else if (kind === ack) {
        answers.get(number!)?.(content[0]);
        answers.delete(number!);
      } else if (kind === refusal) end('refused', content.data);
      else if (kind === leave) end('ended', false);
    }

    function end<K extends 'refused' | 'ended'>(how: K, why: Parameters<LineListener[K]>[0]): void {
      if (over) return;
      over = true;
      callOff();
      socket?.close();
      (listener[how] as (why: unknown) => void)(why);
    }

    function post(data: string): void {
      if (socket?.readyState === socket?.OPEN) socket?.send(data);
    }
  };
}
