// One action's evidence, in words, and the steps that a supervisor may take: each needs a reason, which stays.
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { heightOf, type RolloutMode, rolloutModes } from '../../../shared/ladder.ts';
import type { RolloutRow } from '../../../shared/protocol.ts';
import { keyOf } from '../models/rollout-model.ts';
import { useDesk } from './desk-context.ts';

export function RolloutStep({ row }: { row: RolloutRow }): VNode {
  const { rollout, words, profile } = useDesk();
  const [why, setWhy] = useState('');
  const evidence = rollout.evidence.value.get(keyOf(row));
  const say = words.rollout;
  const at = rolloutModes.indexOf(row.mode);
  const mayStepTo = (mode: RolloutMode, index: number) =>
    index <= at + 1 && (index !== at || row.held) && heightOf({ mode, share: 0 }) < heightOf(row.atMost);
  const unwarranted = (to: RolloutMode) => evidence?.next?.to === to && !evidence.next.warranted;
  const step = (to: RolloutMode) => {
    void rollout.step(row, to, why.trim(), unwarranted(to)).then((taken) => taken && setWhy(''));
  };
  return (
    <div class="rung-step">
      {evidence ? (
        <>
          <p>{say.agreement(evidence)}</p>
          <p>{say.runs(evidence)}</p>
          {evidence.next && (
            <p class={evidence.next.warranted ? '' : 'tone-text-amber'}>
              {say.next(say.modes[evidence.next.to], evidence.next.warranted, evidence.next.why)}
            </p>
          )}
        </>
      ) : (
        <p class="soft">{say.loading}</p>
      )}
      {profile.value?.agent.supervisor && (
        <div class="approval-acts">
          <input
            type="text"
            maxLength={500}
            value={why}
            placeholder={say.why}
            aria-label={`${say.why}: ${row.label}`}
            onInput={(event) => setWhy(event.currentTarget.value)}
          />
          {rolloutModes.filter(mayStepTo).map((mode) => (
            <button
              key={mode}
              type="button"
              class="button small"
              disabled={rollout.busy.value || why.trim() === ''}
              onClick={() => step(mode)}
            >
              {mode === row.mode ? say.release : say.to(say.modes[mode], unwarranted(mode))}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
