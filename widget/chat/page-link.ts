// The panel's end of the bridge: takes the port from the page that may embed it, and from no other; what comes over
// the port is parsed before anything relies on it.
import { type ReadonlySignal, signal } from '@preact/signals-core';
import { type PageState, type PanelSays, pagePort, parsePageState } from '../../shared/bridge.ts';

export interface PageLink {
  /** What the page last said; undefined before its first word. */
  readonly page: ReadonlySignal<PageState | undefined>;
  say(message: PanelSays): void;
}

/** A link for the panel in `frame`; opened by itself, outside of any page, the panel is simply open. */
export function linkToPage(frame: Window, origins: readonly string[]): PageLink {
  const page = signal<PageState>();
  let port: MessagePort | undefined;
  if (frame.parent === frame) {
    page.value = { open: true, quiet: false };
    return { page, say: () => undefined };
  }
  frame.addEventListener('message', (event) => {
    const fits = event.source === frame.parent && origins.includes(event.origin) && event.data === pagePort;
    const offered = event.ports[0];
    if (!fits || !offered) return;
    port?.close();
    port = offered;
    port.onmessage = ({ data }) => {
      const said = parsePageState(data);
      if (said) page.value = said;
    };
  });
  return { page, say: (message) => port?.postMessage(message) };
}
