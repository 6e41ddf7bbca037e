// Every decision of a tour through the rules, whole: events, reasons and what was asked of the business. A rule
// that changes shows here what it changes; `npx vitest run tests/decide/tour.test.ts -u` takes the new ones over.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Because } from '../../shared/events.ts';
import { type Scene, scene } from '../helpers/scene.ts';
import { actions } from './tour-actions.ts';
import { approvals } from './tour-approvals.ts';
import { borders } from './tour-borders.ts';
import { doubts } from './tour-doubts.ts';
import { edges } from './tour-edges.ts';
import { holds } from './tour-holds.ts';
import { mail } from './tour-mail.ts';
import { outcomes } from './tour-outcomes.ts';
import { people } from './tour-people.ts';
import { promises } from './tour-promises.ts';
import { questions } from './tour-questions.ts';
import { requests } from './tour-requests.ts';
import type { Stop } from './tour-stage.ts';
import { strangers } from './tour-strangers.ts';
import { surges } from './tour-surges.ts';
import { turns } from './tour-turns.ts';
import { values } from './tour-values.ts';
import { watchdogs } from './tour-watchdog.ts';

const folder = join(import.meta.dirname, 'tour');

/** A line for each event, from the customer's first doing on; rules by their numbers. */
function told({ name, site, anonymous, whole, go }: Stop): string {
  const s: Scene = scene({ ...(site ? { site } : {}), ...(anonymous ? { anonymous } : {}) });
  const [began, greeted] = [s.now, whole ? 0 : s.events.length];
  go(s);
  const lines = s.events.slice(greeted).flatMap(({ at, seq, ...event }) => {
    if (event.type === 'understood') return [];
    const shown = event.type === 'decided' ? { ...event, because: event.because.map(inShort) } : event;
    return [`${seq} +${at - began} ${JSON.stringify(shown)}`];
  });
  return [`# ${name}`, ...lines, ...s.effects.map((effect) => `to do ${JSON.stringify(effect)}`), ''].join(
    '\n',
  );
}

function inShort({ rule, evidence }: Because): string {
  return `${rule} ${JSON.stringify(evidence)}`;
}

describe('a tour through the rules', () => {
  it.each([
    ['requests', requests],
    ['strangers', strangers],
    ['questions', questions],
    ['actions', actions],
    ['approvals', approvals],
    ['outcomes', outcomes],
    ['people', people],
    ['watchdog', watchdogs],
    ['mail', mail],
    ['values', values],
    ['edges', edges],
    ['borders', borders],
    ['promises', promises],
    ['holds', holds],
    ['surges', surges],
    ['doubts', doubts],
    ['turns', turns],
  ] as const)('R2 %s: each decision is what it was, with its reasons', async (part, stops) => {
    await expect(stops.map(told).join('\n')).toMatchFileSnapshot(join(folder, `${part}.txt`));
  });
});
