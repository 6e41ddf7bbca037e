// The pure parts that help an agent read: the colour of a promise, the why of an answer, the thread in order,
// saved replies, articles, durations.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldEvents } from '../../shared/apply-event.ts';
import { agentBrief } from '../../widget/console/models/agent-brief.ts';
import { answerOwed } from '../../widget/console/models/answer-owed.ts';
import { deskAct, deskKeys } from '../../widget/console/models/desk-keys.ts';
import { fillPlaceholders } from '../../widget/console/models/fill-placeholders.ts';
import { moodWord } from '../../widget/console/models/mood-word.ts';
import { promiseTone } from '../../widget/console/models/promise-tone.ts';
import { fittingReplies, slashQuery } from '../../widget/console/models/saved-replies.ts';
import { timeline } from '../../widget/console/models/timeline.ts';
import { why } from '../../widget/console/models/why.ts';
import { clockDuration, spokenDuration, spokenWait } from '../../widget/console/words/say-duration.ts';
import { eight } from './agent-desk.ts';
import { profile } from './story-people.ts';
import { handedOver } from './story-rosa.ts';

describe('the colour of a promise', () => {
  test('turns amber, then red, before it breaks', () => {
    const tones = [0, 119, 121, 179, 181, 239, 240, 300].map((waited) => promiseTone(waited, 240));
    expect(tones).toEqual(['calm', 'calm', 'amber', 'amber', 'red', 'red', 'broken', 'broken']);
    expect(promiseTone(9999, null)).toBe('none');
  });

  test('never turns back while one waits, and is red before it is broken, whatever was promised', () => {
    const order = ['calm', 'amber', 'red', 'broken'];
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 7200 }), (within) => {
        const tones = Array.from({ length: within + 2 }, (_, waited) =>
          order.indexOf(promiseTone(waited, within)),
        );
        expect([...tones].sort((a, b) => a - b)).toEqual(tones);
        expect(new Set(tones)).toEqual(new Set([0, 1, 2, 3]));
      }),
    );
  });
});

describe('why the assistant said it', () => {
  const events = handedOver(eight);
  const seqOf = (find: (event: (typeof events)[number]) => boolean) => events.find(find)!.seq;

  test('R2 shows reading, rule, evidence, mode and site version of a question', () => {
    const found = why(
      events,
      seqOf((event) => event.type === 'question' && event.id === 'q-1'),
    )!;
    expect(found.reading?.intents[0]).toEqual({ id: 'remove-bag', confidence: 0.64 });
    expect(found.decisions).toHaveLength(1);
    expect(found.decisions[0]).toMatchObject({ move: 'clarify', mode: 'autonomous', site: 'a91f03c7d2e5' });
    expect(found.decisions[0]!.because[0]).toMatchObject({
      rule: 'C1',
      evidence: { threshold: 0.75, margin: 0.1 },
    });
    expect(found.observed?.ages).toEqual({ bookings: 1200 });
  });

  test('of a receipt names what ran, and not the reading of another turn', () => {
    const found = why(
      events,
      seqOf((event) => event.type === 'message' && event.receipt !== undefined),
    )!;
    expect(found.ran).toMatchObject([{ action: 'remove-bag', outcome: 'done', ms: 142 }]);
    expect(found.decisions.map((decision) => decision.move)).toEqual(['propose']);
    expect(found.reading).toBeUndefined();
  });

  test('keeps the reading that the decision is about, when the customer wrote on meanwhile', () => {
    const [decided, said] = [7, 8].map((seq) => events.find((event) => event.seq === seq)!);
    const late = [
      ...events.filter((event) => event.seq < 7),
      { type: 'message', from: 'customer', text: 'hello?', seq: 7, at: eight } as const,
      { ...decided!, seq: 8 },
      { ...said!, seq: 9 },
    ];
    const found = why(late, 9);
    expect(found?.reading?.message).toBe(4);
    expect(found?.observed?.seq).toBe(6);
  });

  test('a greeting without a decision has none', () => {
    expect(why(events, 3)).toBeUndefined();
  });
});

