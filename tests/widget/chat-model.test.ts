// The panel's model as a whole: when it connects, whose conversation it shows, what it keeps and tells.
import { describe, expect, it } from 'vitest';
import type { EventBody } from '../../shared/events.ts';
import { refusalKey } from '../../widget/chat/refusal.tsx';
import { troubleOf } from '../../widget/chat/status-line.tsx';
import { browserStorage } from '../../widget/ui/browser-storage.ts';
import { chatScene, jwtOf, openScene, start, texts } from './chat-scene.ts';
import { eventRow, someWait } from './fake-connection.ts';

const claimed: EventBody = { type: 'claimed', agent: { id: 'a', name: 'Mia' } };

describe('O1 nothing before the first opening', () => {
  it('O1 connects to nothing and stores nothing until the page says open', () => {
    const { connection, storage, page } = chatScene();
    page({ theme: { accent: '#112233' } });
    page({ identity: jwtOf('one') });
    expect(connection.auths).toEqual([]);
    expect(storage.keys('')).toEqual([]);
    page({ open: true });
    expect(connection.auths).toHaveLength(1);
  });

  it('O1 connects quietly on later pages while a conversation is live, and only with a session to go on with', () => {
    const fresh = chatScene();
    fresh.page({ quiet: true });
    expect(fresh.connection.auths).toEqual([]);

    const before = openScene();
    before.connection.play(eventRow([claimed], 3));
    expect(before.said.at(-1)).toEqual({ type: 'state', unread: 0, live: true });
    const later = chatScene(before.storage);
    later.page({ quiet: true });
    expect(later.connection.auths).toMatchObject([{ token: 'token-1' }]);
    later.connection.welcome();
    later.connection.play([
      ...start,
      ...eventRow([claimed, { type: 'message', from: 'agent', name: 'Mia', text: 'Here' }], 3),
    ]);
    expect(later.said.at(-1)).toEqual({ type: 'state', unread: 1, live: true });
    expect(later.chat.visible.value).toBe(false);
  });
});

describe('P3 who is there', () => {
  it('P3 sends the page’s identity, and takes the anonymous conversation along', () => {
    const scene = openScene();
    scene.page({ identity: jwtOf('one') });
    expect(scene.connection.auths.at(-1)).toMatchObject({ identity: jwtOf('one'), token: 'token-1' });
    expect(texts(scene)).toEqual(['Hello']);
    scene.connection.welcome({ token: 'token-2' });
    expect(scene.storage.get('handrail/airline//token')).toBeUndefined();
    expect(scene.storage.get('handrail/airline/one/token')).toBe('token-2');
  });

  it('P3 takes it along also on a device that knows the customer from an earlier time', () => {
    const scene = chatScene();
    scene.storage.set('handrail/airline/one/token', 'token-of-last-week');
    scene.page({ open: true });
    scene.connection.welcome();
    scene.connection.play(start);
    scene.page({ identity: jwtOf('one') });
    expect(scene.connection.auths.at(-1)).toMatchObject({ identity: jwtOf('one'), token: 'token-1' });
  });

  it('P3 another customer finds no trace of the former: not on screen, not in the draft, not in the token', () => {
    const scene = chatScene();
    scene.page({ open: true, identity: jwtOf('one') });
    scene.connection.welcome();
    scene.connection.play(start);
    scene.connection.cut();
    scene.chat.write('secret');
    scene.chat.sendDraft();
    scene.chat.write('half');
    scene.page({ identity: jwtOf('two') });
    expect(texts(scene)).toEqual([]);
    expect(scene.chat.draft.value).toBe('');
    expect(scene.chat.outbox.parcels.value).toEqual([]);
    expect(scene.connection.auths.at(-1)).not.toHaveProperty('token');
    expect(scene.connection.auths.at(-1)).not.toHaveProperty('after');
  });

  it('P3 another customer finds nothing of the former on the device either, nor on the badge', () => {
    const scene = chatScene();
    scene.page({ open: true, identity: jwtOf('one') });
    scene.connection.welcome();
    scene.connection.play([...start, ...eventRow([claimed], 3)]);
    scene.page({ open: false });
    scene.connection.play(eventRow([{ type: 'message', from: 'agent', name: 'Mia', text: 'For one' }], 4));
    scene.chat.write('half');
    expect(scene.said.at(-1)).toMatchObject({ unread: 1, live: true });
    scene.page({ identity: jwtOf('two') });
    expect(scene.said.at(-1)).toMatchObject({ unread: 0, live: false });
    expect(scene.storage.keys('handrail/airline/one')).toEqual([]);
  });

  it('P3 after a log-out nothing of the customer is left on the device', () => {
    const scene = chatScene();
    scene.page({ open: true, identity: jwtOf('one') });
    scene.connection.welcome();
    scene.connection.play(start);
    scene.chat.write('half');
    scene.page({ identity: '' });
    expect(scene.storage.keys('handrail/airline/one')).toEqual([]);
    expect(texts(scene)).toEqual([]);
    expect(scene.connection.auths.at(-1)).not.toHaveProperty('identity');
    // The page repeats its state; that is no further log-out.
    scene.connection.welcome();
    scene.connection.play(start);
    scene.page({ locale: 'de' });
    expect(texts(scene)).toEqual(['Hello']);
  });

  it('P3 forgets a customer also where the browser keeps no files', () => {
    const scene = chatScene();
    scene.page({ open: true, identity: jwtOf('one') });
    scene.connection.welcome();
    scene.connection.play(start);
    // As where storage is blocked; here there is no IndexedDB at all.
    scene.chat.memory.value.keepFiles(true);
    scene.page({ identity: '' });
    expect(texts(scene)).toEqual([]);
    expect(scene.storage.keys('handrail/airline/one')).toEqual([]);
  });

  it('asks the page for a new identity when the former ran out', () => {
    const scene = chatScene();
    scene.page({ open: true, identity: jwtOf('one') });
    scene.connection.refuse('unauthorized');
    expect(scene.said).toContainEqual({ type: 'identity' });
    expect(troubleOf(scene.chat)).toEqual({ key: 'stateSignIn' });
  });

  it('begins anew, once, when its session is not known any more', () => {
    const scene = openScene();
    const openings = scene.connection.auths.length;
    scene.connection.refuse('unauthorized');
    expect(scene.connection.auths).toHaveLength(openings + 1);
    expect(scene.connection.auths.at(-1)).not.toHaveProperty('token');
  });
});

