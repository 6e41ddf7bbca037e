// Hands a conversation to a colleague who is on.
import type { VNode } from 'preact';
import { cleanName } from '../../ui/clean-text.ts';
import { useDesk } from './desk-context.ts';
import { Dialog } from './dialog.tsx';

export function TransferDialog(): VNode | null {
  const { words, presence, threads, acts, layout } = useDesk();
  const thread = threads.open.value;
  if (!thread) return null;
  const on = presence.others.value.filter((row) => row.available);
  const close = () => {
    layout.dialog.value = undefined;
  };
  const give = async (to: string) => {
    if (await acts.transfer(thread.id, to)) close();
  };
  return (
    <Dialog title={words.transfer.title} close={close} first=".transfer button">
      {on.length === 0 && <p class="soft">{words.transfer.nobody}</p>}
      <ul class="transfer">
        {on.map((row) => (
          <li key={row.agent.id}>
            <button
              type="button"
              class="button"
              disabled={acts.busy.value.has(thread.id)}
              onClick={() => void give(row.agent.id)}
            >
              <bdi>{cleanName(row.agent.name)}</bdi>
              <span class="soft">
                {words.top.hasLoad(row.load, row.capacity)}
                {row.load >= row.capacity && ` · ${words.transfer.full}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
