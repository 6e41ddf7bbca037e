// @vitest-environment happy-dom
// The panel on screen: names, badges, the way to a person, questions by key, and the confirmation's rules.
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { EventBody, Wait } from '../../shared/events.ts';
import { ChatContext } from '../../widget/chat/chat-context.ts';
import { fetchLater } from '../../widget/chat/fetch-later.ts';
import { Panel } from '../../widget/chat/panel.tsx';
import { en } from '../../widget/ui/strings/en.ts';
import { createWords } from '../../widget/ui/words.ts';
import { chatScene } from './chat-scene.ts';
import { eventRow, someWait } from './fake-connection.ts';

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
const clarify: EventBody = {
  type: 'question',
  id: 'q',
  kind: 'clarify',
  text: 'Which one?',
  choices: [
    { id: 'bag', label: 'The bag' },
    { id: 'flight', label: 'The flight' },
    { id: 'other', label: 'Something else' },
  ],
};
const confirm: EventBody = {
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
const handoff = (wait: Wait): EventBody => ({
  type: 'handoff',
  position: wait.position,
  within: wait.within,
  wait,
  text: '',
  triggers: [],
  priority: 0,
});
const claimed: EventBody = { type: 'claimed', agent: { id: 'a', name: 'Mia' } };
const resolved: EventBody = { type: 'resolved', outcome: 'solved', by: 'agent' };

let leave: (() => void) | undefined;
afterEach(() => leave?.());

async function panel(events: EventBody[]) {
  await fetchLater();
  const scene = chatScene();
  const root = document.createElement('div');
  document.body.append(root);
  const words = signal(createWords(en, 'en'));
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  const update = (change: () => void) => act(change);
  leave = () => {
    scene.chat.dispose();
    render(null, root);
    root.remove();
    vi.restoreAllMocks();
  };
  await update(() => {
    scene.page({ open: true });
    scene.connection.welcome();
    scene.connection.play(eventRow([...start, ...events]));
    render(
      <ChatContext value={{ chat: scene.chat, words }}>
        <Panel />
      </ChatContext>,
      root,
    );
  });
  const button = (name: string) =>
    [...root.querySelectorAll('button')].find((one) => (one.ariaLabel ?? one.textContent)?.includes(name));
  return { ...scene, root, update, button };
}
const key = (target: Element, name: string) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));

describe('O2 who speaks', () => {
  it('O2 marks the header and every message with its role', async () => {
    const { root } = await panel([
      { type: 'message', from: 'customer', text: 'My bag' },
      handoff(someWait),
      claimed,
      { type: 'message', from: 'agent', name: 'Mia', text: 'Mia here' },
      { type: 'message', from: 'agent', name: 'Mia', text: 'One moment' },
    ]);
    expect(root.querySelector('h1')?.textContent).toBe('Mia person');
    const spoken = [...root.querySelectorAll('.bubble .sr-only')].map((one) => one.textContent);
    expect(spoken).toHaveLength(4);
    expect(spoken.map((text) => /automated|person|you/.exec(text ?? '')?.[0])).toEqual([
      'automated',
      'you',
      'person',
      'person',
    ]);
    expect([...root.querySelectorAll('.group .badge')].map((one) => one.textContent)).toEqual([
      'automated',
      'you',
      'person',
    ]);
  });
});

describe('O3 the way to a person', () => {
  const states: [string, EventBody[]][] = [
    ['greeting', []],
    ['a clarification', [clarify]],
    ['a confirmation', [confirm]],
    ['waiting', [handoff(someWait)]],
    ['nobody on duty', [handoff({ ...someWait, within: null, confidence: null, basis: 'nobody' })]],
    ['claimed', [handoff(someWait), claimed]],
    ['resolved', [resolved]],
  ];
  it.each(states)('O3 is on screen in the state: %s', async (_, events) => {
    const { button } = await panel(events);
    expect(button('Talk to a person')).toBeDefined();
  });

  it('O3 is on screen while nothing connects, and is one tap with the wait beside it', async () => {
    const { connection, update, button } = await panel([]);
    expect(button('Talk to a person')!.textContent).toContain('usually within 4 min');
    await update(() => button('Talk to a person')!.click());
    expect(connection.sent('human')).toHaveLength(1);
    await update(() => connection.cut());
    expect(button('Talk to a person')).toBeDefined();
  });
});

describe('a clarification', () => {
  it('answers by number key, by arrows and Enter, and folds into the answer', async () => {
    const { root, connection, update } = await panel([clarify]);
    const choices = [...root.querySelectorAll<HTMLElement>('.choice')];
    await update(() => {
      choices[0]!.focus();
      key(choices[0]!, 'ArrowDown');
    });
    expect(document.activeElement).toBe(choices[1]);
    await update(() => {
      key(choices[1]!, 'ArrowUp');
      key(document.activeElement!, 'ArrowUp');
    });
    expect(document.activeElement).toBe(choices[2]);
    await update(() => {
      key(document.body, '2');
    });
    expect(connection.sent('choice')[0]?.payload).toMatchObject({ question: 'q', choice: 'flight' });
    expect(root.querySelector('.choices')).toBeNull();
    expect(root.querySelector('.own .bubble')?.textContent).toContain('The flight');
  });

  it('leaves numbers alone while the customer writes', async () => {
    const { root, connection, update } = await panel([clarify]);
    await update(() => {
      key(root.querySelector('textarea')!, '2');
    });
    expect(connection.sent('choice')).toEqual([]);
  });
});

