// A titled part of the right column.
import type { ComponentChildren, VNode } from 'preact';

export function SidePart({
  title,
  kind,
  children,
}: {
  title: string;
  kind?: string;
  children: ComponentChildren;
}): VNode {
  return (
    <section class={`side-part${kind ? ` side-${kind}` : ''}`}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
