// Puts a site's theme on a document. Styles are set through the CSS object model, which a strict policy allows.
import type { AccentPartners } from '../../shared/accent.ts';
import type { FrameTheme } from '../../shared/frame-config.ts';

/** Sets the tokens that a theme chooses on the root element, except for the accent; what is absent stays as it is. */
export function applyTheme(root: HTMLElement, { radius, scheme }: Partial<FrameTheme>): void {
  if (radius !== undefined) {
    root.style.setProperty('--radius', `${radius}px`);
    root.style.setProperty('--radius-small', `${Math.min(radius, 10)}px`);
  }
  if (scheme) root.dataset.scheme = scheme;
}

/** Sets an accent (`#rrggbb`) with its readable partners. */
export function applyAccent(root: HTMLElement, accent: string, partners: AccentPartners): void {
  root.style.setProperty('--accent', accent);
  root.style.setProperty('--on-accent', partners.onAccent);
  root.style.setProperty('--accent-on-light', partners.textOnLight);
  root.style.setProperty('--accent-on-dark', partners.textOnDark);
}
