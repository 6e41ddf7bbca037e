// Conversations change hands: claim, takeover, release, return, transfer, resolve, and back to the line when an
// agent is gone (H7–H10). The recorder lets row, fence and service follow from the events.
import { failure } from '../../shared/errors.ts';
import type { EventBody } from '../../shared/events.ts';
import { crashNet } from '../record/crash-net.ts';
import type { AgentRow, Append } from '../store/store.ts';
import { belongs, hasRoom } from './assign.ts';
import { type Change, conditionalWrite, unlessHeldBy, unlessUnread } from './conditional-write.ts';
import { freeLapsed, lapseOpen } from './desk-lapse-open.ts';
import type { DeskLine } from './desk-line.ts';
import type { Acting, DeskDeps, DeskResult, Loaded } from './desk-ports.ts';
import type { DeskPresence } from './desk-presence.ts';
import { findAgent, findMember, type Target, teamOf } from './find-target.ts';
import { deskNotice } from './notices.ts';
import { ordinary } from './queue-order.ts';

export interface Resolution {
  outcome: string;
  /** Whether the assistant's reading was right, and if not, which intent it was (H10). */
  correct: boolean;
  intent?: string;
  /** What it was in the agent's own words. */
  comment?: string;
  /** seq of the last event that the agent saw. */
  seen?: number;
}

/** A team whose members fill up faster than they are found is busy. */
const teamAttempts = 4;

