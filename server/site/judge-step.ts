// One step of a site's test held against what happened: the sentences say what was expected and was not there.
import type { Event, EventOf } from '../../shared/events.ts';
import type { Expectation } from './site.ts';

/**
 * What of the expectation was missed; empty when all of it was seen. `events`: the whole conversation in order;
 * `since`: the seq of the last event before the step.
 */
export function judgeStep(expectation: Expectation, events: Event[], since: number): string[] {
  const step = events.filter(({ seq }) => seq > since);
  const open = openQuestion(events);
  const missed: string[] = [];
  const expect = (seen: boolean, sentence: string) => {
    if (!seen) missed.push(sentence);
  };

  const { acknowledged, asked, proposed, ran, handoff } = expectation;
  if (acknowledged !== undefined) {
    const [first] = of(step, 'message').filter(({ from }) => from === 'assistant');
    const about = Object.values(first?.acknowledges ?? {});
    const seen =
      typeof acknowledged === 'string' ? about.includes(acknowledged) : about.length > 0 === acknowledged;
    expect(seen, `acknowledged: ${acknowledged}, and it was ${about.join(', ') || 'nothing'}`);
  }
  if (asked !== undefined) {
    const kind = open?.kind ?? 'nothing';
    expect(kind === asked, `asked: ${asked}, and the open question is ${kind}`);
  }
  const offered = (open?.choices ?? []).flatMap(({ id, label }) => [id, label]);
  for (const choice of expectation.choices ?? []) {
    expect(offered.includes(choice), `the choice "${choice}", and there are ${offered.join(', ') || 'none'}`);
  }
  for (const choice of expectation.notChoices ?? [])
    expect(!offered.includes(choice), `no choice "${choice}"`);

  const proposals = of(step, 'proposed').map(({ action }) => action);
  if (proposed !== undefined)
    expect(
      proposals.includes(proposed),
      `proposed: ${proposed}, and it was ${proposals.join(', ') || 'nothing'}`,
    );
  for (const action of expectation.notProposed ?? [])
    expect(!proposals.includes(action), `no proposal of ${action}`);
  const runs = of(step, 'ran')
    .filter(({ outcome }) => outcome === 'done')
    .map(({ action }) => action);
  if (ran !== undefined)
    expect(runs.includes(ran), `ran: ${ran}, and it was ${runs.join(', ') || 'nothing'}`);
  for (const action of expectation.notRan ?? []) expect(!runs.includes(action), `no run of ${action}`);

  const said = step.flatMap(shown).join('\n');
  const says = (part: string) => said.toLowerCase().includes(part.toLowerCase());
  for (const part of expectation.said ?? [])
    expect(says(part), `"${part}" to be said, and it was: ${said || 'nothing'}`);
  for (const part of expectation.notSaid ?? [])
    expect(!says(part), `"${part}" not to be said, and it was: ${said}`);

  if (handoff !== undefined) {
    const triggers = of(step, 'handoff').flatMap((event) => event.triggers.map(({ trigger }) => trigger));
    const came = of(step, 'handoff').length > 0;
    const seen = typeof handoff === 'string' ? triggers.includes(handoff) : came === handoff;
    expect(seen, `handoff: ${handoff}, and it was ${triggers.join(', ') || 'none'}`);
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
  return [event.text, title, effect, money, undoable, ...event.choices.map(({ label }) => label)].filter(
    (text) => text !== undefined,
  );
}
