// @vitest-environment happy-dom
// The panel on screen: names, badges, the way to a person, questions by key.
import { describe, expect, it } from 'vitest';
import type { EventBody, Wait } from '../../shared/events.ts';
import { someWait } from './fake-connection.ts';
import { confirmEvent, panelScene, pressKey } from './panel-scene.tsx';

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

describe('O2 who speaks', () => {
  it('O2 marks the header and every message with its role', async () => {
    const { root } = await panelScene([
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

describe('what the person has seen', () => {
  it('stands beneath the customer’s own messages, and is read out by nobody as it changes', async () => {
    const { root, connection, chat, update } = await panelScene([
      { type: 'message', from: 'customer', text: 'One' },
      claimed,
      { type: 'message', from: 'agent', name: 'Mia', text: 'Mia here' },
      { type: 'message', from: 'customer', text: 'Two' },
    ]);
    const marks = () => [...root.querySelectorAll('[aria-live=off]')].map((one) => one.textContent);
    expect(marks()).toEqual(['Sent', 'Sent']);
    const { entries } = chat.view.value;
    const saw = (conversation: string, seq: number) =>
      update(() => connection.hear('seen', { conversation, seq, at: 0 }));
    await saw('another', 999);
    expect(marks()).toEqual(['Sent', 'Sent']);
    await saw(chat.conversation.value!, entries.at(-2)!.seq);
    expect(marks()).toEqual(['Seen', 'Sent']);
    await saw(chat.conversation.value!, entries.at(-1)!.seq);
    expect(marks()).toEqual(['Seen', 'Seen']);
  });
});

describe('O3 the way to a person', () => {
  const states: [string, EventBody[]][] = [
    ['greeting', []],
    ['a clarification', [clarify]],
    ['a confirmation', [confirmEvent]],
    ['waiting', [handoff(someWait)]],
    ['nobody on duty', [handoff({ ...someWait, within: null, confidence: null, basis: 'nobody' })]],
    ['claimed', [handoff(someWait), claimed]],
    ['resolved', [resolved]],
  ];
  it.each(states)('O3 is on screen in the state: %s', async (_, events) => {
    const { button } = await panelScene(events);
    expect(button('Talk to a person')).toBeDefined();
  });

  it('O3 is on screen while nothing connects, and is one tap with the wait beside it', async () => {
    const { connection, update, button } = await panelScene([]);
    expect(button('Talk to a person')!.textContent).toContain('usually within 4 min');
    await update(() => button('Talk to a person')!.click());
    expect(connection.sent('human')).toHaveLength(1);
    await update(() => connection.cut());
    expect(button('Talk to a person')).toBeDefined();
  });
});

describe('a clarification', () => {
  it('answers by number key, by arrows and Enter, and folds into the answer', async () => {
    const { root, connection, update } = await panelScene([clarify]);
    const choices = [...root.querySelectorAll<HTMLElement>('.choice')];
    await update(() => {
      choices[0]!.focus();
      pressKey(choices[0]!, 'ArrowDown');
    });
    expect(document.activeElement).toBe(choices[1]);
    await update(() => {
      pressKey(choices[1]!, 'ArrowUp');
      pressKey(document.activeElement!, 'ArrowUp');
    });
    expect(document.activeElement).toBe(choices[2]);
    await update(() => {
      pressKey(document.body, '2');
    });
    expect(connection.sent('choice')[0]?.payload).toMatchObject({ question: 'q', choice: 'flight' });
    expect(root.querySelector('.choices')).toBeNull();
    expect(root.querySelector('.own .bubble')?.textContent).toContain('The flight');
  });

  it('leaves numbers alone while the customer writes', async () => {
    const { root, connection, update } = await panelScene([clarify]);
    await update(() => {
      pressKey(root.querySelector('textarea')!, '2');
    });
    expect(connection.sent('choice')).toEqual([]);
  });
});

describe('by keyboard and ear', () => {
  it('Escape closes the panel', async () => {
    const { root, said, update } = await panelScene([]);
    await update(() => {
      pressKey(root.querySelector('textarea')!, 'Escape');
    });
    expect(said.at(-1)).toEqual({ type: 'close' });
  });

  it('Enter sends, Shift+Enter and a word being composed do not', async () => {
    const { root, chat, connection, update } = await panelScene([]);
    const box = root.querySelector('textarea')!;
    await update(() => chat.write('My bag'));
    await update(() => {
      box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', shiftKey: true, bubbles: true }));
      box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
    });
    expect(connection.sent('message')).toEqual([]);
    await update(() => {
      pressKey(box, 'Enter');
    });
    expect(connection.sent('message')[0]?.payload).toMatchObject({ text: 'My bag' });
  });

  it('keeps what is too long and says by how much', async () => {
    const { root, chat, connection, update } = await panelScene([]);
    await update(() => chat.write('x'.repeat(4001)));
    expect(root.querySelector('[role=alert]')?.textContent).toContain('4,001 of 4,000');
    await update(() => {
      pressKey(root.querySelector('textarea')!, 'Enter');
    });
    expect(connection.sent('message')).toEqual([]);
    expect(chat.draft.value).toHaveLength(4001);
  });

  it('gives every control a name, and the thread the role of a log', async () => {
    const { root } = await panelScene([clarify]);
    expect(
      root.querySelector('[role=log]')?.ariaLabel ??
        root.querySelector('[role=log]')?.getAttribute('aria-label'),
    ).toBe('Conversation');
    for (const control of root.querySelectorAll('button, textarea, input'))
      expect((control.getAttribute('aria-label') ?? control.textContent)?.trim()).not.toBe('');
  });
});