export function createDeskClaim(deps: DeskDeps, presence: DeskPresence, line: DeskLine) {
  /** Claims of one agent one after the other: two at once must not both find the last room. */
  const turns = new Map<string, Promise<unknown>>();
  const inTurn = <T>(agent: string, work: () => Promise<T>): Promise<T> => {
    const before = turns.get(agent) ?? Promise.resolve();
    const mine = before.then(work, work);
    turns.set(agent, mine);
    return mine;
  };

  const take = (agent: Acting, { row, conversation }: Loaded, before: EventBody[] = []): Change => ({
    events: [...lapseOpen({ conversation }), ...before, { type: 'claimed', agent: person(agent) }],
    clearTimers: [{ name: 'promise' }, { name: 'agent-clock' }, { name: 'approval' }],
    // N1: from now on it is the agent's clock; what happens when it runs out is decided in decide/agent-clock.ts.
    setTimers: [
      { name: 'agent-clock', ref: 'nudge', due: deps.now() + agentLimit(row.site) },
      ...freeLapsed({ conversation }, deps.now()),
    ],
  });

  const agentLimit = (site: string): number => deps.sites.get(site)?.limits.agent ?? 120_000;

  const backInLine = async (
    { row, conversation }: Loaded,
    why: 'released' | 'vanished' | 'silent',
  ): Promise<Change> => {
    // One who was taken over and never waited joins where the agent took them.
    const queuedAt = row.queuedAt ?? row.claimedAt ?? deps.now();
    const priority = row.queuedAt === null ? ordinary : row.priority;
    const wait = await line.waitOf(row.site, { id: row.id, priority, queuedAt });
    const { locale } = conversation.view;
    const timeZone = deps.sites.get(row.site)?.hours.timeZone;
    const values = {
      wait,
      ...(timeZone ? { timeZone } : {}),
      ...(row.agent ? { agent: row.agent.name } : {}),
    };
    return {
      events: [{ type: 'requeued', why, wait }, deskNotice(`requeued-${why}`, locale, values)],
      row: { queuedAt, priority },
      clearTimers: [{ name: 'agent-clock' }],
    };
  };

  /** A transfer ends one agent's service while the conversation goes on; the recorder sees the other ends itself. */
  const ended = ({ row, conversation }: Loaded): Pick<Append, 'service'> =>
    row.agent && row.claimedAt !== null
      ? {
          service: {
            agent: row.agent.id,
            queuedAt: row.queuedAt ?? row.claimedAt,
            claimedAt: row.claimedAt,
            endedAt: deps.now(),
            stated: row.queuedAt === null ? null : (conversation.inside.handoff?.within ?? null),
          },
        }
      : {};

  /** Runs `step` in the turn of whoever is to have it, so that their last room is given away once. */
  const handOn = async (
    actor: Acting,
    id: string,
    to: string,
    step: (seen: Loaded, choose: (seen: Loaded) => Promise<Target>) => Promise<Change | DeskResult>,
  ): Promise<DeskResult> => {
    const team = teamOf(to);
    const write = (agent: string, name?: string) =>
      inTurn(agent, () =>
        conditionalWrite(deps, id, actor, (seen) =>
          step(seen, (now) => findAgent(deps, presence, now, agent, name)),
        ),
      );
    if (team === undefined) return write(to);
    for (let attempt = 0; attempt < teamAttempts; attempt++) {
      const seen = await deps.recorder.load(id);
      if (!seen || !belongs(actor, seen.row.site)) return failure('not_found');
      const found = await findMember(deps, presence, seen, team);
      if (!found.ok) return found;
      const done = await write(found.target.id, found.name);
      // Full since a moment ago: somebody else of the team may have room.
      if (done.ok || done.error.code !== 'denied') return done;
    }
    return failure('busy');
  };

  return {
    /** Of a waiting conversation, or one that was left a message in: one claim wins, the other is told who has it. */
    claim: (agent: Acting, id: string): Promise<DeskResult> =>
      inTurn(agent.id, () =>
        conditionalWrite(deps, id, agent, async (seen) => {
          const { row } = seen;
          if (row.status === 'claimed')
            return row.agent?.id === agent.id ? { ok: true, row, events: [] } : unlessHeldBy(agent, seen)!;
          if (row.status !== 'waiting' && row.status !== 'left') return failure('gone');
          const { capacity, load } = await presence.loadOf(agent.id);
          if (!hasRoom(capacity, load)) return failure('denied', { message: full(load) });
          const room = await presence.roomOf(agent.id);
          return { ...take(agent, seen), statuses: ['waiting', 'left'], room };
        }),
      ),

    /** At any moment from the assistant, whatever the capacity: it is the agent's own decision (H10). */
    takeover: (agent: Acting, id: string): Promise<DeskResult> =>
      conditionalWrite(deps, id, agent, (seen) => {
        const { row } = seen;
        if (row.status === 'claimed')
          return row.agent?.id === agent.id ? { ok: true, row, events: [] } : unlessHeldBy(agent, seen)!;
        if (row.status === 'resolved') return failure('gone');
        return { ...take(agent, seen), statuses: ['assistant', 'waiting', 'left'] };
      }),

    release: (agent: Acting, id: string): Promise<DeskResult> =>
      conditionalWrite(
        deps,
        id,
        agent,
        async (seen) =>
          unlessHeldBy(agent, seen) ?? { ...(await backInLine(seen, 'released')), statuses: ['claimed'] },
      ),

    /**
     * By the server, when an agent is gone (H9) or does not answer what is `owed` since then (N1); nothing when
     * somebody else has it by now, or the answer came.
     */
    requeue: (id: string, from: string, why: 'vanished' | 'silent', owed?: number): Promise<DeskResult> =>
      conditionalWrite(deps, id, undefined, async (seen) => {
        const { row, conversation } = seen;
        if (row.status !== 'claimed' || row.agent?.id !== from) return failure('gone');
        if (why === 'silent' && conversation.inside.owed !== owed) return failure('gone');
        return { ...(await backInLine(seen, why)), statuses: ['claimed'] };
      }),

    /** To the assistant, which may speak again; `looked`: seq of the last event that the agent saw. */
    giveBack: async (agent: Acting, id: string, looked?: number): Promise<DeskResult> => {
      const done = await conditionalWrite(
        deps,
        id,
        agent,
        (seen) =>
          unlessHeldBy(agent, seen) ??
          unlessUnread(seen, looked) ?? {
            events: [{ type: 'returned', agent: person(agent) }],
            statuses: ['claimed'],
            // If this process dies before the assistant has said that it is back.
            setTimers: [{ name: 'returned', due: deps.now() + crashNet }],
          },
      );
      if (done.ok) line.learnAnew(done.row.site);
      return done;
    },

    /**
     * To another agent of the site who is on duty and has room, or to whoever of a team has the most
     * (`team:ID`); where nobody can take it, it stays.
     */
    transfer: (agent: Acting, id: string, to: string): Promise<DeskResult> =>
      handOn(agent, id, to, async (seen, choose) => {
        const refused = unlessHeldBy(agent, seen);
        if (refused) return refused;
        const found = await choose(seen);
        if (!found.ok) return found;
        const { target, name } = found;
        if (target.id === agent.id) return { ok: true, row: seen.row, events: [] };
        const handed: EventBody = { type: 'transferred', from: person(agent), to: name };
        const room = await presence.roomOf(target.id);
        return { ...take(target, seen, [handed]), statuses: ['claimed'], room, ...ended(seen) };
      }),

    /** By a supervisor of the site: to an agent or a team, whoever has the conversation, or nobody yet. */
    assign: (supervisor: Acting, id: string, to: string): Promise<DeskResult> =>
      handOn(supervisor, id, to, async (seen, choose) => {
        if (!supervisor.supervisor) return failure('denied');
        const { row } = seen;
        if (row.status === 'resolved') return failure('gone');
        const found = await choose(seen);
        if (!found.ok) return found;
        const { target, name } = found;
        if (target.id === row.agent?.id) return { ok: true, row, events: [] };
        const by: EventBody = { type: 'assigned', by: person(supervisor), to: person(target) };
        // Who was served by somebody hears to whom they go; who waited, only who came.
        const handed: EventBody[] = row.agent ? [{ type: 'transferred', from: row.agent, to: name }] : [];
        const room = await presence.roomOf(target.id);
        return { ...take(target, seen, [by, ...handed]), statuses: [row.status], room, ...ended(seen) };
      }),

    resolve: async (agent: Acting, id: string, how: Resolution): Promise<DeskResult> => {
      const done = await conditionalWrite(
        deps,
        id,
        agent,
        (seen) =>
          unlessHeldBy(agent, seen) ??
          unlessUnread(seen, how.seen) ?? {
            events: [
              ...lapseOpen(seen, 'ended'),
              correction(seen, how),
              { type: 'resolved', outcome: how.outcome, by: 'agent' },
            ],
            statuses: ['claimed'],
            setTimers: deps.mailTimers?.(seen, true) ?? [],
          },
      );
      if (done.ok) line.learnAnew(done.row.site);
      return done;
    },
  };
}

export function person({ id, name }: Pick<AgentRow, 'id' | 'name'>): { id: string; name: string } {
  return { id, name };
}

function correction({ conversation }: Loaded, { correct, intent, comment }: Resolution): EventBody {
  const { intents, readings } = conversation.inside;
  const read = intents[0] ?? readings.at(-1)?.intents[0]?.id;
  return {
    type: 'corrected',
    by: 'agent',
    correct,
    ...(read ? { read } : {}),
    ...(intent ? { intent } : correct && read ? { intent: read } : {}),
    ...(comment ? { text: comment } : {}),
  };
}

function full(load: number): string {
  return `You have ${load} in hand, which is all that you set. Finish one, or raise your number, and claim again.`;
}
