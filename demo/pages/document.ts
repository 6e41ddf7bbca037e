// The document around a demo page, with the one tag by which a business embeds the chat.
import { html, type Markup } from './markup.ts';
import { type Language, switcher } from './switcher.ts';

export interface Page {
  site: string;
  title: string;
  description: string;
  /** Colour of the browser's own frame. */
  colour: string;
  /** Further style sheets of the demo's, by name. */
  styles?: string[];
  /** Inside `<body>`, below the switcher. */
  body: Markup;
}

export function demoDocument(page: Page, as: string, language: Language): string {
  // English needs nothing but the one tag; another language says so.
  const widget =
    language === 'en'
      ? html`<script src="/widget.js" data-site="${page.site}" async></script>`
      : html`<script src="/widget.js" data-site="${page.site}" data-locale="${language}" async></script>`;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${page.title}</title>
<meta name="description" content="${page.description}">
<meta name="theme-color" content="${page.colour}">
<link rel="icon" href="/demo/assets/${page.site}.svg" type="image/svg+xml">
<link rel="stylesheet" href="/demo/assets/page.css">
<link rel="stylesheet" href="/demo/assets/${page.site}.css">
${(page.styles ?? []).map((name) => html`<link rel="stylesheet" href="/demo/assets/${name}.css">`)}
<script src="/demo/assets/page.js" defer></script>
${widget}
</head>
<body>
${switcher(page.site, as, language)}
${page.body}
</body>
</html>
`.html;
}
