// Shapes that only the console draws, beside those of ui/icon.tsx; always decoration.
import type { VNode } from 'preact';

const shapes = {
  sound: 'M4 9.500v5h3.500L12 18.500v-13L7.500 9.500zM15.500 9a4.500 4.500 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11',
  silent: 'M4 9.500v5h3.500L12 18.500v-13L7.500 9.500zM16 9.500l5 5M21 9.500l-5 5',
  keys: 'M3.500 6.500h17v11h-17zM7 10h.1M10.500 10h.1M14 10h.1M17.500 10h.1M8 14h8',
  leave: 'M14 4.500h5v15h-5M4.500 12h10M11 8.500l3.500 3.500-3.500 3.500',
  side: 'M3.500 5h17v14h-17zM14.500 5v14',
  search: 'M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM15.500 15.500l5 5',
  transfer: 'M4.500 8.500h14M15 5l3.500 3.500L15 12M19.500 16h-14M9 12.500L5.500 16 9 19.500',
  back: 'M20 17a8 8 0 0 0-15-4M4.500 8.500v4.500H9',
  lock: 'M6 11h12v8.500H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  cog: 'M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM12 3.500v3M12 17.500v3M3.500 12h3M17.500 12h3M6 6l2.100 2.100M15.900 15.900L18 18M18 6l-2.100 2.100M8.100 15.900L6 18',
  bell: 'M6.500 16.500V11a5.500 5.500 0 0 1 11 0v5.500l1.500 1.500H5zM10.500 20.500h3',
  plus: 'M12 5.500v13M5.500 12h13',
  minus: 'M5.500 12h13',
  lift: 'M12 19V6M6.500 11.500L12 6l5.500 5.500',
} as const;

export type DeskIconName = keyof typeof shapes;

export function DeskIcon({ name }: { name: DeskIconName }): VNode {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}
