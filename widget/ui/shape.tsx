// A drawn shape: a path on a 24×24 grid, always decoration, so hidden from screen readers.
import type { VNode } from 'preact';

/** In the colour and size of the words around it. `directed`: turned round where one reads from the right. */
export function Shape({ path, directed }: { path: string; directed?: boolean }): VNode {
  return (
    <svg class={directed ? 'icon icon-directed' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
