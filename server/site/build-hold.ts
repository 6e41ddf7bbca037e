// A4, at the site's side: how what an action promises is set aside before, and given free again.
import type { RawAction } from './actions-schema.ts';
import { buildCondition } from './build-condition.ts';
import { buildRequest } from './build-request.ts';
import { type Building, buildWords } from './build-words.ts';
import { parseDuration } from './duration.ts';
import type { FactSource, Hold } from './site.ts';
import { type Place, within } from './source-file.ts';
import { customerFields, type Variables } from './variables.ts';

/** `base`: what is known when it is proposed; `sent`: what its requests may name. */
export function buildHold(
  building: Building,
  place: Place,
  raw: NonNullable<RawAction['hold']>,
  known: { fact: FactSource | undefined; base: Variables; sent: Variables },
): Hold {
  const { report } = building;
  const { fact, base, sent } = known;
  if (!fact)
    report.error(place, 'a hold needs "on", the facts that the promise rests on', 'add on: …', 'key');
  for (const key of ['request', 'release'] as const) {
    if (raw[key].method === 'GET')
      report.error(
        within(place, key, 'method'),
        'a GET sets nothing aside and frees nothing',
        'POST or DELETE',
      );
  }
  if (!names(raw.release, '{hold}')) {
    report.error(
      within(place, 'release'),
      'the release does not say what it frees',
      'name {hold}: it is known even where the answer to the hold was lost',
    );
  }
  const when =
    raw.when !== undefined && fact
      ? buildCondition(building, within(place, 'when'), raw.when, {
          object: { one: fact.schema },
          customer: { one: customerFields },
          now: 'time',
        })
      : undefined;
  return {
    ...(when ? { when } : {}),
    request: buildRequest(building, within(place, 'request'), raw.request, sent),
    response: raw.response,
    release: buildRequest(building, within(place, 'release'), raw.release, sent),
    life: parseDuration(raw.life),
    promise: buildWords(building, within(place, 'promise'), raw.promise, {
      ...base,
      result: { one: raw.response },
    }),
    gone: buildWords(building, within(place, 'gone'), raw.gone, base),
  };
}

function names(request: unknown, slot: string): boolean {
  return JSON.stringify(request).includes(slot);
}
