// A browser with the settings that its owner might have chosen, for one test.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { chromiumArguments, findChromium } from './launch-chromium.ts';

/**
 * A browser whose owner has changed its settings, as Chromium keeps them in a profile: `cookies: 2` under
 * `profile.default_content_setting_values` blocks all storage. It goes with the test.
 */
export async function launchWithSettings(settings: object): Promise<BrowserContext> {
  const profile = mkdtempSync(join(tmpdir(), 'handrail-profile-'));
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(settings));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: chromiumArguments,
  });
  onTestFinished(async () => {
    await context.close();
    // Some of its processes may still be writing their last words.
    await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });
  return context;
}
