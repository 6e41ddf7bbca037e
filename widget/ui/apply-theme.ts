// Puts a site's theme on a document. Styles are set through the CSS object model, which a strict policy allows.
import type { FrameTheme } from '../../shared/frame-config.ts';
import { accentPartners } from './accent.ts';

/** Sets the tokens that a theme chooses on the root element; what is absent or malformed stays as it is. */
export function applyTheme(root: HTMLElement, theme: Partial<FrameTheme>): void {
  const partners = theme.accent ? accentPartners(theme.accent) : undefined;
  if (theme.accent && partners) {
    root.style.setProperty('--accent', theme.accent);
    root.style.setProperty('--on-accent', partners.onAccent);
    root.style.setProperty('--accent-text', `light-dark(${partners.textOnLight}, ${partners.textOnDark})`);
  }
  if (theme.radius !== undefined) {
    root.style.setProperty('--radius', `${theme.radius}px`);
    root.style.setProperty('--radius-small', `${Math.min(theme.radius, 10)}px`);
  }
  if (theme.scheme) root.dataset.scheme = theme.scheme;
}
