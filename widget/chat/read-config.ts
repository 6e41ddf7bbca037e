// The panel's settings, which the server writes into its document: read once, trusted as the document itself is.
import type { FrameConfig } from '../../shared/frame-config.ts';

/** Throws when the document lacks them: then it is not the server's. */
export function readConfig(page: Document): FrameConfig {
  const text = page.getElementById('config')?.textContent;
  if (!text) throw new Error('This document has no panel settings.');
  return JSON.parse(text) as FrameConfig;
}
