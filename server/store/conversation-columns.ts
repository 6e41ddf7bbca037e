// A conversation's row as both databases have it, and as the rest of the house knows it.
import type { ConversationStatus } from '../../shared/conversation.ts';
import type { ConversationRow } from './store.ts';

export interface ConversationColumns {
  id: string;
  site: string;
  channel: string;
  visitor: string;
  customer: string | null;
  status: ConversationStatus;
  seq: number;
  fence: number;
  created_at: number;
  updated_at: number;
  queued_at: number | null;
  priority: number;
  claimed_at: number | null;
  agent_id: string | null;
  agent_name: string | null;
  head: Uint8Array;
}

/** The row with the hash of its chain's last link, which stays inside the store. */
export interface StoredConversation extends ConversationRow {
  head: Uint8Array;
}

export function conversationRow(columns: ConversationColumns): ConversationRow {
  const { agent_id: id, agent_name: name } = columns;
  return {
    id: columns.id,
    site: columns.site,
    channel: columns.channel,
    visitor: columns.visitor,
    customer: columns.customer,
    status: columns.status,
    seq: columns.seq,
    fence: columns.fence,
    createdAt: columns.created_at,
    updatedAt: columns.updated_at,
    queuedAt: columns.queued_at,
    priority: columns.priority,
    claimedAt: columns.claimed_at,
    agent: id === null ? null : { id, name: name ?? '' },
  };
}

export function storedRow(columns: ConversationColumns): StoredConversation {
  return { ...conversationRow(columns), head: columns.head };
}

export function withoutHead(stored: StoredConversation): ConversationRow {
  const { head: _, ...row } = stored;
  return row;
}
