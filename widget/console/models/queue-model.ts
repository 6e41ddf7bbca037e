// The left column: what the server pushed as the queue, sorted into what the agent does with it. The server
// states waits as of its push; they run on here until the next one.
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { QueueRow } from '../../../shared/protocol.ts';
import { statedSeconds } from '../../../shared/stated-seconds.ts';
import type { Clock } from '../../ui/clock.ts';

export interface DeskRow extends QueueRow {
  /** Epoch ms since when they wait. */
  since: number;
  /** Seconds as they were said: whole minutes (H3). */
  within: number | null;
}

/** `approve`: with the assistant, and a proposal waits for any agent's word. */
export type SectionName = 'approve' | 'mine' | 'waiting' | 'left' | 'assistant' | 'others';

interface Section {
  name: SectionName;
  rows: DeskRow[];
}

export interface QueueModel {
  /** Undefined until the server sent the first. */
  rows: ReadonlySignal<DeskRow[] | undefined>;
  filter: Signal<string>;
  /** As on screen, filtered, empty ones too. */
  sections: ReadonlySignal<Section[]>;
  waiting: ReadonlySignal<DeskRow[]>;
  mine: ReadonlySignal<DeskRow[]>;
  row(conversation: string): DeskRow | undefined;
  take(rows: QueueRow[]): void;
  clear(): void;
}

const names: readonly SectionName[] = ['approve', 'mine', 'waiting', 'left', 'assistant', 'others'];

const orders: Partial<Record<SectionName, (a: DeskRow, b: DeskRow) => number>> = {
  approve: byDue,
  waiting: byPlace,
};

export function createQueueModel(clock: Clock, agent: () => string | undefined): QueueModel {
  const rows = signal<DeskRow[]>();
  const filter = signal('');

  const all = computed(() => {
    const sorted = new Map<SectionName, DeskRow[]>(names.map((name) => [name, []]));
    for (const row of rows.value ?? []) {
      const name = sectionOf(row, agent());
      if (name) sorted.get(name)!.push(row);
    }
    for (const [name, list] of sorted) list.sort(orders[name] ?? byArrival);
    return sorted;
  });
  const sections = computed(() => {
    const wanted = filter.value.trim().toLocaleLowerCase();
    return names.map((name) => ({ name, rows: all.value.get(name)!.filter((row) => fits(row, wanted)) }));
  });

  return {
    rows,
    filter,
    sections,
    waiting: computed(() => all.value.get('waiting')!),
    mine: computed(() => all.value.get('mine')!),
    row: (conversation) => rows.value?.find((row) => row.conversation === conversation),
    take(pushed) {
      const now = clock.now();
      rows.value = pushed.map((row) => ({
        ...row,
        within: row.within === null ? null : statedSeconds(row.within),
        since: now - row.waiting * 1000,
      }));
    },
    clear() {
      rows.value = undefined;
      filter.value = '';
    },
  };
}

function sectionOf(row: QueueRow, agent: string | undefined): SectionName | undefined {
  switch (row.status) {
    case 'claimed':
      return row.agent?.id === agent ? 'mine' : 'others';
    case 'assistant':
      return row.needs?.until === undefined ? 'assistant' : 'approve';
    case 'waiting':
    case 'left':
      return row.status;
    case 'resolved':
      return undefined;
  }
}

function byPlace(a: DeskRow, b: DeskRow): number {
  return a.position - b.position || a.since - b.since;
}

function byDue(a: DeskRow, b: DeskRow): number {
  return (a.needs?.until ?? 0) - (b.needs?.until ?? 0);
}

function byArrival(a: DeskRow, b: DeskRow): number {
  return a.since - b.since;
}

function fits(row: QueueRow, wanted: string): boolean {
  if (!wanted) return true;
  const text = `${row.name ?? ''} ${row.wants} ${row.reason} ${row.site} ${row.agent?.name ?? ''}`;
  return text.toLocaleLowerCase().includes(wanted);
}
