// A font that comes with the tests, so that pictures do not depend on the machine's: Noto Sans (SIL Open Font License).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const { resolve } = createRequire(import.meta.url);
const faces = [
  ['@fontsource/noto-sans/files/noto-sans-latin', 'Test Sans'],
  ['@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic', 'Test Arabic'],
].flatMap(([path, family]) =>
  (['400', '600'] as const).map((weight) => ({
    family: family!,
    weight: weight === '400' ? '100 499' : '500 900',
    bytes: readFileSync(resolve(`${path}-${weight}-normal.woff2`)).toString('base64'),
  })),
);

/** Every page that is opened from now on shows all of its words in it. */
export async function useTestFont(page: Page): Promise<void> {
  await page.addInitScript((given) => {
    for (const { family, weight, bytes } of given) {
      const face = new FontFace(
        family,
        Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)),
        { weight },
      );
      document.fonts.add(face);
      void face.load();
    }
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { font-family: "Test Sans", "Test Arabic" !important }');
    document.adoptedStyleSheets = [sheet];
  }, faces);
}
