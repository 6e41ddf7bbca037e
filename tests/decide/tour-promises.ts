// The tour's stops about promises: what is set aside before a word is said, and what becomes of it.
import type { Effect } from '../../server/decide/decision.ts';
import type { Site } from '../../server/site/site.ts';
import type { Outcome } from '../../shared/events.ts';
import { promisingSite } from '../helpers/promising-site.ts';
import { means, reading, records, type Scene } from '../helpers/scene.ts';
import { claim, type Stop, two } from './tour-stage.ts';

export const site = promisingSite();
const words = { en: '{object_name}/{name}/{customer_name}' };
/** Its texts show all that they may name. */
const telling: Partial<Site> = {
  ...site,
  actions: site.actions?.map((action) =>
    action.hold
      ? { ...action, hold: { ...action.hold, gone: words, promise: { en: `${words.en}/{result_seat}` } } }
      : action,
  ) as Site['actions'],
};
export const ask = (s: Scene) => s.say('put me in front', means('upgrade'));
export const ends = (
  s: Scene,
  how: Partial<Record<Effect['effect'], Outcome>>,
  more: (e: Effect) => void = () => {},
) => {
  s.outcome = (effect) => {
    more(effect);
    return {
      outcome: how[effect.effect] ?? 'done',
      reference: 'R-5',
      why: 'told so',
      result: { seat: '1A' },
    };
  };
};
const status = (s: Scene, value: string) => {
  const flight = [{ id: 'ME204', name: 'flight ME204', status: value }];
  s.facts = { ...s.facts, bookings: records('bookings', flight, s.now) };
};
export const release = (s: Scene) =>
  s.take({ kind: 'timer', name: 'release', ref: s.last('hold-asked')?.hold ?? 'none' });

export const promises: Stop[] = [
  {
    name: 'promised, and taken',
    site: telling,
    go: (s) => {
      ends(s, {});
      ask(s);
      s.press('do');
      s.wait(60_001);
      release(s);
    },
  },
  {
    name: 'promised, and declined',
    site,
    go: (s) => {
      ask(s);
      s.press('keep');
      s.wait(0);
      release(s);
    },
  },
  {
    name: 'promised, and left to run out; the timer a moment before and at its time',
    site,
    go: (s) => {
      ask(s);
      s.now += 59_999;
      release(s);
      s.now += 1;
      release(s);
      release(s);
    },
  },
  {
    name: 'promised, and another request instead',
    site,
    go: (s) => {
      ask(s);
      s.say('status', means('booking-status'));
      s.wait(0);
    },
  },
  {
    name: 'promised, and what it stands on refused, failed or unknown',
    site,
    go: (s) =>
      (['refused', 'failed', 'unknown'] as const).forEach((how) => {
        ends(s, { run: how });
        ask(s);
        s.press('do');
        s.wait(0);
        claim(s);
        s.happen({ type: 'returned', agent: { id: 'a', name: 'Mia' } });
        s.take({ kind: 'agent', did: 'returned' });
      }),
  },
  {
    name: 'nothing left by the facts',
    site: telling,
    go: (s) => {
      status(s, 'full');
      ask(s);
    },
  },
  {
    name: 'nothing left by the business',
    site: telling,
    go: (s) => {
      ends(s, { 'set-aside': 'refused' });
      ask(s);
    },
  },
  {
    name: 'not known whether it is set aside, nor whether it is free again',
    site,
    go: (s) => {
      ends(s, { 'set-aside': 'unknown', release: 'unknown' });
      ask(s);
      s.wait(0);
      s.wait(60_000);
    },
  },
  {
    name: 'not set aside at all',
    site,
    go: (s) => {
      ends(s, { 'set-aside': 'failed' });
      ask(s);
      release(s);
    },
  },
  {
    name: 'given free in vain, asked again while it lives, and no more after it or after a refusal',
    site: promisingSite({ hold: { ...site.actions!.find(({ hold }) => hold)!.hold!, life: 200_000 } }),
    go: (s) => {
      ends(s, { release: 'failed' });
      ask(s);
      s.press('keep');
      s.wait(0);
      s.wait(60_000);
      ends(s, { release: 'refused' });
      s.wait(60_000);
      s.wait(60_000);
    },
  },
  {
    name: 'facts that aged under way, and at their border',
    site,
    go: (s) => {
      s.now += 10_000;
      ends(s, {}, ({ effect }) => {
        if (effect === 'set-aside') s.now += 10_001;
      });
      ask(s);
      s.wait(0);
    },
  },
  {
    name: 'facts that are too old',
    site,
    go: (s) => {
      s.now += 10_001;
      ask(s);
    },
  },
  {
    name: 'a person who comes while it is being set aside',
    site,
    go: (s) => {
      ends(s, {}, ({ effect }) => {
        if (effect === 'set-aside') claim(s);
      });
      ask(s);
      s.wait(0);
    },
  },
  {
    name: 'which of two, and then set aside',
    site,
    go: (s) => {
      two(s);
      ask(s);
      s.press('ME118');
      s.say('hm', reading());
    },
  },
  { name: 'a release of nothing', site, go: (s) => s.take({ kind: 'timer', name: 'release', ref: 'none' }) },
];
