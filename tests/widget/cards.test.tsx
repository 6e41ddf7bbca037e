// @vitest-environment happy-dom
// Confirmation and receipt on screen: what they show, and which presses count.
import { describe, expect, it } from 'vitest';
import type { EventBody } from '../../shared/events.ts';
import { chatScene } from './chat-scene.ts';
import { eventRow } from './fake-connection.ts';
import { confirmEvent, leavePanel, panelScene } from './panel-scene.tsx';

describe('D2 a confirmation', () => {
  it('D2 names object, effect, money and whether it can be undone, with the safe button first', async () => {
    const { root } = await panelScene([confirmEvent]);
    const card = root.querySelector('.confirmation')!;
    for (const part of ['Cancel flight ME204', 'Your seat is given up.', '€120.00 back', 'Final.'])
      expect(card.textContent).toContain(part);
    expect([...card.querySelectorAll('button')].map((one) => one.textContent)).toEqual([
      'Keep my flight',
      'Cancel flight ME204',
    ]);
  });

  it('D2 moves the focus to the safe button when the composer is empty and unfocused', async () => {
    const { connection, update, button } = await panelScene([]);
    await update(() => (document.activeElement as HTMLElement).blur());
    await update(() => connection.play(eventRow([confirmEvent], 3)));
    expect(document.activeElement).toBe(button('Keep my flight'));
  });

  it('D2 leaves the focus where it is while the customer writes, or has something written', async () => {
    const { root, chat, connection, update } = await panelScene([]);
    await update(() => root.querySelector('textarea')!.focus());
    await update(() => connection.play(eventRow([confirmEvent], 3)));
    expect(document.activeElement).toBe(root.querySelector('textarea'));
    leavePanel();
    const second = await panelScene([]);
    await second.update(() => {
      second.chat.write('wait');
      (document.activeElement as HTMLElement).blur();
    });
    await second.update(() => second.connection.play(eventRow([confirmEvent], 3)));
    expect(document.activeElement).toBe(document.body);
    expect(chat.draft.value).toBe('');
  });

  it('D2 ignores presses in the first 500 ms, also after the panel is opened on it again', async () => {
    const { connection, clock, page, update, button } = await panelScene([confirmEvent]);
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
    const { root, connection, update, button } = await panelScene([
      confirmEvent,
      { type: 'lapsed', question: 'c', why: 'expired' },
    ]);
    expect(root.querySelector('.confirmation')!.textContent).toContain('Nothing was done.');
    expect(button('Cancel flight ME204')).toBeUndefined();
    await update(() => button('Show it again')!.click());
    expect(connection.sent('choice')[0]?.payload).toMatchObject({ question: 'c', choice: 'again' });
  });
});

describe('D3 more time', () => {
  const at = chatScene().clock.now();
  const within = (ms: number): EventBody => ({ ...confirmEvent, expiresAt: at + ms }) as EventBody;

  it('D3 offers more time in the last minute, not before, and asks for it by one press', async () => {
    const { connection, clock, update, button } = await panelScene([within(90_000)]);
    expect(button('More time')).toBeUndefined();
    await update(() => clock.pass(31_000));
    await update(() => button('More time')!.click());
    await update(() => button('More time')!.click());
    expect(connection.sent('choice').map(({ payload }) => payload)).toEqual([
      expect.objectContaining({ question: 'c', choice: 'again' }),
    ]);
  });

  it('D3 folds the old card when the same thing is shown anew, and leaves its buttons to the new one', async () => {
    const { root } = await panelScene([
      within(50_000),
      { type: 'lapsed', question: 'c', why: 'changed' },
      { ...within(300_000), id: 'c2' } as EventBody,
    ]);
    const [old, fresh] = root.querySelectorAll('.confirmation');
    expect(old!.textContent).toContain('Shown anew below.');
    expect(old!.textContent).not.toContain('Your seat is given up.');
    expect(old!.querySelector('button')).toBeNull();
    expect(fresh!.querySelectorAll('button')).toHaveLength(2);
  });
});

describe('D7 a receipt', () => {
  it('D7 shows what was done, the reference, and Undo while its time lasts', async () => {
    const at = chatScene().clock.now();
    const receipt = { proposal: 'p', label: 'Bag removed', reference: 'R-1', at, undoUntil: at + 60_000 };
    const { root, connection, update, button } = await panelScene([
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