describe('the thread', () => {
  const events = handedOver(eight);
  const conversation = foldEvents(events);

  test('holds what the customer sees and the inside lines, in the order of the log', () => {
    const items = timeline(conversation, events, [], (at) => new Date(at).toISOString().slice(0, 10));
    const keys = items.filter((item) => item.kind !== 'day').map((item) => Number(item.key));
    expect(keys).toEqual([...keys].sort((a, b) => a - b));
    const seen = new Set(keys);
    for (const entry of conversation.view.entries) expect(seen).toContain(entry.seq);
    const actions = items.flatMap((item) => (item.kind === 'action' ? [item.event.type] : []));
    expect(actions).toEqual(['proposed', 'confirmed', 'ran']);
    expect(items.some((item) => ['understood', 'observed', 'decided'].includes(item.kind))).toBe(false);
  });

  test('answers owed count from the claim, and end with the agent’s answer', () => {
    const seq = events.length;
    const claimed = {
      type: 'claimed',
      agent: { id: 'a', name: 'Mia' },
      seq: seq + 1,
      at: eight + 5000,
    } as const;
    const reply = { type: 'message', from: 'agent', text: 'hello', seq: seq + 2, at: eight + 9000 } as const;
    const again = {
      type: 'message',
      from: 'customer',
      text: 'yes',
      seq: seq + 3,
      at: eight + 12_000,
    } as const;
    expect(answerOwed(conversation)).toBeUndefined();
    expect(answerOwed(foldEvents([...events, claimed]))).toBe(eight + 5000);
    expect(answerOwed(foldEvents([...events, claimed, reply]))).toBeUndefined();
    expect(answerOwed(foldEvents([...events, claimed, reply, again]))).toBe(eight + 12_000);
  });
});

test('H6 the brief begins with why it came and what they want, with how sure that is', () => {
  const conversation = foldEvents(handedOver(eight));
  const row = { reason: 'Frustrated more than once', wants: 'My bag did not arrive' };
  const lines = agentBrief(conversation, row);
  expect(lines.map((line) => line.field)).toEqual(['why', 'wants', 'tried', 'known', 'promised']);
  expect(lines[0]).toMatchObject({ text: 'Frustrated more than once' });
  expect(lines[1]).toMatchObject({ confidence: 0.91 });
  // Taken over before any handoff: there is no brief yet, but what they want is known.
  const early = foldEvents(handedOver(eight).slice(0, 10));
  expect(agentBrief(early, { reason: '', wants: 'Remove a bag' })).toMatchObject([
    { field: 'wants', text: 'Remove a bag' },
  ]);
});

describe('writing', () => {
  test('saved replies come on a slash at the start only, best titles first', () => {
    const replies = profile.sites[0]!.savedReplies;
    expect(slashQuery('and/or')).toBeUndefined();
    expect(slashQuery('/')).toBe('');
    expect(fittingReplies(replies, slashQuery('/bag')!).map((reply) => reply.id)).toEqual(['lost-bag']);
    expect(fittingReplies(replies, 'refund').map((reply) => reply.id)).toEqual(['refund-time']);
    expect(fittingReplies(replies, 'zzz')).toEqual([]);
  });

  test('placeholders are filled; what is not known is left to be written, and found', () => {
    const filled = fillPlaceholders('Hello {name}, within {days} days. {agent}', {
      name: 'Rosa',
      agent: 'Mia',
    });
    expect(filled.text).toBe('Hello Rosa, within {days} days. Mia');
    expect(filled.text.slice(filled.open!.from, filled.open!.to)).toBe('{days}');
    expect(fillPlaceholders('Hello {name}', { name: 'Rosa' }).open).toBeUndefined();
    expect(fillPlaceholders('Hello {name}, hi', { name: '' }).text).toBe('Hello, hi');
  });

  test('single keys act outside of texts only, and never with a modifier', () => {
    const pressed = { key: 'e', ctrlKey: false, metaKey: false, altKey: false, isComposing: false };
    expect(deskAct(pressed, false)).toBe('resolve');
    expect(deskAct(pressed, true)).toBeUndefined();
    expect(deskAct({ ...pressed, ctrlKey: true }, false)).toBeUndefined();
    expect(new Set(Object.values(deskKeys)).size).toBe(Object.keys(deskKeys).length);
  });
});

test('E4 below its threshold no feeling is named', () => {
  expect(moodWord({ frustration: 0.49, urgency: 0.49, confusion: 0.49 })).toBe('calm');
  expect(moodWord({ frustration: 0.8, urgency: 0.9, confusion: 0.1 })).toBe('upset');
  expect(moodWord({ frustration: 0.1, urgency: 0.6, confusion: 0.7 })).toBe('confused');
});

test('durations read as people say them', () => {
  expect([0, 65, 3725, 90_000].map(clockDuration)).toEqual(['0:00', '1:05', '1:02:05', '1 d 1 h']);
  expect(spokenDuration('en', 240)).toBe('4 minutes');
  expect(spokenDuration('en', 95)).toBe('2 minutes');
  expect(spokenDuration('en', 3900)).toBe('1 hour 5 minutes');
  expect(spokenDuration('en', 0)).toBe('0 seconds');
  expect([0, 12, 60].map((seconds) => spokenWait('en', seconds, 'a minute'))).toEqual(
    Array(3).fill('a minute'),
  );
  expect(spokenWait('en', 61, 'a minute')).toBe('2 minutes');
  expect(spokenWait('en', 3601, 'a minute')).toBe('1 hour 1 minute');
});
