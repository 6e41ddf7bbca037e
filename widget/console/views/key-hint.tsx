// The key of an act, shown on its button; screen readers hear it through aria-keyshortcuts on the button itself.
import type { VNode } from 'preact';
import { type DeskAct, deskKeys } from '../models/desk-keys.ts';
import { useDesk } from './desk-context.ts';

export function KeyHint({ act }: { act: DeskAct }): VNode | null {
  const { layout } = useDesk();
  return layout.singleKeys.value ? (
    <span class="key" aria-hidden="true">
      {deskKeys[act]}
    </span>
  ) : null;
}
