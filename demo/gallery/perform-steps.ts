// Does in a state of the gallery what a customer would have done: presses, writes, scrolls, each as soon as it can be.

export type Step =
  /** `until`: what shows that it was taken, where presses count for nothing at first (D2). */
  | { press: string; until?: string }
  | { write: string; text: string }
  | { choose: string; value: string }
  /** Nothing is done but to wait until it is there. */
  | { see: string }
  | { scrollUp: string }
  /** Files as they are picked: of a type (MIME), with so many bytes. */
  | { attach: string; files: { name: string; type: string; bytes?: number }[] };

/** Resolves once every step was taken and drawn. Selectors are looked for until they are there. */
export async function performSteps(root: Document, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    if ('press' in step) (await appears<HTMLElement>(root, step.press)).click();
    else if ('see' in step) await appears(root, step.see);
    else if ('choose' in step) {
      const list = await appears<HTMLSelectElement>(root, step.choose);
      list.value = step.value;
      list.dispatchEvent(new Event('change', { bubbles: true }));
    } else if ('attach' in step) {
      const field = await appears<HTMLInputElement>(root, step.attach);
      const picked = new DataTransfer();
      for (const { name, type, bytes } of step.files)
        picked.items.add(new File([bytes ? new Uint8Array(bytes) : await samplePicture()], name, { type }));
      field.files = picked.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    } else if ('write' in step) {
      const field = await appears<HTMLTextAreaElement>(root, step.write);
      field.value = step.text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    } else {
      const box = await appears<HTMLElement>(root, step.scrollUp);
      // Only what a reader scrolls counts: first it has come to its end.
      await until(() => box.scrollTop > 0);
      box.scrollTop -= 400;
    }
    await frame();
    await frame();
  }
}

async function appears<T extends Element>(root: Document, selector: string): Promise<T> {
  await until(() => root.querySelector(selector) !== null);
  return root.querySelector<T>(selector)!;
}

/** Looks once a frame. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await frame();
}

function frame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** A picture of two colours, the same everywhere. */
export async function samplePicture(): Promise<Blob> {
  const canvas = new OffscreenCanvas(64, 64);
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = '#7aa2c8';
  pen.fillRect(0, 0, 64, 64);
  pen.fillStyle = '#e8c468';
  pen.fillRect(12, 24, 40, 28);
  return canvas.convertToBlob();
}
