// Erasing: contents and salts go, numbers, times, types and digests stay, so that the chain still holds (R4, P2).
import { addEvents } from './add-events.ts';
import type { SqliteFile } from './sqlite-file.ts';
import type { Erased } from './store.ts';
import { storedConversation, updateConversation } from './stored-conversation.ts';
import { alertTimer, callTimers, longestCall } from './under-way.ts';

export function eraseConversation(
  file: SqliteFile,
  conversation: string,
  by: string,
  why: string,
  at: number,
  before = Number.POSITIVE_INFINITY,
): Erased {
  const stored = storedConversation(file, conversation);
  if (!stored || stored.updatedAt >= before) return false;
  const call = file
    .statement(
      'SELECT 1 FROM timers WHERE conversation = ? AND due > ? AND name IN (SELECT value FROM json_each(?)) LIMIT 1',
    )
    .get(conversation, at - longestCall, JSON.stringify(callTimers));
  if (call) return 'under-way';
  const { changes } = file
    .statement(
      `UPDATE events SET content = NULL, salt = NULL
       WHERE conversation = ? AND content IS NOT NULL AND type <> 'erased'`,
    )
    .run(conversation);
  if (changes === 0) return false;
  file.statement('DELETE FROM client_ids WHERE conversation = ?').run(conversation);
  file.statement('DELETE FROM timers WHERE conversation = ? AND name <> ?').run(conversation, alertTimer);
  file.statement('DELETE FROM seen WHERE conversation = ?').run(conversation);
  file.statement('DELETE FROM files WHERE conversation = ?').run(conversation);
  file.statement('DELETE FROM facts WHERE site = ? AND customer = ?').run(stored.site, stored.customer);
  const { seq, head } = addEvents(file, stored, at, [{ type: 'erased', by, why }]);
  updateConversation(file, stored, {
    ...stored,
    seq,
    head,
    visitor: '',
    customer: null,
    status: 'resolved',
    fence: stored.fence + 1,
    updatedAt: Math.max(stored.updatedAt, at),
    queuedAt: null,
    claimedAt: null,
    agent: null,
  });
  return true;
}
