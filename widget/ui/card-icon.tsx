// The shapes of cards, of waiting and of the way down: apart from icon.tsx, since the panel fetches them later.
import type { VNode } from 'preact';
import { Shape } from './shape.tsx';

const shapes = {
  down: 'M6 9l6 6 6-6',
  warn: 'M12 4.5l8.5 15h-17zM12 10v4.5M12 17.2v.1',
  clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 7.5V12l3 2',
  copy: 'M9 9h10.5v10.5H9zM5.5 15H4.5V4.5H15v1',
  undo: 'M8.5 5L4.5 9l4 4M4.5 9H14a5.5 5.5 0 0 1 0 11h-3.5',
  menu: 'M4 7h16M4 12h16M4 17h10',
  back: 'M11 6l-6 6 6 6M5 12h14',
  sound: 'M4.5 9.5v5h3.5l4.5 4v-13l-4.5 4zM16 9a4.2 4.2 0 0 1 0 6M18.5 6.5a7.8 7.8 0 0 1 0 11',
  mail: 'M3.5 6h17v12.5h-17zM3.5 7l8.5 6 8.5-6',
} as const;

export function CardIcon({ name }: { name: keyof typeof shapes }): VNode {
  return <Shape path={shapes[name]} directed={name === 'undo' || name === 'back' || name === 'menu'} />;
}
