// The agents on the supervisor's view: who is on, how full, what they kept today, and what they have in hand.
import type { VNode } from 'preact';
import type { AgentOverview } from '../../../shared/protocol.ts';
import { cleanName } from '../../ui/clean-text.ts';
import { answerWithin } from '../models/answer-owed.ts';
import { promiseTone } from '../models/promise-tone.ts';
import { useDesk } from './desk-context.ts';

export function FloorAgents({ agents }: { agents: AgentOverview[] }): VNode {
  const { words } = useDesk();
  const sorted = [...agents].sort(
    (a, b) => Number(b.available) - Number(a.available) || (a.agent.name < b.agent.name ? -1 : 1),
  );
  return (
    <section aria-labelledby="floor-agents">
      <h3 id="floor-agents">{words.floor.agents}</h3>
      <table class="floor-agents">
        <thead>
          <tr>
            <th scope="col">{words.floor.agent}</th>
            <th scope="col">{words.floor.load}</th>
            <th scope="col">{words.floor.today}</th>
            <th scope="col">{words.floor.inHand}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((agent) => (
            <Agent key={agent.agent.id} agent={agent} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Agent({ agent: row }: { agent: AgentOverview }): VNode {
  const { words, profile } = useDesk();
  const labels = (profile.value?.sites ?? []).flatMap(({ teams }) => teams);
  const teams = [...new Set(row.teams.map((id) => labels.find((team) => team.id === id)?.label ?? id))];
  const { kept, broken } = row.promises;
  const share = Math.min(1, row.load / row.capacity);
  return (
    <tr class={row.available ? undefined : 'off'}>
      <th scope="row">
        <span class={`presence ${row.available ? 'on' : 'off'}`} aria-hidden="true" />
        <bdi>{cleanName(row.agent.name)}</bdi>
        <span class="soft">{row.available ? teams.join(', ') : words.top.away}</span>
      </th>
      <td>
        <span class="load">
          <svg viewBox="0 0 60 6" aria-hidden="true" preserveAspectRatio="none">
            <rect class="load-ground" width="60" height="6" rx="3" />
            <rect class={share >= 1 ? 'load-full' : 'load-part'} width={60 * share} height="6" rx="3" />
          </svg>
          {words.top.load(row.load, row.capacity)}
        </span>
      </td>
      <td>
        {words.floor.done(row.handled)}
        {kept + broken > 0 && (
          <span class={broken > 0 ? 'tone-text-amber' : 'soft'}>
            {` · ${words.floor.keptOf(kept, kept + broken)}`}
          </span>
        )}
      </td>
      <td>
        <ul class="in-hand">
          {row.inHand.map((held) => (
            <InHand key={held.conversation} held={held} />
          ))}
        </ul>
      </td>
    </tr>
  );
}

function InHand({ held }: { held: AgentOverview['inHand'][number] }): VNode {
  const { words, threads, floor, now, profile } = useDesk();
  // Counted by the server a moment ago; it runs on here.
  const since = Math.max(0, (now.value - (floor.overview.value?.at ?? now.value)) / 1000);
  const owed = held.owed === null ? null : held.owed + since;
  const tone = owed === null ? 'none' : promiseTone(owed, answerWithin(profile.value, held.site));
  return (
    <li>
      <button type="button" class="link-button" onClick={() => threads.select(held.conversation)}>
        <bdi>{cleanName(held.name ?? words.someone)}</bdi>
      </button>
      <span class={owed === null ? 'soft' : `tone-text-${tone}`}>
        {owed === null ? words.queue.nothingOwed : words.queue.owedShort(words.duration(owed))}
      </span>
    </li>
  );
}
