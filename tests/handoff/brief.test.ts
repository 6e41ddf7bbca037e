import { describe, expect, test } from 'vitest';
import { agentBrief } from '../../server/handoff/agent-brief.ts';
import { composeBrief } from '../../server/handoff/brief.ts';
import { foldEvents } from '../../shared/apply-event.ts';
import type { EventBody } from '../../shared/events.ts';
import { testSite } from '../helpers/test-site.ts';
import { confirmQuestion, handoff, proposed } from './desk-world.ts';

const site = testSite({ topics: [{ id: 'legal', label: { en: 'Legal matters' }, words: [] }] });
const start = Date.UTC(2026, 2, 2, 10);

const fold = (...bodies: EventBody[]) =>
  foldEvents(bodies.map((body, index) => ({ ...body, seq: index + 1, at: start + index * 1000 })));

const opened = (locale = 'en'): EventBody => ({
  type: 'opened',
  visitor: 'v',
  channel: 'web',
  locale,
  site: 'test',
});
const says = (text: string): EventBody => ({ type: 'message', from: 'customer', text });
const read = (message: number, id: string, confidence: number, frustration: number): EventBody => ({
  type: 'understood',
  message,
  intents: [
    { id, confidence },
    { id: 'change-flight', confidence: 0.25 },
  ],
  outOfScope: 0.05,
  mood: { frustration, urgency: 0.1, confusion: 0.1 },
  distress: false,
  entities: [],
  topics: [],
  language: 'en',
  wantsPerson: false,
  further: [],
});
const takenUp = (intent: string): EventBody => ({
  type: 'decided',
  move: 'confirm',
  because: [{ rule: 'I1', text: '', evidence: {} }],
  site: 'v1',
  mode: 'autonomous',
  notes: { intent, details: { date: '2026-03-05' } },
});
const identified: EventBody = { type: 'identified', customer: 'cust-one', name: 'Ada', vip: true };
const wait = { position: 2, within: 230, confidence: 0.9, basis: 'history' as const };

/** A flight that was to be cancelled, the confirmation not pressed, then a person was asked for. */
const story = (locale = 'en') => [
  opened(locale),
  identified,
  says('Please cancel my   flight'),
  read(3, 'cancel-flight', 0.91, 0.2),
  takenUp('cancel-flight'),
  proposed,
  confirmQuestion,
  says('This is awful, get me a person'),
  read(8, 'complaint', 0.4, 0.85),
  { type: 'lapsed', question: 'q1', why: 'handoff' } as EventBody,
  handoff(wait),
];

const text = (lines: { field: string; text: string }[], field: string) =>
  lines.find((line) => line.field === field)?.text;

describe('the brief', () => {
  test('H6 says what they want in their words, what was tried, what is known and what was promised', () => {
    const lines = composeBrief({ conversation: fold(...story()), site, known: ['flight ME204'] });
    expect(text(lines, 'wants')).toBe('Label of cancel-flight (“Please cancel my flight”)');
    expect(text(lines, 'details')).toBe('date: 2026-03-05');
    expect(text(lines, 'tried')).toBe('Cancel flight ME204: not confirmed, nothing was done');
    expect(text(lines, 'known')).toBe('signed in as Ada · flight ME204');
    expect(text(lines, 'promised')).toBe('a person within 4 minutes');
  });

  test('H6 the customer’s lines carry no score, no mood and no reason', () => {
    const lines = composeBrief({ conversation: fold(...story()), site });
    expect(lines.map(({ field }) => field)).toEqual(['wants', 'details', 'tried', 'known', 'promised']);
    expect(JSON.stringify(lines)).not.toMatch(/%|0\.\d|vip|frustrat/i);
  });

  test('H6 the agent also sees why it came, how sure the reading was and the mood over time', () => {
    const lines = agentBrief(fold(...story()), site);
    expect(lines[0]).toMatchObject({ field: 'why', text: 'Asked for a person' });
    expect(text(lines, 'wants')).toMatch(/ — 91 %; Label of change-flight 25 %$/);
    expect(text(lines, 'mood')).toBe('frustration 0.2 → 0.8');
  });

  test('H6 what the customer corrected stands in both, and is marked', () => {
    const corrected = fold(
      ...story(),
      { type: 'corrected', by: 'customer', field: 'wants', text: 'Move it to Friday' },
      { type: 'corrected', by: 'customer', field: 'note', text: 'I travel with a child' },
    );
    for (const lines of [composeBrief({ conversation: corrected, site }), agentBrief(corrected, site)]) {
      expect(lines).toContainEqual(
        expect.objectContaining({ field: 'wants', text: 'Move it to Friday', corrected: true }),
      );
      expect(lines).toContainEqual(expect.objectContaining({ field: 'note', label: 'You added' }));
    }
  });

  test('H6 what was done has its reference, and how long it can be undone in the site’s time', () => {
    const { proposal, action, arguments: args, hash } = proposed as Extract<EventBody, { type: 'proposed' }>;
    const about = { proposal, action, arguments: args, hash };
    const undoUntil = Date.UTC(2026, 2, 2, 10, 10);
    const lines = composeBrief({
      conversation: fold(
        opened(),
        proposed,
        confirmQuestion,
        { type: 'answered', question: 'q1', choice: 'do', by: 'button' },
        { type: 'confirmed', ...about },
        { type: 'ran', ...about, outcome: 'done', reference: 'R-7', ms: 20 },
        {
          type: 'message',
          from: 'assistant',
          text: 'Done.',
          receipt: { proposal, label: 'Flight cancelled', at: start, undoUntil },
        },
      ),
      site,
    });
    expect(text(lines, 'tried')).toBe('Cancel flight ME204: done, reference R-7');
    expect(text(lines, 'promised')).toBe('Flight cancelled: can be undone until 11:10 AM');
  });

  test('H6 an action whose outcome is unknown is never called done', () => {
    const { proposal, action, arguments: args, hash } = proposed as Extract<EventBody, { type: 'proposed' }>;
    const ran: EventBody = {
      type: 'ran',
      proposal,
      action,
      arguments: args,
      hash,
      outcome: 'unknown',
      ms: 2000,
    };
    const lines = composeBrief({ conversation: fold(opened(), proposed, confirmQuestion, ran), site });
    expect(text(lines, 'tried')).toBe('Cancel flight ME204: sent, but whether it was done is not known');
  });

  test('nothing said yet is said as such, and German has German words', () => {
    expect(text(composeBrief({ conversation: fold(opened()), site }), 'wants')).toBe('not clear yet');
    const german = composeBrief({ conversation: fold(...story('de-AT')), site });
    expect(german.map(({ label }) => label)).toEqual([
      'Ihr Anliegen',
      'Ihre Angaben',
      'Was versucht wurde',
      'Was bekannt ist',
      'Was zugesagt wurde',
    ]);
  });
});
