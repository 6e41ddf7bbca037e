// Several pages of one person are one: what is sent on one shows on the others, and one of them sends.
import { describe, expect, it } from 'vitest';
import type { EventBody } from '../../shared/events.ts';
import { browserStorage } from '../../widget/ui/browser-storage.ts';
import { tabHub } from '../helpers/tab-hub.ts';
import { type ChatScene, chatScene, jwtOf } from './chat-scene.ts';
import { eventRow } from './fake-connection.ts';

const opened: EventBody = { type: 'opened', visitor: 'v', channel: 'web', locale: 'en', site: 'airline' };
const greeting: EventBody = { type: 'message', from: 'assistant', name: 'Ana', text: 'Hello' };
const ok = { ok: true, seq: 3 } as never;

function twoPages() {
  const storage = browserStorage(() => null);
  const hub = tabHub();
  const open = () => {
    const scene = chatScene(storage, hub.join);
    scene.page({ open: true });
    scene.connection.welcome();
    scene.connection.play(eventRow([opened, greeting]));
    return scene;
  };
  return { hub, storage, open, left: open(), right: open() };
}
/** Both without a session, and not welcomed yet. */
function twoAnew() {
  const storage = browserStorage(() => null);
  const hub = tabHub();
  const [left, right] = [chatScene(storage, hub.join), chatScene(storage, hub.join)];
  for (const page of [left, right]) page.page({ open: true });
  return { storage, hub, left, right };
}
const write = ({ chat }: ChatScene, text: string) => {
  chat.write(text);
  chat.sendDraft();
};
const unsent = ({ chat }: ChatScene) =>
  chat.outbox.parcels.value.map(({ payload, state }) => [(payload as { text: string }).text, state]);

describe('two pages of one person', () => {
  it('show at once what is sent on either, in every state, and one of them sends it', async () => {
    const { left, right } = twoPages();
    write(right, 'From the right');
    expect(unsent(left)).toEqual([['From the right', 'sending']]);
    expect(left.connection.sent('message')).toEqual([]);
    right.connection.sent('message')[0]!.answer(ok);
    await expect.poll(() => unsent(left)).toEqual([['From the right', 'stored']]);
    write(left, 'From the left');
    expect(left.connection.sent('message')).toHaveLength(1);
    expect(right.connection.sent('message')).toHaveLength(1);
    const { id } = right.connection.sent('message')[0]!.payload;
    const event: EventBody = { type: 'message', from: 'customer', text: '', clientId: id as string };
    for (const page of [left, right]) page.connection.play(eventRow([event], 3));
    expect(unsent(left)).toEqual([['From the left', 'sending']]);
    expect(unsent(right)).toEqual([['From the left', 'sending']]);
  });

  it('go on with what the one that was closed while sending left behind, under the same id', async () => {
    const { left, right } = twoPages();
    write(left, 'Half sent');
    const { id } = left.connection.sent('message')[0]!.payload;
    left.chat.dispose();
    await expect.poll(() => right.connection.sent('message')[0]?.payload.id).toBe(id);
  });

  it('send what waits from the one that is connected where the one that leads is not', () => {
    const { left, open } = twoPages();
    left.connection.cut();
    write(left, 'Waits');
    left.connection.refuse('protocol');
    const reloaded = open();
    expect(reloaded.connection.sent('message')).toMatchObject([{ payload: { text: 'Waits' } }]);
  });

  it('leave what was refused to be retried or taken back on either', async () => {
    const { left, right } = twoPages();
    write(left, 'Too much');
    left.connection
      .sent('message')[0]!
      .answer({ ok: false, error: { code: 'too_long', message: '' } } as never);
    await expect.poll(() => unsent(right)).toEqual([['Too much', 'failed']]);
    const [parcel] = right.chat.outbox.parcels.value;
    right.chat.outbox.retry(parcel!.payload.id);
    expect(right.connection.sent('message')).toHaveLength(1);
    right.chat.outbox.remove(parcel!.payload.id);
    expect(unsent(left)).toEqual([]);
  });

  it('forget a draft that was sent on the other, and count nothing as unread that was seen there', () => {
    const { left, right } = twoPages();
    left.page({ open: false });
    left.chat.write('The same');
    right.chat.write('The same');
    for (const page of [left, right])
      page.connection.play(eventRow([{ type: 'message', from: 'assistant', text: 'More' }], 3));
    expect(left.said.at(-1)).toMatchObject({ unread: 0 });
    right.chat.sendDraft();
    expect(left.chat.draft.value).toBe('');
  });

  it('P3 hear nothing of each other when they are two people’s', () => {
    const { left, right, hub } = twoPages();
    right.page({ identity: jwtOf('one') });
    right.connection.welcome();
    expect(hub.names()).toEqual(['handrail/airline/', 'handrail/airline/one']);
    write(right, 'A secret');
    expect(unsent(left)).toEqual([]);
  });

  it('O1 say nothing and take no lead before the first opening', () => {
    const hub = tabHub();
    const scene = chatScene(undefined, hub.join);
    scene.page({ identity: jwtOf('one') });
    expect(hub.names()).toEqual([]);
    scene.page({ open: true });
    expect(hub.names()).toEqual(['handrail/airline/one']);
  });

  it('that arrived at the same moment become one visitor, the one with the lower id', () => {
    const { left, right } = twoAnew();
    right.connection.welcome({ visitor: 'v2', token: 't2' });
    expect(left.connection.auths).toEqual([
      expect.not.objectContaining({ token: 't2' }),
      expect.objectContaining({ token: 't2' }),
    ]);
  });

  it('that were both welcomed as two visitors settle on the same one, whose token stays on the device', () => {
    const { storage, hub, left, right } = twoAnew();
    hub.hold();
    left.connection.welcome({ visitor: 'v1', token: 't1' });
    right.connection.welcome({ visitor: 'v2', token: 't2' });
    expect(storage.get('handrail/airline//token')).toBe('t2');
    hub.deliver();
    expect(storage.get('handrail/airline//token')).toBe('t1');
    expect(left.connection.auths).toHaveLength(1);
    expect(right.connection.auths.at(-1)).toMatchObject({ token: 't1' });
  });

  it('that were both welcomed settle on the one where something was said, whichever its id', () => {
    const { storage, hub, left, right } = twoAnew();
    hub.hold();
    right.connection.welcome({ visitor: 'v2', token: 't2' });
    write(right, 'It may be stored by now');
    // It was put to sleep and takes up only now what it was told.
    left.connection.welcome({ visitor: 'v1', token: 't1' });
    expect(storage.get('handrail/airline//token')).toBe('t1');
    hub.deliver();
    expect(storage.get('handrail/airline//token')).toBe('t2');
    expect(right.connection.auths).toHaveLength(1);
    expect(left.connection.auths.at(-1)).toMatchObject({ token: 't2' });
  });
});
