// The looks of panel and launcher against the pictures that were accepted: a change that nobody meant shows here.
// After one that was meant: ACCEPT_PICTURES=1 npx vitest run --project=long tests/screenshots
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createGallery, type GalleryWorld, type Look } from '../helpers/gallery-world.ts';
import { comparePictures } from './compare-pictures.ts';
import { useTestFont } from './test-font.ts';

const project = resolve(import.meta.dirname, '../..');
const accepted = join(import.meta.dirname, 'pictures');
const findings = join(project, 'dist/pictures');
const accepting = process.env.ACCEPT_PICTURES === '1';

/** Share of a picture that may differ: letters are drawn a little differently by another build of the browser. */
const tolerance = 0.001;

const phone = { width: 360, height: 640 };
const frame = { width: 400, height: 680 };
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
  {
    name: 'desktop',
    look: {},
    viewport: frame,
    states: ['launcher-open', 'greeting', 'clarify', 'confirm', 'waiting'],
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
}, 60_000);
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
      const now = inColours(await page.screenshot({ animations: 'disabled' }));
      const file = join(accepted, `${state}-${name}.png`);
      seen.add(`${state}-${name}.png`);
      if (accepting) {
        const same = existsSync(file) && comparePictures(readFileSync(file), now)?.pixels === 0;
        if (!same) writeFileSync(file, now);
      } else faults.push(...judge(`${state}-${name}`, file, now));
    }
    expect(faults.join('\n\n')).toBe('');
  },
  240_000,
);

it('every accepted picture is of a state that there is, and all of them are small', () => {
  const files = readdirSync(accepted);
  const stale = files.filter((file) => !seen.has(file));
  if (accepting) for (const file of stale) rmSync(join(accepted, file));
  else expect(stale).toEqual([]);
  expect(files.reduce((sum, file) => sum + statSync(join(accepted, file)).size, 0)).toBeLessThan(2_000_000);
});

it('sees what moved by two pixels or changed its colour', async () => {
  const { page } = gallery;
  await page.setViewportSize(phone);
  await gallery.show('confirm');
  const before = await page.screenshot({ animations: 'disabled' });
  for (const change of [
    '.card-actions { margin-block-start: 18px !important }',
    '.button.danger { background: var(--accent) !important }',
    '.person-button { border-color: transparent !important }',
    '.group-foot { display: none !important }',
  ]) {
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }, change);
    const { share } = comparePictures(before, await page.screenshot({ animations: 'disabled' }))!;
    expect(share, change).toBeGreaterThan(tolerance);
    await gallery.show('confirm');
  }
}, 60_000);

/** Without transparency, which makes the file smaller. */
function inColours(picture: Buffer): Buffer {
  return PNG.sync.write(PNG.sync.read(picture), { colorType: 2, deflateLevel: 9 });
}

function judge(name: string, file: string, now: Buffer): string[] {
  const here = (path: string) => relative(project, path);
  const actual = join(findings, `${name}-now.png`);
  if (!existsSync(file)) {
    writeFileSync(actual, now);
    return [`${name}: no picture was accepted yet; it looks like ${here(actual)}`];
  }
  const difference = comparePictures(readFileSync(file), now);
  if (difference && difference.share <= tolerance) return [];
  writeFileSync(actual, now);
  if (!difference) return [`${name}: of another size than ${here(file)}\n  now       ${here(actual)}`];
  const marked = join(findings, `${name}-difference.png`);
  writeFileSync(marked, difference.marked);
  const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
  return [
    [
      `${name}: ${difference.pixels * 4} pixels differ, ${percent(difference.share)} (${percent(tolerance)} may)`,
      `  accepted  ${here(file)}`,
      `  now       ${here(actual)}`,
      `  where     ${here(marked)}`,
    ].join('\n'),
  ];
}
