// The page API for bundled applications: `import { handrail } from 'handrail/embed'`, or the same file from the server
// (`https://HOST/widget/embed.js`). Everything may be called before the loader is there: the queue takes it.
import type { HandrailApi, PageEvent, QueuedCall } from './page-api.ts';

export interface EmbedOptions {
  /** Origin of the Handrail server: `https://chat.example.com`. */
  host: string;
  /** Id of the site. */
  site: string;
  /** Of the page's Content-Security-Policy, where it has one. */
  nonce?: string;
  /** Attributes of the script tag (README), without `data-`. */
  locale?: string;
  offset?: string;
  label?: string;
  accent?: string;
  radius?: string;
  position?: 'start' | 'end';
  scheme?: 'auto' | 'light' | 'dark';
  launcher?: 'bubble' | 'text';
}

type Calls = Pick<
  HandrailApi,
  'open' | 'close' | 'toggle' | 'identify' | 'logout' | 'setLocale' | 'setTheme' | 'on'
>;

export interface Handrail extends Calls {
  /** Puts the script tag on the page, once; after `destroy` it may be put there again. */
  load(options: EmbedOptions): void;
  /** Takes the chat and what waits for it off the page. */
  destroy(): void;
}

const call = (...queued: QueuedCall) => {
  window.Handrail ??= [];
  window.Handrail.push(queued);
};

export const handrail: Handrail = {
  load({ host, nonce, ...attributes }) {
    if (document.querySelector('script[data-handrail]')) return;
    const tag = document.createElement('script');
    tag.src = `${new URL(host).origin}/widget.js`;
    tag.async = true;
    if (nonce) tag.nonce = nonce;
    Object.assign(tag.dataset, attributes, { handrail: '' });
    document.head.append(tag);
  },
  destroy() {
    document.querySelector('script[data-handrail]')?.remove();
    const present = window.Handrail;
    if (present && !Array.isArray(present)) present.destroy();
    delete window.Handrail;
  },
  open: () => call('open'),
  close: () => call('close'),
  toggle: () => call('toggle'),
  identify: (token) => call('identify', token),
  logout: () => call('logout'),
  setLocale: (tag) => call('setLocale', tag),
  setTheme: (theme) => call('setTheme', theme),
  on(event: PageEvent, listen: (detail?: number) => void) {
    let stopped = false;
    call('on', event, (detail?: number) => {
      if (!stopped) listen(detail);
    });
    return () => {
      stopped = true;
    };
  },
};
