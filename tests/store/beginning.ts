// Beginnings that the store's tests share.

import type { NewConversation, Store } from '../../server/store/store.ts';
import type { EventBody } from '../../shared/events.ts';

const site = 'airline';

export function opened(visitor: string): EventBody {
  return { type: 'opened', visitor, channel: 'web', locale: 'en', site };
}

export function said(text: string, clientId?: string): EventBody {
  return { type: 'message', from: 'customer', text, ...(clientId ? { clientId } : {}) };
}

export function beginning(id: string, more: Partial<NewConversation> = {}): NewConversation {
  const visitor = more.visitor ?? `visitor-${id}`;
  return { id, site, channel: 'web', visitor, customer: null, at: 1000, events: [opened(visitor)], ...more };
}

/** A conversation that waits in line since `queuedAt`. */
export async function waiting(store: Store, id: string, queuedAt: number, priority = 0): Promise<void> {
  await store.begin(beginning(id));
  const row = { status: 'waiting' as const, queuedAt, priority };
  await store.append({ conversation: id, at: queuedAt, events: [], row });
}
