// What is sent to the server as its pages send it: what a busy machine did not store in time goes again.
import type { Ack } from '../../shared/errors.ts';

const tries = 10;

/** `send` sends the same under the same id each time, so that it counts once. */
export async function untilStored<A extends Ack>(send: () => Promise<A>): Promise<A> {
  for (let tried = 1; ; tried += 1) {
    const ack = await send();
    if (ack.ok || tried === tries || !['unavailable', 'busy'].includes(ack.error.code)) return ack;
  }
}
