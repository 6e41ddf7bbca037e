// What was stored reaches everyone who is connected here, whichever node stored it: by a hint at once, by looking
// into the database within seconds. With one node there is nobody to hear from, and nothing is looked for.
import type { Server } from 'socket.io';
import type { SharedRedis } from '../open-redis.ts';
import type { Publication, Recorder } from '../record/recorder.ts';
import type { Store } from '../store/store.ts';
import { type OtherNodes, otherNodes } from './other-nodes.ts';
import { conversationOf, roomOf } from './rooms.ts';
import { createTails, type Tails } from './tails.ts';

/** That other nodes use the same database. */
export interface Several {
  /** Absent: nobody hints, and all is found by looking. */
  redis?: Pick<SharedRedis, 'adapter' | 'counts' | 'up' | 'watch'>;
}

export interface NodesPorts {
  several: Several | undefined;
  record: Pick<Recorder, 'since'>;
  seqs: Store['seqs'];
  /** To everyone here who sees this conversation. */
  deliver(publication: Publication): void;
  /** Something of these sites' conversations or people may have changed; `line`: a line may have moved. */
  changed(sites: string[], line: boolean): void;
  /** People of these sites came on duty, or went, at another node. */
  duty(sites: string[]): void;
  /** A customer's pages move on to this conversation, which was begun at another node. */
  begun(conversation: string): void;
  sites(): string[];
  failed(error: unknown): void;
}

export interface Nodes {
  follow: Tails['follow'];
  /** Stored by this node just now. */
  stored(publication: Publication): void;
  /** Tells the other nodes. */
  tellDuty(sites: string[]): void;
  tellBegun(conversation: string): void;
  stop(): void;
}

/** How often the database is looked into, ms: so long at most does anyone wait for an event whose hint was lost. */
const lookMs = 5_000;
/** The agents' line is worked out anew each time: where hints come through, only every so many looks. */
const looksPerLine = 6;

export function createNodes(io: Server, ports: NodesPorts): Nodes {
  const { several, failed } = ports;
  const redis = several?.redis;
  const namespaces = [io.of('/customer'), io.of('/agent')];
  const tails = createTails({
    isFollowed: (id) => namespaces.some(({ adapter }) => adapter.rooms.has(roomOf.conversation(id))),
    deliver: ports.deliver,
    since: ports.record.since,
    seqs: ports.seqs,
    failed,
  });
  for (const { adapter } of namespaces) {
    adapter.on('delete-room', (room: string) => {
      const id = conversationOf(room);
      if (id !== undefined) tails.left(id);
    });
  }
  const others: OtherNodes | undefined =
    redis &&
    otherNodes(io, (hint) => {
      if ('duty' in hint) ports.duty(hint.duty);
      else if ('begun' in hint) ports.begun(hint.begun);
      else {
        const { conversation, site, seq, types } = hint.stored;
        tails.hint(conversation, seq);
        ports.changed([site], moves(types));
      }
    });
  let looks = 0;
  let looking = false;

  const look = async (): Promise<void> => {
    if (looking) return;
    looking = true;
    try {
      await tails.look();
      looks += 1;
      if (!redis?.up() || looks % looksPerLine === 0) ports.changed(ports.sites(), true);
    } finally {
      looking = false;
    }
  };
  const looker = several && setInterval(() => look().catch(failed), lookMs).unref();
  // What was said while it was away reached nobody.
  redis?.watch((up) => {
    if (up) look().catch(failed);
  });

  return {
    follow: tails.follow,
    stored(publication) {
      const { conversation, site, events, row } = publication;
      const types = [...new Set(events.map(({ type }) => type))];
      tails.take(publication);
      ports.changed([site], moves(types));
      others?.tell({ stored: { conversation, site, seq: events.at(-1)?.seq ?? row.seq, types } });
    },
    tellDuty: (sites) => others?.tell({ duty: sites }),
    tellBegun: (conversation) => others?.tell({ begun: conversation }),
    stop: () => clearInterval(looker),
  };
}

/** Events after which those who do not wait yet would be told another wait. */
const movesLine = new Set([
  'handoff',
  'claimed',
  'requeued',
  'returned',
  'resolved',
  'waited',
  'transferred',
]);

function moves(types: string[]): boolean {
  return types.some((type) => movesLine.has(type));
}
