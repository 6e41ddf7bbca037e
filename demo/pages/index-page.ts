// `/demo`: what there is to look at, and the chat to dress as one likes.
import { html } from './markup.ts';
import { type Themed, themeForm } from './theme-form.ts';

export interface DemoLink extends Themed {
  assistant: string;
  line: string;
}

/** The page has scripts and styles of this server's alone, so that it can refuse all others. */
export const indexPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; frame-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'";

/** `shown` is the site whose chat is on the page: one of `links`. */
export function indexPage(links: DemoLink[], shown: DemoLink | undefined): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Handrail: the demo</title>
<link rel="icon" href="/demo/assets/airline.svg" type="image/svg+xml">
<link rel="stylesheet" href="/demo/assets/page.css">
<link rel="stylesheet" href="/demo/assets/index.css">
${
  shown &&
  html`<script src="/demo/assets/theme.js" defer></script>
<script src="/widget.js" data-site="${shown.site}" async></script>`
}
</head>
<body>
<main class="wrap">
<h1>Handrail, at work</h1>
<p>Two made-up businesses embed the same chat by one tag. Each has a system of its own that the chat reaches over HTTP.</p>
<ul class="demos">${links.map(
    ({ site, name, assistant, line }) =>
      html`<li><a href="/demo/${site}"><img src="/demo/assets/${site}.svg" alt="" width="48" height="48"><b>${name}</b><span>${line}</span><small>Assistant: ${assistant}</small></a><a class="break" href="/demo/${site}/faults">What goes wrong: break ${name} by hand</a></li>`,
  )}<li><a href="/console"><span class="key" aria-hidden="true">⌨</span><b>The agents’ console</b><span>Be the person on the other side. How to sign in stands where the server was started.</span></a></li></ul>
${
  shown &&
  themeForm(
    shown,
    links.filter((link) => link !== shown),
  )
}
</main>
</body>
</html>
`.html;
}
