// Hands a conversation on: one's own to a colleague or a team, and as a supervisor anyone's to anyone who is on.
import type { VNode } from 'preact';
import { cleanName } from '../../ui/clean-text.ts';
import { useDesk } from './desk-context.ts';
import { Dialog } from './dialog.tsx';

export function TransferDialog(): VNode | null {
  const { words, presence, threads, acts, layout, profile } = useDesk();
  const thread = threads.open.value;
  if (!thread) return null;
  const { view } = thread.conversation.value;
  const me = profile.value?.agent;
  const mine = view.status === 'claimed' && view.agent?.id === me?.id;
  const close = () => {
    layout.dialog.value = undefined;
  };
  const give = async (to: string) => {
    if (await (mine ? acts.transfer(thread.id, to) : acts.assign(thread.id, to))) close();
  };
  const own = presence.own.value.on && me && !mine;
  const people = [
    ...(own ? [{ agent: me, load: presence.load.value, capacity: presence.own.value.capacity }] : []),
    ...presence.others.value.filter((row) => row.available && row.agent.id !== view.agent?.id),
  ];
  const teams = (profile.value?.sites.find(({ id }) => id === view.site)?.teams ?? []).map((team) => ({
    ...team,
    on: presence.others.value.filter((row) => row.available && row.teams.includes(team.id)).length,
  }));
  const busy = acts.busy.value.has(thread.id);
  const choice = (to: string, name: string, about: string, disabled = false) => (
    <li key={to}>
      <button type="button" class="button" disabled={busy || disabled} onClick={() => void give(to)}>
        <bdi>{name}</bdi>
        <span class="soft">{about}</span>
      </button>
    </li>
  );
  return (
    <Dialog
      title={mine ? words.transfer.title : words.transfer.give}
      close={close}
      first=".transfer button:enabled"
    >
      {people.length === 0 && <p class="soft">{words.transfer.nobody}</p>}
      {teams.length > 0 && people.length > 0 && <h3>{words.transfer.people}</h3>}
      <ul class="transfer">
        {people.map((row) => {
          const load = words.top.hasLoad(row.load, row.capacity);
          const full = row.load >= row.capacity ? ` · ${words.transfer.full}` : '';
          const name = cleanName(row.agent.name);
          return choice(
            row.agent.id,
            row.agent.id === me?.id ? `${name} (${words.transfer.myself})` : name,
            load + full,
          );
        })}
      </ul>
      {teams.length > 0 && (
        <>
          <h3>{words.transfer.teams}</h3>
          <ul class="transfer">
            {teams.map((team) =>
              choice(`team:${team.id}`, team.label, words.transfer.team(team.on), team.on === 0),
            )}
          </ul>
        </>
      )}
    </Dialog>
  );
}
