// What each event of an agent does: the desk decides and writes, here it is only asked and answered.
import { type Ack, failure } from '../../shared/errors.ts';
import type { SentEvent } from '../../shared/events.ts';
import { agentSchemas } from '../../shared/protocol-schema.ts';
import type { Desk } from '../handoff/desk.ts';
import type { DeskResult, SaidResult } from '../handoff/desk-ports.ts';
import type { Recorder } from '../record/recorder.ts';
import type { AgentSocket } from './agent-sockets.ts';
import { type Handlers, handler } from './dispatch.ts';
import type { Files } from './files.ts';
import { type RolloutPorts, rolloutHandlers } from './rollout-handlers.ts';
import { roomOf } from './rooms.ts';
import type { SendSeen } from './send-seen.ts';

export interface AgentHandlerPorts {
  desk: Desk;
  /** People of these sites came on duty, or went. */
  dutyChanged(sites: string[]): void;
  record: Pick<Recorder, 'load' | 'read'>;
  files: Pick<Files, 'attach' | 'link'>;
  /** From here on what is stored is delivered to those who have joined. */
  follow(conversation: string, seq: number): void;
  /** Turns that follow from what an agent did. */
  turns: { returned(conversation: string): void; approved(conversation: string, proposal: string): void };
  rollout: RolloutPorts;
  /** Tells the customer that the agent is typing. */
  typing(conversation: string): void;
  seen: Pick<SendSeen, 'fromAgent' | 'welcomed'>;
}

