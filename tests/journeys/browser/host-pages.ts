// Pages of the kinds that businesses have, hostile ones among them: what a script tag has to live with.

export interface HostPage {
  name: string;
  html: string;
  /** Content-Security-Policy of the page. */
  csp?: string;
}

const tag = '<script src="/widget.js" data-site="airline" async></script>';
const text = '<h1>A page</h1><p>Some text of the page, to be read and not to be moved about.</p>';

const page = (head: string, body = text, html = 'lang="en"', embed = tag) =>
  `<!doctype html><html ${html}><head><meta charset="utf-8"><title>Host</title>${head}${embed}</head><body>${body}</body></html>`;

const withNonce = tag.replace('<script ', '<script nonce="r4nd0m" ');

export const hostPages: HostPage[] = [
  { name: 'a plain page', html: page('') },
  { name: 'a page without a doctype', html: `<title>Quirks</title>${tag}${text}` },
  {
    name: 'a page whose styles shout',
    html: page(
      `<style>
        * { all: unset !important; }
        :root * { position: static !important; opacity: .1 !important; font: 60px serif !important; }
        iframe, button { display: none !important; pointer-events: none !important; }
      </style>`,
    ),
  },
  { name: 'a page that reads from right to left', html: page('', text, 'lang="ar" dir="rtl"') },
  {
    name: 'a page under a policy that names each source, with Trusted Types',
    html: page(''),
    csp: "default-src 'none'; script-src 'self'; frame-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'",
  },
  {
    name: 'a page that trusts scripts by a nonce and what they load',
    html: page('', text, 'lang="en"', withNonce),
    csp: "default-src 'none'; script-src 'nonce-r4nd0m' 'strict-dynamic'; frame-src 'self'; base-uri 'none'",
  },
  {
    name: 'a page that trusts scripts by a nonce alone',
    html: page('', text, 'lang="en"', withNonce),
    csp: "default-src 'none'; script-src 'nonce-r4nd0m'; frame-src 'self'",
  },
  {
    name: 'a page that allows no policy of Trusted Types',
    html: page(''),
    csp: "require-trusted-types-for 'script'; trusted-types 'none'; script-src 'self'",
  },
  {
    name: 'a page without inline styles',
    html: page(''),
    csp: "style-src 'none'; style-src-attr 'none'; style-src-elem 'none'; font-src 'none'",
  },
  {
    name: 'a page whose policy says where frames come from and nothing else',
    html: page(''),
    csp: "frame-src 'self'",
  },
  {
    name: 'a page whose body is transformed, scrolls, and is covered up to the highest layer',
    html: page(
      `<style>
        body { transform: rotate(0.5deg); overflow: scroll; height: 3000px; margin: 0; }
        .cover { position: fixed; inset: 0; z-index: 2147483646; background: #eee; }
      </style>`,
      `${text}<div class="cover">Covered</div>`,
    ),
  },
  {
    name: 'a page with libraries that change what is built in',
    html: page(
      `<script>
        Array.prototype.last = function () { return this[this.length - 1]; };
        Object.prototype.own = true;
        Array.prototype.toJSON = function () { return 'broken'; };
        window.define = function () { throw new Error('an AMD loader took it'); };
        window.define.amd = {};
        window.name = 'host';
        window.parent.postMessage('noise', '*');
        setInterval(() => window.postMessage({ type: 'noise' }, '*'), 50);
      </script>`,
    ),
  },
  {
    name: 'a page with JSON, WebSocket and events of its own making',
    html: page(
      `<script>
        const broken = () => { throw new Error('patched'); };
        JSON.stringify = broken;
        JSON.parse = broken;
        window.WebSocket = broken;
        window.fetch = broken;
        window.XMLHttpRequest = broken;
        window.EventTarget.prototype.addEventListener = new Proxy(EventTarget.prototype.addEventListener, {
          apply: (target, self, args) => Reflect.apply(target, self, args),
        });
        Array.prototype.map = broken;
        Array.prototype.forEach = broken;
        String.prototype.replaceAll = broken;
      </script>`,
    ),
  },
  { name: 'a page that brings the tag twice', html: page(tag) },
  {
    name: 'a page that brings the tag in its body and later once more',
    html: page(
      '',
      `${text}${tag}<script>
    addEventListener('load', () => {
      const late = document.createElement('script');
      late.src = '/widget.js';
      late.dataset.site = 'shop';
      document.body.append(late);
    });
  </script>`,
    ),
  },
  {
    name: 'a page with a sheet above everything',
    html: page(
      '<style>*, *::before { z-index: 2147483647 !important; } .sheet { position: fixed; inset: 0; }</style>',
      `<div class="sheet">Above everything</div>${text}`,
    ),
  },
  {
    name: 'a page that replaces its body',
    html: page(
      '',
      `${text}<script>addEventListener('load', () => { document.body.replaceChildren(); });</script>`,
    ),
  },
];
