// A small site that is right in every way, written to a temporary folder, for tests that make one thing wrong.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const phrases = (thing: string) =>
  [
    'I want',
    'please do',
    'help me with',
    'can I have',
    'tell me about',
    'what of',
    'any news on',
    'give me',
    'I need',
    'how about',
    'show',
    'explain',
  ]
    .map((start) => `      - ${start} ${thing}`)
    .join('\n');

export const goodFiles: Record<string, string> = {
  'site.yaml': `name: Corner Shop
assistant: { name: Pat }
origins: [self, "https://corner.example"]
identity: { alg: HS256, secretEnv: CORNER_SECRET }
locale: en
locales: [en, de]
hours:
  timeZone: Europe/Berlin
  week: { mon-fri: ["09:00-12:00", "13:00-18:00"], sat: "10:00-14:00", sun: closed }
  holidays: ["2026-12-25"]
topics:
  - { id: press, label: { en: Press, de: Presse }, words: [press] }
masks: ['\\bC\\d{6}\\b']
savedReplies:
  - id: hello
    title: { en: Hello, de: Hallo }
    text: { en: "Hello {name}, {agent} here.", de: "Hallo {name}, hier ist {agent}." }
limits: { reply: 8s, agent: 3m }
retention: 30d
api:
  base: https://api.corner.example/v1/
  headers: { authorization: "Bearer \${env:CORNER_TOKEN:-none}" }
`,
  'facts.yaml': `- id: orders
  request: { method: GET, url: "{api}/customers/{customer.id}/orders" }
  items: orders
  key: reference
  label: { en: "{item} of {placedOn, date, medium}", de: "{item} vom {placedOn, date, medium}" }
  words: [order, Bestellung]
  schema: { reference: string, item: string, placedOn: string, status: string, total: number }
`,
  'actions.yaml': `- id: cancel-order
  label: { en: Cancellation, de: Stornierung }
  risk: destructive
  on: orders
  when: object.status == "open" && timestamp(object.placedOn) < now
  arguments: { reference: "{object.reference}", total: "{object.total}", reason: "{details.reason}" }
  request:
    method: POST
    url: "{api}/orders/{arguments.reference}/cancel"
    body: { reason: "{arguments.reason}" }
  response: { reference: string, refund: number }
  reference: reference
  timeout: 1.5s
  confirm:
    title: { en: "Cancel {object.item}?", de: "{object.item} stornieren?" }
    effect: { en: "Order {object.reference} is not sent.", de: "Bestellung {object.reference} wird nicht verschickt." }
    money: { en: "{object.total, number, ::currency/EUR} comes back.", de: "{object.total, number, ::currency/EUR} kommen zurück." }
    undoable: { en: For ten minutes., de: Zehn Minuten lang. }
    do: { en: "Cancel {object.item}", de: "{object.item} stornieren" }
    keep: { en: Keep it, de: Behalten }
  receipt: { en: "{object.item} is cancelled: {result.refund, number}.", de: "{object.item} ist storniert: {result.refund, number}." }
  undo:
    request: { method: POST, url: "{api}/orders/{arguments.reference}/restore" }
    window: 10m
    label: { en: Order it after all, de: Doch bestellen }
    receipt: { en: "{object.item} is ordered again.", de: "{object.item} ist wieder bestellt." }
`,
  'intents.yaml': `- id: cancel-order
  label: { en: Cancel an order, de: Eine Bestellung stornieren }
  topic: { en: cancelling your order, de: die Stornierung }
  action: cancel-order
  when: orders.exists(order, order.status == "open")
  details:
    - id: reason
      kind: choice
      question: { en: Why?, de: Warum? }
      choices:
        - { id: mind, label: { en: Second thoughts, de: Anders überlegt } }
        - { id: late, label: { en: Too late, de: Zu spät } }
  examples:
    en:
${phrases('a cancellation')}
    de:
      - bitte stornieren
- id: order-status
  label: { en: Where my order is, de: Wo meine Bestellung ist }
  topic: { en: your order, de: Ihre Bestellung }
  about: orders
  answer: { en: "{object.item} is {object.status}.", de: "{object.item}: {object.status}." }
  examples:
    en:
${phrases('the parcel')}
    de:
      - wo ist mein Paket
- id: opening
  label: { en: Opening hours, de: Öffnungszeiten }
  topic: { en: our opening hours, de: unsere Öffnungszeiten }
  article: opening
  examples:
    en:
${phrases('opening hours')}
    de:
      - wann habt ihr auf
`,
  'knowledge/opening.md': `---
title: Opening hours
url: https://corner.example/hours
---
We are open on working days.
`,
  'knowledge/opening.de.md': `---
title: Öffnungszeiten
---
Wir haben werktags geöffnet.
`,
  'tests.yaml': `- name: A cancellation is confirmed
  as: cust-one
  steps:
    - say: cancel my order
      expect: { acknowledged: cancel-order, asked: confirm, proposed: cancel-order, notRan: cancel-order }
    - press: keep
      expect: { asked: nothing, notRan: [cancel-order], handoff: false }
    - clock: 6m
      expect: { notSaid: done }
`,
};

/** Writes the files under a folder named `id`; `undefined` leaves a good file out. */
export async function siteFolder(
  files: Record<string, string | undefined> = {},
  id = 'corner-shop',
): Promise<{ folder: string; remove(): Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), 'handrail-site-'));
  const folder = join(root, id);
  for (const [name, text] of Object.entries({ ...goodFiles, ...files })) {
    if (text === undefined) continue;
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return { folder, remove: () => rm(root, { recursive: true, force: true }) };
}
