// The owner's part of `/demo`: a form that dresses the chat in the corner of this very page, and what to copy for it.
import type { Theme } from '../../server/site/site.ts';
import { html, type Markup } from './markup.ts';

export interface Themed {
  site: string;
  name: string;
  theme: Theme;
}

/** The form for `shown`; the others can be chosen. assets/theme.js brings it to life. */
export function themeForm(shown: Themed, others: Themed[]): Markup {
  const { theme, site } = shown;
  const choice = (legend: string, name: string, now: string, options: [value: string, label: string][]) =>
    html`<fieldset><legend>${legend}</legend>${options.map(
      ([value, label]) =>
        html`<label><input type="radio" name="${name}" value="${value}"${checked(value === now)}> ${label}</label>`,
    )}</fieldset>`;
  return html`<section class="owner" aria-labelledby="owner">
<h2 id="owner">Make it yours</h2>
<p>What you choose here is worn at once by the chat in the corner of this page.</p>
<div class="columns">
<form class="theme" data-site="${site}">
<nav aria-label="Business">${[shown, ...others].map((one) =>
    one === shown
      ? html`<a href="?site=${one.site}#owner" aria-current="true">${one.name}</a>`
      : html`<a href="?site=${one.site}#owner">${one.name}</a>`,
  )}</nav>
<label class="row">Accent <input type="color" name="accent" value="${theme.accent}"></label>
<label class="row">Roundness <span><input type="range" name="radius" min="0" max="32" value="${theme.radius}"> <output name="px">${theme.radius} px</output></span></label>
${choice('Corner', 'position', theme.position, [
  ['end', 'Where a line ends'],
  ['start', 'Where a line starts'],
])}
${choice('Colours', 'scheme', theme.scheme, [
  ['auto', 'As the device'],
  ['light', 'Light'],
  ['dark', 'Dark'],
])}
${choice('Button', 'launcher', theme.launcher, [
  ['bubble', 'A mark'],
  ['text', 'A mark and words'],
])}
<label class="row">Words <input name="label" maxlength="40" value="${theme.label ?? 'Chat'}"></label>
<div class="row"><button type="button" data-open>Open the chat</button><button type="reset">Start over</button></div>
</form>
<div class="copies">
${copy('tag', 'On your pages', 'The tag says what differs from the site’s own look.')}
${copy('yaml', 'Or once, in site.yaml', 'Then the plain tag is enough on every page.')}
<p class="said" role="status"></p>
</div>
</div>
</section>`;
}

function copy(id: string, title: string, line: string): Markup {
  return html`<figure><figcaption><b id="${id}-title">${title}</b> <small>${line}</small></figcaption><pre tabindex="0" aria-labelledby="${id}-title"><code data-shows="${id}"></code></pre><button type="button" data-copies="${id}" aria-describedby="${id}-title">Copy</button></figure>`;
}

function checked(is: boolean): Markup {
  return is ? html` checked` : html``;
}
