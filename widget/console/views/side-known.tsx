// What the business last said about the customer, one source: its records, or why there are none.
import type { VNode } from 'preact';
import type { KnownSource } from '../models/read-known.ts';
import { Arguments } from './arguments.tsx';
import { useDesk } from './desk-context.ts';

export function SideKnown({ known }: { known: KnownSource }): VNode {
  const { words } = useDesk();
  const { source, records, why, age } = known;
  return (
    <div class="known">
      <p class="soft">
        {source}
        {why === undefined && records.length === 0 && `: ${words.side.noRecords}`}
        {why !== undefined && `: ${words.side.notKnown[why] ?? why}`}
        {age !== undefined &&
          ` · ${age < 1000 ? words.side.fresh : words.side.age(words.durationLong(age / 1000))}`}
      </p>
      {records.map(({ label, value }) => (
        <details key={label}>
          <summary>{label}</summary>
          <Arguments values={value} />
        </details>
      ))}
    </div>
  );
}
