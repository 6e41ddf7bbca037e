// The few shapes the pages draw, as paths on a 24×24 grid; always decoration, so hidden from screen readers.
import type { VNode } from 'preact';

const shapes = {
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M6 9l6 6 6-6',
  send: 'M5 12h13M12.5 6l6 6-6 6',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.8-3.6 3.8-5.5 7.5-5.5s6.7 1.9 7.5 5.5',
  spark: 'M12 3.5l1.9 5.2 5.2 1.9-5.2 1.9L12 17.7l-1.9-5.2-5.2-1.9 5.2-1.9zM18.5 16.5v4M16.5 18.5h4',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  warn: 'M12 4.5l8.5 15h-17zM12 10v4.5M12 17.2v.1',
  clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 7.5V12l3 2',
  copy: 'M9 9h10.5v10.5H9zM5.5 15H4.5V4.5H15v1',
  undo: 'M8.5 5L4.5 9l4 4M4.5 9H14a5.5 5.5 0 0 1 0 11h-3.5',
  retry: 'M19.5 12a7.5 7.5 0 1 1-2.2-5.3M19.5 3.5v4h-4',
  info: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 11v5.5M12 7.7v.1',
  pencil: 'M4.5 19.5l1-4L16 5l3 3L8.5 18.5z',
  phone:
    'M6 3.5h3.5l1.5 4.5-2.2 1.7a12 12 0 0 0 5.5 5.5l1.7-2.2 4.5 1.5V18a2.5 2.5 0 0 1-2.5 2.5A15.5 15.5 0 0 1 3.5 6 2.5 2.5 0 0 1 6 3.5z',
  mail: 'M3.5 6h17v12.5h-17zM3.5 7l8.5 6 8.5-6',
} as const;

export type IconName = keyof typeof shapes;

/** Icons that point somewhere, and so turn round where one reads from the right. */
const directed: ReadonlySet<IconName> = new Set(['send', 'undo']);

/** One shape in the colour and size of the words around it. */
export function Icon({ name }: { name: IconName }): VNode {
  return (
    <svg class={directed.has(name) ? 'icon icon-directed' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}
