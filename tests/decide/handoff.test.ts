// H1, H2, H4, H5, H7, H11, N1, N2, A3: a person when it is time for one, said honestly, and nobody stranded.
import { describe, expect, it } from 'vitest';
import { means, reading, said, scene } from '../helpers/scene.ts';

const angry = { mood: { frustration: 0.9, urgency: 0, confusion: 0 } };

describe('handoff', () => {
  it('H1 brings a person at once when asked for, without an argument', () => {
    const s = scene();
    s.ask('human');
    expect(s.last('handoff')).toMatchObject({ reason: 'asked', position: 1, within: 240 });
    expect(s.conversation.view.status).toBe('waiting');
  });

  it('H1 puts people in distress first and shows the emergency contacts', () => {
    const s = scene();
    s.say('I want to hurt myself', reading({ distress: true }));
    expect(said(s.events).join(' ')).toContain('112');
    expect(s.last('handoff')).toMatchObject({ priority: 0 });
  });

  it('H1 brings a person after frustration above its threshold twice, with the evidence', () => {
    const s = scene();
    s.say('awful', means('booking-status', 0.9, angry));
    expect(s.last('handoff')).toBeUndefined();
    s.say('AWFUL', means('booking-status', 0.9, angry));
    expect(s.last('handoff')?.triggers[0]).toMatchObject({ trigger: 'frustration', evidence: { times: 2 } });
  });

  it('H1 offers instead where the site prefers to', () => {
    const s = scene();
    s.site = { ...s.site, triggers: { ...s.site.triggers, topic: 'offer' } };
    s.say('my lawyer', means('complaint', 0.9, { topics: ['legal'] }));
    expect(s.last('handoff')).toBeUndefined();
    s.press('person');
    expect(s.conversation.view.status).toBe('waiting');
  });

  it('H1 answers reading questions while a person is on the way, and proposes nothing', () => {
    const s = scene();
    s.ask('human');
    s.say('how is my booking', means('booking-status'));
    expect(said(s.events).at(-1)).toBe('flight ME204 is active.');
    s.say('cancel my flight', means('cancel-flight'));
    expect(s.all('proposed')).toHaveLength(0);
    expect(s.all('handoff')).toHaveLength(1);
  });

  it('H2 states the place and the wait as an upper bound with how sure it is', () => {
    const s = scene();
    s.ask('human');
    expect(s.last('handoff')?.text).toBe(
      'A person is coming. You are number 1 in line. It should be your turn within 4 minutes, 9 times out of 10.',
    );
    expect(s.last('brief')).toBeDefined();
  });

  it('H4 states the opening when nobody is on duty', () => {
    const s = scene();
    const opensAt = Date.UTC(2026, 10, 23, 8);
    s.desk = {
      onDuty: 0,
      hoursOpen: false,
      opensAt,
      wait: { position: 1, within: null, confidence: null, basis: 'nobody', opensAt },
    };
    s.ask('human');
    expect(s.last('handoff')?.text).toMatch(/Nobody is on duty.*Monday.*09:00/);
  });

  it('H5 says so when there is too little to estimate by, and invents no number', () => {
    const s = scene();
    s.desk = { ...s.desk, wait: { position: 3, within: null, confidence: null, basis: 'too-little' } };
    s.ask('human');
    expect(s.last('handoff')?.text).toContain('number 3 in line');
    expect(s.last('handoff')?.text).not.toMatch(/minute/);
  });

  it('H7 says nothing after the claim', () => {
    const s = scene();
    s.ask('human');
    s.happen({ type: 'claimed', agent: { id: 'a', name: 'Mia' } });
    const before = s.all('message').length;
    s.say('hello?', means('booking-status'));
    expect(s.all('message').filter(({ from }) => from === 'assistant').length).toBe(before);
    expect(s.last('decided')?.move).toBe('stay-silent');
  });

  it('H7 lets a receipt that came after the claim be said by the system', () => {
    const s = scene();
    s.say('cancel my flight', means('cancel-flight'));
    const { proposal = '' } = s.last('proposed') ?? {};
    s.happen({ type: 'answered', question: s.conversation.view.open ?? '', choice: 'do', by: 'button' });
    s.happen({ type: 'claimed', agent: { id: 'a', name: 'Mia' } });
    s.take({ kind: 'outcome', of: 'run', proposal, outcome: 'done', ms: 3 });
    expect(s.last('message')).toMatchObject({ from: 'system', receipt: { proposal } });
  });

  it('H11 needs new evidence before the same trigger brings a person again', () => {
    const s = scene();
    s.say('awful', means('booking-status', 0.9, angry));
    s.say('AWFUL', means('booking-status', 0.9, angry));
    s.happen({ type: 'claimed', agent: { id: 'a', name: 'Mia' } });
    s.happen({ type: 'returned', agent: { id: 'a', name: 'Mia' } });
    s.say('thanks, and my booking?', means('booking-status', 0.9));
    s.say('still bad', means('baggage-allowance', 0.9, angry));
    expect(s.all('handoff')).toHaveLength(1);
    s.say('REALLY bad', means('booking-status', 0.9, angry));
    expect(s.all('handoff')).toHaveLength(2);
  });

  it('A3 tells honestly that a system cannot be reached, and brings a person', () => {
    const s = scene();
    s.gates = { ...s.gates, open: ['cancel-flight'] };
    s.say('cancel my flight', means('cancel-flight'));
    expect(s.all('proposed')).toHaveLength(0);
    expect(said(s.events).join(' ')).toMatch(/can’t reach the system/);
    expect(s.last('handoff')?.triggers[0]?.trigger).toBe('failure');
  });

  it('P3 asks an anonymous customer to sign in before anything of theirs', () => {
    const s = scene({ anonymous: true });
    s.say('cancel my flight', means('cancel-flight'));
    expect(s.last('message')?.notice).toBe('sign-in');
    expect(s.all('proposed')).toHaveLength(0);
  });
});

describe('nobody is stranded', () => {
  it('N1 brings a person when a message went unanswered, and counts it', () => {
    const s = scene();
    s.happen({ type: 'message', from: 'customer', text: 'hello?' });
    s.take({ kind: 'timer', name: 'watchdog', ref: '1' });
    expect(s.last('handoff')?.triggers[0]?.trigger).toBe('watchdog');
    expect(s.conversation.inside.saved).toBe(1);
  });

  it('N1 leaves a message alone that was answered in time', () => {
    const s = scene();
    s.say('how is my booking', means('booking-status'));
    expect(s.take({ kind: 'timer', name: 'watchdog', ref: '1' })).toEqual([]);
  });

  it('N1 states the wait to what is written while waiting', () => {
    const s = scene();
    s.ask('human');
    s.say('purple', reading());
    expect(s.last('message')?.notice).toBe('waiting');
    s.say('green', reading());
    expect(s.last('message')?.notice).toBe('noted-for-person');
  });

  it('N2 lets a resolved conversation be continued in the same thread', () => {
    const s = scene();
    s.happen({ type: 'resolved', outcome: 'solved', by: 'agent' });
    s.say('one more thing: my booking', means('booking-status'));
    expect(s.conversation.view.status).toBe('assistant');
    expect(said(s.events).at(-1)).toBe('flight ME204 is active.');
  });
});
