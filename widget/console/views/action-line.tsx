// A step of an action as a quiet line: proposed, confirmed, approved, ran; its exact arguments one click away.
import type { VNode } from 'preact';
import { cleanName } from '../../ui/clean-text.ts';
import type { ActionEvent } from '../models/timeline.ts';
import type { ConsoleWords } from '../words/console-words.ts';
import { Arguments } from './arguments.tsx';
import { useDesk } from './desk-context.ts';
import { DeskIcon } from './desk-icon.tsx';
import { useTimes } from './times.ts';

export function ActionLine({ event }: { event: ActionEvent; site: string }): VNode {
  const { words } = useDesk();
  const times = useTimes();
  const outcome = event.type === 'ran' || event.type === 'undone' ? event.outcome : undefined;
  return (
    <details class={`action${outcome ? ` action-${outcome}` : ''}`}>
      <summary>
        <DeskIcon name="cog" />
        <span>
          {stepWord(event, words)} <code>{event.action}</code>
          {outcome && <strong>{words.action.outcomes[outcome] ?? outcome}</strong>}
          {event.type === 'approved' && words.action.by(cleanName(event.by.name))}
        </span>
        <time>{times.time(event.at)}</time>
      </summary>
      <Arguments values={event.arguments} />
      <dl class="facts">
        {'reference' in event && event.reference && (
          <>
            <dt>{words.action.reference}</dt>
            <dd>
              <code>{event.reference}</code>
            </dd>
          </>
        )}
        {'ms' in event && (
          <>
            <dt>{words.action.took}</dt>
            <dd>{words.action.ms(String(Math.round(event.ms)))}</dd>
          </>
        )}
        {'why' in event && event.why && (
          <>
            <dt>{words.action.why}</dt>
            <dd>{event.why}</dd>
          </>
        )}
        {'reason' in event && event.reason && (
          <>
            <dt>{words.action.why}</dt>
            <dd>{event.reason}</dd>
          </>
        )}
        <dt>{words.action.hash}</dt>
        <dd>
          <code class="cut">{event.hash}</code>
        </dd>
      </dl>
    </details>
  );
}

function stepWord(event: ActionEvent, words: ConsoleWords): string {
  if (event.type === 'approved') return event.approve ? words.action.approved : words.action.refused;
  return words.action[event.type];
}
