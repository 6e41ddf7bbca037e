// Browsers load their tables of languages when a process first uses Intl: in Chromium 15 to 30 ms in one piece, several
// times that on a phone. A worker does it beside the first paint; what shows times or numbers waits for it.
import { type ReadonlySignal, signal } from '@preact/signals-core';
import workerUrl from './intl-worker.ts?worker&url';

declare global {
  interface Window {
    /** As far as it is used here; not every browser has it. */
    trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createScriptURL(asked: string): string },
      ): { createScriptURL(asked: string): string };
    };
  }
}

/** Nobody waits longer for a time to be shown (ms): after that the page's own thread bears it. */
const patienceMs = 500;

const warming = signal(false);

/** Whether times and numbers are better shown in a moment. */
export const intlIsWarming: ReadonlySignal<boolean> = warming;

/** Begins; to be called once, as early as possible. `locale` is BCP 47. */
export function warmIntl(locale: string): void {
  // A strict document starts workers by a policy alone; this one knows a single address, whatever it is asked for.
  const policy = window.trustedTypes?.createPolicy('handrail-intl', { createScriptURL: () => workerUrl });
  try {
    const worker = new Worker(policy?.createScriptURL('') ?? workerUrl, { name: locale });
    const end = () => {
      worker.terminate();
      warming.value = false;
    };
    warming.value = true;
    worker.onmessage = worker.onerror = end;
    setTimeout(end, patienceMs);
  } catch {
    // A frame without workers, as a sandbox may be: the first use costs what it costs.
    warming.value = false;
  }
}
