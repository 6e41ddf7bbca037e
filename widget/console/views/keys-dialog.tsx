// All keys of the desk; single keys can be turned off for those whom they get in the way of (WCAG 2.1.4).
import type { VNode } from 'preact';
import { type DeskAct, deskKeys } from '../models/desk-keys.ts';
import { useDesk } from './desk-context.ts';
import { Dialog } from './dialog.tsx';

export function KeysDialog(): VNode {
  const { words, layout } = useDesk();
  const writing: [string, string][] = [
    ['Enter', words.keys.writing.send],
    ['Shift Enter', words.keys.writing.line],
    ['/', words.keys.writing.saved],
    ['Esc', words.keys.writing.leave],
  ];
  const row = (key: string, text: string) => (
    <div key={key + text}>
      <dt>
        {key.split(' ').map((each) => (
          <kbd key={each}>{each}</kbd>
        ))}
      </dt>
      <dd>{text}</dd>
    </div>
  );
  return (
    <Dialog title={words.keys.title} wide close={() => (layout.dialog.value = undefined)}>
      <dl class="keys">
        {(Object.entries(deskKeys) as [DeskAct, string][]).map(([act, key]) =>
          row(key, words.keys.acts[act]),
        )}
      </dl>
      <h3>{words.keys.inWriting}</h3>
      <dl class="keys">{writing.map(([key, text]) => row(key, text))}</dl>
      <label class="check">
        <input
          type="checkbox"
          checked={layout.singleKeys.value}
          onChange={(event) => layout.setSingleKeys(event.currentTarget.checked)}
        />
        {words.keys.single}
      </label>
    </Dialog>
  );
}
