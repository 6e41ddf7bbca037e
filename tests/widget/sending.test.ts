// What the customer says and asks for through the panel's model: shown at once, sent once, and counted by the right clock.
import { describe, expect, it } from 'vitest';
import { maxMessageLength } from '../../shared/protocol-schema.ts';
import { actionsOf } from '../../widget/chat/customer-actions.ts';
import { maxLength } from '../../widget/chat/message-length.ts';
import { chatScene, openScene, start, texts } from './chat-scene.ts';
import { eventRow, someWait } from './fake-connection.ts';

describe('sending', () => {
  it('shows a message at once, and once when it is stored', async () => {
    const scene = openScene();
    scene.chat.write('My bag');
    scene.chat.sendDraft();
    expect(scene.chat.draft.value).toBe('');
    const [call] = scene.connection.sent('message');
    const id = call!.payload.id as string;
    expect(scene.chat.outbox.parcels.value).toMatchObject([
      { payload: { text: 'My bag' }, state: 'sending' },
    ]);
    call!.answer({ ok: true, seq: 3 } as never);
    await expect.poll(() => scene.chat.outbox.parcels.value[0]!.state).toBe('stored');
    scene.connection.play(eventRow([{ type: 'message', from: 'customer', text: 'My bag', clientId: id }], 3));
    expect(scene.chat.outbox.parcels.value).toEqual([]);
    expect(texts(scene)).toEqual(['Hello', 'My bag']);
  });

  it('asks for a stored message whose event did not come', async () => {
    const scene = openScene();
    scene.chat.write('My bag');
    scene.chat.sendDraft();
    scene.connection.sent('message')[0]!.answer({ ok: true, seq: 3 } as never);
    await expect.poll(() => scene.chat.outbox.parcels.value[0]!.state).toBe('stored');
    scene.clock.pass(1500);
    expect(scene.connection.sent('sync')[0]?.payload).toEqual({ conversation: 'c1', after: 2 });
  });

  it('keeps a draft over a reload', () => {
    const scene = openScene();
    scene.chat.write('half a sen');
    const later = chatScene(scene.storage);
    later.page({ open: true });
    expect(later.chat.draft.value).toBe('half a sen');
  });

  it('goes on after a cut from what it has, and sends what was written meanwhile', () => {
    const scene = openScene();
    scene.connection.cut();
    scene.chat.write('Still here?');
    scene.chat.sendDraft();
    expect(scene.connection.sent('message')).toEqual([]);
    scene.connection.reopen();
    expect(scene.connection.auths.at(-1)).toMatchObject({ after: { conversation: 'c1', seq: 2 } });
    scene.connection.welcome();
    expect(scene.connection.sent('message')).toHaveLength(1);
  });

  it('takes one press for one answer', () => {
    const scene = openScene();
    actionsOf(scene.chat).choose('q', 'do');
    actionsOf(scene.chat).choose('q', 'do');
    actionsOf(scene.chat).choose('q', 'keep');
    expect(scene.chat.outbox.parcels.value).toHaveLength(1);
  });

  it('O3 lets a person be asked for again when it was refused, also after a reload', async () => {
    const scene = openScene();
    scene.chat.askPerson();
    scene.chat.askPerson();
    const [call, ...more] = scene.connection.sent('human');
    expect(more).toEqual([]);
    call!.answer({ ok: false, error: { code: 'gone', message: '' } } as never);
    await expect.poll(() => scene.chat.outbox.parcels.value[0]!.state).toBe('failed');
    scene.chat.askPerson();
    expect(scene.connection.sent('human')[1]?.payload).toEqual(call!.payload);
    scene.connection.sent('human')[1]!.answer({ ok: false, error: { code: 'gone', message: '' } } as never);
    await expect.poll(() => scene.chat.outbox.parcels.value[0]!.state).toBe('failed');
    scene.chat.dispose();
    const later = chatScene(scene.storage);
    later.page({ open: true });
    later.connection.welcome();
    later.chat.askPerson();
    expect(later.connection.sent('human')).toHaveLength(1);
  });

  it('R1 asks again for what is missing when it was refused for now, and not for what is gone', async () => {
    const scene = openScene();
    // What a welcome has asked for, should its history be lost.
    scene.clock.pass(1500);
    expect(scene.clock.due()).toBeUndefined();
    scene.connection.play(eventRow([{ type: 'message', from: 'assistant', text: 'Later' }], 4));
    const asked = () => scene.connection.sent('sync');
    asked()[0]!.answer({ ok: false, error: { code: 'rate', message: '', retryAfterMs: 900 } } as never);
    await expect.poll(() => scene.clock.due()).toBe(1500);
    scene.clock.pass(1500);
    expect(asked().map(({ payload }) => payload.after)).toEqual([2, 2]);
    asked()[1]!.answer({ ok: false, error: { code: 'not_found', message: '' } } as never);
    await Promise.resolve();
    scene.clock.pass(60_000);
    expect(asked()).toHaveLength(2);
  });

  it('N2 says why no new conversation was begun, and lets it be tried again', async () => {
    const scene = openScene();
    const { begin, beginning } = actionsOf(scene.chat);
    const begun = begin();
    const error = { code: 'unavailable', message: '' };
    scene.connection.sent('begin')[0]!.answer({ ok: false, error } as never);
    await begun;
    expect(scene.chat.outbox.trouble.value).toEqual(error);
    expect(beginning.value).toBe(false);
    const again = begin();
    scene.connection.sent('begin')[1]!.answer({ ok: true, conversation: 'c2' } as never);
    await expect.poll(() => scene.chat.conversation.value).toBe('c2');
    expect(scene.chat.outbox.trouble.value).toBeUndefined();
    scene.connection.sent('sync')[0]!.answer({ ok: true, events: [] } as never);
    await again;
  });

  it('lets go of what was stored in another conversation than the one on screen', async () => {
    const scene = openScene();
    scene.chat.write('To the former');
    scene.chat.sendDraft();
    scene.connection.welcome({ conversation: { id: 'c2', status: 'assistant', seq: 2 } });
    scene.connection.play(start, 'c2');
    scene.connection.sent('message')[0]!.answer({ ok: true, seq: 2 } as never);
    await expect.poll(() => scene.chat.outbox.parcels.value).toEqual([]);
    expect(scene.storage.keys('handrail/airline//unsent/')).toEqual([]);
  });

  it('knows the same longest message as the protocol', () => {
    expect(maxLength).toBe(maxMessageLength);
  });
});

