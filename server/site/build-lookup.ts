// D6, at the site's side: how the business is asked what became of a run.
import type { RawAction } from './actions-schema.ts';
import { buildRequest } from './build-request.ts';
import type { Building } from './build-words.ts';
import type { Action } from './site.ts';
import { type Place, within } from './source-file.ts';
import type { Variables } from './variables.ts';

export function buildLookup(
  building: Building,
  place: Place,
  raw: NonNullable<RawAction['lookup']>,
  sent: Variables,
): NonNullable<Action['lookup']> {
  const { report } = building;
  if (raw.request.method !== 'GET')
    report.error(within(place, 'request', 'method'), 'a lookup changes nothing: it is a GET', 'GET');
  if (!JSON.stringify(raw.request).includes('{key}'))
    report.error(
      within(place, 'request'),
      'the lookup does not say which run it asks after',
      'name {key}, the idempotency key that the run was sent with',
    );
  return {
    request: buildRequest(building, within(place, 'request'), raw.request, { ...sent, key: 'string' }),
    result: raw.result,
    ...(raw.status === undefined ? {} : { status: raw.status }),
  };
}
