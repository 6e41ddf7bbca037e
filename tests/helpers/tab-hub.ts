// Pages of one browser, in the test's hands: what one tells reaches the others, and one of them leads.
import { type Signal, signal } from '@preact/signals-core';
import type { JoinTabs } from '../../widget/ui/tabs.ts';

export interface TabHub {
  join: JoinTabs;
  /** Who has joined, by name, the leader first. */
  names(): string[];
  /** From now on what is told is on its way until `deliver`. */
  hold(): void;
  deliver(): void;
}

interface Member {
  name: string;
  leads: Signal<boolean>;
  hear(said: unknown): void;
}

/** Nobody has joined yet; whoever does first leads, as with a lock, until another takes the lead or it leaves. */
export function tabHub(): TabHub {
  const members: Member[] = [];
  let onTheWay: (() => void)[] | undefined;
  const appoint = () => {
    const led = new Set<string>();
    for (const { name, leads } of members) {
      leads.value = !led.has(name);
      led.add(name);
    }
  };
  return {
    names: () => members.map(({ name }) => name),
    hold() {
      onTheWay = [];
    },
    deliver() {
      const late = onTheWay ?? [];
      onTheWay = undefined;
      for (const one of late) one();
    },
    join(name, hear) {
      const me: Member = { name, hear, leads: signal(false) };
      const take = (first: boolean) => {
        const at = members.indexOf(me);
        if (at >= 0) members.splice(at, 1);
        if (first) members.unshift(me);
        else members.push(me);
        appoint();
      };
      take(false);
      return {
        leads: me.leads,
        lead: () => take(true),
        tell(said) {
          const copy = structuredClone(said);
          const deliver = () => {
            for (const other of [...members]) if (other !== me && other.name === name) other.hear(copy);
          };
          if (onTheWay) onTheWay.push(deliver);
          else deliver();
        },
        leave() {
          const at = members.indexOf(me);
          if (at >= 0) members.splice(at, 1);
          me.leads.value = false;
          appoint();
        },
      };
    },
  };
}
