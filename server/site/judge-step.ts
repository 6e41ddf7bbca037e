// One step of a site's test held against what happened: what was expected and not seen, with what was there instead.
import type { Event, EventOf } from '../../shared/events.ts';
import type { Expectation } from './site-test.ts';

export interface Missed {
  expected: string;
  happened: string;
}

/**
 * What of the expectation was missed; empty when all of it was seen. `events`: the whole conversation in order;
 * `since`: the seq of the last event before the step.
 */
export function judgeStep(expectation: Expectation, events: Event[], since: number): Missed[] {
  const step = events.filter(({ seq }) => seq > since);
  const open = openQuestion(events);
  const missed: Missed[] = [];
  const expect = (seen: boolean, expected: string, happened: string[]) => {
    if (!seen) missed.push({ expected, happened: happened.join(', ') || 'nothing' });
  };

  const { acknowledged, asked, proposed, ran, handoff } = expectation;
  if (acknowledged !== undefined) {
    const [first] = of(step, 'message').filter(({ from }) => from === 'assistant');
    const about = Object.values(first?.acknowledges ?? {});
    const seen =
      typeof acknowledged === 'string'
        ? about.includes(acknowledged)
        : (first?.acknowledges !== undefined) === acknowledged;
    expect(seen, `acknowledged: ${acknowledged}`, [`acknowledged: ${about.join(', ') || 'nothing'}`]);
  }
  if (asked !== undefined) {
    const kind = open?.kind ?? 'nothing';
    expect(kind === asked, `asked: ${asked}`, [`asked: ${kind}`]);
  }
  const offered = (open?.choices ?? []).flatMap(({ id, label }) => [id, label]);
  const labels = (open?.choices ?? []).map(({ label }) => `“${label}”`);
  for (const choice of expectation.choices ?? [])
    expect(offered.includes(choice), `the choice “${choice}”`, labels);
  for (const choice of expectation.notChoices ?? [])
    expect(!offered.includes(choice), `no choice “${choice}”`, labels);

  const proposals = of(step, 'proposed').map(({ action }) => action);
  if (proposed !== undefined) expect(proposals.includes(proposed), `proposed: ${proposed}`, proposals);
  for (const action of expectation.notProposed ?? [])
    expect(!proposals.includes(action), `not proposed: ${action}`, proposals);
  const runs = of(step, 'ran');
  const done = runs.filter(({ outcome }) => outcome === 'done').map(({ action }) => action);
  const outcomes = runs.map(({ action, outcome }) => `${action} (${outcome})`);
  if (ran !== undefined) expect(done.includes(ran), `ran: ${ran}`, outcomes);
  // An outcome that nobody knows may be a run as well.
  const perhaps = runs.filter(({ outcome }) => outcome !== 'failed').map(({ action }) => action);
  for (const action of expectation.notRan ?? [])
    expect(!perhaps.includes(action), `not ran: ${action}`, outcomes);

  const said = step.flatMap(shown).join('\n');
  const says = (part: string) => said.toLowerCase().includes(part.toLowerCase());
  for (const part of expectation.said ?? []) expect(says(part), `said: “${part}”`, [said]);
  for (const part of expectation.notSaid ?? []) expect(!says(part), `not said: “${part}”`, [said]);

  if (handoff !== undefined) {
    const handoffs = of(step, 'handoff');
    const triggers = handoffs.flatMap((event) => event.triggers.map(({ trigger }) => trigger));
    const seen = typeof handoff === 'string' ? triggers.includes(handoff) : handoffs.length > 0 === handoff;
    expect(seen, `handoff: ${handoff}`, [`handoff: ${triggers.join(', ') || 'none'}`]);
  }
  return missed;
}

function of<T extends Event['type']>(events: Event[], type: T): EventOf<T>[] {
  return events.filter((event): event is EventOf<T> => event.type === type);
}

function openQuestion(events: Event[]): EventOf<'question'> | undefined {
  const ended = new Set([...of(events, 'answered'), ...of(events, 'lapsed')].map(({ question }) => question));
  return of(events, 'question').findLast(({ id }) => !ended.has(id));
}

/** The texts of an event that the customer reads. */
function shown(event: Event): string[] {
  if (event.type === 'message') return event.from === 'customer' ? [] : [event.text];
  if (event.type === 'handoff') return [event.text];
  if (event.type !== 'question') return [];
  const { title, effect, money, undoable } = event.card ?? {};
  const texts = [event.text, title, effect, money, undoable, ...event.choices.map(({ label }) => label)];
  return texts.filter((text) => text !== undefined);
}
