// How a site looks, known to the loader without a second request: the server writes all themes into the script it
// serves. Attributes of the script tag count where the site is unknown or says nothing.
import type { FrameTheme } from '../../shared/frame-config.ts';

export interface LauncherTheme extends Partial<FrameTheme> {
  /** The launcher's name for those who hear it, and its words where it shows some. */
  label?: string;
}

/** Replaced by the server, together with its quotes, by a JSON text of `{site: theme}` as a string. */
const themesOfServer = '__HANDRAIL_THEMES__';

/** The server's themes by site; none where the script is served by something else, as in the gallery. */
export function siteThemes(): Record<string, LauncherTheme> {
  try {
    return JSON.parse(themesOfServer);
  } catch {
    return {};
  }
}