export function agentHandlers(
  socket: AgentSocket,
  { desk, dutyChanged, record, files, follow, turns, typing, seen, rollout }: AgentHandlerPorts,
): Handlers {
  const { agent } = socket.data;
  const limit = 'agent';

  const eventsAfter = async (conversation: string, after: number): Promise<SentEvent[] | undefined> => {
    const loaded = await record.load(conversation);
    if (!loaded || !agent.sites.includes(loaded.row.site)) return undefined;
    return record.read(conversation, 'agent', after);
  };
  /** Joins before it reads, so that nothing falls between. */
  const watch = async (conversation: string): Promise<Ack<{ events: SentEvent[] }>> => {
    const room = roomOf.conversation(conversation);
    const loaded = await record.load(conversation);
    if (!loaded || !agent.sites.includes(loaded.row.site)) return failure('not_found');
    // Who has gone meanwhile joins nothing any more, and leaves nothing by which it would be forgotten.
    if (!socket.connected) return failure('gone');
    follow(conversation, loaded.row.seq);
    await socket.join(room);
    await seen.welcomed(socket, conversation, 'customer');
    return { ok: true, events: await record.read(conversation, 'agent', 0) };
  };
  const answer = (result: DeskResult | SaidResult): Ack<{ seq: number }> => {
    if (!result.ok) return result;
    return { ok: true, seq: 'seq' in result ? result.seq : (result.events.at(-1)?.seq ?? result.row.seq) };
  };
  const watched = async (conversation: string, result: DeskResult) =>
    result.ok ? watch(conversation) : result;

  return {
    ...rolloutHandlers(agent, rollout),
    available: handler({
      schema: agentSchemas.available,
      limit,
      run: async ({ on, capacity }) => {
        await desk.setAvailable(agent.id, on, capacity);
        dutyChanged(agent.sites);
        return { ok: true };
      },
    }),
    list: handler({
      schema: agentSchemas.list,
      limit,
      run: async () => {
        const [queue, presence] = await Promise.all([desk.queue(agent.sites), desk.presence(agent.sites)]);
        return { ok: true, queue, presence };
      },
    }),
    watch: handler({ schema: agentSchemas.watch, limit, run: ({ conversation }) => watch(conversation) }),
    unwatch: handler({
      schema: agentSchemas.unwatch,
      limit,
      run: async ({ conversation }) => {
        await socket.leave(roomOf.conversation(conversation));
        return { ok: true };
      },
    }),
    claim: handler({
      schema: agentSchemas.claim,
      limit,
      run: async ({ conversation }) => watched(conversation, await desk.claim(agent, conversation)),
    }),
    takeover: handler({
      schema: agentSchemas.takeover,
      limit,
      run: async ({ conversation }) => watched(conversation, await desk.takeover(agent, conversation)),
    }),
    attach: handler({
      schema: agentSchemas.attach,
      limit,
      run: async ({ conversation, ...file }) => {
        const may = await desk.mayReply(agent, conversation);
        if (!may.ok) return may;
        return files.attach({ site: { id: may.row.site }, agent: agent.id, conversation }, file);
      },
    }),
    file: handler({
      schema: agentSchemas.file,
      limit,
      run: async ({ conversation, seq }) => {
        const loaded = await record.load(conversation);
        if (!loaded || !agent.sites.includes(loaded.row.site)) return failure('not_found');
        return files.link(loaded, seq);
      },
    }),
    release: handler({
      schema: agentSchemas.release,
      limit,
      run: async ({ conversation }) => answer(await desk.release(agent, conversation)),
    }),
    return: handler({
      schema: agentSchemas.return,
      limit,
      run: async ({ conversation, seen: looked }) => {
        const result = await desk.giveBack(agent, conversation, looked);
        if (result.ok) turns.returned(conversation);
        return answer(result);
      },
    }),
    reply: handler({
      schema: agentSchemas.reply,
      limit,
      run: async ({ conversation, id, text }) => answer(await desk.reply(agent, conversation, id, text)),
    }),
    note: handler({
      schema: agentSchemas.note,
      limit,
      run: async ({ conversation, id, text, whisper }) =>
        answer(await desk.note(agent, conversation, id, text, whisper)),
    }),
    transfer: handler({
      schema: agentSchemas.transfer,
      limit,
      run: async ({ conversation, to }) => answer(await desk.transfer(agent, conversation, to)),
    }),
    assign: handler({
      schema: agentSchemas.assign,
      limit,
      run: async ({ conversation, to }) => answer(await desk.assign(agent, conversation, to)),
    }),
    overview: handler({
      schema: agentSchemas.overview,
      limit,
      run: async () =>
        agent.supervisor
          ? { ok: true, overview: await desk.overview(agent.sites) }
          : failure('denied', { message: 'Only supervisors see the whole floor.' }),
    }),
    search: handler({
      schema: agentSchemas.search,
      limit,
      run: async ({ text }) => ({ ok: true, found: await desk.search(agent.sites, text) }),
    }),
    suggest: handler({
      schema: agentSchemas.suggest,
      limit,
      run: async ({ conversation }) => {
        const articles = await desk.suggest(agent, conversation);
        return articles ? { ok: true, articles } : failure('not_found');
      },
    }),
    judge: handler({
      schema: agentSchemas.judge,
      limit,
      run: async ({ conversation, article, useful }) =>
        answer(await desk.judge(agent, conversation, article, useful)),
    }),
    approve: handler({
      schema: agentSchemas.approve,
      limit,
      run: async ({ conversation, proposal, approve, reason, seen: looked, arguments: did }) => {
        const result = await desk.approve(agent, conversation, {
          proposal,
          approve,
          ...(reason ? { reason } : {}),
          ...(did ? { arguments: did } : {}),
          ...(looked === undefined ? {} : { seen: looked }),
        });
        if (result.ok) turns.approved(conversation, proposal);
        return answer(result);
      },
    }),
    resolve: handler({
      schema: agentSchemas.resolve,
      limit,
      run: async ({ conversation, outcome, correct, intent, comment, seen: looked }) =>
        answer(
          await desk.resolve(agent, conversation, {
            outcome,
            correct,
            ...(intent ? { intent } : {}),
            ...(comment?.trim() ? { comment: comment.trim() } : {}),
            ...(looked === undefined ? {} : { seen: looked }),
          }),
        ),
    }),
    typing: handler({
      schema: agentSchemas.typing,
      limit,
      run: async ({ conversation }) => {
        const loaded = await record.load(conversation);
        if (loaded?.row.agent?.id !== agent.id) return failure('not_found');
        typing(conversation);
        return { ok: true };
      },
    }),
    seen: handler({
      schema: agentSchemas.seen,
      limit,
      run: ({ conversation, seq }) => seen.fromAgent(agent.id, conversation, seq),
    }),
    sync: handler({
      schema: agentSchemas.sync,
      limit,
      run: async ({ conversation, after }) => {
        const events = await eventsAfter(conversation, after);
        return events ? { ok: true, events } : failure('not_found');
      },
    }),
  };
}
