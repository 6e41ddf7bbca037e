// Rungs of the store in memory.
import type { RungAlert, RungRow } from './store.ts';

/** `setTimer`: in the same go, so that it is one write. */
export function memoryRungs(setTimer: (site: string, alert: RungAlert) => void) {
  const kept: RungRow[] = [];
  const of = (site: string, action: string) =>
    kept.filter((rung) => rung.site === site && rung.action === action).sort((a, b) => b.n - a.n);
  return {
    addRung(rung: RungRow, alert?: RungAlert): boolean {
      if (of(rung.site, rung.action).some(({ n }) => n === rung.n)) return false;
      kept.push({ ...rung });
      if (alert) setTimer(rung.site, alert);
      return true;
    },
    rungs: (site: string): RungRow[] =>
      [...new Set(kept.filter((rung) => rung.site === site).map(({ action }) => action))]
        .sort()
        .map((action) => ({ ...of(site, action)[0]! })),
    rungHistory: (site: string, action: string, limit: number): RungRow[] =>
      of(site, action)
        .slice(0, limit)
        .map((rung) => ({ ...rung })),
  };
}
