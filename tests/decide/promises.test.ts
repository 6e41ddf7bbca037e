// A4: what is promised rests on fresh facts and on what the business set aside, and is given free when it is not taken.
import { describe, expect, it } from 'vitest';
import type { Effect } from '../../server/decide/decision.ts';
import { promisingSite } from '../helpers/promising-site.ts';
import { means, records, type Scene, said, scene } from '../helpers/scene.ts';

const promise = 'Your seat on flight ME204 is sure.';

function asked(more: (s: Scene) => void = () => undefined): Scene {
  const s = scene({ site: promisingSite() });
  more(s);
  s.say('put me in front', means('upgrade'));
  return s;
}

const effects = (s: Scene): Effect['effect'][] => s.calls.map(({ effect }) => effect);
const refuse = (name: string, outcome: 'refused' | 'failed' | 'unknown') => (s: Scene) => {
  s.outcome = (effect) => ({ outcome: effect.effect === name ? outcome : 'done' });
};

describe('a promise', () => {
  it('A4 is made only with what was set aside, and its card lives no longer than that', () => {
    const s = asked();
    expect(effects(s)).toEqual(['set-aside']);
    expect(said(s.events)).toContain(promise);
    expect(s.last('proposed')?.proposal).toBe(s.last('hold-asked')?.hold);
    expect(s.last('question')).toMatchObject({ kind: 'confirm', expiresAt: s.now + 60_000 });
    expect(s.last('decided')?.because[0]).toMatchObject({
      rule: 'A4',
      evidence: { age: 0, maxStaleness: 10_000 },
    });
  });

  it('A4 looks again when the facts are older than it may rest on', () => {
    const s = asked((fresh) => {
      fresh.now += 10_001;
    });
    expect(effects(s)).toEqual(['look', 'set-aside']);
    expect(said(s.events)).toContain(promise);
  });

  it('A4 looks again when the facts are of a time to come: the clock has gone back', () => {
    const s = asked((fresh) => {
      fresh.now -= 10_001;
    });
    expect(effects(s)).toEqual(['look', 'set-aside']);
    expect(said(s.events)).toContain(promise);
  });

  it.each([
    ['aged', 10_001],
    ['came to be of a time to come', -10_001],
  ])('A4 is not made on facts that %s while it was being set aside', (_, by) => {
    const s = asked((fresh) => {
      fresh.outcome = (effect) => {
        if (effect.effect === 'set-aside') fresh.now += by;
        return { outcome: 'done' };
      };
    });
    expect(said(s.events)).not.toContain(promise);
    expect(s.all('proposed')).toHaveLength(0);
    s.wait(0);
    expect(effects(s)).toEqual(['set-aside', 'release']);
  });

  it('A4 is not made, nor anything asked of the business, when the facts say that nothing is left', () => {
    const s = asked((full) => {
      const flight = [{ id: 'ME204', name: 'flight ME204', status: 'full' }];
      full.facts = { ...full.facts, bookings: records('bookings', flight, full.now) };
    });
    expect(s.calls).toEqual([]);
    expect(said(s.events)).toContain('There is no seat left on flight ME204.');
    expect(s.last('decided')?.because.map(({ rule }) => rule)).toContain('A4');
  });

  it('A4 gives way to the truth when the business refuses', () => {
    const s = asked(refuse('set-aside', 'refused'));
    expect(said(s.events)).toContain('There is no seat left on flight ME204.');
    expect(s.all('question')).toHaveLength(0);
    s.wait(60_000);
    expect(effects(s)).toEqual(['set-aside']);
  });

  it.each(['failed', 'unknown'] as const)(
    'A4 is not made when setting aside ended %s, and a person comes',
    (how) => {
      const s = asked(refuse('set-aside', how));
      expect(said(s.events)).not.toContain(promise);
      expect(said(s.events).join()).toContain('I won’t promise it');
      expect(s.conversation.view.status).toBe('waiting');
      s.wait(0);
      expect(effects(s)).toEqual(how === 'unknown' ? ['set-aside', 'release'] : ['set-aside']);
    },
  );
});

describe('what was set aside', () => {
  it('A4 is taken by the confirmation, and not given free afterwards', () => {
    const s = asked();
    s.press('do');
    s.wait(61_000);
    expect(effects(s)).toEqual(['set-aside', 'run']);
  });

  it.each<[string, (s: Scene) => void]>([
    ['declined', (s) => s.press('keep')],
    ['left for another request', (s) => s.say('cancel my flight', means('cancel-flight'))],
    ['handed over', (s) => s.ask('human')],
    ['out of time', (s) => s.wait(60_000)],
  ])('A4 is given free when it is %s', (_, leave) => {
    const s = asked();
    leave(s);
    s.wait(0);
    expect(effects(s)).toEqual(['set-aside', 'release']);
    expect(s.conversation.inside.holds[s.last('hold-asked')?.hold ?? '']?.status).toBe('released');
  });

  it('A4 is given free when the run was refused, and is not after an unknown outcome', () => {
    for (const [how, last] of [
      ['refused', 'release'],
      ['unknown', 'run'],
    ] as const) {
      const s = asked(refuse('run', how));
      s.press('do');
      s.wait(0);
      s.wait(61_000);
      expect(effects(s).at(-1)).toBe(last);
    }
  });

  it('A4 is asked for again, while it lives, when giving it free fails', () => {
    const s = scene({
      site: promisingSite({ hold: { ...promisingSite().actions!.at(-1)!.hold!, life: 600_000 } }),
    });
    let fails = 2;
    s.outcome = (effect) =>
      effect.effect === 'release' && fails-- > 0 ? { outcome: 'failed' } : { outcome: 'done' };
    s.say('put me in front', means('upgrade'));
    s.press('keep');
    s.wait(0);
    s.wait(60_000);
    s.wait(60_000);
    expect(effects(s).filter((effect) => effect === 'release')).toHaveLength(3);
    expect(Object.values(s.conversation.inside.holds)).toMatchObject([{ status: 'released' }]);
  });

  it('A4 and D3 let no confirmation run once what it rests on is over', () => {
    const s = asked();
    s.now += 60_000;
    s.press('do');
    expect(effects(s)).not.toContain('run');
    expect(s.last('decided')).toMatchObject({ move: 'changed' });
  });

  it('A4 is dropped when an agent came in between, and nothing is said', () => {
    const s = asked((claimed) => {
      claimed.outcome = (effect) => {
        if (effect.effect === 'set-aside')
          claimed.happen({ type: 'claimed', agent: { id: 'a', name: 'Mia' } });
        return { outcome: 'done' };
      };
    });
    expect(said(s.events)).not.toContain(promise);
    s.wait(0);
    expect(effects(s)).toEqual(['set-aside', 'release']);
  });
});
