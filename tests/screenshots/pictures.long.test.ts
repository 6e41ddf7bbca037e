// The looks of panel and launcher against the pictures that were accepted: a change that nobody meant shows here.
// After one that was meant: ACCEPT_PICTURES=1 npx vitest run --project=long tests/screenshots
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createGallery, type GalleryWorld, type Look } from '../helpers/gallery-world.ts';
import { comparePictures } from './compare-pictures.ts';
import { halvePicture } from './halve-picture.ts';
import { useTestFont } from './test-font.ts';

const project = resolve(import.meta.dirname, '../..');
const accepted = join(import.meta.dirname, 'pictures');
const findings = join(project, 'dist/pictures');
const accepting = process.env.ACCEPT_PICTURES === '1';

/**
 * Share of a picture that may differ. Measured with Chromium 156: other hinting, coloured edges of letters or other code
 * paths of its painter change nothing of what is compared; a button that moves by one pixel changes 4 %.
 */
const tolerance = 0.003;

const mostLooks = 20;

const phone = { width: 360, height: 640 };
const frame = { width: 400, height: 680 };
const host = { width: 800, height: 400 };
/** Not compared: what the machine's own font or pictures of emoji are in. */
const machines = new Set(['emoji', 'launcher-text', 'launcher-unread']);
const telling = [
  'greeting',
  'text',
  'clarify',
  'confirm',
  'confirm-last-minute',
  'receipt',
  'waiting-late',
  'leave-message',
  'brief',
  'claimed',
  'rating',
  'unsent',
  'offline',
];
const sets: { name: string; look: Look; viewport: typeof phone; states?: string[] }[] = [
  { name: 'phone', look: {}, viewport: phone },
  { name: 'phone-dark', look: { scheme: 'dark' }, viewport: phone, states: telling },
  { name: 'phone-rtl', look: { locale: 'ar' }, viewport: phone, states: telling },
  { name: 'page', look: {}, viewport: host, states: ['launcher', 'launcher-open'] },
  {
    name: 'desktop',
    look: {},
    viewport: frame,
    states: ['greeting', 'clarify', 'confirm', 'waiting'],
  },
];

let gallery: GalleryWorld;
const seen = new Set<string>();
beforeAll(async () => {
  // As little as can be is left to the machine: no hinting, no coloured edges of letters, one colour profile.
  gallery = await createGallery({ reducedMotion: 'reduce' }, [
    '--font-render-hinting=none',
    '--disable-lcd-text',
    '--force-color-profile=srgb',
    '--hide-scrollbars',
  ]);
  await useTestFont(gallery.page);
  rmSync(findings, { recursive: true, force: true });
  mkdirSync(accepting ? accepted : findings, { recursive: true });
});
afterAll(() => gallery.close());

it.each(sets)(
  'looks as it was accepted: $name',
  async ({ name, look, viewport, states }) => {
    const { page } = gallery;
    await page.setViewportSize(viewport);
    const faults: string[] = [];
    for (const state of (states ?? gallery.states).filter((one) => !machines.has(one))) {
      await gallery.show(state, look);
      await page.evaluate(() => document.fonts.ready);
      const file = join(accepted, `${state}-${name}.png`);
      const { shot, now } = await lookAt(page, file);
      seen.add(`${state}-${name}.png`);
      if (accepting) {
        const same = existsSync(file) && comparePictures(readFileSync(file), now)?.pixels === 0;
        if (!same) writeFileSync(file, now);
      } else faults.push(...judge(`${state}-${name}`, file, { shot, now }));
    }
    expect(faults.join('\n\n')).toBe('');
  },
  480_000,
);

it('every accepted picture is of a state that there is, and all of them are small', () => {
  const files = readdirSync(accepted);
  const stale = files.filter((file) => !seen.has(file));
  if (accepting) for (const file of stale) rmSync(join(accepted, file));
  else expect(stale).toEqual([]);
  expect(files.reduce((sum, file) => sum + statSync(join(accepted, file)).size, 0)).toBeLessThan(2_000_000);
});

it('sees what moved by a pixel, changed its colour or went away', async () => {
  const { page } = gallery;
  await page.setViewportSize(phone);
  await gallery.show('confirm');
  const before = halvePicture(await page.screenshot({ animations: 'disabled' }));
  for (const change of [
    '.card-actions { margin-block-start: 17px !important }',
    '.button.danger { background: var(--accent) !important }',
    '.group-foot { display: none !important }',
  ]) {
    await gallery.show('confirm');
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }, change);
    const now = halvePicture(await page.screenshot({ animations: 'disabled' }));
    expect(comparePictures(before, now)!.share, change).toBeGreaterThan(tolerance);
  }
});

/** A busy machine paints the last part late: what is not as accepted yet is looked at again, a few times. */
async function lookAt(page: Page, file: string): Promise<{ shot: Buffer; now: Buffer }> {
  for (let look = 1; ; look += 1) {
    const shot = await page.screenshot({ animations: 'disabled' });
    const now = halvePicture(shot);
    if (accepting || look === mostLooks || !existsSync(file)) return { shot, now };
    const difference = comparePictures(readFileSync(file), now);
    if (difference && difference.share <= tolerance) return { shot, now };
  }
}

/** `shot` is the whole picture, `now` what is compared of it. */
function judge(name: string, file: string, { shot, now }: { shot: Buffer; now: Buffer }): string[] {
  const here = (path: string) => relative(project, path);
  const actual = join(findings, `${name}-now.png`);
  if (!existsSync(file)) {
    writeFileSync(actual, shot);
    return [`${name}: no picture was accepted yet; it looks like ${here(actual)}`];
  }
  const difference = comparePictures(readFileSync(file), now);
  if (difference && difference.share <= tolerance) return [];
  writeFileSync(actual, shot);
  if (!difference) return [`${name}: of another size than ${here(file)}\n  now       ${here(actual)}`];
  const marked = join(findings, `${name}-difference.png`);
  writeFileSync(marked, difference.marked);
  const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
  return [
    [
      `${name}: ${difference.pixels} pixels differ, ${percent(difference.share)} (${percent(tolerance)} may)`,
      `  accepted  ${here(file)}`,
      `  now       ${here(actual)}`,
      `  where     ${here(marked)}`,
    ].join('\n'),
  ];
}
