// Conversations change hands: claim, takeover, release, return, transfer, resolve, and back to the line when an
// agent is gone (H7–H10). The recorder lets row, fence and service follow from the events.
import { failure } from '../../shared/errors.ts';
import type { EventBody } from '../../shared/events.ts';
import type { AgentRow, Append } from '../store/store.ts';
import { belongs, hasRoom } from './assign.ts';
import { type Change, conditionalWrite, unlessHeldBy } from './conditional-write.ts';
import type { DeskLine } from './desk-line.ts';
import type { Acting, DeskDeps, DeskResult, Loaded } from './desk-ports.ts';
import type { DeskPresence } from './desk-presence.ts';
import { deskNotice } from './notices.ts';
import { ordinary } from './queue-order.ts';

export interface Resolution {
  outcome: string;
  /** Whether the assistant's reading was right, and if not, which intent it was (H10). */
  correct: boolean;
  intent?: string;
}

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
    events: [...lapseOpen({ row, conversation }), ...before, { type: 'claimed', agent: person(agent) }],
    clearTimers: [{ name: 'promise' }, { name: 'agent-clock' }],
    // N1: from now on it is the agent's clock; what happens when it runs out is decided in decide/agent-clock.ts.
    setTimers: [{ name: 'agent-clock', ref: 'nudge', due: deps.now() + agentLimit(row.site) }],
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
          return { ...take(agent, seen), statuses: ['waiting', 'left'] };
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

    /** By the server, when an agent is gone (H9) or does not answer (N1); nothing when somebody else has it by now. */
    requeue: (id: string, from: string, why: 'vanished' | 'silent'): Promise<DeskResult> =>
      conditionalWrite(deps, id, undefined, async (seen) =>
        seen.row.status === 'claimed' && seen.row.agent?.id === from
          ? { ...(await backInLine(seen, why)), statuses: ['claimed'] }
          : failure('gone'),
      ),

    /** To the assistant, which may speak again. */
    giveBack: async (agent: Acting, id: string): Promise<DeskResult> => {
      const done = await conditionalWrite(
        deps,
        id,
        agent,
        (seen) =>
          unlessHeldBy(agent, seen) ?? {
            events: [{ type: 'returned', agent: person(agent) }],
            statuses: ['claimed'],
          },
      );
      if (done.ok) line.learnAnew(done.row.site);
      return done;
    },

    /** To another agent of the site who is on duty and has room. */
    transfer: (agent: Acting, id: string, to: string): Promise<DeskResult> =>
      inTurn(to, () =>
        conditionalWrite(deps, id, agent, async (seen) => {
          const refused = unlessHeldBy(agent, seen);
          if (refused) return refused;
          const target = await deps.store.agent(to);
          if (!target || target.disabled || !belongs(target, seen.row.site)) return failure('not_found');
          if (target.id === agent.id) return { ok: true, row: seen.row, events: [] };
          const reason = await whyNot(target, presence);
          if (reason) return failure('denied', { message: reason });
          const handed: EventBody = { type: 'transferred', from: person(agent), to: target.name };
          return { ...take(target, seen, [handed]), statuses: ['claimed'], ...ended(seen) };
        }),
      ),

    resolve: async (agent: Acting, id: string, how: Resolution): Promise<DeskResult> => {
      const done = await conditionalWrite(
        deps,
        id,
        agent,
        (seen) =>
          unlessHeldBy(agent, seen) ?? {
            events: [
              ...lapseOpen(seen, 'ended'),
              correction(seen, how),
              { type: 'resolved', outcome: how.outcome, by: 'agent' },
            ],
            statuses: ['claimed'],
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

/** What was open is void in the same write, and a confirmation's customer is told that nothing was done (D3). */
function lapseOpen({ conversation }: Loaded, why: 'handoff' | 'ended' = 'handoff'): EventBody[] {
  const { question } = conversation.inside;
  if (!question) return [];
  const lapsed: EventBody = { type: 'lapsed', question: question.id, why };
  return question.kind === 'confirm' ? [lapsed, deskNotice('lapsed', conversation.view.locale)] : [lapsed];
}

function correction({ conversation }: Loaded, { correct, intent }: Resolution): EventBody {
  const { intents, readings } = conversation.inside;
  const read = intents[0] ?? readings.at(-1)?.intents[0]?.id;
  return {
    type: 'corrected',
    by: 'agent',
    correct,
    ...(read ? { read } : {}),
    ...(intent ? { intent } : correct && read ? { intent: read } : {}),
  };
}

async function whyNot(target: AgentRow, presence: DeskPresence): Promise<string | undefined> {
  if (!(await presence.isOnDuty(target.id)))
    return `${target.name} is not on duty; the conversation stays with you.`;
  const { capacity, load } = await presence.loadOf(target.id);
  return hasRoom(capacity, load)
    ? undefined
    : `${target.name} has no room for another one; the conversation stays with you.`;
}

function full(load: number): string {
  return `You have ${load} in hand, which is all that you set. Finish one, or raise your number, and claim again.`;
}
