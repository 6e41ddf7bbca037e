// What an agent attached becomes their reply: as whoever they are now, since the way to send it lives for minutes.
import { failure } from '../../shared/errors.ts';
import type { Desk } from '../handoff/desk.ts';
import type { Store } from '../store/store.ts';
import type { FilePorts } from './files.ts';

export function replyWithFile(store: Pick<Store, 'agent'>, desk: Pick<Desk, 'reply'>): FilePorts['reply'] {
  return async (id, conversation, clientId, name, file, bytes) => {
    const agent = await store.agent(id);
    if (!agent) return failure('not_found');
    const said = await desk.reply(agent, conversation, clientId, name, { file, bytes });
    return said.ok ? { ok: true, seq: said.seq } : said;
  };
}
