// What agents see of the line, and what those who wait in it must be told anew (H3).
import type { Conversation } from '../../shared/conversation.ts';
import type { Wait } from '../../shared/events.ts';
import { pendingProposals } from '../../shared/pending-proposals.ts';
import type { QueueRow } from '../../shared/protocol.ts';
import type { ConversationRow } from '../store/store.ts';
import { reasonOf, wantsInWords } from './agent-brief.ts';
import type { DeskLine } from './desk-line.ts';
import type { DeskDeps } from './desk-ports.ts';
import { estimateWaits } from './estimate-wait.ts';
import { deskNotice } from './notices.ts';
import { firstTold, restate, type Told } from './restate.ts';

/** What one waiting customer is to be sent as `wait`; the apology, if any, is already in the log. */
export interface Restated {
  conversation: string;
  wait: Wait;
  apology: boolean;
}

const rowsShown = 500;
/** What agents have in hand is bounded by their room, not here: cut, it would be gone from its agent's screen. */
const manyInHand = 10_000;
const calm = { frustration: 0, urgency: 0, confusion: 0 };

export function createDeskQueue(deps: DeskDeps, line: DeskLine) {
  const { store, recorder, sites, now } = deps;
  /** By site, what each was told last; kept beside the fence, for a conversation that left the line and came back. */
  const told = new Map<string, Map<string, { fence: number; last: Told }>>();

  const row = async (kept: ConversationRow, position: number): Promise<QueueRow | undefined> => {
    const loaded = await recorder.load(kept.id);
    const site = sites.get(kept.site);
    if (!loaded || !site) return undefined;
    const { inside, view } = loaded.conversation;
    return {
      conversation: kept.id,
      site: kept.site,
      status: kept.status,
      position,
      waiting: kept.queuedAt === null ? 0 : Math.max(0, Math.round((now() - kept.queuedAt) / 1000)),
      within: inside.handoff?.within ?? null,
      reason: reasonOf(loaded.conversation, site, site.locale),
      mood: inside.readings.at(-1)?.mood ?? calm,
      wants: wantsInWords(loaded.conversation, site, site.locale),
      ...(view.customer?.name ? { name: view.customer.name } : {}),
      ...needsOf(loaded.conversation),
      ...(kept.agent ? { agent: kept.agent } : {}),
      ...(inside.reach ? { reach: inside.reach.choice } : {}),
    };
  };

  /** As the log has it: the handoff's or the requeue's statement, or an apology after it. */
  const lastTold = async (kept: ConversationRow, next: Wait): Promise<Told | undefined> => {
    const known = told.get(kept.site)?.get(kept.id);
    if (known?.fence === kept.fence) return known.last;
    const view = (await recorder.load(kept.id))?.conversation.view;
    const stated = view?.handoff;
    if (!stated) return undefined;
    const apology = view.entries.findLast(
      (entry) => entry.kind === 'message' && entry.notice === 'wait-longer' && entry.at >= stated.at,
    );
    // The words of an apology carry no numbers to reckon with: after a restart it stands as if just said.
    return apology ? firstTold(next, now()) : firstTold(stated.wait, stated.at);
  };

  /** True when it was said, by this node or by another since they were told `last`. */
  const apologise = async (kept: ConversationRow, { wait, at }: Told, last: Told): Promise<boolean> => {
    const loaded = await recorder.load(kept.id);
    if (!loaded) return false;
    const { view } = loaded.conversation;
    const said = view.entries.some(
      (entry) => entry.kind === 'message' && entry.notice === 'wait-longer' && entry.at > last.at,
    );
    if (said) return true;
    const timeZone = sites.get(kept.site)?.hours.timeZone;
    const appended = await recorder.append({
      conversation: kept.id,
      at,
      events: [deskNotice('wait-longer', view.locale, { wait, ...(timeZone ? { timeZone } : {}) })],
      statuses: ['waiting'],
      fence: kept.fence,
      // Of several nodes that are about to say it one does; the others see it when they look again.
      expect: loaded.row.seq,
    });
    return appended.ok;
  };

  return {
    /**
     * The line first, in its order, then what the assistant has, as far as there is room for it, and all that agents
     * have in hand.
     */
    async queue(ofSites: string[]): Promise<QueueRow[]> {
      const others = await store.list(ofSites, ['waiting', 'left', 'assistant'], rowsShown);
      // Read second: what an agent has just claimed may be in both, and must not be in neither.
      const claimed = await store.list(ofSites, ['claimed'], manyInHand);
      const inHand = new Set(claimed.map(({ id }) => id));
      const free = others.filter(({ id }) => !inHand.has(id));
      const line = free.filter(({ status }) => status !== 'assistant');
      const room = Math.max(0, rowsShown - line.length - claimed.length);
      const assistant = free.filter(({ status }) => status === 'assistant').slice(0, room);
      const kept = [...line, ...assistant, ...claimed];
      const places = new Map<string, number>();
      const rows = kept.map((each) => {
        if (each.status !== 'waiting') return row(each, 0);
        const place = (places.get(each.site) ?? 0) + 1;
        places.set(each.site, place);
        return row(each, place);
      });
      return (await Promise.all(rows)).filter((each) => each !== undefined);
    },

    /**
     * Looks at everyone who waits for a site, and gives those who must hear something: a change of more than a
     * minute or a place, or a promise that will not be kept, for which the apology is appended first. To be
     * called every few seconds, and whenever the line moves.
     */
    async restateAll(site: string): Promise<Restated[]> {
      const { line: current, waiting } = await line.lineNow(site);
      const waitAt = estimateWaits(current, waiting.length);
      const restated: Restated[] = [];
      const inLine = new Map<string, { fence: number; last: Told }>();
      for (const [index, kept] of waiting.entries()) {
        const next = waitAt(index + 1);
        const last = await lastTold(kept, next);
        if (!last) continue;
        inLine.set(kept.id, { fence: kept.fence, last });
        const again = restate(last, next, now());
        if (!again.tell) continue;
        if (again.apology && !(await apologise(kept, again.told, last))) continue;
        inLine.set(kept.id, { fence: kept.fence, last: again.told });
        restated.push({ conversation: kept.id, wait: again.told.wait, apology: again.apology });
      }
      told.set(site, inLine);
      return restated;
    },
  };
}

/** The proposal that needs an agent's word, the one that runs on it first. */
function needsOf(conversation: Conversation): Pick<QueueRow, 'needs'> {
  const pending = pendingProposals(conversation);
  const one = pending.find(({ runs }) => runs) ?? pending[0];
  if (!one) return {};
  const until = one.runs ? one.proposal.approveBy : undefined;
  return { needs: { action: one.proposal.action, ...(until === undefined ? {} : { until }) } };
}
