// What businesses pushed of their customers, in memory: the latest of each kind, and nothing of yesterday.
import type { PushedFacts } from './store.ts';

export function memoryFacts() {
  /** By site and customer, then by kind. */
  const facts = new Map<string, Map<string, PushedFacts>>();
  const keyOf = (site: string, customer: string) => JSON.stringify([site, customer]);

  return {
    putFacts(pushed: PushedFacts, keepSince: number): boolean {
      const key = keyOf(pushed.site, pushed.customer);
      const own = facts.get(key) ?? new Map<string, PushedFacts>();
      facts.set(key, own);
      const known = own.get(pushed.fact);
      if (known && known.at >= pushed.at && known.at >= keepSince) return false;
      own.set(pushed.fact, structuredClone(pushed));
      return true;
    },
    factsOf(site: string, customer: string): PushedFacts[] {
      const own = facts.get(keyOf(site, customer));
      return structuredClone([...(own?.values() ?? [])].sort((a, b) => (a.fact < b.fact ? -1 : 1)));
    },
    forget(site: string, customer: string): void {
      facts.delete(keyOf(site, customer));
    },
  };
}