describe('D2 a confirmation', () => {
  it('D2 names object, effect, money and whether it can be undone, with the safe button first', async () => {
    const { root } = await panel([confirm]);
    const card = root.querySelector('.confirmation')!;
    for (const part of ['Cancel flight ME204', 'Your seat is given up.', '€120.00 back', 'Final.'])
      expect(card.textContent).toContain(part);
    expect([...card.querySelectorAll('button')].map((one) => one.textContent)).toEqual([
      'Keep my flight',
      'Cancel flight ME204',
    ]);
  });

  it('D2 moves the focus to the safe button when the composer is empty and unfocused', async () => {
    const { connection, update, button } = await panel([]);
    await update(() => (document.activeElement as HTMLElement).blur());
    await update(() => connection.play(eventRow([confirm], 3)));
    expect(document.activeElement).toBe(button('Keep my flight'));
  });

  it('D2 leaves the focus where it is while the customer writes, or has something written', async () => {
    const { root, chat, connection, update } = await panel([]);
    await update(() => root.querySelector('textarea')!.focus());
    await update(() => connection.play(eventRow([confirm], 3)));
    expect(document.activeElement).toBe(root.querySelector('textarea'));
    leave?.();
    const second = await panel([]);
    await second.update(() => {
      second.chat.write('wait');
      (document.activeElement as HTMLElement).blur();
    });
    await second.update(() => second.connection.play(eventRow([confirm], 3)));
    expect(document.activeElement).toBe(document.body);
    expect(chat.draft.value).toBe('');
  });

  it('D2 ignores presses in the first 500 ms, also after the panel is opened on it again', async () => {
    const { connection, clock, page, update, button } = await panel([confirm]);
    const press = () => update(() => button('Cancel flight ME204')!.click());
    clock.pass(499);
    await press();
    expect(connection.sent('choice')).toEqual([]);
    await update(() => page({ open: false }));
    clock.pass(1000);
    await update(() => page({ open: true }));
    await press();
    expect(connection.sent('choice')).toEqual([]);
    clock.pass(500);
    await press();
    expect(connection.sent('choice')[0]?.payload).toMatchObject({ question: 'c', choice: 'do' });
    await press();
    expect(connection.sent('choice')).toHaveLength(1);
  });

  it('D3 says that nothing was done when the time ran out, and proposes anew by one tap', async () => {
    const { root, connection, update, button } = await panel([
      confirm,
      { type: 'lapsed', question: 'c', why: 'expired' },
    ]);
    expect(root.querySelector('.confirmation')!.textContent).toContain('Nothing was done.');
    expect(button('Cancel flight ME204')).toBeUndefined();
    await update(() => button('Show it again')!.click());
    expect(connection.sent('choice')[0]?.payload).toMatchObject({ question: 'c', choice: 'again' });
  });
});

describe('D7 a receipt', () => {
  it('D7 shows what was done, the reference, and Undo while its time lasts', async () => {
    const at = chatScene().clock.now();
    const receipt = { proposal: 'p', label: 'Bag removed', reference: 'R-1', at, undoUntil: at + 60_000 };
    const { root, connection, update, button } = await panel([
      { type: 'message', from: 'assistant', text: 'Done.', receipt },
    ]);
    expect(root.querySelector('.receipt')!.textContent).toContain('R-1');
    await update(() => button('Undo')!.click());
    expect(connection.sent('undo')[0]?.payload).toMatchObject({ proposal: 'p' });
    await update(() =>
      connection.play(
        eventRow(
          [{ type: 'message', from: 'assistant', text: 'Back.', notice: 'undone', receipt: { ...receipt } }],
          4,
        ),
      ),
    );
    expect(root.querySelector('.receipt')!.textContent).toContain('Undone');
    expect(button('Undo')).toBeUndefined();
  });
});

describe('by keyboard and ear', () => {
  it('Escape closes the panel', async () => {
    const { root, said, update } = await panel([]);
    await update(() => {
      key(root.querySelector('textarea')!, 'Escape');
    });
    expect(said.at(-1)).toEqual({ type: 'close' });
  });

  it('Enter sends, Shift+Enter and a word being composed do not', async () => {
    const { root, chat, connection, update } = await panel([]);
    const box = root.querySelector('textarea')!;
    await update(() => chat.write('My bag'));
    await update(() => {
      box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', shiftKey: true, bubbles: true }));
      box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
    });
    expect(connection.sent('message')).toEqual([]);
    await update(() => {
      key(box, 'Enter');
    });
    expect(connection.sent('message')[0]?.payload).toMatchObject({ text: 'My bag' });
  });

  it('keeps what is too long and says by how much', async () => {
    const { root, chat, connection, update } = await panel([]);
    await update(() => chat.write('x'.repeat(4001)));
    expect(root.querySelector('[role=alert]')?.textContent).toContain('4,001 of 4,000');
    await update(() => {
      key(root.querySelector('textarea')!, 'Enter');
    });
    expect(connection.sent('message')).toEqual([]);
    expect(chat.draft.value).toHaveLength(4001);
  });

  it('gives every control a name, and the thread the role of a log', async () => {
    const { root } = await panel([clarify, confirm]);
    expect(
      root.querySelector('[role=log]')?.ariaLabel ??
        root.querySelector('[role=log]')?.getAttribute('aria-label'),
    ).toBe('Conversation');
    for (const control of root.querySelectorAll('button, textarea, input'))
      expect((control.getAttribute('aria-label') ?? control.textContent)?.trim()).not.toBe('');
  });
});
