// The few shapes the pages draw, as paths on a 24×24 grid; always decoration, so hidden from screen readers.
import type { VNode } from 'preact';

const shapes = {
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M6 9l6 6 6-6',
  send: 'M5 12h13M12.5 6l6 6-6 6',
  person:
    'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.8-3.6 3.800-5.500 7.500-5.500s6.700 1.900 7.500 5.500',
  spark:
    'M12 3.500l1.900 5.200 5.200 1.900-5.200 1.900L12 17.700l-1.900-5.200-5.200-1.900 5.200-1.900zM18.500 16.500v4M16.500 18.500h4',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  warn: 'M12 4.500l8.500 15h-17zM12 10v4.500M12 17.200v.1',
  clock: 'M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM12 7.500V12l3 2',
  copy: 'M9 9h10.500v10.500H9zM5.500 15H4.500V4.500H15v1',
  undo: 'M8.500 5L4.500 9l4 4M4.500 9H14a5.500 5.500 0 0 1 0 11h-3.500',
  retry: 'M19.500 12a7.500 7.500 0 1 1-2.200-5.300M19.500 3.500v4h-4',
  info: 'M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM12 11v5.500M12 7.700v.1',
  pencil: 'M4.500 19.500l1-4L16 5l3 3L8.500 18.500z',
  phone:
    'M6 3.500h3.500l1.500 4.500-2.200 1.700a12 12 0 0 0 5.500 5.500l1.700-2.200 4.500 1.500V18a2.500 2.500 0 0 1-2.500 2.500A15.500 15.500 0 0 1 3.500 6 2.500 2.500 0 0 1 6 3.500z',
  mail: 'M3.500 6h17v12.500h-17zM3.500 7l8.500 6 8.500-6',
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
