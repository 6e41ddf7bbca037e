// The launcher in its closed shadow root, drawn from what it is told; made with createElement alone, since strict
// pages refuse HTML strings.
import { launcherStyle } from './launcher-style.ts';
import type { LauncherTheme } from './site-theme.ts';

export interface Launcher {
  host: HTMLElement;
  root: ShadowRoot;
  button: HTMLButtonElement;
  draw(open: boolean, unread: number, theme: LauncherTheme): void;
}

const bubble =
  'M20 11.5a7.5 7.5 0 0 1-7.5 7.5H5l1.3-3A7.5 7.5 0 1 1 20 11.5zM9 11.5h.01M12.5 11.5h.01M16 11.5h.01';
const down = 'M6 9l6 6 6-6';

/** A launcher that is not on the page yet; `offset` is "20" or "20 80", px from the side and from below. */
export function createLauncher(offset = ''): Launcher {
  const host = document.createElement('handrail-chat');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(launcherStyle);
  root.adoptedStyleSheets = [sheet];
  const button = document.createElement('button');
  const badge = document.createElement('b');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.append(path);
  root.append(button);
  const set = (name: string, value: string) => host.style.setProperty(name, value);
  offset.split(' ').forEach((px, i) => {
    if (px) set(i ? '--y' : '--x', `${px}px`);
  });

  return {
    host,
    root,
    button,
    draw(open, unread, { accent = '#2f5bea', radius = 16, label = 'Chat', position, launcher }) {
      set('--a', accent);
      set('--o', isLight(accent) ? '#000' : '#fff');
      set('--r', `${radius}px`);
      button.className = `l ${position} ${open && 'open'}`;
      button.ariaExpanded = `${open}`;
      button.ariaLabel = unread ? `${label} (${unread})` : label;
      badge.textContent = `${unread}`;
      path.setAttribute('d', open ? down : bubble);
      button.replaceChildren(svg, launcher === 'text' ? label : '', unread && !open ? badge : '');
    },
  };
}

/** Whether dark marks read better on `#rrggbb` than white ones (ITU-R BT.601 luma). */
function isLight(hex: string): boolean {
  const value = Number.parseInt(hex.slice(1), 16);
  return (value >> 16) * 0.299 + ((value >> 8) & 255) * 0.587 + (value & 255) * 0.114 > 140;
}
