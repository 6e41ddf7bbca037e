// E1–E6, O2: acknowledged first, in their terms, and never a wrong feeling.
import { describe, expect, it } from 'vitest';
import { gate } from '../../server/speak/gate.ts';
import { emptyConversation } from '../../shared/apply-event.ts';
import type { EventBody } from '../../shared/events.ts';
import { means, reading, scene } from '../helpers/scene.ts';

const mood = (frustration: number, urgency = 0, confusion = 0) => ({
  mood: { frustration, urgency, confusion },
});

describe('empathy', () => {
  it('O2 opens with the assistant’s name and says that it is automated', () => {
    const greeting = scene().all('message')[0];
    expect(greeting).toMatchObject({ from: 'assistant', name: 'Robin', notice: 'greeting' });
    expect(greeting?.text).toMatch(/Robin.*automated/);
  });

  it('O4 opens the way the site chose', () => {
    const warm = scene().all('message')[0]?.text;
    const brisk = scene({ site: { empathy: { opener: 'efficient', bufferTurns: 1 } } }).all('message')[0]
      ?.text;
    expect(brisk?.length).toBeLessThan(warm?.length ?? 0);
  });

  it('E1 acknowledges what they came for before anything else', () => {
    const s = scene();
    const [first] = s
      .say('where is my booking', means('booking-status'))
      .filter(({ type }) => type === 'message');
    expect(first).toMatchObject({ acknowledges: { topic: 'booking-status' } });
    expect(first).toHaveProperty('text', expect.stringContaining('topic of booking-status'));
  });

  it('E1 meets bad news before anything else, and once', () => {
    const s = scene();
    const sad = { sorrow: 'death' } as const;
    const [first] = s
      .say('my dad died, cancel my flight', means('cancel-flight', 0.95, sad))
      .filter(({ type }) => type === 'message');
    expect(first).toMatchObject({ acknowledges: { feeling: 'sorrow', topic: 'cancel-flight' } });
    expect(first).toHaveProperty('text', expect.stringMatching(/sorry|sympathy|condolences/i));
    expect(s.all('decided').at(-1)?.because).toContainEqual(
      expect.objectContaining({ rule: 'E1', evidence: { intent: 'cancel-flight', sorrow: 'death' } }),
    );
    const next = s.say('as I said, he died', means('booking-status', 0.95, sad));
    expect(next.filter((event) => event.type === 'message' && event.acknowledges)).toEqual([]);
  });

  it('E2 meets bad news that comes later, whatever else they feel, but for distress', () => {
    const s = scene();
    s.say('where is my booking', means('booking-status'));
    const told = s.say(
      'I am in hospital!',
      means('booking-status', 0.95, { sorrow: 'hardship', ...mood(0.99) }),
    );
    expect(told.find(({ type }) => type === 'message')).toMatchObject({
      acknowledges: { feeling: 'sorrow' },
    });
    const quietly = scene();
    quietly.say('where is my booking', means('booking-status'));
    quietly.say('my dad died', means('booking-status', 0.95, { sorrow: 'death' }));
    expect(quietly.all('message').at(-2)).toMatchObject({ acknowledges: { feeling: 'sorrow' } });
    expect(quietly.all('decided').at(-1)?.because).toContainEqual(
      expect.objectContaining({ rule: 'E2', evidence: { sorrow: 'death' } }),
    );
    const danger = scene();
    danger.say('she is dying, help', reading({ sorrow: 'death', distress: true }));
    expect(danger.all('message').find(({ acknowledges }) => acknowledges)?.acknowledges).toEqual({
      topic: 'distress',
    });
  });

  it('E1 reflects no topic that it is not fairly sure of', () => {
    const s = scene();
    s.say('hm', means('cancel-flight', 0.3));
    expect(s.all('message').find(({ acknowledges }) => acknowledges)?.acknowledges).toEqual({});
  });

  it('E2 names a feeling that rose above its threshold, once while it lasts', () => {
    const s = scene();
    s.say('status?', means('booking-status'));
    s.say('this is a disgrace', means('booking-status', 0.9, mood(0.9)));
    const feelings = s.all('message').flatMap(({ acknowledges }) => acknowledges?.feeling ?? []);
    expect(feelings).toEqual(['frustration']);
  });

  it('E3 lets a step that cannot be undone wait a turn while frustration is high', () => {
    const s = scene();
    const date = [{ kind: 'date' as const, value: '2026-12-09', text: '9 December' }];
    s.say(
      'CHANGE MY FLIGHT to 9 December already',
      means('change-flight', 0.95, { ...mood(0.9), entities: date }),
    );
    expect(s.all('proposed')).toHaveLength(0);
    expect(s.last('decided')?.because.map(({ rule }) => rule)).toContain('E3');
    s.say('yes', reading({ gesture: 'yes', entities: date }));
    expect(s.last('question')?.kind).not.toBe('clarify');
  });

  it('E3 makes no one wait for what can be undone, for information, or for what they pressed', () => {
    const s = scene();
    s.say('cancel it now!!', means('cancel-flight', 0.95, mood(0.9)));
    expect(s.all('proposed')).toHaveLength(1);
  });

  it('E4 names no feeling below its threshold', () => {
    const s = scene();
    s.say('hello, my booking?', means('booking-status', 0.95, mood(0.5)));
    expect(s.all('message').some(({ acknowledges }) => acknowledges?.feeling)).toBe(false);
    expect(s.all('message').some(({ text }) => /sorry/i.test(text))).toBe(false);
  });

  it('E5 repeats no acknowledgement within five turns', () => {
    const s = scene({
      site: {
        triggers: {
          frustration: 'offer',
          'no-progress': 'offer',
          topic: 'offer',
          vip: 'offer',
          failure: 'offer',
          hold: 'offer',
        },
      },
    });
    for (let turn = 0; turn < 10; turn += 1) {
      s.say('x', means('booking-status', 0.9, mood(turn % 2 === 0 ? 0.9 : 0.1)));
    }
    const used = s.conversation.inside.phrases.flatMap(({ phrase, turn }) =>
      phrase.split('+').map((part) => ({ part, turn })),
    );
    expect(used.length).toBeGreaterThan(3);
    for (const [index, { part, turn }] of used.entries()) {
      const again = used.slice(index + 1).find((later) => later.part === part);
      if (again) expect(again.turn - turn).toBeGreaterThanOrEqual(5);
    }
  });

  it('E6 refuses a reply that owes an acknowledgement and has none, whoever wrote it', () => {
    const bare: EventBody[] = [{ type: 'message', from: 'assistant', text: 'Your flight is on time.' }];
    expect(gate({ events: bare, owes: true }, emptyConversation).map(({ rule }) => rule)).toEqual(['E6']);
    expect(gate({ events: bare, owes: false }, emptyConversation)).toEqual([]);
  });
});
