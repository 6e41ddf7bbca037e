// The bar at the top: the agent's own switch and capacity, the connection, who else is on, sound, keys, the way out.
import type { VNode } from 'preact';
import { CardIcon } from '../../ui/card-icon.tsx';
import { cleanName } from '../../ui/clean-text.ts';
import { deskKeys } from '../models/desk-keys.ts';
import { capacityBounds } from '../models/presence-model.ts';
import { useDesk } from './desk-context.ts';
import { DeskIcon } from './desk-icon.tsx';
import { changeCapacity, turnFloor } from './desk-steps.ts';
import { KeyHint } from './key-hint.tsx';
import { Mark } from './sign-in.tsx';

export function TopBar(): VNode {
  const desk = useDesk();
  const { words, attention, layout, session, profile, floor } = desk;
  const muted = attention.muted.value;
  return (
    <header class="top">
      <h1 class="sr-only">{words.title}</h1>
      <Mark />
      <Switch />
      <Capacity />
      <LinkState />
      <span class="push" />
      {profile.value?.agent.supervisor && (
        <button
          type="button"
          class="tool with-word"
          aria-pressed={floor.open.value}
          aria-keyshortcuts={deskKeys.floor}
          onClick={() => turnFloor(desk)}
        >
          <DeskIcon name="floor" /> {words.floor.title} <KeyHint act="floor" />
        </button>
      )}
      <Colleagues />
      <AskToNotify />
      <button
        type="button"
        class="tool"
        aria-pressed={muted}
        aria-label={muted ? words.top.unmute : words.top.mute}
        title={muted ? words.top.unmute : words.top.mute}
        onClick={() => (attention.muted.value = !muted)}
      >
        <DeskIcon name={muted ? 'silent' : 'sound'} />
      </button>
      <button
        type="button"
        class="tool"
        aria-label={words.top.keys}
        aria-keyshortcuts={deskKeys.help}
        title={`${words.top.keys} (?)`}
        onClick={() => (layout.dialog.value = 'keys')}
      >
        <DeskIcon name="keys" />
      </button>
      <span class="me">
        <bdi>{cleanName(profile.value?.agent.name ?? '')}</bdi>
        <button
          type="button"
          class="tool"
          aria-label={words.top.signOut}
          title={words.top.signOut}
          onClick={() => void session.signOut()}
        >
          <DeskIcon name="leave" />
        </button>
      </span>
    </header>
  );
}

function Switch(): VNode {
  const { words, presence, notices } = useDesk();
  const { on, capacity } = presence.own.value;
  const turn = async () => {
    const answer = await presence.set({ on: !on, capacity });
    if (!answer.ok) notices.fail(answer.error);
  };
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      aria-checked={on}
      aria-keyshortcuts={deskKeys.available}
      title={on ? words.top.switchOff : words.top.switchOn}
      onClick={() => void turn()}
    >
      <span class="switch-track" aria-hidden="true" />
      <span class="switch-word">{on ? words.top.on : words.top.off}</span>
      <KeyHint act="available" />
    </button>
  );
}

function Capacity(): VNode {
  const desk = useDesk();
  const { words, presence } = desk;
  const { capacity } = presence.own.value;
  const change = (by: number) => changeCapacity(desk, by);
  return (
    <fieldset class="capacity" title={words.top.capacity}>
      <legend class="sr-only">{words.top.capacity}</legend>
      <button
        type="button"
        aria-label={words.top.fewer}
        aria-keyshortcuts={deskKeys.fewer}
        disabled={capacity <= capacityBounds.least}
        onClick={() => void change(-1)}
      >
        <DeskIcon name="minus" />
      </button>
      <output>{words.top.load(presence.load.value, capacity)}</output>
      <button
        type="button"
        aria-label={words.top.more}
        aria-keyshortcuts={deskKeys.more}
        disabled={capacity >= capacityBounds.most}
        onClick={() => void change(1)}
      >
        <DeskIcon name="plus" />
      </button>
    </fieldset>
  );
}

function LinkState(): VNode {
  const { words, ports } = useDesk();
  const state = ports.connection.state.value;
  const down = state === 'offline' || state === 'refused' || state === 'idle';
  const word = state === 'online' ? words.link.online : down ? words.link.down : words.link.connecting;
  return (
    <span class={`link link-${state}`} role="status">
      <i aria-hidden="true" />
      {word}
    </span>
  );
}

function Colleagues(): VNode {
  const { words, presence } = useDesk();
  const others = presence.others.value;
  const on = others.filter((row) => row.available);
  return (
    <>
      <button type="button" class="tool colleagues" popovertarget="colleagues" title={words.top.others}>
        {on.slice(0, 3).map((row) => (
          <span class="avatar avatar-person small" key={row.agent.id} aria-hidden="true">
            {[...cleanName(row.agent.name)][0]}
          </span>
        ))}
        <span class={on.length > 0 ? 'sr-only' : 'soft'}>{words.top.othersOn(on.length)}</span>
        {on.length > 3 && <span aria-hidden="true">+{on.length - 3}</span>}
        <CardIcon name="down" />
      </button>
      <div id="colleagues" popover="auto" class="popover colleagues-list">
        {others.length === 0 && <p class="soft">{words.top.alone}</p>}
        <ul>
          {others.map((row) => (
            <li key={row.agent.id}>
              <span class={`presence ${row.available ? 'on' : 'off'}`} aria-hidden="true" />
              <bdi>{cleanName(row.agent.name)}</bdi>
              <span class="soft">
                {row.available ? words.top.hasLoad(row.load, row.capacity) : words.top.away}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

function AskToNotify(): VNode | null {
  const { words, ports, now } = useDesk();
  // The browser does not tell when the agent answers elsewhere; the second's tick looks again.
  if (now.value === 0 || ports.summons.mayNotify() !== 'default') return null;
  return (
    <button
      type="button"
      class="tool"
      aria-label={words.top.notify}
      title={words.top.notify}
      onClick={() => void ports.summons.askToNotify()}
    >
      <DeskIcon name="bell" />
    </button>
  );
}
