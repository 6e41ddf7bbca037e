// The head of a conversation: the customer, where it stands, and what its agent can do with it.
import type { ComponentChildren, VNode } from 'preact';
import { cleanName } from '../../ui/clean-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { type DeskAct, deskKeys } from '../models/desk-keys.ts';
import { promiseTone } from '../models/promise-tone.ts';
import type { ThreadModel } from '../models/thread-model.ts';
import { useDesk } from './desk-context.ts';
import { DeskIcon } from './desk-icon.tsx';
import { beginResolve, mayHandOn } from './desk-steps.ts';
import { MoodFace } from './mood-face.tsx';

export function ConversationHead({ thread }: { thread: ThreadModel }): VNode {
  const desk = useDesk();
  const { words, queue, profile, layout, acts } = desk;
  const { view } = thread.conversation.value;
  const row = queue.row(thread.id);
  const name = cleanName(view.customer?.name ?? row?.name ?? words.someone);
  const mine = view.status === 'claimed' && view.agent?.id === profile.value?.agent.id;
  return (
    <header class="head">
      <div class="head-who">
        <h2>
          <bdi>{name}</bdi>
        </h2>
        <p class="head-status">
          {row && <MoodFace mood={row.mood} />}
          <Status thread={thread} mine={mine} />
        </p>
      </div>
      <div class="head-acts">
        {mine && <OwnActs thread={thread} />}
        {!mine && mayHandOn(desk, thread) && (
          <button
            type="button"
            class="button small"
            disabled={acts.busy.value.has(thread.id)}
            aria-keyshortcuts={deskKeys.transfer}
            title={`${words.floor.give} (${deskKeys.transfer})`}
            onClick={() => (layout.dialog.value = 'transfer')}
          >
            <DeskIcon name="transfer" />
            <span class="act-word">{words.floor.give}</span>
          </button>
        )}
        <button
          type="button"
          class="tool only-narrow"
          aria-pressed={layout.details.value}
          aria-keyshortcuts={deskKeys.details}
          aria-label={words.top.details}
          title={`${words.top.details} (${deskKeys.details})`}
          onClick={() => (layout.details.value = !layout.details.value)}
        >
          <DeskIcon name="side" />
        </button>
      </div>
    </header>
  );
}

function Status({ thread, mine }: { thread: ThreadModel; mine: boolean }): VNode {
  const { words, now, queue } = useDesk();
  const { status, agent, handoff } = thread.conversation.value.view;
  const row = queue.row(thread.id);
  if (status !== 'waiting' || !handoff) {
    const word = mine
      ? words.status.mine
      : status === 'claimed'
        ? words.status.claimed(cleanName(agent?.name ?? ''))
        : words.status[status === 'waiting' ? 'waiting' : status];
    return <span>{word}</span>;
  }
  const waited = Math.max(0, (now.value - (row?.since ?? handoff.at)) / 1000);
  const within = row ? row.within : handoff.wait.within;
  const promise = within === null ? words.queue.notPromised : words.queue.promised(words.wait(within));
  return (
    <span class={`tone-text-${promiseTone(waited, within)}`}>
      {`${words.queue.waited(words.duration(waited))}, ${promise}`}
    </span>
  );
}

function OwnActs({ thread }: { thread: ThreadModel }): VNode {
  const desk = useDesk();
  const { words, acts, layout } = desk;
  const under = acts.busy.value.get(thread.id);
  const act = (key: DeskAct, label: string, icon: ComponentChildren, run: () => void, primary = false) => (
    <button
      type="button"
      class={`button small${primary ? ' resolve' : ''}`}
      disabled={under !== undefined}
      aria-keyshortcuts={deskKeys[key]}
      title={`${label} (${deskKeys[key]})`}
      onClick={run}
    >
      {icon}
      <span class="act-word">{label}</span>
    </button>
  );
  return (
    <>
      {act('release', words.act.release, <DeskIcon name="back" />, () => void acts.release(thread.id))}
      {act(
        'transfer',
        words.act.transfer,
        <DeskIcon name="transfer" />,
        () => (layout.dialog.value = 'transfer'),
      )}
      {act('return', words.act.return, <Icon name="spark" />, () => void acts.giveBack(thread.id))}
      {act('resolve', words.act.resolve, <Icon name="check" />, () => beginResolve(desk, thread), true)}
    </>
  );
}
