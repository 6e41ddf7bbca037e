// Where each action stands now (A5): kept in the store with who and why, seen by all nodes within a second, never
// above what the site set. People step; an anomaly holds and lets fall (A6).
import { ageOf } from '../../shared/age-of.ts';
import { fallFrom, lowerOf, type Rung } from '../../shared/ladder.ts';
import { madeOnce } from '../../shared/made-once.ts';
import type { RolloutEvidence } from '../../shared/protocol.ts';
import type { Gates } from '../decide/situation.ts';
import type { Action, Site } from '../site/site.ts';
import type { LoggedEvent, RungAlert, RungRow, Store } from '../store/store.ts';
import { type Evidence, evidenceOf, evidenceTypes, nextStep } from './evidence.ts';
import { type Step, stepTo, type Wanted } from './step.ts';

/** Where an action stands; `row` is absent until somebody or something has moved it. */
export interface Standing extends Rung {
  action: Action;
  held: boolean;
  row?: RungRow;
}

type SiteGates = Required<Pick<Gates, 'held' | 'rollout' | 'shares'>>;

export interface Rungs {
  gates(site: Site): Promise<SiteGates>;
  standing(site: Site): Promise<Standing[]>;
  /** What the log tells since the action came to where it stands. */
  evidence(site: Site, standing: Standing): Promise<Evidence>;
  /** The same, and whether it carries the next rung. */
  judged(site: Site, standing: Standing): Promise<RolloutEvidence>;
  /** A person's step, with the row that it made. */
  step(site: Site, action: string, wanted: Wanted): Promise<Step & { row?: RungRow }>;
  /** New runs are a person's, and the action falls by one: once, whoever else saw it too. */
  hold(site: Site, action: string, why: string, alert: string | undefined): Promise<RungRow | undefined>;
}

export interface RungsDeps {
  store: Pick<Store, 'rungs' | 'addRung' | 'eventsOf'>;
  /** Epoch ms. */
  now: () => number;
}

/** ms for which the rungs of a site are taken for current: another node or the command line may have stepped. */
const freshFor = 1_000;
/** The latest events of each type that evidence is taken from. */
const mostEvents = 20_000;
const author = 'handrail';

export function createRungs({ store, now }: RungsDeps): Rungs {
  /** The reading itself is kept, from its start: one that a step overtakes is forgotten with it, and comes back nowhere. */
  const seen = new Map<string, { rows: Promise<RungRow[]>; at: number }>();

  async function rowsOf(site: string): Promise<RungRow[]> {
    const known = seen.get(site);
    if (known && ageOf(known.at, now()) < freshFor) return known.rows;
    const reading = { rows: store.rungs(site), at: now() };
    seen.set(site, reading);
    return reading.rows.catch((error: unknown) => {
      if (seen.get(site) === reading) seen.delete(site);
      throw error;
    });
  }

  const standing = async (site: Site) => standingBy(await rowsOf(site.id), site);

  async function one(site: Site, id: string): Promise<Standing | undefined> {
    seen.delete(site.id);
    return (await standing(site)).find(({ action }) => action.id === id);
  }

  async function add(row: RungRow, alert?: RungAlert): Promise<RungRow | undefined> {
    const added = await store.addRung(row, alert);
    seen.delete(row.site);
    return added ? row : undefined;
  }

  async function evidence({ id }: Site, { action, row }: Standing): Promise<Evidence> {
    const logged: LoggedEvent[] = await store.eventsOf(id, evidenceTypes, row?.at ?? 0, mostEvents);
    return evidenceOf(action.id, logged);
  }

  return {
    standing,
    evidence,
    async judged(site, one) {
      const all = await evidence(site, one);
      const { action: _, agreement: __, proposed: ___, ...seen } = all;
      return { ...seen, next: nextStep(one.mode, all) ?? null };
    },
    gates: async (site) => gatesBy(await rowsOf(site.id))(site),
    async step(site, id, wanted) {
      const from = await one(site, id);
      if (!from) return { ok: false, why: `the site has no action ${id}` };
      const step = stepTo(from, from.action.rollout, await evidence(site, from), wanted);
      if (!step.ok) return step;
      const { by, why } = wanted;
      const n = (from.row?.n ?? 0) + 1;
      const row = await add({ site: site.id, action: id, n, at: now(), ...step.rung, by, why });
      return row ? { ...step, row } : { ok: false, why: 'somebody moved it just now; look again' };
    },
    async hold(site, id, why, conversation) {
      const from = await one(site, id);
      if (!from || from.held) return undefined;
      const n = (from.row?.n ?? 0) + 1;
      const row = { site: site.id, action: id, n, at: now(), ...fallFrom(from), held: true, by: author, why };
      return add(
        row,
        conversation === undefined ? undefined : { conversation, ref: `${id}:${n}`, due: now() },
      );
    },
  };
}

function standingBy(rows: RungRow[], site: Site): Standing[] {
  return site.actions.map((action) => {
    const row = rows.find((one) => one.action === action.id);
    if (!row) return { action, ...action.rollout, held: false };
    const { mode, share } = lowerOf(action.rollout, row);
    return { action, mode, share, held: row.held, row };
  });
}

/** The same for all turns that see the same rows. */
const gatesBy = madeOnce((rows: RungRow[]) =>
  madeOnce((site: Site): SiteGates => {
    const all = standingBy(rows, site);
    return {
      held: all.flatMap(({ action, held }) => (held ? [action.id] : [])),
      rollout: Object.fromEntries(all.map(({ action, mode }) => [action.id, mode])),
      shares: Object.fromEntries(all.map(({ action, share }) => [action.id, share])),
    };
  }),
);
