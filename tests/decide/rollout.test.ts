// A5, A6: how far an action goes in a conversation, and what becomes of it below autonomous.
import { describe, expect, it } from 'vitest';
import { rolloutMode } from '../../server/decide/rollout-mode.ts';
import type { Situation } from '../../server/decide/situation.ts';
import { means, reading, said, scene } from '../helpers/scene.ts';
import { testSite } from '../helpers/test-site.ts';

const supervised = { open: [], held: [], rollout: { 'cancel-flight': 'supervised' as const } };

function checking() {
  const s = scene();
  s.gates = supervised;
  s.say('cancel my flight', means('cancel-flight'));
  s.press('do');
  return s;
}

const modesOf = (share: number, mode: 'shadow' | 'supervised' | 'autonomous', site = testSite()) =>
  Array.from({ length: 2000 }, (_, n) => {
    const gates = {
      open: [],
      held: [],
      rollout: { 'cancel-flight': mode },
      shares: { 'cancel-flight': share },
    };
    const action = site.actions.find(({ id }) => id === 'cancel-flight')!;
    return rolloutMode({ id: `c${n}`, gates, site } as unknown as Situation, action);
  });

describe('the ladder', () => {
  it('A5 waits for an agent after the customer confirmed, and says so with a time', () => {
    const s = checking();
    expect(s.calls).toEqual([]);
    expect(s.last('confirmed')).toMatchObject({ approveBy: s.now + 40_000 });
    expect(s.last('message')).toMatchObject({ notice: 'checking', from: 'assistant' });
    expect(s.last('message')?.text).toMatch(/within 1 minute/);
    expect(s.last('decided')).toMatchObject({ move: 'ask-approval', mode: 'supervised' });
  });

  it('A5 runs once on an approval, with what was confirmed, and leaves a receipt', () => {
    const s = checking();
    s.word(true);
    expect(s.calls).toEqual([{ effect: 'run', proposal: s.last('confirmed')?.proposal }]);
    expect(s.last('message')?.receipt).toMatchObject({ proposal: s.last('confirmed')?.proposal });
    s.word(true);
    s.wait(60_000);
    expect(s.all('ran')).toHaveLength(1);
  });

  it('A5 does nothing on a refusal, says so kindly, and brings a person', () => {
    const s = checking();
    s.word(false);
    expect(s.calls).toEqual([]);
    expect(s.last('voided')?.why).toBe('refused');
    expect(s.last('handoff')?.triggers[0]?.trigger).toBe('approval');
    expect(said(s.events).join(' ')).toMatch(/nothing was changed/);
  });

  it('A5 hands over with what is known when nobody approves in time', () => {
    const s = checking();
    s.wait(39_999);
    expect(s.last('handoff')).toBeUndefined();
    s.wait(1);
    expect(s.last('voided')?.why).toBe('expired');
    expect(s.last('message')?.notice).toBe('approval-late');
    s.word(true);
    expect(s.calls).toEqual([]);
  });

  it('A5 takes nobody on duty for no approval: a person gets it, and the customer hears when', () => {
    const s = scene();
    s.gates = supervised;
    s.say('cancel my flight', means('cancel-flight'));
    s.desk = {
      onDuty: 0,
      hoursOpen: false,
      wait: { position: 1, within: null, confidence: null, basis: 'nobody', opensAt: s.now + 3_600_000 },
    };
    s.press('do');
    expect(s.last('confirmed')?.proposal).toBe(s.last('voided')?.proposal);
    expect(s.last('handoff')?.text).toMatch(/Nobody is on duty/);
    expect(s.calls).toEqual([]);
  });

  it('D3 is void when the customer says no while an agent looks', () => {
    const s = checking();
    s.say('stop', reading({ gesture: 'no' }));
    expect(s.last('voided')?.why).toBe('cancelled');
    s.word(true);
    expect(s.calls).toEqual([]);
  });

  it('D3 is void with a newer question, and the customer hears that nothing was done', () => {
    const s = checking();
    s.say('move it', means('change-flight'));
    expect(s.last('voided')?.why).toBe('new-request');
    expect(said(s.events).join(' ')).toMatch(/Nothing was done/);
    s.word(true);
    expect(s.calls).toEqual([]);
  });

  it('D3 does nothing on an approval when what was confirmed has changed since', () => {
    const s = checking();
    s.facts = { ...s.facts, bookings: { ok: true, records: [], at: s.now } };
    s.word(true);
    expect(s.calls).toEqual([]);
    expect(s.last('message')?.notice).toBe('changed');
  });

  it('A4 waits for an agent no longer than what was set aside stays so, and runs nothing after that', () => {
    const hold = (s: ReturnType<typeof scene>, until: number) => {
      const { proposal = '', action = '', arguments: bound = {} } = s.last('proposed') ?? {};
      s.happen({
        type: 'hold-asked',
        hold: proposal,
        action,
        arguments: bound,
        asOf: s.now,
        intent: action,
        details: {},
      });
      s.happen({ type: 'hold-answered', hold: proposal, outcome: 'done', ms: 1, until });
    };
    const s = scene();
    s.gates = supervised;
    s.say('cancel my flight', means('cancel-flight'));
    hold(s, s.now + 20_000);
    s.press('do');
    expect(s.last('confirmed')?.approveBy).toBe(s.now + 20_000);
    s.now += 20_000;
    s.word(true);
    expect(s.calls.filter(({ effect }) => effect === 'run')).toEqual([]);
    expect(s.last('voided')?.why).toBe('changed');
  });

  it('A5 lets questions be answered while an agent looks', () => {
    const s = checking();
    s.say('status?', means('booking-status'));
    s.say('how long?', reading());
    expect(s.last('message')?.notice).toBe('still-checking');
    expect(s.last('voided')).toBeUndefined();
  });

  it('A5 gives a shadowed action to a person with its exact arguments, and no card to the customer', () => {
    const s = scene();
    s.gates = { open: [], held: [], rollout: { 'cancel-flight': 'shadow' } };
    s.say('cancel my flight', means('cancel-flight'));
    expect(s.last('proposed')).toMatchObject({ outcome: 'shadowed', arguments: { id: 'ME204' } });
    expect(s.last('question')).toBeUndefined();
    expect(s.last('handoff')).toMatchObject({ within: 240 });
    expect(said(s.events).join(' ')).not.toMatch(/propos/i);
  });

  it('A5 never goes above what the site set', () => {
    const low = testSite({
      actions: testSite().actions.map((one) => ({ ...one, rollout: { mode: 'supervised', share: 0.5 } })),
    });
    expect(modesOf(1, 'autonomous', low)).toEqual(modesOf(0.5, 'supervised'));
  });

  it('A5 gives a share of the conversations the rung, always the same ones, and the others the one below', () => {
    const quarter = modesOf(0.25, 'autonomous');
    const half = modesOf(0.5, 'autonomous');
    const of = (modes: string[]) => modes.filter((mode) => mode === 'autonomous').length / modes.length;
    expect(of(quarter)).toBeCloseTo(0.25, 1);
    expect(of(half)).toBeCloseTo(0.5, 1);
    expect(quarter.every((mode, n) => mode !== 'autonomous' || half[n] === 'autonomous')).toBe(true);
    expect(new Set(quarter)).toEqual(new Set(['autonomous', 'supervised']));
    expect(new Set(modesOf(0.5, 'shadow'))).toEqual(new Set(['shadow', 'off']));
  });

  it('A6 keeps a confirmed request that a hold overtook: all of it goes to a person', () => {
    const s = scene();
    s.say('cancel my flight', means('cancel-flight'));
    s.gates = { open: [], held: ['cancel-flight'], rollout: {} };
    s.press('do');
    expect(s.calls).toEqual([]);
    expect(s.last('confirmed')?.arguments).toEqual({ id: 'ME204' });
    expect(s.last('voided')?.why).toBe('held');
    expect(s.last('handoff')).toBeDefined();
  });

  it('A6 tells the deadline and the urgent contact when nobody is on duty', () => {
    const s = scene({
      site: {
        urgentContact: '+49 30 5550 0199',
        actions: testSite().actions.map((action) => ({ ...action, deadline: 'departs' })),
      },
    });
    const { bookings } = s.facts;
    if (bookings?.ok) bookings.records[0]!.value.departs = '2026-12-09T10:00:00Z';
    s.gates = { open: [], held: ['cancel-flight'], rollout: {} };
    s.desk = {
      onDuty: 0,
      hoursOpen: false,
      wait: { position: 1, within: null, confidence: null, basis: 'nobody' },
    };
    s.say('cancel my flight', means('cancel-flight'));
    const told = said(s.events).join(' ');
    expect(told).toContain('+49 30 5550 0199');
    expect(told).toMatch(/by Wednesday, December 9/);
  });
});
