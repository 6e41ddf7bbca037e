// Above the queue: the actions that are held, so that everyone knows why their customers come to people (A6).
import type { VNode } from 'preact';
import { keyOf } from '../models/rollout-model.ts';
import { useDesk } from './desk-context.ts';

export function HeldActions(): VNode | null {
  const { rollout, words } = useDesk();
  const held = rollout.held.value;
  if (held.length === 0) return null;
  return (
    <section class="held" aria-label={words.rollout.held}>
      {held.map((row) => (
        <p key={keyOf(row)}>
          <strong>{words.rollout.heldOf(row.label)}</strong> {row.why}
        </p>
      ))}
    </section>
  );
}
