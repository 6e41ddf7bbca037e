// An owner dresses the chat on `/demo`, by keyboard, under the page's own strict policy, and takes the words along.
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { createBrowserWorld, panelOf } from '../../helpers/browser-world.ts';

it('an owner sees the chat in the chosen look, and copies the tag and the part of site.yaml that say it', async () => {
  const world = await createBrowserWorld();
  const page = await world.page('/demo?site=shop', { permissions: ['clipboard-read', 'clipboard-write'] });
  const tag = page.locator('[data-shows="tag"]');
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  expect(await tag.textContent()).toBe(
    `<script src="${world.url}/widget.js" data-site="shop" async></script>`,
  );

  await page.getByLabel('Roundness').focus();
  await page.keyboard.press('Home');
  await page.getByLabel('Dark').focus();
  await page.keyboard.press('Space');
  await page.getByLabel('Words', { exact: true }).fill('true "help" & more');
  await page.getByLabel('A mark', { exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await page.locator('[data-copies="yaml"]').focus();
  await page.keyboard.press('Enter');
  await page.getByText('Copied.').waitFor();
  expect(parse(await copied())).toEqual({
    theme: {
      ...world.parts.sites.get('shop')!.theme,
      radius: 0,
      scheme: 'dark',
      launcher: 'text',
      label: 'true "help" & more',
    },
  });

  // What the tag says is what a page with it has.
  const said = await page.evaluate(
    (text) => {
      const parsed = new DOMParser().parseFromString(text, 'text/html').querySelector('script')!;
      return { ...parsed.dataset };
    },
    (await tag.textContent())!,
  );
  expect(said).toEqual({
    site: 'shop',
    radius: '0',
    scheme: 'dark',
    launcher: 'text',
    label: 'true "help" & more',
  });

  await page.getByRole('button', { name: 'Open the chat' }).focus();
  await page.keyboard.press('Enter');
  const panel = await panelOf(page);
  await panel.getByText('automated assistant').first().waitFor();
  const worn = () =>
    panel.evaluate(() => ({
      scheme: document.documentElement.dataset.scheme,
      radius: document.documentElement.style.getPropertyValue('--radius'),
    }));
  await expect.poll(worn).toEqual({ scheme: 'dark', radius: '0px' });
  // Nothing was refused: no script, no style, no frame.
  expect(world.complaints).toEqual([]);
});
