// The launcher in its closed shadow root, drawn from what it is told; made with createElement alone, since strict
// pages refuse HTML strings.
import { launcherStyle } from './launcher-style.ts';
import type { LauncherTheme } from './site-theme.ts';

export interface Launcher {
  host: HTMLElement;
  root: ShadowRoot;
  button: HTMLButtonElement;
  draw(open: boolean, theme: LauncherTheme): void;
}

/** A launcher that is not on the page yet; `offset` is "20px" or "20px 5rem": from the side, from below. */
export function createLauncher(offset?: string): Launcher {
  const host = document.createElement('handrail-chat');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(launcherStyle);
  root.adoptedStyleSheets = [sheet];
  const button = document.createElement('button');
  const words = new Text();
  button.append(document.createElement('i'), words);
  root.append(button);
  const set = (name: string, value: string) => host.style.setProperty(name, value);
  if (offset) {
    const [fromSide = '', fromBelow = ''] = offset.split(' ');
    set('--x', fromSide);
    set('--y', fromBelow);
  }

  return {
    host,
    root,
    button,
    draw(open, { accent = '#2f5bea', label = 'Chat', position, launcher }) {
      set('--a', accent);
      button.className = `l ${position} ${open && 'open'}`;
      button.ariaExpanded = `${open}`;
      button.ariaLabel = label;
      words.data = launcher === 'text' ? label : '';
    },
  };
}
