// The tour's stops about what is set aside, looked at closely: how long it stands, on what it stands, and what its
// condition and its texts are given.
import type { Site } from '../../server/site/site.ts';
import { promisingSite } from '../helpers/promising-site.ts';
import { means, reading } from '../helpers/scene.ts';
import { testSite } from '../helpers/test-site.ts';
import { ask, ends, release, site } from './tour-promises.ts';
import type { Stop } from './tour-stage.ts';

const upgrade = site.actions!.find(({ hold }) => hold)!;
const living = (life: number) => promisingSite({ hold: { ...upgrade.hold!, life } });
const seen: string[] = [];
const row = { en: '{object_name}/{row}/{details_row}/{customer_name}' };
/** With a detail, and a condition that says what it was given; nothing is left of it. */
const detailed: Partial<Site> = {
  ...promisingSite({
    hold: {
      ...upgrade.hold!,
      gone: row,
      promise: row,
      when: {
        source: 'told here',
        test: (given) => {
          seen.push(JSON.stringify(given));
          return false;
        },
      },
    },
  }),
  intents: site.intents!.map((intent) =>
    intent.id === 'upgrade'
      ? { ...intent, details: [{ id: 'row', kind: 'text', question: { en: 'Which row?' }, choices: [] }] }
      : intent,
  ),
};
const freely = detailed.actions!.map((action) => {
  const { when: _, ...hold } = action.hold ?? upgrade.hold!;
  return action.hold ? { ...action, hold } : action;
});

export const holds: Stop[] = [
  {
    name: 'still running when what was set aside is over',
    site,
    go: (s) => {
      ask(s);
      ends(s, {}, ({ effect }) => {
        s.now += effect === 'run' ? 60_000 : 0;
        if (effect === 'run') release(s);
      });
      s.press('do');
    },
  },
  {
    name: 'given free at once while there is time left, and asked again though the facts were older',
    site: living(70_000),
    go: (s) => {
      s.now += 9000;
      ask(s);
      s.now += 5000;
      ends(s, { release: 'failed' });
      s.press('keep');
      s.wait(0);
      ends(s, { release: 'done' });
      s.wait(60_000);
    },
  },
  {
    name: 'not known whether it is set aside, and asked again while it may be',
    site: living(200_000),
    go: (s) => {
      ends(s, { 'set-aside': 'unknown', release: 'unknown' });
      ask(s);
      s.wait(0);
      ends(s, { release: 'done' });
      s.wait(60_000);
    },
  },
  {
    name: 'pressed when it is over, and when it was given free',
    site,
    go: (s) => {
      ask(s);
      s.now += 60_000;
      s.press('do');
      ask(s);
      s.happen({ type: 'hold-released', hold: s.last('hold-asked')?.hold ?? '', outcome: 'done', ms: 1 });
      s.press('do');
    },
  },
  {
    name: 'pressed when the site asks for something to be set aside since, and no more',
    site: { ...site, actions: site.actions?.map(({ hold: _, ...action }) => action) as Site['actions'] },
    go: (s) => {
      const without = s.site;
      ask(s);
      s.site = testSite(site);
      s.press('do');
      ask(s);
      s.site = without;
      s.press('do');
      ask(s);
    },
  },
  {
    name: 'facts just fresh enough when it has been set aside',
    site,
    go: (s) => {
      ends(s, {}, ({ effect }) => {
        if (effect === 'set-aside') s.now += 10_000;
      });
      ask(s);
    },
  },
  {
    name: 'what its condition is given, and its texts with details; none without a condition',
    site: detailed,
    go: (s) => {
      seen.length = 0;
      ask(s);
      s.say('12A', reading());
      s.say('is it', means('booking-status'));
      s.site = testSite({ ...detailed, actions: freely });
      ask(s);
      s.say('12B', reading());
      s.happen({ type: 'noted', by: { id: 'a', name: 'A' }, text: seen.join('; ') });
    },
  },
];
