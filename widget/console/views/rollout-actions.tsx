// On the floor: how far each action may go and who moved it last; a supervisor looks at the evidence and steps (A5).
import type { VNode } from 'preact';
import type { RolloutRow } from '../../../shared/protocol.ts';
import { keyOf } from '../models/rollout-model.ts';
import { useDesk } from './desk-context.ts';
import { RolloutStep } from './rollout-step.tsx';

export function RolloutActions(): VNode | null {
  const { rollout, words, profile } = useDesk();
  const rows = rollout.rows.value;
  if (rows.length === 0) return null;
  const several = (profile.value?.sites.length ?? 0) > 1;
  return (
    <section aria-labelledby="floor-actions">
      <h3 id="floor-actions">{words.rollout.title}</h3>
      <ul class="rungs">
        {rows.map((row) => (
          <li key={keyOf(row)}>
            <Rung row={row} several={several} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rung({ row, several }: { row: RolloutRow; several: boolean }): VNode {
  const { rollout, words, profile } = useDesk();
  const site = profile.value?.sites.find(({ id }) => id === row.site)?.name ?? row.site;
  const opened = (event: Event) => {
    if ((event.currentTarget as HTMLDetailsElement).open) void rollout.look(row);
  };
  return (
    <details onToggle={opened}>
      <summary>
        <span class="rung-name">
          {row.label} {several && <span class="chip">{site}</span>}
        </span>
        <span class={`chip rung-${row.held ? 'held' : row.mode}`}>
          {row.held ? words.rollout.held : words.rollout.stands(words.rollout.modes[row.mode], row.share)}
        </span>
        <span class="soft">
          {row.by && row.why
            ? words.rollout.moved(row.by, row.why)
            : words.rollout.atMost(words.rollout.modes[row.atMost.mode])}
        </span>
      </summary>
      <RolloutStep row={row} />
    </details>
  );
}
