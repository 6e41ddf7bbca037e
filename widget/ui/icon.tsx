// The few shapes that a first look at the panel may need; the console draws them, too.
import type { VNode } from 'preact';
import { Shape } from './shape.tsx';

const shapes = {
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M5 12h13M12.5 6l6 6-6 6',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.8-3.6 3.8-5.5 7.5-5.5s6.7 1.9 7.5 5.5',
  spark: 'M12 3.5l1.9 5.2 5.2 1.9-5.2 1.9L12 17.7l-1.9-5.2-5.2-1.9 5.2-1.9zM18.5 16.5v4M16.5 18.5h4',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  info: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 11v5.5M12 7.7v.1',
} as const;

export function Icon({ name }: { name: keyof typeof shapes }): VNode {
  return <Shape path={shapes[name]} directed={name === 'send'} />;
}
