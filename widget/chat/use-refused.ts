// What was written beside the messages and not taken: it stands where it was written, to be sent again or mended.
import type { CustomerPayload } from '../../shared/protocol.ts';
import { useLaterChat } from './chat-context.ts';
import type { Parcel, Sendable } from './outbox-model.ts';

/** The first of this kind that waits for the customer and fits. */
export function useRefused<N extends Sendable>(
  event: N,
  fits: (payload: CustomerPayload<N>) => boolean,
): Parcel<N> | undefined {
  const { chat } = useLaterChat();
  const found = chat.outbox.parcels.value.find(
    (one) => one.event === event && one.state === 'failed' && fits(one.payload as CustomerPayload<N>),
  );
  return found as Parcel<N> | undefined;
}
