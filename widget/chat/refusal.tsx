// Why something that was sent was not done, in one plain sentence; the connection's own troubles are status-line.tsx's.
import type { VNode } from 'preact';
import type { ErrorCode, Failure } from '../../shared/errors.ts';
import type { TextKey } from '../ui/words.ts';
import { useLaterChat } from './chat-context.ts';
import type { Outbox } from './outbox-model.ts';

type ErrorKey = Extract<TextKey, `error${string}`>;

const errorKeys: Partial<Record<ErrorCode, ErrorKey>> = {
  too_long: 'errorTooLong',
  rate: 'errorTooFast',
  busy: 'errorBusy',
  gone: 'errorGone',
  not_found: 'errorGone',
  denied: 'errorDenied',
  unavailable: 'errorBusy',
};
/** Sentences that promise another attempt. */
const hopeful: ReadonlySet<ErrorKey> = new Set(['errorTooFast', 'errorBusy']);

export function Refusal({ error }: { error: Failure }): VNode {
  const { chat, words } = useLaterChat();
  return <>{words.t(refusalKey(error, chat.outbox))}</>;
}

/** The sentence for a refusal, as the outbox stands. */
export function refusalKey({ code }: Failure, { parcels }: Pick<Outbox, 'parcels'>): ErrorKey {
  const key = errorKeys[code] ?? 'errorFailed';
  const isUnderWay = parcels.value.some(({ state }) => state === 'sending');
  return hopeful.has(key) && !isUnderWay ? 'errorFailed' : key;
}
