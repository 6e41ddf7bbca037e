// The server's parts for one conversation in this process: a database of its own, a clock that can be moved, the
// site's demo business on a spare port.

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Failure } from '../../shared/errors.ts';
import type { Event } from '../../shared/events.ts';
import { createOutboundFetch } from '../act/outbound-fetch.ts';
import { advance } from '../advance.ts';
import { createBrain } from '../brain.ts';
import { simulatedClock } from '../clock.ts';
import { compose } from '../compose.ts';
import type { Arriving } from '../intake/arrive.ts';
import { createTake } from '../intake/take.ts';
import { newId } from '../new-id.ts';
import { checkSite } from '../site/check-site.ts';
import { loadSite } from '../site/load-site.ts';
import { openSqliteStore } from '../store/open-sqlite-store.ts';
import { trainIntents } from '../understand/train-intents.ts';
import { startBusiness } from './start-business.ts';
import { type Said, sayIn } from './talk-line.ts';

export interface TalkOptions {
  folder: string;
  env: Record<string, string | undefined>;
  /** Absent: the site's demo customer. */
  as?: string;
  anonymous: boolean;
  /** Absent: the site's own. */
  locale?: string;
  /** Absent: a temporary one, removed at the end. */
  dataDir?: string;
  /** Where trained models are kept from one talk to the next. */
  modelsDir: string;
  /** Every event as it is stored, in order. */
  event(event: Event): void;
  failed(where: string, error: unknown): void;
}

export interface Talk {
  /** Resolves when the turn and its effects have ended; to why it was refused, if it was. */
  line(line: string): Promise<Failure | undefined>;
  close(): Promise<void>;
}

/** Begins the conversation; its greeting has been heard when this resolves. Throws SiteError. */
export async function startTalk(options: TalkOptions): Promise<Talk> {
  const { folder, env, failed } = options;
  const { site: draft } = await checkSite(folder, { env });
  const business = draft?.demo && (await startBusiness(draft.demo.api));
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'handrail-talk-')));
  const undo: (() => Promise<unknown>)[] = [async () => business?.close()];
  if (options.dataDir === undefined) undo.push(() => rm(dataDir, { recursive: true, force: true }));
  const close = async () => {
    for (const step of undo.reverse()) await step();
  };
  try {
    await mkdir(dataDir, { recursive: true });
    const site = await loadSite(folder, { env, ...(business ? { apiBase: business.url } : {}) });
    const store = openSqliteStore({ file: join(dataDir, 'handrail.db') });
    undo.push(() => store.close());
    const brain = createBrain({
      dataDir: options.modelsDir,
      train: trainIntents,
      warn: (text) => failed('model', text),
    });
    await brain.prepare(site);
    const clock = simulatedClock(Date.now());
    const sites = new Map([[site.id, site]]);
    const parts = compose({
      store,
      sites,
      brain,
      clock,
      newId,
      fetch: globalThis.fetch,
      outbound: createOutboundFetch(),
      failed,
    });
    const beat = parts.beat({ restated: () => undefined, moved: () => undefined });
    parts.hub.listen(({ events }) => events.forEach(options.event));

    const customer = options.anonymous ? undefined : (options.as ?? site.demo?.customer);
    const arriving: Arriving = {
      site,
      locale: options.locale ?? site.locale,
      ...(customer ? { identity: { customer } } : {}),
    };
    const arrived = await parts.arrival.arrive(arriving);
    const said: Said = {
      who: { site, visitor: arrived.visitor, conversation: arrived.row.id },
      load: parts.record.load,
      take: createTake({
        append: parts.record.append,
        load: parts.record.load,
        turn: (id, seq) => void parts.turns.take(id, seq).catch((error: unknown) => failed('turn', error)),
        now: () => clock.now(),
      }),
      begin: async () => {
        const begun = await parts.arrival.begin({ ...arriving, visitor: arrived.visitor });
        if (!begun.ok) return begun;
        said.who.conversation = begun.row.id;
        await parts.turns.greet(begun.row.id);
        return { ok: true };
      },
      pass: async (ms) => {
        await advance(parts, clock, beat, ms);
        return { ok: true };
      },
    };
    if (arrived.begun) await parts.turns.greet(arrived.row.id);
    await parts.lanes.idle();
    // Between the lines real time goes by; within a turn the clock stands still.
    let heard = Date.now();
    return {
      async line(line) {
        clock.set(clock.now() + (Date.now() - heard));
        heard = Date.now();
        const ack = await sayIn(said, line);
        await parts.lanes.idle();
        return ack.ok ? undefined : ack.error;
      },
      close: async () => {
        await parts.lanes.idle();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
