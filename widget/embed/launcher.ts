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
export function createLauncher(offset = ''): Launcher {
  const host = document.createElement('handrail-chat');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(launcherStyle);
  root.adoptedStyleSheets = [sheet];
  const button = document.createElement('button');
  const mark = document.createElement('i');
  button.append(mark);
  root.append(button);
  const set = (name: string, value: string) => host.style.setProperty(name, value);
  const [fromSide = '', fromBelow = ''] = offset.split(' ');
  set('--x', fromSide);
  set('--y', fromBelow);

  return {
    host,
    root,
    button,
    draw(open, { accent = '#2f5bea', label = 'Chat', position, launcher }) {
      set('--a', accent);
      button.className = `l ${position} ${open && 'open'}`;
      button.ariaExpanded = `${open}`;
      button.ariaLabel = label;
      // Words as a string, of which the browser makes the node: one that is made here costs as much as the button.
      mark.nextSibling?.remove();
      if (launcher === 'text') mark.after(label);
    },
  };
}