describe('a device whose clock is wrong', () => {
  it('D3 counts by the server’s time, so that what is open is not shown as over', () => {
    const scene = openScene();
    const now = scene.clock.now();
    scene.clock.pass(400 * 86_400_000);
    scene.connection.welcome({ at: now });
    expect(scene.chat.clock.now()).toBe(now);
    scene.clock.pass(1000);
    expect(scene.chat.clock.now()).toBe(now + 1000);
    // A server of an earlier version does not say.
    scene.connection.welcome();
    expect(scene.chat.clock.now()).toBe(now + 1000);
  });

  it('H3 shows the latest statement to who is waiting, whatever the device takes for now', () => {
    const scene = openScene();
    const now = scene.clock.now();
    scene.clock.pass(-86_400_000);
    scene.connection.welcome({ at: now });
    const handoff = { position: 3, within: 600, wait: { ...someWait, position: 3, within: 600 } };
    scene.connection.play(
      eventRow([{ type: 'handoff', ...handoff, text: '', triggers: [], priority: 0 }], 3),
    );
    scene.clock.pass(60_000);
    scene.connection.hear('wait', { ...someWait, position: 2, within: 300 });
    expect(scene.chat.wait.stated.value?.wait).toMatchObject({ position: 2, within: 300 });
  });
});
