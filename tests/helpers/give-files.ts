// Files as a person brings them into a page: dropped onto it or pasted, and how a picture that came stands there.
import type { Frame, Locator, Page } from 'playwright-core';

/** `way` is the event that brings `bytes` in, as a PDF of that name. */
export async function giveFile(
  page: Page | Frame,
  way: 'drop' | 'paste',
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  await page.locator('main').evaluate(
    (main, { bytes, way, name }) => {
      const held = new DataTransfer();
      held.items.add(new File([Uint8Array.from(bytes)], name, { type: 'application/pdf' }));
      const more = { bubbles: true, cancelable: true };
      main.dispatchEvent(
        way === 'drop'
          ? new DragEvent('drop', { ...more, dataTransfer: held })
          : new ClipboardEvent('paste', { ...more, clipboardData: held }),
      );
    },
    { bytes: [...bytes], way, name },
  );
}

/** Pixels of the picture itself; 0 until it is there. */
export function widthOf(image: Locator): Promise<number> {
  return image.evaluate((shown) => (shown as HTMLImageElement).naturalWidth);
}
