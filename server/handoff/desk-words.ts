// What an agent says into a conversation: replies and private notes. Both come with the agent's own id, so
// that a retry after a broken connection is answered and not said twice.
import { failure } from '../../shared/errors.ts';
import type { BodyOf, EventBody } from '../../shared/events.ts';
import type { Appended } from '../store/store.ts';
import { belongs } from './assign.ts';
import { unlessHeldBy } from './conditional-write.ts';
import { person } from './desk-claim.ts';
import type { Acting, DeskDeps, DeskResult, SaidResult } from './desk-ports.ts';

const attempts = 5;

/** A file that was looked at already; the reply's text is its name. */
export interface Attached {
  file: NonNullable<BodyOf<'message'>['file']>;
  bytes: Uint8Array;
}

export function createDeskWords(deps: DeskDeps) {
  const said = (appended: Extract<Appended, { ok: true }>): SaidResult => ({
    ok: true,
    row: appended.row,
    seq: appended.seenAt ?? appended.events[0]!.seq,
  });

  return {
    /** Whether a reply of theirs would be taken now; nothing is written. */
    async mayReply(agent: Acting, id: string): Promise<DeskResult> {
      const seen = await deps.recorder.load(id);
      if (!seen || !belongs(agent, seen.row.site)) return failure('not_found');
      return unlessHeldBy(agent, seen) ?? { ok: true, row: seen.row, events: [] };
    },

    /** Only by whom it is claimed; the fence refuses a reply that was overtaken by a transfer or a return. */
    async reply(
      agent: Acting,
      id: string,
      clientId: string,
      text: string,
      attached?: Attached,
    ): Promise<SaidResult> {
      const event: EventBody = {
        type: 'message',
        from: 'agent',
        name: agent.name,
        text,
        clientId,
        ...(attached ? { file: attached.file } : {}),
      };
      for (let attempt = 0; attempt < attempts; attempt++) {
        const seen = await deps.recorder.load(id);
        if (!seen || !belongs(agent, seen.row.site)) return failure('not_found');
        const refused = unlessHeldBy(agent, seen);
        const appended = await deps.recorder.append({
          conversation: id,
          at: deps.now(),
          events: [event],
          client: { author: `agent:${agent.id}`, id: clientId },
          statuses: ['claimed'],
          setTimers: deps.mailTimers?.(seen) ?? [],
          ...(attached ? { file: { id: attached.file.id, bytes: attached.bytes } } : {}),
          // Not the holder any more: no fence fits, but a retry of what was stored before is still answered.
          fence: refused ? -1 : seen.row.fence,
        });
        if (appended.ok) return said(appended);
        if (appended.why === 'conflict' || appended.why === 'not_found') return failure(appended.why);
        if (refused && !refused.ok) return refused;
      }
      return failure('busy');
    },

    /**
     * By any agent of the site, in any status; customers never see it. A `whisper` is a supervisor's word to the
     * agent who has the conversation.
     */
    async note(
      agent: Acting,
      id: string,
      clientId: string,
      text: string,
      whisper = false,
    ): Promise<SaidResult> {
      const row = await deps.store.conversation(id);
      if (!row || !belongs(agent, row.site)) return failure('not_found');
      if (whisper && !agent.supervisor) return failure('denied');
      const unheard = whisper && (!row.agent || row.agent.id === agent.id);
      const appended = await deps.recorder.append({
        conversation: id,
        at: deps.now(),
        events: [{ type: 'noted', by: person(agent), ...(whisper ? { whisper } : {}), text, clientId }],
        client: { author: `agent:${agent.id}`, id: clientId },
        // Nobody is there to hear it; a retry of what was stored before is still answered.
        ...(unheard ? { fence: -1 } : {}),
      });
      if (appended.ok) return said(appended);
      if (unheard && appended.why === 'fenced') return failure('gone');
      return failure(appended.why === 'not_found' ? 'not_found' : 'conflict');
    },
  };
}
