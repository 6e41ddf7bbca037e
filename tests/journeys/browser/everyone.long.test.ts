// For everyone: each state of the gallery in a real browser by WCAG's rules, in the languages that differ most; with
// nothing cut on the narrowest phone, with wide text and at 400 % zoom, in every language; in forced colours and without
// motion.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { languages } from '../../../widget/ui/load-strings.ts';
import { createGallery, type GalleryWorld } from '../../helpers/gallery-world.ts';
import { layoutFaults } from './layout-faults.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Languages that are looked at by all rules and with wide text; the others are the same page with other words. */
const closely = new Set(['en', 'ar', 'ja']);
/** Some ninety states a test, on machines of any speed, ms: not to judge speed by, only to end what hangs. */
const hang = 600_000;
const widest = { width: 1280, height: 800 };
const phone = { width: 320, height: 640 };
const zoomed = [
  // A window of 1280 × 1024 at 400 %, and the panel's frame on a page of 1280 × 800 at 200 %.
  { width: 320, height: 256 },
  { width: 400, height: 288 },
];

let gallery: GalleryWorld;
beforeAll(async () => {
  // Scripts and styles of the test's own come past the page's policy, which the gallery keeps when it is looked at.
  gallery = await createGallery({ bypassCSP: true, viewport: phone });
}, hang);
beforeEach(() => gallery.renew());
afterAll(() => gallery.close());

/** What axe finds on the page as it stands, one line each. */
async function violations(run: string[] | { rules: string[] } = tags): Promise<string[]> {
  const found = await gallery.page.evaluate(
    ([source, runOnly]) => {
      const page = window as unknown as { axe?: typeof axe };
      if (!page.axe) new Function(source)();
      return page.axe!.run(document, { runOnly, resultTypes: ['violations'] });
    },
    [axeSource, Array.isArray(run) ? run : { type: 'rule' as const, values: run.rules }] as const,
  );
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

/** Looks at every state in a language and gives what is wrong by state. */
async function lookAtAll(
  locale: string,
  look: (state: string) => Promise<string[]>,
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const state of gallery.states) {
    await gallery.show(state, { locale });
    const here = await look(state);
    if (here.length > 0) found[state] = here;
  }
  return found;
}

it.each(languages)(
  'axe finds nothing, nothing is cut at 320 px, and nothing is too small to press: %s',
  async (locale) => {
    const { page } = gallery;
    await page.setViewportSize(phone);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const found = await lookAtAll(locale, async () => {
      const faults = await page.evaluate(layoutFaults);
      if (!closely.has(locale)) return faults;
      faults.push(...(await violations()));
      // Colours are the same in every language.
      if (locale === 'en') {
        await page.evaluate(() => {
          document.documentElement.dataset.scheme = 'dark';
        });
        faults.push(...(await violations({ rules: ['color-contrast'] })).map((fault) => `dark: ${fault}`));
      }
      // WCAG 1.4.12.
      await page.addStyleTag({
        content:
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
      });
      faults.push(...(await page.evaluate(layoutFaults)).map((fault) => `wide text: ${fault}`));
      return faults;
    });
    expect(found).toEqual({});
  },
  hang,
);

it(
  'zoomed, everything can be scrolled to, and nothing sideways',
  async () => {
    const { page } = gallery;
    const found = await lookAtAll('en', async (state) => {
      const faults: string[] = [];
      for (const viewport of zoomed) {
        await page.setViewportSize(viewport);
        faults.push(...(await page.evaluate(layoutFaults)));
        if (state.startsWith('launcher')) continue;
        const composer = page.locator('.composer textarea');
        // The sheet stands in its place, and scrolls as a whole.
        if (await page.locator('.sheet').isVisible()) continue;
        await composer.scrollIntoViewIfNeeded();
        const box = await composer.boundingBox();
        if (!box || box.y < 0 || box.y + box.height > viewport.height + 1)
          faults.push('the composer is out of reach');
      }
      await page.setViewportSize(phone);
      return faults;
    });
    expect(found).toEqual({});
  },
  hang,
);

it(
  'forced colours keep an edge round what can be pressed, and nothing moves where less motion is asked for',
  async () => {
    const { page } = gallery;
    await page.setViewportSize(widest);
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    const found = await lookAtAll('en', () =>
      page.evaluate(() => {
        const canvas = getComputedStyle(document.body).backgroundColor;
        const bare = [...document.querySelectorAll<HTMLElement>('button, .point span')].flatMap((button) => {
          const { borderStyle, borderWidth, textDecorationLine, color } = getComputedStyle(button);
          if (color === canvas) return [`${button.className}: words in the colour of the page`];
          const edged = borderStyle !== 'none' && borderWidth !== '0px';
          // An icon or underlined words say by themselves what they are.
          const plain = textDecorationLine === 'underline' || button.querySelector('.icon') !== null;
          return edged || plain ? [] : [`${button.className}: no edge`];
        });
        const moving = document.getAnimations().filter(({ playState }) => playState === 'running');
        return [...bare, ...moving.map(() => 'moves')];
      }),
    );
    expect(found).toEqual({});

    await gallery.show('confirm');
    const marks: string[] = [];
    for (let at = 0; at < 6; at += 1) {
      await page.keyboard.press('Tab');
      marks.push(
        await page.evaluate(() => {
          const focused = document.activeElement!.closest('.write') ?? document.activeElement!;
          // Past its end the page hands the focus back to the browser.
          return focused === document.body ? 'the browser' : getComputedStyle(focused).outlineStyle;
        }),
      );
    }
    expect(marks.filter((mark) => mark !== 'the browser').length).toBeGreaterThan(3);
    expect(marks).not.toContain('none');
  },
  hang,
);
