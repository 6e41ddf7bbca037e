// `/demo`: what there is to look at.
import { html } from './markup.ts';

export interface DemoLink {
  site: string;
  name: string;
  assistant: string;
  line: string;
}

export function indexPage(links: DemoLink[]): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Handrail: the demo</title>
<link rel="icon" href="/demo/assets/airline.svg" type="image/svg+xml">
<link rel="stylesheet" href="/demo/assets/page.css">
<link rel="stylesheet" href="/demo/assets/index.css">
</head>
<body>
<main class="wrap">
<h1>Handrail, at work</h1>
<p>Two made-up businesses embed the same chat by one tag. Each has a system of its own that the chat reaches over HTTP.</p>
<ul>${links.map(
    ({ site, name, assistant, line }) =>
      html`<li><a href="/demo/${site}"><img src="/demo/assets/${site}.svg" alt="" width="48" height="48"><b>${name}</b><span>${line}</span><small>Assistant: ${assistant}</small></a></li>`,
  )}<li><a href="/console"><span class="key" aria-hidden="true">⌨</span><b>The agents’ console</b><span>Be the person on the other side. How to sign in stands where the server was started.</span></a></li></ul>
</main>
</body>
</html>
`.html;
}
