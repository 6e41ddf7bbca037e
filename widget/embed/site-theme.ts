// How a site looks, known to the loader without a second request: the server writes all themes into the script it
// serves. What the script tag says counts before it, and what the page says later before both.
import type { FrameTheme } from '../../shared/frame-config.ts';

export type LauncherTheme = Partial<FrameTheme>;

/** The server puts the themes here as it serves the script: what differs from the launcher's own, by site. */
declare global {
  const __HANDRAIL_THEMES__: Partial<Record<string, LauncherTheme>>;
}
