// Mistakes in where calls go, with which secrets, how they are repeated, and in what is set aside or asked after.
import type { Mistake } from './mistake.ts';

const actions = 'actions.yaml';
const facts = 'facts.yaml';
const site = 'site.yaml';
const base = 'base: https://api.corner.example/v1/';
const reference = '  reference: reference\n  timeout: 1.5s';

/** The good action with a hold, but for what `more` says otherwise. */
function holding(more: Record<string, string>): string {
  const lines: Record<string, string> = {
    when: 'object.total > 0',
    request: '{ method: POST, url: "{api}/holds" }',
    release: '{ method: DELETE, url: "{api}/holds/{hold}" }',
    life: '10m',
    promise: '{ en: It comes tomorrow., de: Es kommt morgen. }',
    gone: '{ en: It is gone., de: Es ist weg. }',
    ...more,
  };
  const block = Object.entries(lines).map(([key, value]) => `    ${key}: ${value}`);
  return ['  reference: reference', '  hold:', ...block, '  timeout: 1.5s'].join('\n');
}

export const callMistakes: Mistake[] = [
  {
    what: 'an API in a private network that is not listed',
    file: site,
    from: base,
    to: 'base: http://10.0.0.7/v1',
    message: /10\.0\.0\.7 is in a private network/,
    suggestion: /privateHosts: \["10\.0\.0\.7"\]/,
  },
  {
    what: 'an API on this very machine that is not listed',
    file: site,
    from: base,
    to: 'base: http://localhost:9000',
    message: /localhost is in a private network/,
  },
  {
    what: 'a range of private addresses that is none',
    file: site,
    from: base,
    to: `${base}\n  privateHosts: ["10.0.0.0/40"]`,
    at: 'privateHosts: ["10.0.0.0/40"]',
    message: /no range/,
    suggestion: /10\.0\.0\.0\/8/,
  },
  {
    what: 'a token that stands in the file',
    file: site,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: so it stands in a site's file
    from: 'authorization: "Bearer ${env:CORNER_TOKEN:-none}"',
    to: 'authorization: "Bearer sesame"',
    message: /a secret stands in the file/,
    suggestion: /env:NAME/,
  },
  {
    what: 'a signing secret that stands in the file',
    file: site,
    from: base,
    to: `${base}\n  signing: { secret: whsec_a2lsbi1hbmQta2V0dGxlLWRlbW8tb25seS0wMDE= }`,
    at: 'signing:',
    message: /a secret stands in the file/,
  },
  {
    what: 'a push secret that is none',
    file: site,
    from: 'api:\n',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: so it stands in a site's file
    to: 'push: { secret: "${env:NOT_SET:-short}" }\napi:\n',
    at: 'push:',
    message: /no Standard Webhooks secret/,
    suggestion: /openssl rand/,
  },
  {
    what: 'a request to a host that is not listed',
    file: facts,
    from: '"{api}/',
    to: '"https://elsewhere.example/',
    message: /may not go to elsewhere\.example/,
    suggestion: /api\.hosts/,
  },
  {
    what: 'repetitions of what changes something',
    file: actions,
    from: reference,
    to: '  reference: reference\n  retries: 2\n  timeout: 1.5s',
    at: 'retries: 2',
    message: /unknown key "retries"/,
  },
  {
    what: 'too many repetitions',
    file: facts,
    from: '- id: orders',
    to: '- id: orders\n  retries: 9',
    at: 'retries: 9',
    message: /"retries"/,
  },
  {
    what: 'a hold that is freed without saying which',
    file: actions,
    from: reference,
    to: holding({ release: '{ method: DELETE, url: "{api}/holds" }' }),
    at: 'release:',
    message: /does not say what it frees/,
    suggestion: /\{hold\}/,
  },
  {
    what: 'a hold by GET',
    file: actions,
    from: reference,
    to: holding({ request: '{ method: GET, url: "{api}/holds" }' }),
    at: 'request: { method: GET',
    message: /sets nothing aside/,
  },
  {
    what: 'a hold on a condition that does not parse',
    file: actions,
    from: reference,
    to: holding({ when: 'object.stok > 0' }),
    at: 'when: object.stok',
    message: /No such key: stok/,
  },
  {
    what: 'a promise of what the hold does not answer',
    file: actions,
    from: reference,
    to: holding({ promise: '"{result.arrivesOn}"' }),
    at: 'promise:',
    message: /arrivesOn/,
  },
  {
    what: 'a hold without its life',
    file: actions,
    from: reference,
    to: holding({ life: 'soon' }),
    at: 'life: soon',
    message: /must be a duration/,
  },
  {
    what: 'a lookup by POST',
    file: actions,
    from: reference,
    to: '  reference: reference\n  lookup: { request: { method: POST, url: "{api}/answers/{key}" } }\n  timeout: 1.5s',
    at: 'lookup:',
    message: /a lookup changes nothing/,
    suggestion: /GET/,
  },
  {
    what: 'a lookup of nothing in particular',
    file: actions,
    from: reference,
    to: '  reference: reference\n  lookup: { request: { method: GET, url: "{api}/answers" } }\n  timeout: 1.5s',
    at: 'lookup:',
    message: /which run it asks after/,
    suggestion: /\{key\}/,
  },
];
