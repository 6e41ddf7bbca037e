// `/demo/:site/faults`: what goes wrong at the business, at the press of a button, next to the chat that has to cope.
// Plain forms: it works on a phone, and without a script.
import { z } from 'zod';
import type { Site } from '../../server/site/site.ts';
import type { Page } from './document.ts';
import { type FaultKind, type FaultPlace, faultKinds, faultPlaces } from './fault-places.ts';
import { html, type Markup } from './markup.ts';
import type { Language } from './switcher.ts';

const faultsSchema = z.object({
  faults: z.array(
    z.object({
      endpoint: z.string(),
      kind: z.string(),
      after: z.boolean(),
      status: z.number(),
      ms: z.number(),
    }),
  ),
});
type Fault = z.infer<typeof faultsSchema>['faults'][number];

const words = {
  en: {
    title: 'What goes wrong',
    lead: 'Switch something off at the business, then ask the chat in the corner for it. Five failures in a row open the breaker: from then on it says so at once, and tries again after ten seconds.',
    calm: 'Everything works.',
    reset: 'Make everything work again',
    works: 'works',
    back: 'Back to the page',
    away: 'The business’s system does not answer.',
  },
  de: {
    title: 'Was schiefgeht',
    lead: 'Stören Sie etwas beim Unternehmen und fragen Sie dann im Chat in der Ecke danach. Fünf Fehler in Folge öffnen die Sicherung: Von da an sagt er es sofort und versucht es nach zehn Sekunden wieder.',
    calm: 'Alles läuft.',
    reset: 'Alles wieder in Ordnung bringen',
    works: 'läuft',
    back: 'Zurück zur Seite',
    away: 'Das System des Unternehmens antwortet nicht.',
  },
};

export async function faultPanel(
  site: Site,
  page: Page,
  as: string,
  language: Language,
  fetch: typeof globalThis.fetch,
): Promise<Page> {
  const text = words[language];
  const answer = await fetch(`${site.api.base}/faults`).catch(() => undefined);
  const read = answer?.ok ? faultsSchema.safeParse(await answer.json()) : undefined;
  const faults = read?.success ? read.data.faults : [];
  const query = `as=${as}&lang=${language}`;
  const places = faultPlaces[site.id] ?? [];
  const state = read?.success ? (faults.length === 0 ? text.calm : '') : text.away;
  const body = html`<main class="faults">
<h1>${text.title}</h1>
<p>${text.lead}</p>
<form method="post" action="/demo/${site.id}/faults?${query}"><button name="fault" value="none"${attribute(faults.length === 0)}>${text.reset}</button> <a href="/demo/${site.id}?${query}">${text.back}</a></form>
<p role="status">${state}</p>
<ul>${places.map((place) =>
    row(
      site.id,
      place,
      faults.find(({ endpoint }) => endpoint === place.endpoint),
      query,
      language,
    ),
  )}</ul>
</main>`;
  return { ...page, title: `${text.title} · ${page.title}`, styles: ['faults'], body };
}

function row(
  site: string,
  place: FaultPlace,
  fault: Fault | undefined,
  query: string,
  language: Language,
): Markup {
  const on = fault && faultKinds.find((kind) => isKind(kind, fault));
  const reads = place.endpoint === '*' || place.endpoint.startsWith('GET ');
  const fits = faultKinds.filter(
    (kind) =>
      (!kind.stock || place.stock) &&
      (!kind.reads || reads) &&
      !(kind.fault.after && place.endpoint.startsWith('GET ')),
  );
  const button = ({ id, label }: FaultKind) =>
    html`<button name="fault" value="${id}" aria-pressed="${String(on?.id === id)}">${label[language]}</button>`;
  return html`<li><form method="post" action="/demo/${site}/faults?${query}"><input type="hidden" name="endpoint" value="${place.endpoint}"><h2>${place.label[language]}</h2><code>${place.endpoint}</code><div><button name="fault" value="works" aria-pressed="${String(!fault)}">${words[language].works}</button>${fits.map(button)}</div></form></li>`;
}

function isKind({ fault }: FaultKind, { kind, after, status }: Fault): boolean {
  return (
    fault.kind === kind &&
    (fault.after ?? false) === after &&
    (kind !== 'error' || (fault.status ?? 500) === status)
  );
}

function attribute(disabled: boolean): Markup {
  return disabled ? html` disabled` : html``;
}

/** Tells the business's API; false for what no button of the panel asks. */
export async function switchFault(
  site: Site,
  asked: { fault?: unknown; endpoint?: unknown },
  fetch: typeof globalThis.fetch,
): Promise<boolean> {
  const faults = `${site.api.base}/faults`;
  if (asked.fault === 'none') return (await fetch(faults, { method: 'DELETE' })).ok;
  const place = faultPlaces[site.id]?.find(({ endpoint }) => endpoint === asked.endpoint);
  if (!place) return false;
  const { endpoint } = place;
  if (asked.fault === 'works') {
    const only = `${faults}?endpoint=${encodeURIComponent(endpoint)}`;
    return (await fetch(only, { method: 'DELETE' })).ok;
  }
  const kind = faultKinds.find(({ id }) => id === asked.fault);
  if (!kind) return false;
  return (await fetch(faults, { method: 'POST', body: JSON.stringify({ endpoint, ...kind.fault }) })).ok;
}
