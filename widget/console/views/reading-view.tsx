// How a message was read: each intent's confidence as a bar against what was needed, mood, and what else was seen.
import type { VNode } from 'preact';
import type { EventOf } from '../../../shared/events.ts';
import { exact } from './arguments.tsx';
import { useDesk } from './desk-context.ts';
import { useTimes } from './times.ts';

interface Props {
  reading: EventOf<'understood'>;
  needed: { threshold?: number; margin?: number };
  site: string;
}

export function ReadingView({ reading, needed, site }: Props): VNode {
  const { words, profile } = useDesk();
  const times = useTimes();
  const intents = profile.value?.sites.find((each) => each.id === site)?.intents ?? [];
  const label = (id: string) => intents.find((intent) => intent.id === id)?.label;
  return (
    <div class="why-part">
      <h3>
        {words.why.reading}
        {needed.threshold !== undefined && (
          <span class="soft">
            {` ${words.why.threshold} ${times.percent(needed.threshold)}`}
            {needed.margin !== undefined && `, ${words.why.margin(times.percent(needed.margin))}`}
          </span>
        )}
      </h3>
      {reading.intents.length === 0 && <p class="soft">{words.why.none}</p>}
      <ul class="bars">
        {reading.intents.map(({ id, confidence }) => (
          <BarRow key={id} name={label(id) ?? id} code={id} share={confidence} mark={needed.threshold} />
        ))}
        <BarRow name={words.why.outOfScope} share={reading.outOfScope} quiet />
      </ul>
      <ul class="bars mood-bars">
        {(['frustration', 'urgency', 'confusion'] as const).map((feeling) => (
          <BarRow key={feeling} name={words.moodOf[feeling]} share={reading.mood[feeling]} quiet />
        ))}
      </ul>
      <Also reading={reading} />
    </div>
  );
}

interface BarProps {
  name: string;
  code?: string;
  /** 0..1 */
  share: number;
  mark?: number | undefined;
  quiet?: boolean;
}

function BarRow({ name, code, share, mark, quiet }: BarProps): VNode {
  const times = useTimes();
  const reached = mark !== undefined && share >= mark;
  return (
    <li class={`bar${quiet ? ' quiet' : ''}${reached ? ' reached' : ''}`}>
      <span class="bar-name" title={code}>
        {name}
      </span>
      <span class="bar-track" aria-hidden="true">
        <span class="bar-fill" style={{ inlineSize: `${share * 100}%` }} />
        {mark !== undefined && <span class="bar-mark" style={{ insetInlineStart: `${mark * 100}%` }} />}
      </span>
      <span class="bar-value">{times.percent(share)}</span>
    </li>
  );
}

/** Whatever else the reading noticed, in chips. */
function Also({ reading }: { reading: EventOf<'understood'> }): VNode | null {
  const { words } = useDesk();
  const seen: string[] = [];
  if (reading.distress) seen.push(words.why.distress);
  if (reading.wantsPerson) seen.push(words.why.wantsPerson);
  if (reading.guard) seen.push(`${words.why.guard}: ${reading.guard}`);
  if (reading.gesture) seen.push(`${words.why.gesture}: ${reading.gesture}`);
  if (reading.answer) seen.push(`${words.why.answer}: ${reading.answer.choice}`);
  for (const topic of reading.topics) seen.push(`${words.why.topics}: ${topic}`);
  for (const entity of reading.entities)
    seen.push(`${exact(entity.kind ?? '')}: ${exact(entity.text ?? entity.value ?? '')}`);
  if (seen.length === 0) return null;
  return (
    <p class="also">
      {seen.map((each) => (
        <span class="chip" key={each}>
          {each}
        </span>
      ))}
    </p>
  );
}
