// The panel drawn on a happy-dom page, with connection, clock and page in the test's hands.
import { signal } from '@preact/signals-core';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, vi } from 'vitest';
import type { PageState } from '../../shared/bridge.ts';
import type { EventBody } from '../../shared/events.ts';
import { ChatContext } from '../../widget/chat/chat-context.ts';
import { fetchLater } from '../../widget/chat/fetch-later.ts';
import { Panel } from '../../widget/chat/panel.tsx';
import { redrawOnSignals } from '../../widget/ui/redraw-on-signals.ts';
import { en } from '../../widget/ui/strings/en.ts';
import { enLater } from '../../widget/ui/strings/en-later.ts';
import { createWords } from '../../widget/ui/words.ts';
import { chatScene } from './chat-scene.ts';
import { eventRow } from './fake-connection.ts';

const start: EventBody[] = [
  { type: 'opened', visitor: 'v', channel: 'web', locale: 'en', site: 'airline' },
  {
    type: 'message',
    from: 'assistant',
    name: 'Ana',
    text: 'Hello, I am Ana, automated.',
    notice: 'greeting',
  },
];
export const confirmEvent: EventBody = {
  type: 'question',
  id: 'c',
  kind: 'confirm',
  text: 'Cancel flight ME204?',
  proposal: 'p',
  card: {
    title: 'Cancel flight ME204',
    effect: 'Your seat is given up.',
    money: '€120.00 back',
    undoable: 'Final.',
  },
  // The dangerous one comes first on purpose.
  choices: [
    { id: 'do', label: 'Cancel flight ME204', style: 'danger' },
    { id: 'keep', label: 'Keep my flight', style: 'safe' },
  ],
};
redrawOnSignals();
let leave: (() => void) | undefined;
afterEach(leavePanel);

/** Takes the panel off the page; the next one starts clean. */
export function leavePanel(): void {
  leave?.();
  leave = undefined;
}

/** The panel after the greeting and `events`, opened; `welcomed: false`: before it has a connection. */
export async function panelScene(
  events: EventBody[],
  { welcomed = true, page = {} }: { welcomed?: boolean; page?: Partial<PageState> } = {},
) {
  await fetchLater();
  const scene = chatScene();
  const root = document.createElement('div');
  document.body.append(root);
  const words = signal(createWords({ ...en, ...enLater }, 'en'));
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  const update = (change: () => void) => act(change);
  leave = () => {
    scene.chat.dispose();
    render(null, root);
    root.remove();
    vi.restoreAllMocks();
  };
  await update(() => {
    scene.page({ ...page, open: true });
    if (welcomed) {
      scene.connection.welcome();
      scene.connection.play(eventRow([...start, ...events]));
    }
    render(
      <ChatContext value={{ chat: scene.chat, words }}>
        <Panel />
      </ChatContext>,
      root,
    );
  });
  const button = (name: string) =>
    [...root.querySelectorAll('button')].find((one) => (one.ariaLabel ?? one.textContent)?.includes(name));
  return { ...scene, root, update, button, start: eventRow(start) };
}
/** Presses a key on `target`. */
export const pressKey = (target: Element, name: string) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
