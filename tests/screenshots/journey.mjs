// Pictures of the real pages of a demo that was started freshly (`npm start`), at the sizes people have, light and dark, in English
// and German: `node tests/screenshots/journey.mjs [--url http://127.0.0.1:8787] [--out DIR] [--readme]`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:8787' },
    out: { type: 'string', default: 'node_modules/.cache/screenshots' },
    readme: { type: 'boolean', default: false },
    browser: { type: 'string', default: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium' },
  },
});
mkdirSync(values.out, { recursive: true });

const browser = await chromium.launch({
  executablePath: values.browser,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-sync',
  ],
});
const sizes = {
  phone: { width: 360, height: 640 },
  tablet: { width: 768, height: 1024 },
  desktop: { width: 1280, height: 800 },
};
const words = {
  en: {
    ask: 'I need to cancel my bag',
    confirm: /^Remove bag/,
    human: /Talk to a person/,
    carryOn: /Carry on/,
  },
  de: {
    ask: 'Ich möchte mein Gepäckstück stornieren',
    confirm: /entfernen/,
    human: /Menschen/,
    carryOn: /Assistent/,
  },
};

/** The panel lives in a closed shadow root: its frame is found by its address. */
async function panelOf(page) {
  await page.waitForFunction(() => typeof window.Handrail?.open === 'function');
  const isPanel = (frame) => frame.url().includes('/widget/frame');
  const arrival = page.waitForEvent('framenavigated', isPanel);
  await page.evaluate(() => window.Handrail.open());
  const panel = page.frames().find(isPanel) ?? (await arrival);
  await panel.getByRole('textbox').first().waitFor();
  return panel;
}

async function walk(name, { size, scheme, locale }) {
  const context = await browser.newContext({ viewport: size, colorScheme: scheme, locale });
  const page = await context.newPage();
  const shoot = (step) => page.screenshot({ path: join(values.out, `${name}-${step}.png`) });
  await page.goto(`${values.url}/demo/airline${locale === 'de' ? '?lang=de' : ''}`);
  await page.waitForLoadState('networkidle');
  await shoot('1-page');
  const panel = await panelOf(page);
  await panel
    .getByRole('log')
    .getByText(/automat/)
    .first()
    .waitFor();
  // A run before this one may have left the demo's customer in line.
  const carryOn = panel.getByRole('button', { name: words[locale].carryOn });
  if (await carryOn.isVisible()) await carryOn.click();
  await shoot('2-open');
  const box = panel.getByRole('textbox').first();
  await box.fill(words[locale].ask);
  await box.press('Enter');
  const confirm = panel.getByRole('button', { name: words[locale].confirm });
  await confirm.waitFor();
  await shoot('3-confirm');
  if (values.readme && name === 'desktop-light-en') await page.screenshot({ path: 'demo/screenshot.png' });
  await panel.getByRole('button', { name: words[locale].human }).first().click();
  await carryOn.waitFor();
  await shoot('4-waiting');
  await carryOn.click();
  await context.close();
}

// The README's comes first: its conversation is the demo customer's first, and begins with its acknowledgement.
for (const [device, size] of Object.entries(sizes).reverse()) {
  for (const scheme of ['light', 'dark'])
    await walk(`${device}-${scheme}-en`, { size, scheme, locale: 'en' });
}
await walk('phone-light-de', { size: sizes.phone, scheme: 'light', locale: 'de' });
await browser.close();
console.log(`pictures in ${values.out}`);
