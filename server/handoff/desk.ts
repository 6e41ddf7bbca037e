// The desk: where conversations meet people. The one part of handoff with effects; what it decides by is pure
// and stands beside it (order, hours, presence, wait, brief).
import type { EventBody } from '../../shared/events.ts';
import { movesLine } from '../record/row-changes.ts';
import { createDeskApprove } from './desk-approve.ts';
import { createDeskClaim } from './desk-claim.ts';
import { createDeskLine } from './desk-line.ts';
import { createDeskOverview } from './desk-overview.ts';
import type { DeskDeps } from './desk-ports.ts';
import { createDeskPresence } from './desk-presence.ts';
import { createDeskQueue } from './desk-queue.ts';
import { createDeskSearch } from './desk-search.ts';
import { createDeskSuggest, type Passages } from './desk-suggest.ts';
import { createDeskWords } from './desk-words.ts';

/**
 * Methods that change a conversation answer with a DeskResult: the row after it and the events that were added,
 * or an error of the catalogue. An agent of other sites gets `not_found`, as for what does not exist. `passages`:
 * what a site's articles say to a text; without it nothing is suggested.
 */
export function createDesk(deps: DeskDeps, passages: Passages = () => []) {
  const presence = createDeskPresence(deps);
  const line = createDeskLine(deps, presence);
  const { queue, restateAll } = createDeskQueue(deps, line);
  const claims = createDeskClaim(deps, presence, line);
  const { mayReply, reply, note } = createDeskWords(deps);
  const { approve } = createDeskApprove(deps);
  const { suggest, judge } = createDeskSuggest(deps, passages);

  const moving =
    <A extends unknown[]>(change: (...args: A) => Promise<void>) =>
    async (...args: A): Promise<void> => {
      await change(...args);
      line.lineMoved();
    };

  return {
    setAvailable: moving(presence.setAvailable),
    seen: moving(presence.seen),
    gone: moving(presence.gone),
    /** What was recorded, by whomever: the line may have moved. */
    heard({ events }: { events: EventBody[] }): void {
      if (events.some(movesLine)) line.lineMoved();
    },
    presence: presence.rows,
    queue,
    state: line.state,
    inLine: line.inLine,
    waitFor: line.waitFor,
    claim: claims.claim,
    takeover: claims.takeover,
    release: claims.release,
    giveBack: claims.giveBack,
    transfer: claims.transfer,
    assign: claims.assign,
    overview: createDeskOverview(deps, presence),
    search: createDeskSearch(deps),
    suggest,
    judge,
    resolve: claims.resolve,
    requeue: claims.requeue,
    mayReply,
    reply,
    note,
    approve,
    restateAll,

    /**
     * H9: puts the conversations of agents who are gone for longer than the grace back at their places, and tells
     * the customers. To be called every few seconds on any node; gives who is gone and what came back.
     */
    async sweep(): Promise<{ agents: string[]; conversations: string[] }> {
      const agents = await presence.vanished();
      if (agents.length > 0) line.lineMoved();
      if (agents.length === 0) return { agents, conversations: [] };
      const held = (await presence.inHand()).filter(({ agent }) => agent && agents.includes(agent.id));
      const conversations: string[] = [];
      for (const { id, agent } of held) {
        const requeued = await claims.requeue(id, agent!.id, 'vanished');
        if (requeued.ok) conversations.push(id);
      }
      return { agents, conversations };
    },
  };
}

export type Desk = ReturnType<typeof createDesk>;
