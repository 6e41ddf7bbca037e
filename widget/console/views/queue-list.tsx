// The left column: the agent's own conversations, the line, and what the assistant is handling.
import type { VNode } from 'preact';
import { useDesk } from './desk-context.ts';
import { DeskIcon } from './desk-icon.tsx';
import { FoundList } from './found-list.tsx';
import { HeldActions } from './held-actions.tsx';
import { KeyHint } from './key-hint.tsx';
import { QueueRowView } from './queue-row.tsx';

export function QueueList(): VNode {
  const { words, queue, presence, find } = useDesk();
  const loaded = queue.rows.value !== undefined;
  const filtering = queue.filter.value.trim() !== '';
  const sections = queue.sections.value;
  const listed = new Set(sections.flatMap(({ rows }) => rows.map((row) => row.conversation)));
  const nothing = filtering && sections.every((section) => section.rows.length === 0);
  return (
    <nav class="queue" aria-label={words.queue.label}>
      <label class="find">
        <DeskIcon name="search" />
        <input
          id="find"
          type="search"
          placeholder={words.queue.filter}
          aria-label={words.queue.filter}
          value={queue.filter.value}
          onInput={(event) => (queue.filter.value = event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            queue.filter.value = '';
            event.currentTarget.blur();
          }}
        />
        <KeyHint act="filter" />
      </label>
      <div class="queue-scroll">
        {!loaded && <Loading text={words.queue.loading} />}
        <HeldActions />
        {loaded && !presence.own.value.on && <p class="queue-off">{words.queue.off}</p>}
        {nothing && find.found.value === undefined && !find.busy.value && (
          <p class="queue-empty">{words.queue.noMatch}</p>
        )}
        {loaded &&
          sections.map(({ name, rows }) => {
            const empty = words.queue.empty[name];
            if (rows.length === 0 && (filtering || empty === undefined)) return null;
            return (
              <section key={name} class="queue-section" aria-labelledby={`section-${name}`}>
                <h2 id={`section-${name}`}>
                  {words.queue.sections[name]} {rows.length > 0 && <span class="count">{rows.length}</span>}
                </h2>
                {rows.length === 0 ? (
                  <p class="queue-empty">{empty}</p>
                ) : (
                  <ul>
                    {rows.map((row) => (
                      <QueueRowView key={row.conversation} row={row} section={name} />
                    ))}
                  </ul>
                )}
              </section>
            );
          })}
        {filtering && <FoundList listed={listed} />}
      </div>
    </nav>
  );
}

function Loading({ text }: { text: string }): VNode {
  return (
    <div class="queue-loading" role="status">
      <span class="sr-only">{text}</span>
      {[1, 2, 3].map((each) => (
        <div key={each} class="bone" />
      ))}
    </div>
  );
}
