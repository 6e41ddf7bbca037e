// The shop's landing page.
import type { Page } from './document.ts';
import { html } from './markup.ts';
import { mark, piece } from './shop-art.ts';
import type { Language } from './switcher.ts';

const copy = {
  en: {
    title: 'Kiln & Kettle: pottery, kettles and coffee',
    description: 'Pottery, kettles and coffee for slow mornings, made and packed in Berlin.',
    nav: ['Shop', 'Your orders', 'Help'],
    headline: 'Good mornings are made by hand.',
    intro: 'Stoneware from our own kiln, kettles that last, and coffee roasted the week it leaves us.',
    shelf: 'On the shelf',
    add: 'Add to basket',
    orders: 'Your orders',
    about: 'As our order system has them, this minute.',
    points: [
      ['Thirty days', 'Send anything unused back, with a label from the chat.'],
      ['Packed without plastic', 'Paper, straw and string, and a replacement if it breaks.'],
      ['Someone answers', 'Toma, our automated assistant, at once; a person whenever you like.'],
    ],
    help: 'Wrong address? Second thoughts?',
    ask: 'Chat with us',
    footer: 'Kiln & Kettle is made up, and so are its pots: this page shows Handrail at work.',
  },
  de: {
    title: 'Kiln & Kettle: Keramik, Kessel und Kaffee',
    description: 'Keramik, Kessel und Kaffee für langsame Morgen, gemacht und gepackt in Berlin.',
    nav: ['Laden', 'Ihre Bestellungen', 'Hilfe'],
    headline: 'Gute Morgen sind Handarbeit.',
    intro:
      'Steinzeug aus dem eigenen Ofen, Kessel, die bleiben, und Kaffee, in der Woche geröstet, in der er uns verlässt.',
    shelf: 'Im Regal',
    add: 'In den Korb',
    orders: 'Ihre Bestellungen',
    about: 'So, wie unser Bestellsystem sie gerade kennt.',
    points: [
      ['Dreißig Tage', 'Unbenutztes geht zurück, mit einem Etikett aus dem Chat.'],
      ['Ohne Plastik gepackt', 'Papier, Stroh und Schnur, und Ersatz, wenn etwas bricht.'],
      [
        'Jemand antwortet',
        'Toma, unser automatischer Assistent, sofort; ein Mensch, wann immer Sie möchten.',
      ],
    ],
    help: 'Falsche Adresse? Doch anders überlegt?',
    ask: 'Chat öffnen',
    footer: 'Kiln & Kettle ist erfunden, die Töpfe auch: diese Seite zeigt Handrail bei der Arbeit.',
  },
};

const goods = [
  { art: 'teapot', en: 'Ash teapot', de: 'Teekanne Asche', price: 59 },
  { art: 'kettle', en: 'Copper kettle', de: 'Kupferkessel', price: 84 },
  { art: 'bowls', en: 'Set of four bowls', de: 'Vier Schalen', price: 68 },
  { art: 'stand', en: 'Pour-over stand', de: 'Filterständer', price: 46 },
  { art: 'coffee', en: 'House coffee, 500 g', de: 'Hauskaffee, 500 g', price: 17.5 },
  { art: 'apron', en: 'Linen apron', de: 'Leinenschürze', price: 38 },
];

export function shopPage(language: Language): Page {
  const text = copy[language];
  const money = new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' });
  const [shop, orders, help] = text.nav;
  const body = html`<header class="top wrap">
  <a class="brand" href="#top">${mark}<span>Kiln &amp; Kettle</span></a>
  <nav aria-label="Kiln &amp; Kettle"><a href="#shelf">${shop}</a><a href="#orders">${orders}</a><a href="#help">${help}</a></nav>
</header>
<main id="top">
<section class="hero wrap">
  <div><h1>${text.headline}</h1><p>${text.intro}</p></div>
  <div class="still">${piece('teapot')}<div class="low">${piece('bowls')}</div></div>
</section>
<section class="wrap" id="shelf" aria-labelledby="shelf-title">
  <h2 id="shelf-title">${text.shelf}</h2>
  <ul class="goods">${goods.map(
    (good) =>
      html`<li>${piece(good.art)}<h3>${good[language]}</h3><p>${money.format(good.price)}</p><button type="button">${text.add}</button></li>`,
  )}</ul>
</section>
<section class="orders" id="orders" aria-labelledby="orders-title"><div class="wrap">
  <h2 id="orders-title">${text.orders}</h2><p class="about">${text.about}</p>
  <div class="records" data-records aria-live="off"></div>
</div></section>
<section class="wrap" id="help" aria-labelledby="help-title">
  <ul class="points">${text.points.map(([title, line]) => html`<li><h3>${title}</h3><p>${line}</p></li>`)}</ul>
  <div class="ask"><h2 id="help-title">${text.help}</h2><button type="button" data-open-chat>${text.ask}</button></div>
</section>
</main>
<footer class="wrap"><p>${text.footer}</p></footer>`;
  return { site: 'shop', title: text.title, description: text.description, colour: '#a4452c', body };
}
