// The strip above a demo page: who the visitor is, and in which language. It is the demo's, not the business's.
import { demoPeople } from '../people.ts';
import { html, type Markup } from './markup.ts';

export type Language = 'en' | 'de';

const words = {
  en: {
    demo: 'Demo',
    as: 'You are',
    nobody: 'Not signed in',
    other: 'Deutsch',
    all: 'All demos',
    console: 'Agents’ console',
    faults: 'What goes wrong',
  },
  de: {
    demo: 'Demo',
    as: 'Sie sind',
    nobody: 'Nicht angemeldet',
    other: 'English',
    all: 'Alle Demos',
    console: 'Konsole der Agenten',
    faults: 'Was schiefgeht',
  },
};

/** Without scripts it is a form that loads the page anew. */
export function switcher(site: string, as: string, language: Language): Markup {
  const text = words[language];
  const other = language === 'en' ? 'de' : 'en';
  const option = (id: string, label: string) =>
    id === as
      ? html`<option value="${id}" selected>${label}</option>`
      : html`<option value="${id}">${label}</option>`;
  return html`<form class="switcher" data-site="${site}" data-language="${language}">
  <b>${text.demo}</b>
  <label>${text.as} <select name="as">${demoPeople(site).map(({ id, name, about }) => option(id, `${name}: ${about[language]}`))}${option('anonymous', text.nobody)}</select></label>
  <noscript><button>OK</button></noscript>
  <span class="links"><a href="?as=${as}&amp;lang=${other}" lang="${other}" hreflang="${other}" data-language-link>${text.other}</a><a href="/demo/${site}/faults?as=${as}&amp;lang=${language}">${text.faults}</a><a href="/console">${text.console}</a><a href="/demo">${text.all}</a></span>
</form>`;
}
