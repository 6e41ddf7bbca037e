// facts.yaml: what may be asked of the business's API about the customer.
import { buildRequest } from './build-request.ts';
import { type Building, buildPhrases, buildWords } from './build-words.ts';
import { checkUnique } from './check-unique.ts';
import { parseDuration } from './duration.ts';
import type { RawFact } from './facts-schema.ts';
import { didYouMean } from './nearest.ts';
import type { FactSource } from './site.ts';
import { type Place, within } from './source-file.ts';
import { customerFields } from './variables.ts';

/** Names that conditions and texts already use for something else. */
const reserved = ['api', 'object', 'customer', 'details', 'arguments', 'result', 'reference', 'now'];

export function buildFacts(building: Building, place: Place, raw: RawFact[]): FactSource[] {
  checkUnique(building.report, place, undefined, raw);
  return raw.map((fact, index) => buildFact(building, within(place, index), fact));
}

function buildFact(building: Building, place: Place, raw: RawFact): FactSource {
  const { report } = building;
  if (reserved.includes(raw.id)) {
    report.error(
      within(place, 'id'),
      `"${raw.id}" already means something else`,
      'name it after its records: bookings, orders',
    );
  }
  if (!Object.hasOwn(raw.schema, raw.key)) {
    const suggestion = didYouMean(raw.key, Object.keys(raw.schema));
    report.error(within(place, 'key'), `the key "${raw.key}" is not in the schema`, suggestion);
  }
  if (raw.request.method !== 'GET') {
    report.error(
      within(place, 'request', 'method'),
      `a fact is read by GET, not by ${raw.request.method}`,
      'GET',
    );
  }
  return {
    id: raw.id,
    request: buildRequest(building, within(place, 'request'), raw.request, {
      api: 'string',
      customer: { one: customerFields },
    }),
    items: raw.items,
    key: raw.key,
    label: buildWords(building, within(place, 'label'), raw.label, raw.schema),
    words: buildPhrases(building, within(place, 'words'), raw.words).map(({ text }) => text),
    schema: raw.schema,
    push: raw.push,
    retries: raw.retries,
    timeout: parseDuration(raw.timeout),
    maxStaleness: parseDuration(raw.maxStaleness),
  };
}
