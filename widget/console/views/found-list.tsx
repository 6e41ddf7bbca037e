// Below the narrowed queue: conversations of any time and state in which the text was written, as the server found
// them, with the part that fits.
import type { VNode } from 'preact';
import type { FoundRow } from '../../../shared/protocol.ts';
import { cleanName } from '../../ui/clean-text.ts';
import { sayFailure } from '../words/say-failure.ts';
import { useDesk } from './desk-context.ts';
import { useTimes } from './times.ts';

export function FoundList({ listed }: { listed: ReadonlySet<string> }): VNode | null {
  const { words, find } = useDesk();
  const found = find.found.value;
  const problem = find.problem.value;
  if (found === undefined && !find.busy.value && !problem) return null;
  const others = found?.filter((row) => !listed.has(row.conversation)) ?? [];
  return (
    <section class="queue-section" aria-labelledby="section-found" aria-busy={find.busy.value}>
      <h2 id="section-found">
        {words.find.title} {others.length > 0 && <span class="count">{others.length}</span>}
      </h2>
      {problem && <p class="queue-empty problem">{sayFailure(words, problem)}</p>}
      {!problem && others.length === 0 && (
        <p class="queue-empty" role="status">
          {found === undefined ? words.find.busy : listed.size > 0 ? words.find.noOther : words.find.nothing}
        </p>
      )}
      <ul>
        {others.map((row) => (
          <FoundView key={row.conversation} row={row} />
        ))}
      </ul>
    </section>
  );
}

function FoundView({ row }: { row: FoundRow }): VNode {
  const { words, threads, queue } = useDesk();
  const times = useTimes();
  const id = row.conversation;
  const by = words.find.by[row.by];
  const mine = queue.mine.value.some(({ conversation }) => conversation === id);
  return (
    <li class="row">
      <button
        type="button"
        aria-current={threads.selected.value === id ? 'true' : undefined}
        onClick={() => threads.select(id)}
      >
        <span class="row-head">
          <bdi class="row-name">{cleanName(row.name ?? words.someone)}</bdi>
          <span class="row-clock">{times.short(row.at)}</span>
        </span>
        <span class="row-found">
          {by && <span class="soft">{`${by}: `}</span>}
          {row.text}
        </span>
        <span class="row-foot">
          {row.status !== 'claimed'
            ? words.status[row.status]
            : mine
              ? words.status.mine
              : words.find.claimed}
        </span>
      </button>
    </li>
  );
}
