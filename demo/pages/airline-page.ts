// The airline's landing page.
import { hero, logo, picture } from './airline-art.ts';
import { airlineCopy } from './airline-copy.ts';
import type { Page } from './document.ts';
import { html } from './markup.ts';
import type { Language } from './switcher.ts';

/** `tomorrow`: ISO date, for the search form. */
export function airlinePage(language: Language, tomorrow: string): Page {
  const copy = airlineCopy[language];
  const { search, trips, places, fares, promise, help } = copy;
  const money = (amount: number) => (language === 'de' ? `${amount} €` : `€${amount}`);
  const [flights, mine, support] = copy.nav;
  const body = html`<header class="top wrap">
  <a class="brand" href="#top">${logo}<span>Meridian Air</span></a>
  <nav aria-label="Meridian Air"><a href="#flights">${flights}</a><a href="#trips">${mine}</a><a href="#help">${support}</a></nav>
</header>
<main id="top">
<section class="hero">
  ${hero}
  <div class="wrap">
    <h1>${copy.headline}</h1>
    <p>${copy.intro}</p>
    <form class="search" data-demo>
      <fieldset><legend class="hidden">${search.legend}</legend>
        <label><span>${search.from}</span><select name="from"><option>Berlin (BER)</option><option>Hamburg (HAM)</option></select></label>
        <label><span>${search.to}</span><select name="to">${places.list.map(({ name }) => html`<option>${name}</option>`)}</select></label>
        <label><span>${search.date}</span><input type="date" name="date" value="${tomorrow}" min="${tomorrow}"></label>
        <label><span>${search.people}</span><select name="people"><option>${search.one}</option><option>${search.two}</option></select></label>
        <button>${search.go}</button>
      </fieldset>
    </form>
  </div>
</section>
<section class="trips wrap" id="trips" aria-labelledby="trips-title">
  <div><h2 id="trips-title">${trips.title}</h2><p class="about">${trips.about}</p></div>
  <div class="records" data-records aria-live="off"></div>
</section>
<section class="wrap" id="flights" aria-labelledby="flights-title">
  <h2 id="flights-title">${places.title}</h2>
  <ul class="places">${places.list.map(
    ({ name, line, price, art }) =>
      html`<li>${picture(art)}<div><h3>${name}</h3><p>${line}</p><b>${places.from} ${money(price)}</b></div></li>`,
  )}</ul>
</section>
<section class="band" aria-labelledby="fares-title"><div class="wrap">
  <h2 id="fares-title">${fares.title}</h2>
  <ul class="fares">${fares.list.map(
    ({ name, price, points, best }) => html`<li>${best ? html`<em>${best}</em>` : undefined}<h3>${name}</h3>
    <p class="price"><b>${money(price)}</b> ${fares.perFlight}</p>
    <ul>${points.map((point) => html`<li class="point">${point}</li>`)}</ul></li>`,
  )}</ul>
</div></section>
<section class="wrap" aria-labelledby="promise-title">
  <h2 id="promise-title">${promise.title}</h2>
  <ul class="promise">${promise.list.map(({ title, text }) => html`<li><h3>${title}</h3><p>${text}</p></li>`)}</ul>
</section>
<section class="help" id="help" aria-labelledby="help-title"><div class="wrap">
  <div><h2 id="help-title">${help.title}</h2><p>${help.text}</p></div>
  <div><button type="button" data-open-chat>${help.open}</button><p>${help.ask}</p></div>
</div></section>
</main>
<footer class="wrap"><p>${copy.footer}</p></footer>`;
  return { site: 'airline', title: copy.title, description: copy.description, colour: '#0b5c7a', body };
}
