// Listens for the desk's single keys and does what they say; each does exactly what a button on screen does.
import { useEffect } from 'preact/hooks';
import type { ConsoleModel } from '../console-model.ts';
import { articleAt, type DeskAct, deskAct } from '../models/desk-keys.ts';
import type { ThreadModel } from '../models/thread-model.ts';
import {
  beginResolve,
  changeCapacity,
  focusComposer,
  insertArticle,
  latestId,
  mayHandOn,
  stepConversation,
  turnFloor,
} from './desk-steps.ts';

export function useDeskKeys(desk: ConsoleModel): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
      const act = deskAct(event, isWriting(event.target));
      if (!act || (!desk.layout.singleKeys.value && act !== 'help')) return;
      event.preventDefault();
      run(desk, act, event.key);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [desk]);
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}

function run(desk: ConsoleModel, act: DeskAct, key: string): void {
  const { queue, acts, layout, presence, attention } = desk;
  switch (act) {
    case 'help':
      layout.dialog.value = 'keys';
      return;
    case 'next':
    case 'previous':
      stepConversation(desk, act === 'next' ? 1 : -1);
      return;
    case 'takeNext': {
      const first = queue.waiting.value[0];
      if (first) void acts.claim(first.conversation);
      return;
    }
    case 'filter':
      document.getElementById('find')?.focus();
      return;
    case 'available':
      void presence.set({ ...presence.own.value, on: !presence.own.value.on });
      return;
    case 'floor':
      turnFloor(desk);
      return;
    case 'more':
    case 'fewer':
      void changeCapacity(desk, act === 'more' ? 1 : -1);
      return;
    case 'latest':
      document.getElementById(latestId)?.click();
      return;
    case 'mute':
      attention.muted.value = !attention.muted.value;
      return;
    case 'details':
      layout.details.value = !layout.details.value;
      return;
    default: {
      const thread = desk.threads.open.value;
      if (thread) runOn(desk, act, thread, key);
    }
  }
}

function runOn(desk: ConsoleModel, act: DeskAct, thread: ThreadModel, key: string): void {
  const { acts, drafts, layout } = desk;
  const { status, agent, entries } = thread.conversation.value.view;
  if (act === 'why') {
    const said = entries.findLast(
      (entry) => entry.kind === 'question' || (entry.kind === 'message' && entry.from === 'assistant'),
    );
    if (said) layout.explain(thread.id, said.seq);
    return;
  }
  if (act === 'take') {
    if (status === 'assistant') void acts.takeover(thread.id);
    else if (status === 'waiting' || status === 'left') void acts.claim(thread.id);
    return;
  }
  if (act === 'approve') {
    document.querySelector<HTMLElement>('.approval-refuse')?.focus();
    return;
  }
  const mine = status === 'claimed' && agent?.id === desk.profile.value?.agent.id;
  // A note may be written into any conversation that goes on, and a supervisor may hand on any.
  if (act === 'note' && status !== 'resolved') {
    drafts.turn(thread.id, 'note');
    requestAnimationFrame(focusComposer);
    return;
  }
  if (act === 'transfer' && mayHandOn(desk, thread)) {
    layout.dialog.value = 'transfer';
    return;
  }
  if (!mine) return;
  switch (act) {
    case 'reply':
      drafts.turn(thread.id, act);
      requestAnimationFrame(focusComposer);
      return;
    case 'saved':
      if (drafts.of(thread.id).reply === '') drafts.write(thread.id, 'reply', '/');
      else drafts.turn(thread.id, 'reply');
      requestAnimationFrame(focusComposer);
      return;
    case 'resolve':
      beginResolve(desk, thread);
      return;
    case 'return':
      void acts.giveBack(thread.id);
      return;
    case 'release':
      void acts.release(thread.id);
      return;
    case 'article':
      insertArticle(desk, thread, articleAt(key) ?? 0);
  }
}
