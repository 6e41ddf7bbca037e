// The supervisor's view, in place of a conversation: how the day goes on each site, whose promise breaks next, who
// is on with what in hand.
import type { VNode } from 'preact';
import type { SiteOverview } from '../../../shared/protocol.ts';
import { cleanName } from '../../ui/clean-text.ts';
import { promiseTone } from '../models/promise-tone.ts';
import type { DeskRow } from '../models/queue-model.ts';
import { sayFailure } from '../words/say-failure.ts';
import { useDesk } from './desk-context.ts';
import { FloorAgents } from './floor-agents.tsx';
import { RolloutActions } from './rollout-actions.tsx';

/** Rows of the line that are shown: those whose promise breaks first. */
const lineShown = 6;

export function FloorPane(): VNode {
  const { words, floor, notices } = useDesk();
  const overview = floor.overview.value;
  const problem = floor.problem.value;
  const alerts = notices.shown.value.flatMap((notice) => (notice.kind === 'alert' ? [notice.alert] : []));
  return (
    <main class="floor" aria-label={words.floor.title}>
      <h2>{words.floor.title}</h2>
      {problem && (
        <p class="problem" role="alert">
          {sayFailure(words, problem)}
        </p>
      )}
      {!overview && !problem && (
        <div class="floor-loading" role="status">
          <span class="sr-only">{words.floor.loading}</span>
          <div class="bone long" />
          <div class="bone long" />
        </div>
      )}
      {alerts.length > 0 && (
        <section aria-labelledby="floor-alerts">
          <h3 id="floor-alerts">{words.floor.alerts}</h3>
          <ul class="floor-alerts">
            {alerts.map((alert) => (
              <li key={alert.id} class={`floor-alert ${alert.level}`}>
                {alert.text}
              </li>
            ))}
          </ul>
        </section>
      )}
      {overview && (
        <>
          <div class="floor-sites">
            {overview.sites.map((site) => (
              <Site key={site.site} site={site} />
            ))}
          </div>
          <Line />
          <FloorAgents agents={overview.agents} />
        </>
      )}
      <RolloutActions />
    </main>
  );
}

function Site({ site }: { site: SiteOverview }): VNode {
  const { words, profile } = useDesk();
  const { kept, broken, open } = site.promises;
  const name = profile.value?.sites.find(({ id }) => id === site.site)?.name ?? site.site;
  const figure = (value: string, label: string, tone = '') => (
    <div class={`figure ${tone}`}>
      <dd>{value}</dd>
      <dt>{label}</dt>
    </div>
  );
  const over = kept + broken;
  return (
    <section class="floor-site" aria-label={name}>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <dl class="figures">
        {figure(
          over === 0 ? words.floor.none : words.floor.keptOf(kept, over),
          words.floor.promises(open),
          broken > 0 ? 'tone-text-amber' : '',
        )}
        {figure(
          String(site.waiting),
          site.longest > 0 ? words.floor.longest(words.duration(site.longest)) : words.floor.waiting,
        )}
        {figure(words.floor.loadOf(site.load, site.capacity), words.floor.onDuty(site.onDuty))}
        {figure(
          String(site.handled),
          site.meanHandling === null ? words.floor.handled : words.floor.each(words.wait(site.meanHandling)),
        )}
      </dl>
    </section>
  );
}

/** Those who wait, the promise that breaks first on top; each can be given to somebody. */
function Line(): VNode {
  const desk = useDesk();
  const { words, queue, now } = desk;
  const left = (row: DeskRow) => (row.within ?? Number.POSITIVE_INFINITY) - (now.value - row.since) / 1000;
  const rows = [...queue.waiting.value].sort((a, b) => left(a) - left(b) || a.since - b.since);
  return (
    <section aria-labelledby="floor-line">
      <h3 id="floor-line">
        {words.floor.line} {rows.length > 0 && <span class="count">{rows.length}</span>}
      </h3>
      {rows.length === 0 && <p class="soft">{words.queue.nobody}</p>}
      <ul class="floor-line">
        {rows.slice(0, lineShown).map((row) => (
          <Waiting key={row.conversation} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Waiting({ row }: { row: DeskRow }): VNode {
  const desk = useDesk();
  const { words, now, threads, layout } = desk;
  const waited = Math.max(0, (now.value - row.since) / 1000);
  const tone = promiseTone(waited, row.within);
  const promise =
    row.within === null ? words.queue.notPromised : words.queue.promised(words.wait(row.within));
  const name = cleanName(row.name ?? words.someone);
  const give = () => {
    threads.select(row.conversation);
    layout.dialog.value = 'transfer';
  };
  return (
    <li>
      <button type="button" class="link-button" onClick={() => threads.select(row.conversation)}>
        <bdi>{name}</bdi>
      </button>
      <span class="floor-wants">{row.wants}</span>
      <span class={`floor-clock tone-text-${tone}`}>
        {`${words.queue.waited(words.duration(waited))}, ${promise}`}
      </span>
      <button type="button" class="button small" aria-label={`${words.floor.give}: ${name}`} onClick={give}>
        {words.floor.give}
      </button>
    </li>
  );
}
