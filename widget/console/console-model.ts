// The whole desk: puts the small models together and carries what the server says to them. Views read from here
// and call it; they hold nothing themselves.
import { batch, computed, effect, type ReadonlySignal, untracked } from '@preact/signals';
import type { Failure } from '../../shared/errors.ts';
import type { AgentProfile } from '../../shared/frame-config.ts';
import { type AttentionModel, createAttentionModel } from './models/attention-model.ts';
import type { ConsolePorts } from './models/console-ports.ts';
import { createDeskActs, type DeskActs } from './models/desk-acts.ts';
import { createDraftsModel, type DraftsModel } from './models/drafts-model.ts';
import { createFindModel, type FindModel } from './models/find-model.ts';
import { createFloorModel, type FloorModel } from './models/floor-model.ts';
import { createLayoutModel, type LayoutModel } from './models/layout-model.ts';
import { createNoticesModel, type NoticesModel } from './models/notices-model.ts';
import { createOutboxModel, type OutboxModel } from './models/outbox-model.ts';
import { createPresenceModel, type PresenceModel } from './models/presence-model.ts';
import { createQueueModel, type QueueModel } from './models/queue-model.ts';
import { createReplyFilesFetched, type ReplyFilesFetched } from './models/reply-files-fetched.ts';
import { createResolveModel, type ResolveModel } from './models/resolve-model.ts';
import { createRolloutModel, type RolloutModel } from './models/rollout-model.ts';
import { createSeenModel } from './models/seen-model.ts';
import { createSessionModel, type SessionModel } from './models/session-model.ts';
import { createSuggestionsModel, type SuggestionsModel } from './models/suggestions-model.ts';
import { createThreadsModel, type ThreadsModel } from './models/threads-model.ts';
import { ticking } from './models/ticking.ts';
import { createTypingModel, type TypingModel } from './models/typing-model.ts';
import type { ConsoleWords } from './words/console-words.ts';

export interface ConsoleModel {
  ports: ConsolePorts;
  words: ConsoleWords;
  session: SessionModel;
  profile: ReadonlySignal<AgentProfile | undefined>;
  queue: QueueModel;
  presence: PresenceModel;
  threads: ThreadsModel;
  acts: DeskActs;
  drafts: DraftsModel;
  outbox: OutboxModel;
  files: ReplyFilesFetched;
  typing: TypingModel;
  resolving: ResolveModel;
  notices: NoticesModel;
  attention: AttentionModel;
  layout: LayoutModel;
  find: FindModel;
  suggestions: SuggestionsModel;
  floor: FloorModel;
  rollout: RolloutModel;
  /** Epoch ms, moves every second. */
  now: ReadonlySignal<number>;
  /** Asks who is signed in and goes on from there; answers with a call that stops everything. */
  start(): () => void;
}

/** ms after which a server that could not say how things stand is asked again. */
const againMs = 3_000;

export function createConsoleModel(ports: ConsolePorts, words: ConsoleWords): ConsoleModel {
  const { connection, kept, clock, summons } = ports;
  const session = createSessionModel(ports);
  const profile = computed(() => {
    const state = session.state.value;
    return state.at === 'in' || state.at === 'expired' ? state.profile : undefined;
  });
  const agent = computed(() => profile.value?.agent.id);
  const agentNow = () => agent.value;

  const notices = createNoticesModel(clock);
  const layout = createLayoutModel(kept);
  const failed = (failure: Failure) => {
    if (failure.code === 'unauthorized') session.expire();
    else if (!(failure.code === 'unavailable' && connection.state.value !== 'online')) notices.fail(failure);
    // The customer has written since: nothing lies over what is to be read first.
    if (failure.code === 'conflict') layout.dialog.value = undefined;
  };
  const queue = createQueueModel(clock, agentNow);
  const presence = createPresenceModel(connection, kept, agentNow);
  const threads = createThreadsModel(connection);
  const acts = createDeskActs(connection, threads, failed);
  const drafts = createDraftsModel(kept, agentNow);
  const outbox = createOutboxModel(ports, agentNow, session.expire);
  const files = createReplyFilesFetched(ports);
  const typing = createTypingModel(connection, threads, clock);
  const attention = createAttentionModel(summons, kept, words, {
    queue,
    threads,
    available: () => presence.own.value.on,
  });
  const find = createFindModel(queue.filter, ports);
  const suggestions = createSuggestionsModel(connection, threads, failed);
  const floor = createFloorModel(connection, clock);
  const rollout = createRolloutModel(connection, failed);
  const { now, stop: stopTicking } = ticking(clock, () => profile.value !== undefined);

  connection.on('queue', (rows) => {
    batch(() => {
      queue.take(rows);
      threads.follow(queue.mine.value.map((row) => row.conversation));
    });
    floor.touch();
  });
  connection.on('presence', presence.take);
  connection.on('rollout', rollout.take);
  connection.on('alert', notices.alert);
  connection.on('typing', ({ conversation }) => typing.hear(conversation));
  connection.on('events', (sent) => threads.receive(sent));
  const seen = createSeenModel(connection, threads, agentNow);

  /** On each new connection: everything that may have been missed is asked for, and what waits goes out. */
  async function resume(): Promise<void> {
    const again = await presence.repeat();
    if (again && !again.ok) failed(again.error);
    const answer = await connection.send('list', {});
    if (answer.ok) {
      queue.take(answer.queue);
      presence.take(answer.presence);
      threads.resume();
      threads.follow(queue.mine.value.map((row) => row.conversation));
    } else {
      failed(answer.error);
      // Connected, and yet not in the picture: nothing else would ask again.
      if (answer.error.code !== 'unauthorized')
        clock.after(againMs, () => connection.state.value === 'online' && void resume());
    }
    outbox.flush();
  }

  /** Another agent's desk is another desk. */
  function enter(): void {
    queue.clear();
    threads.clear();
    files.clear();
    floor.open.value = false;
    rollout.take([]);
    drafts.restore();
    outbox.restore();
    presence.restore();
  }

  return {
    ports,
    words,
    session,
    profile,
    queue,
    presence,
    threads,
    acts,
    drafts,
    outbox,
    files,
    typing,
    resolving: createResolveModel(acts),
    notices,
    attention,
    layout,
    find,
    suggestions,
    floor,
    rollout,
    now,
    start() {
      let entered: string | undefined;
      const stops = [
        effect(() => {
          const state = session.state.value;
          untracked(() => {
            if (state.at === 'in') {
              if (entered !== state.profile.agent.id) enter();
              entered = state.profile.agent.id;
              connection.reopen();
            } else if (state.at === 'out') {
              entered = undefined;
              connection.close();
            }
          });
        }),
        effect(() => {
          if (connection.state.value === 'online') untracked(() => void resume());
          if (connection.refusal.value?.code === 'unauthorized') untracked(session.expire);
        }),
        effect(() => {
          const logs = [...threads.held.value.values()].map(({ id, events }) => [id, events.value] as const);
          untracked(() => {
            for (const [id, events] of logs) outbox.settle(id, events);
          });
        }),
        effect(() => {
          const open = threads.open.value;
          if (!open || open.events.value.length === 0 || summons.away()) return;
          untracked(() => {
            open.markSeen();
            seen.tell(open);
          });
        }),
        // A conversation that is opened takes the floor's place.
        effect(() => {
          if (threads.selected.value !== undefined) floor.open.value = false;
        }),
        find.start(),
        suggestions.start(),
        floor.start(),
        attention.start(),
        stopTicking,
        () => connection.close(),
      ];
      void session.check();
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
