// The people of the demos: whom a visitor of the demo pages can be.

export interface Person {
  id: string;
  name: string;
  email: string;
  vip?: boolean;
  /** What is special about them, for the switcher. */
  about: { en: string; de: string };
}

const people: Record<string, Person[]> = {
  airline: [
    {
      id: 'cust-one',
      name: 'Ada Lindqvist',
      email: 'ada@lindqvist.example',
      about: { en: 'one booking, one bag', de: 'eine Buchung, ein Koffer' },
    },
    {
      id: 'cust-two',
      name: 'Jonas Weber',
      email: 'jonas.weber@post.example',
      about: { en: 'two bookings, a bag on each', de: 'zwei Buchungen, je ein Koffer' },
    },
    {
      id: 'cust-none',
      name: 'Mira Sato',
      email: 'mira@sato.example',
      about: { en: 'no booking', de: 'keine Buchung' },
    },
    {
      id: 'cust-vip',
      name: 'Elif Aydin',
      email: 'elif@aydin.example',
      vip: true,
      about: { en: 'frequent flyer, a delay, a refund', de: 'Vielfliegerin, Verspätung, Erstattung' },
    },
  ],
  shop: [
    {
      id: 'cust-one',
      name: 'Nils Okafor',
      email: 'nils@okafor.example',
      about: { en: 'one order being packed', de: 'eine Bestellung wird gepackt' },
    },
    {
      id: 'cust-two',
      name: 'Greta Marin',
      email: 'greta.marin@post.example',
      about: { en: 'two orders, a coffee subscription', de: 'zwei Bestellungen, ein Kaffee-Abo' },
    },
    {
      id: 'cust-none',
      name: 'Sam Novak',
      email: 'sam@novak.example',
      about: { en: 'no order yet', de: 'noch keine Bestellung' },
    },
  ],
};

/** The demo people of a site, the default one first; none for a site that is no demo. */
export function demoPeople(site: string): Person[] {
  return Object.hasOwn(people, site) ? people[site]! : [];
}
