// Mistakes in conditions, requests, confirmations, phrases, articles and tests.
import type { Mistake } from './mistake.ts';
import { goodFiles } from './site-folder.ts';

const intents = 'intents.yaml';
const actions = 'actions.yaml';
const facts = 'facts.yaml';
const tests = 'tests.yaml';

export const ruleMistakes: Mistake[] = [
  // Conditions
  {
    what: 'a condition that does not parse',
    file: actions,
    from: '&& timestamp',
    to: '&& && timestamp',
    message: /condition is not right/,
  },
  {
    what: 'a condition over something unknown',
    file: actions,
    from: 'object.status == "open"',
    to: 'object.stats == "open"',
    message: /No such key: stats/,
    suggestion: /"status"/,
  },
  {
    what: 'a condition that comes to no yes or no',
    file: actions,
    from: 'object.status == "open" && timestamp(object.placedOn) < now',
    to: 'object.status',
    at: 'when: object.status',
    message: /true or false/,
  },
  {
    what: 'a condition over facts with an unknown property',
    file: intents,
    from: 'order.status == "open"',
    to: 'order.stats == "open"',
    message: /No such key: stats/,
    suggestion: /"status"/,
  },
  // Requests
  {
    what: 'a template with an unknown value',
    file: actions,
    from: 'reference: "{object.reference}"',
    to: 'reference: "{object.refrence}"',
    message: /\{object\.refrence\}/,
    suggestion: /object\.reference/,
  },
  {
    what: 'a detail that no intent asks for',
    file: actions,
    from: '{details.reason}',
    to: '{details.reasons}',
    message: /\{details\.reasons\}/,
    suggestion: /details\.reason/,
  },
  {
    what: 'a request without its host',
    file: actions,
    from: '"{api}/orders/{arguments.reference}/cancel"',
    to: '"/orders/{arguments.reference}/cancel"',
    message: /neither \{api\}/,
    suggestion: /\{api\}\/orders/,
  },
  {
    what: 'a value in the host',
    file: facts,
    from: '"{api}/customers',
    to: '"https://{customer.id}.example/customers',
    message: /part of the host/,
  },
  {
    what: 'a brace that is left open',
    file: facts,
    from: '{customer.id}/orders',
    to: '{customer.id/orders',
    message: /brace without/,
  },
  {
    what: 'a destructive GET',
    file: actions,
    from: 'method: POST\n',
    to: 'method: GET\n',
    message: /a GET changes nothing/,
  },
  {
    what: 'a fact that is not read by GET',
    file: facts,
    from: 'method: GET',
    to: 'method: POST',
    message: /read by GET/,
  },
  // Confirmations (D2)
  {
    what: 'a destructive action without a confirmation',
    file: actions,
    from: goodFiles[actions]!.match(/ {2}confirm:[\s\S]*? {2}receipt/)![0],
    to: '  receipt',
    at: 'risk: destructive',
    message: /needs "confirm"/,
    suggestion: /money/,
  },
  {
    what: 'a confirmation that is silent about the money',
    file: actions,
    from: goodFiles[actions]!.match(/ {4}money:.*\n/)![0],
    to: '',
    at: 'confirm:',
    message: /becomes of the money/,
  },
  {
    what: 'a title that does not name the thing',
    file: actions,
    from: '"Cancel {object.item}?"',
    to: '"Cancel it?"',
    message: /does not name the very thing/,
  },
  {
    what: 'a button that says yes',
    file: actions,
    from: 'keep: { en: Keep it',
    to: 'keep: { en: "No"',
    message: /does not say what it does/,
  },
  // Phrases
  {
    what: 'too few phrases',
    file: intents,
    from: goodFiles[intents]!.match(/ {4}en:\n(?: {6}- .* opening hours\n)+/)![0],
    to: '    en: [hours, open]\n',
    at: 'examples:\n    en: [hours',
    message: /too few/,
    suggestion: /at least 5/,
  },
  {
    what: 'a phrase of two intents',
    file: intents,
    from: 'show opening hours',
    to: 'Show the parcel!',
    message: /also an example of "order-status"/,
  },
  {
    what: 'a phrase given twice',
    file: intents,
    from: 'show opening hours',
    to: 'explain opening hours',
    at: 'explain opening hours\n    de',
    message: /already in line/,
    level: 'warning',
  },
  // Articles and tests
  {
    what: 'an article without a head',
    file: 'knowledge/opening.md',
    from: goodFiles['knowledge/opening.md']!,
    to: 'We are open.\n',
    message: /no head/,
  },
  {
    what: 'an article without a text',
    file: 'knowledge/opening.md',
    from: 'We are open on working days.\n',
    to: '',
    at: 'title',
    message: /no text/,
  },
  {
    what: 'an article with an unknown key',
    file: 'knowledge/opening.md',
    from: 'title:',
    to: 'titel:',
    message: /unknown key "titel"/,
    suggestion: /"title"/,
  },
  {
    what: 'a test that expects an unknown action',
    file: tests,
    from: 'proposed: cancel-order',
    to: 'proposed: cancel-flight',
    message: /no action "cancel-flight"/,
  },
  {
    what: 'a test that expects nothing',
    file: tests,
    from: '{ notSaid: done }',
    to: '{}',
    message: /expects nothing/,
  },
  {
    what: 'a step that does two things',
    file: tests,
    from: '- press: keep',
    to: '- press: keep\n      say: keep',
    at: '- press',
    message: /say and press/,
  },
  {
    what: 'a test that expects an unknown trigger',
    file: tests,
    from: 'handoff: false',
    to: 'handoff: frustated',
    message: /no trigger "frustated"/,
    suggestion: /frustration/,
  },
];
