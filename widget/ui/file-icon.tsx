// The shapes that go with attached files: apart from icon.tsx, since they come with the part that attaches.
import type { VNode } from 'preact';
import { Shape } from './shape.tsx';

const shapes = {
  clip: 'M19 11.5l-7.3 7.3a4.6 4.6 0 0 1-6.5-6.5l7.6-7.6a3 3 0 0 1 4.3 4.3l-7.5 7.5a1.5 1.5 0 0 1-2.1-2.1l6.8-6.8',
  camera: 'M3.5 8h4l1.5-2.5h6L16.5 8h4v11h-17zM12 16.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4z',
  save: 'M12 4v11M7 10.5l5 5 5-5M5 19.5h14',
  file: 'M6 3.5h8l4 4v13H6zM14 3.5v4h4',
} as const;

/** One shape in the colour and size of the words around it. */
export function FileIcon({ name }: { name: keyof typeof shapes }): VNode {
  return <Shape path={shapes[name]} />;
}
