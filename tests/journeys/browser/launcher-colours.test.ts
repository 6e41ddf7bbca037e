// The launcher's words on any accent, as a real browser computes them from the style alone (WCAG 2.2, 4.5 : 1).
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { contrastOf } from '../../../shared/accent.ts';
import { launcherStyle } from '../../../widget/embed/launcher-style.ts';
import { launchChromium } from '../../helpers/launch-chromium.ts';

const browser = launchChromium();
afterAll(async () => (await browser).close());

it('reads on any accent', async () => {
  const page = await (await browser).newPage();
  const grey = Array.from({ length: 256 }, (_, part) => (part << 16) | (part << 8) | part);
  const random = fc.sample(fc.integer({ min: 0, max: 0xffffff }), { seed: 1, numRuns: 2000 });
  const accents = [...grey, ...random].map((value) => `#${value.toString(16).padStart(6, '0')}`);
  const isWhite = await page.evaluate(
    ([css, colours]) => {
      const root = document.body.attachShadow({ mode: 'open' });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      root.adoptedStyleSheets = [sheet];
      const button = document.createElement('button');
      button.className = 'l';
      root.append(button);
      return colours.map((accent) => {
        document.body.style.setProperty('--a', accent);
        // XYZ's three parts; below nothing is black, above everything white.
        const [, y = 'none'] = /xyz\S* (\S+) /.exec(getComputedStyle(button).color) ?? [];
        return Number(y) > 0;
      });
    },
    [launcherStyle, accents] as const,
  );
  const worst = accents.map((accent, i) => contrastOf(isWhite[i] ? '#ffffff' : '#000000', accent));
  expect(Math.min(...worst)).toBeGreaterThanOrEqual(4.5);
  expect(new Set(isWhite).size).toBe(2);
});
