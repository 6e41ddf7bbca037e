// The words of the airline's page, in its two languages.
import type { Language } from './switcher.ts';

export interface AirlineCopy {
  title: string;
  description: string;
  nav: string[];
  headline: string;
  intro: string;
  search: {
    legend: string;
    from: string;
    to: string;
    date: string;
    people: string;
    one: string;
    two: string;
    go: string;
  };
  trips: { title: string; about: string };
  places: { title: string; from: string; list: { name: string; line: string; price: number; art: string }[] };
  fares: {
    title: string;
    perFlight: string;
    list: { name: string; price: number; points: string[]; best?: string }[];
  };
  promise: { title: string; list: { title: string; text: string }[] };
  help: { title: string; text: string; open: string; ask: string };
  footer: string;
}

const en: AirlineCopy = {
  title: 'Meridian Air: Berlin to the north',
  description: 'Small planes, fair fares and real people: Meridian Air flies from Berlin to the north.',
  nav: ['Flights', 'My trips', 'Help'],
  headline: 'North, without the hurry.',
  intro: 'Eleven cities between the Baltic and the ice. Small planes, fair fares, and someone who answers.',
  search: {
    legend: 'Find a flight',
    from: 'From',
    to: 'To',
    date: 'Departure',
    people: 'Travellers',
    one: '1 adult',
    two: '2 adults',
    go: 'Show flights',
  },
  trips: { title: 'My trips', about: 'As our booking system has them, this minute.' },
  places: {
    title: 'Where to this winter?',
    from: 'from',
    list: [
      { name: 'Oslo', line: 'Fjord saunas and warm bakeries', price: 69, art: 'fjord' },
      { name: 'Stockholm', line: 'Fourteen islands, one ticket', price: 64, art: 'harbour' },
      { name: 'Reykjavik', line: 'Long nights, green skies', price: 149, art: 'aurora' },
      { name: 'Tromsø', line: 'Whales before breakfast', price: 129, art: 'peaks' },
    ],
  },
  fares: {
    title: 'Three fares. No small print.',
    perFlight: 'per flight',
    list: [
      { name: 'Light', price: 64, points: ['Bag under the seat', 'Seat at check-in', 'Bags from €29'] },
      {
        name: 'Classic',
        price: 92,
        points: ['Cabin bag of 8 kg', 'Change from €25', 'Refund less €60'],
        best: 'Most chosen',
      },
      {
        name: 'Flex',
        price: 148,
        points: ['Checked bag of 23 kg', 'Free changes', 'Full refund until an hour before'],
      },
    ],
  },
  promise: {
    title: 'What you can count on',
    list: [
      { title: 'On time, or told', text: 'If something moves, your phone knows before the board does.' },
      {
        title: 'Ten minutes to regret',
        text: 'Cancelled or removed something? Take it back within ten minutes.',
      },
      {
        title: 'People, day and night',
        text: 'Our desk in Berlin is never closed, and never more than a tap away.',
      },
    ],
  },
  help: {
    title: 'Something to change? Just say so.',
    text: 'Nora, our automated assistant, sees to bags, dates and refunds in a minute, and brings a person whenever you want one.',
    open: 'Chat with us',
    ask: 'Try “I need to cancel my bag”',
  },
  footer: 'Meridian Air is made up, and so are its flights: this page shows Handrail at work.',
};

const de: AirlineCopy = {
  title: 'Meridian Air: Von Berlin in den Norden',
  description:
    'Kleine Flugzeuge, faire Tarife, echte Menschen: Meridian Air fliegt von Berlin in den Norden.',
  nav: ['Flüge', 'Meine Reisen', 'Hilfe'],
  headline: 'In den Norden, ohne Eile.',
  intro: 'Elf Städte zwischen Ostsee und Eis. Kleine Flugzeuge, faire Tarife und jemand, der antwortet.',
  search: {
    legend: 'Flug finden',
    from: 'Von',
    to: 'Nach',
    date: 'Abflug',
    people: 'Reisende',
    one: '1 Person',
    two: '2 Personen',
    go: 'Flüge zeigen',
  },
  trips: { title: 'Meine Reisen', about: 'So, wie unser Buchungssystem sie gerade kennt.' },
  places: {
    title: 'Wohin in diesem Winter?',
    from: 'ab',
    list: [
      { name: 'Oslo', line: 'Fjordsaunen und warme Bäckereien', price: 69, art: 'fjord' },
      { name: 'Stockholm', line: 'Vierzehn Inseln, ein Ticket', price: 64, art: 'harbour' },
      { name: 'Reykjavik', line: 'Lange Nächte, grüner Himmel', price: 149, art: 'aurora' },
      { name: 'Tromsø', line: 'Wale vor dem Frühstück', price: 129, art: 'peaks' },
    ],
  },
  fares: {
    title: 'Drei Tarife. Nichts Kleingedrucktes.',
    perFlight: 'je Flug',
    list: [
      { name: 'Light', price: 64, points: ['Tasche unter dem Sitz', 'Sitz beim Check-in', 'Koffer ab 29 €'] },
      {
        name: 'Classic',
        price: 92,
        points: ['Handgepäck bis 8 kg', 'Umbuchung ab 25 €', 'Erstattung abzüglich 60 €'],
        best: 'Am beliebtesten',
      },
      {
        name: 'Flex',
        price: 148,
        points: ['Koffer bis 23 kg', 'Kostenlos umbuchen', 'Volle Erstattung bis eine Stunde vorher'],
      },
    ],
  },
  promise: {
    title: 'Worauf Sie zählen können',
    list: [
      {
        title: 'Pünktlich, oder Bescheid',
        text: 'Ändert sich etwas, weiß es Ihr Telefon vor der Anzeigetafel.',
      },
      {
        title: 'Zehn Minuten Bedenkzeit',
        text: 'Storniert oder gestrichen? Zehn Minuten lang geht es zurück.',
      },
      {
        title: 'Menschen, Tag und Nacht',
        text: 'Unser Team in Berlin schließt nie und ist nur einen Fingertipp entfernt.',
      },
    ],
  },
  help: {
    title: 'Etwas zu ändern? Sagen Sie es einfach.',
    text: 'Nora, unsere automatische Assistentin, regelt Gepäck, Daten und Erstattungen in einer Minute und holt einen Menschen, wann immer Sie möchten.',
    open: 'Chat öffnen',
    ask: 'Versuchen Sie „Gepäck abbestellen“',
  },
  footer: 'Meridian Air ist erfunden, ihre Flüge auch: diese Seite zeigt Handrail bei der Arbeit.',
};

export const airlineCopy: Record<Language, AirlineCopy> = { en, de };
