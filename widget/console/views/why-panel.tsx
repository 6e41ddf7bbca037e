// Why the assistant said it: the reading with its scores against what was needed, the rules with their evidence,
// what it saw, the rollout mode and the site's version (R2).
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { EventOf } from '../../../shared/events.ts';
import { readKnown } from '../models/read-known.ts';
import type { ThreadModel } from '../models/thread-model.ts';
import { why } from '../models/why.ts';
import { Arguments, exact } from './arguments.tsx';
import { useDesk } from './desk-context.ts';
import { ReadingView } from './reading-view.tsx';
import { SideKnown } from './side-known.tsx';

export function WhyButton({ conversation, seq }: { conversation: string; seq: number }): VNode {
  const { words, layout } = useDesk();
  const explained = layout.explained.value;
  const open = explained?.conversation === conversation && explained.seq === seq;
  return (
    <button
      type="button"
      class="why-button"
      aria-expanded={open}
      aria-controls={open ? `why-${seq}` : undefined}
      onClick={() => layout.explain(conversation, seq)}
    >
      {open ? words.why.close : words.why.open}
    </button>
  );
}

export function WhyPanel({ thread, seq }: { thread: ThreadModel; seq: number }): VNode | null {
  const { words, layout } = useDesk();
  const panel = useRef<HTMLElement>(null);
  const explained = layout.explained.value;
  const open = explained?.conversation === thread.id && explained.seq === seq;
  useEffect(() => panel.current?.scrollIntoView({ block: 'nearest' }), [open]);
  if (!open) return null;
  const found = why(thread.events.value, seq);
  const last = found?.decisions.at(-1);
  return (
    <section class="why" ref={panel} id={`why-${seq}`} aria-label={words.why.title}>
      {!found && <p class="soft">{words.why.nothing}</p>}
      {found?.reading && (
        <ReadingView
          reading={found.reading}
          needed={needed(found.decisions)}
          site={thread.conversation.value.view.site}
        />
      )}
      {found?.decisions.map((decision) => (
        <Decision key={decision.seq} decision={decision} />
      ))}
      {found && found.ran.length > 0 && (
        <div class="why-part">
          <h3>{words.why.ran}</h3>
          {found.ran.map((ran) => (
            <p key={ran.seq}>
              <code>{ran.action}</code> {words.action.outcomes[ran.outcome]},{' '}
              {words.action.ms(String(Math.round(ran.ms)))}
            </p>
          ))}
        </div>
      )}
      {found?.observed && <Observed observed={found.observed} />}
      {last && (
        <p class="why-foot soft">
          {`${words.why.mode} ${last.mode} · ${words.why.site} ${last.site.slice(0, 12)}`}
          {last.arm && ` · ${words.why.arm} ${last.arm}`}
        </p>
      )}
    </section>
  );
}

function Decision({ decision }: { decision: EventOf<'decided'> }): VNode {
  const { words } = useDesk();
  return (
    <div class="why-part">
      <h3>
        {words.why.decision}: <code>{decision.move}</code>
      </h3>
      <ul class="becauses">
        {decision.because.map((reason) => (
          <li key={reason.rule + reason.text}>
            <span class="rule" title={words.why.rule(reason.rule)}>
              {reason.rule}
            </span>
            <div>
              <p>{reason.text}</p>
              {Object.keys(reason.evidence).length > 0 && <Arguments values={reason.evidence} />}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Observed({ observed }: { observed: EventOf<'observed'> }): VNode | null {
  const { words } = useDesk();
  const known = readKnown(observed.facts, observed.ages);
  const gates = Object.entries(observed.gates).filter(
    ([, value]) => exact(value) !== '[]' && exact(value) !== '{}',
  );
  if (known.length === 0 && gates.length === 0) return null;
  return (
    <details class="why-part">
      <summary>{words.why.saw}</summary>
      {known.map((each) => (
        <SideKnown key={each.source} known={each} />
      ))}
      <Arguments values={Object.fromEntries(gates)} />
    </details>
  );
}

/** The confidence that was asked for, as the decisions' evidence has it. */
function needed(decisions: readonly EventOf<'decided'>[]): { threshold?: number; margin?: number } {
  const found: { threshold?: number; margin?: number } = {};
  for (const { evidence, rule } of decisions.flatMap((decision) => decision.because)) {
    if (!['C1', 'C2', 'C9', 'D1', 'I1'].includes(rule)) continue;
    if (typeof evidence.threshold === 'number') found.threshold = evidence.threshold;
    if (typeof evidence.margin === 'number') found.margin = evidence.margin;
  }
  return found;
}
