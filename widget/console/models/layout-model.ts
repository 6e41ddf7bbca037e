// What of the page is open: the right column, the dialogs, the explanations under messages. Nothing here matters
// to anyone but the one who looks.
import { type Signal, signal } from '@preact/signals';
import type { BrowserStorage } from '../../ui/browser-storage.ts';

type DialogName = 'keys' | 'transfer' | 'resolve';

export interface LayoutModel {
  /** The right column, where it is not always there. */
  details: Signal<boolean>;
  dialog: Signal<DialogName | undefined>;
  /** seq of the assistant's message whose why is open, by conversation. */
  explained: Signal<{ conversation: string; seq: number } | undefined>;
  /** Single keys act only when this is on (WCAG 2.1.4). */
  singleKeys: Signal<boolean>;
  explain(conversation: string, seq: number): void;
  setSingleKeys(on: boolean): void;
}

const keysKey = 'handrail.desk.single-keys';

export function createLayoutModel(kept: BrowserStorage): LayoutModel {
  const explained = signal<{ conversation: string; seq: number }>();
  const singleKeys = signal(kept.get(keysKey) !== 'off');
  return {
    details: signal(false),
    dialog: signal<DialogName>(),
    explained,
    singleKeys,
    explain(conversation, seq) {
      const now = explained.value;
      const again = now?.conversation === conversation && now.seq === seq;
      explained.value = again ? undefined : { conversation, seq };
    },
    setSingleKeys(on) {
      singleKeys.value = on;
      kept.set(keysKey, on ? 'on' : 'off');
    },
  };
}