describe('what stands in the way', () => {
  it.each([
    ['protocol', { key: 'stateProtocol', action: 'reload' }],
    ['denied', { key: 'stateRefused', action: 'reconnect' }],
  ] as const)('says one sentence for a refusal with %s', (code, trouble) => {
    const scene = openScene();
    scene.connection.refuse(code);
    expect(troubleOf(scene.chat)).toEqual(trouble);
  });

  it('promises another attempt while there is one, and none after the last', async () => {
    const scene = openScene();
    scene.chat.write('My bag');
    scene.chat.sendDraft();
    const answer = { ok: false, error: { code: 'busy', message: '', retryAfterMs: 1000 } } as never;
    scene.connection.sent('message')[0]!.answer(answer);
    const said = () => refusalKey(scene.chat.outbox.trouble.value!, scene.chat.outbox);
    await expect.poll(() => said()).toBe('errorBusy');
    scene.clock.pass(121_000);
    await expect.poll(() => scene.connection.sent('message')).toHaveLength(2);
    scene.connection.sent('message')[1]!.answer(answer);
    await expect.poll(() => said()).toBe('errorFailed');
    expect(scene.chat.outbox.parcels.value[0]).toMatchObject({ state: 'failed' });
  });

  it('says nothing when nothing does', () => {
    const { chat } = openScene();
    expect(troubleOf(chat)).toBeUndefined();
    expect(chat.outbox.trouble.value).toBeUndefined();
  });
});

describe('the wait', () => {
  const handoff: EventBody = {
    type: 'handoff',
    position: 3,
    within: 600,
    wait: { ...someWait, position: 3, within: 600 },
    text: '',
    triggers: [],
    priority: 0,
  };

  it('H3 shows the latest statement to who is waiting', () => {
    const scene = openScene();
    expect(scene.chat.wait.stated.value?.wait.within).toBe(240);
    scene.clock.pass(-60_000);
    scene.connection.play(eventRow([handoff], 3));
    scene.clock.pass(120_000);
    scene.connection.hear('wait', { ...someWait, position: 2, within: 300 });
    expect(scene.chat.wait.stated.value?.wait).toMatchObject({ position: 2, within: 300 });
  });
});

describe('unread', () => {
  it('counts what others wrote while the panel is closed, and tells how far was seen', () => {
    const scene = openScene();
    expect(scene.connection.sent('seen').at(-1)?.payload).toEqual({ seq: 2 });
    scene.page({ open: false });
    scene.connection.play(
      eventRow(
        [
          { type: 'message', from: 'assistant', text: 'More' },
          { type: 'message', from: 'customer', text: 'x' },
        ],
        3,
      ),
    );
    expect(scene.said.at(-1)).toMatchObject({ unread: 1 });
    scene.page({ open: true });
    expect(scene.said.at(-1)).toMatchObject({ unread: 0 });
    expect(scene.connection.sent('seen').at(-1)?.payload).toEqual({ seq: 4 });
  });
});

describe('blocked storage', () => {
  it('works from memory when storage throws', () => {
    const storage = browserStorage(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    storage.set('a', '1');
    expect([storage.get('a'), storage.keys('')]).toEqual(['1', ['a']]);
    storage.remove('a');
    expect(storage.get('a')).toBeUndefined();
  });
});
