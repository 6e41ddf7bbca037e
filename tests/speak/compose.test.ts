// E6, R2: what goes out instead of what the gate refused, and what the record says of it.
import { expect, it } from 'vitest';
import type { Draft } from '../../server/decide/decision.ts';
import { notice } from '../../server/decide/reply.ts';
import { compose } from '../../server/speak/compose.ts';
import type { EventBody } from '../../shared/events.ts';
import { scene } from '../helpers/scene.ts';

const because = [{ rule: 'I1', text: 'A reason of its own.', evidence: {} }];
const decided: EventBody = { type: 'decided', move: 'answer', because, site: 'v1', mode: 'autonomous' };
const noted: EventBody = { type: 'noted', by: { id: 'a', name: 'A' }, text: 'x' };
const composed = (text: string) => ({
  draft: 'message' as const,
  from: 'assistant' as const,
  say: { say: 'composed' as const, text },
});
const asks = (text: string) => ({
  draft: 'question' as const,
  id: 'q',
  kind: 'clarify' as const,
  say: { say: 'composed' as const, text },
  choices: [],
});
function out(drafts: Draft[], owes = false, before?: EventBody): EventBody[] {
  const s = scene();
  if (before) s.happen(before);
  const context = { site: s.site, locale: 'en', conversation: s.conversation, brief: () => [] };
  return compose({ events: [decided, ...drafts], effects: [] }, context, owes);
}
const inShort = (events: EventBody[]) =>
  events.map((event) =>
    event.type === 'message'
      ? `${event.notice ?? event.phrase ?? 'as it was'}: ${event.text}`
      : event.type === 'question'
        ? `asks: ${event.text}`
        : event.type,
  );
const reasons = (events: EventBody[]) =>
  events.flatMap((event) => (event.type === 'decided' ? event.because : []));

it('E6 puts the plain acknowledgement before everything where one is due', () => {
  const events = out([notice('kept')], true);
  expect(inShort(events)).toEqual([
    expect.stringMatching(/^plain\.\d: /),
    'decided',
    'kept: All right. Everything stays as it is; nothing was changed.',
  ]);
  expect(events[0]).toMatchObject({ acknowledges: {} });
  expect(reasons(events)).toEqual([
    ...because,
    {
      rule: 'E6',
      text: 'an acknowledgement is due and the reply does not begin with one',
      evidence: { gate: 'refused' },
    },
  ]);
});

it('D7 says one plain sentence for all that claims too much, and leaves the rest as it was', () => {
  const events = out([composed('I cancelled it.'), noted, composed('So it is.'), composed('I refunded it.')]);
  expect(inShort(events)).toEqual([
    'decided',
    expect.stringMatching(/^unsaid: /),
    'noted',
    'as it was: So it is.',
  ]);
  expect(reasons(events).map(({ rule, text }) => `${rule} ${text}`)).toEqual([
    'I1 A reason of its own.',
    'D7 nothing proves what is done: “i cancelled it.”',
    'D7 nothing proves what is done: “i refunded it.”',
  ]);
});

it('D3 asks in our own words where a composed question claims too much', () => {
  expect(inShort(out([asks('I cancelled it, right?')]))).toEqual([
    'decided',
    'asks: Which of these do you mean?',
  ]);
  expect(inShort(out([asks('Which one')]))).toEqual(['decided', 'asks: Which one']);
});

it('C3 throws what it cannot mend, with every rule that it breaks', () => {
  const question = (id: string): EventBody => ({
    type: 'question',
    id,
    kind: 'clarify',
    text: 'x',
    choices: [],
  });
  expect(() => out([question('a'), question('b')], true)).toThrow(
    /^the gate refused: C3 two questions would be open at once$/,
  );
  const claimed: EventBody = { type: 'claimed', agent: { id: 'a', name: 'Mia' } };
  expect(() => out([question('a'), question('b')], false, claimed)).toThrow(
    /^the gate refused: C3 two questions would be open at once; H7 the assistant would speak after a claim$/,
  );
});

it('D7 lets no composed words out in a language whose claims nothing reads', () => {
  const s = scene();
  const context = { site: s.site, locale: 'fr', conversation: s.conversation, brief: () => [] };
  const drafts = [composed('Votre vol a été annulé.')];
  const events = compose({ events: [decided, ...drafts], effects: [] }, context, false);
  expect(inShort(events)).toEqual(['decided', expect.stringMatching(/^unsaid: Je ne peux pas/)]);
  expect(reasons(events)).toContainEqual(
    expect.objectContaining({ rule: 'D7', text: expect.stringContaining('fr') }),
  );
});
