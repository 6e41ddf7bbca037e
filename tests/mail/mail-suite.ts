// What holds of mail over every store: sent once to who is away, kept over crashes, given up loudly, never behind the back
// of an erasure.
import { describe, expect, onTestFinished, test } from 'vitest';
import { openPost } from '../../server/mail/open-post.ts';
import type { Store } from '../../server/store/store.ts';
import { startMailServer } from '../helpers/mail-server.ts';
import { mailWorld } from './mail-world.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** `open` makes a fresh store. */
export function mailSuite(name: string, open: () => Promise<Store>): void {
  const fresh = async (): Promise<Store> => {
    const store = await open();
    onTestFinished(() => store.close());
    return store;
  };
  const begin = async (locale = 'en') => {
    const server = await startMailServer();
    return { server, world: await mailWorld({ store: await fresh(), url: server.url, locale }) };
  };

  describe(name, () => {
    test('M1 what a person answers is mailed once to who left their address and is away', async () => {
      const { server, world } = await begin();
      await world.reply('Your parcel is <b>here</b> & safe.\nBring the code.');
      await world.advance(minute - 1);
      expect(server.received).toEqual([]);
      await world.advance(3 * day);
      expect(server.received).toHaveLength(1);
      const [mail] = server.received;
      expect(mail).toMatchObject({ from: 'answers@shop.example', to: ['ann@demo.test'] });
      expect(mail!.text).toContain('Your parcel is <b>here</b> & safe.\nBring the code.');
      expect(mail!.text).toContain('https://shop.example/help?a=1&b=2');
      expect(mail!.html).toContain('Your parcel is &#60;b&#62;here&#60;/b&#62; &#38; safe.<br>');
      expect(mail!.html).toContain('href="https://shop.example/help?a=1&#38;b=2"');
      expect(mail!.headers.get('subject')).not.toMatch(/Mia|Ann|parcel/);
      expect(mail!.headers.get('auto-submitted')).toBe('auto-generated');
      expect(mail!.headers.get('list-id')).toMatch(/^<[\w.-]+\.handrail\.shop\.example>$/);
      expect(mail!.headers.get('message-id')).toBe('<mail-1@shop.example>');
      expect(await world.outcome()).toMatchObject({ mail: 'mail-1', outcome: 'sent' });
      expect(world.faults).toEqual([]);
    });

    test('M1 several answers within a minute go together, and one that goes on does not hold them back', async () => {
      const { server, world } = await begin();
      for (const text of ['First.', 'Second.', 'Third.']) {
        await world.reply(text);
        await world.advance(minute / 2);
      }
      await world.advance(minute);
      expect(server.received).toHaveLength(1);
      expect(server.received[0]!.text).toMatch(/First\.[\s\S]*Second\.[\s\S]*Third\./);
      for (let said = 0; said < 14; said++) {
        await world.reply(`Line ${said}.`);
        await world.advance(minute / 2);
      }
      expect(server.received).toHaveLength(2);
      await world.advance(10 * minute);
      expect(server.received).toHaveLength(3);
      const later = server.received.slice(1).flatMap(({ text }) => text.match(/Line \d+/g) ?? []);
      expect(later).toEqual(Array.from({ length: 14 }, (_, said) => `Line ${said}`));
      expect(new Set(server.received.map(({ headers }) => headers.get('message-id'))).size).toBe(3);
    });

    test('M1 nothing is mailed to who has seen it, nor to who has a page open', async () => {
      const { server, world } = await begin();
      await world.reply('Seen at once.');
      const seq = (await world.types()).length;
      await world.see(seq);
      await world.advance(day);
      world.present.value = true;
      await world.reply('Not looked at yet.');
      await world.advance(20 * minute);
      expect(server.received).toEqual([]);
      // The page is closed, and what stands there was not seen.
      world.present.value = false;
      await world.advance(20 * minute);
      expect(server.received.map(({ text }) => text.includes('Not looked at yet.'))).toEqual([true]);
      expect(server.received[0]!.text).not.toContain('Seen at once.');
    });

    test('M2 an answer outlives the process that took it', async () => {
      const { server, world } = await begin();
      await world.reply('Kept.');
      world.restart();
      await world.advance(2 * minute);
      expect(server.received).toHaveLength(1);
    });

    test('M2 a letter whose end was not written down goes out again under the same Message-ID', async () => {
      const { server, world } = await begin();
      // Taken by the mail server, and the process dies before it hears so.
      const way = openPost(server.url);
      let dead = false;
      world.restart({
        async send(letter) {
          if (dead) throw new Error('dead already');
          await way.send(letter);
          dead = true;
          throw new Error('killed');
        },
      });
      await world.reply('Once in the mailbox.');
      await world.advance(minute);
      expect(server.received).toHaveLength(1);
      expect(await world.outcome()).toBeUndefined();
      await world.reply('A later answer.');
      world.restart();
      await world.advance(10 * minute);
      const ids = server.received.map(({ headers }) => headers.get('message-id'));
      expect(ids).toEqual(['<mail-1@shop.example>', '<mail-1@shop.example>', '<mail-2@shop.example>']);
      expect(server.received[1]!.text).not.toContain('A later answer.');
      expect(server.received[2]!.text).not.toContain('Once in the mailbox.');
    });

    test('M2 a mail server that refuses for now, or is away, is tried again with growing pauses', async () => {
      const { server, world } = await begin();
      server.refuse(451);
      await world.reply('In the end.');
      await world.advance(12 * 60 * minute);
      expect(server.tries).toBeGreaterThan(5);
      expect(server.tries).toBeLessThan(30);
      expect(world.lost).toEqual([]);
      server.refuse(undefined);
      await world.advance(2 * 60 * minute);
      expect(server.received).toHaveLength(1);
      expect(await world.outcome()).toMatchObject({ outcome: 'sent' });
      await server.close();
      await world.reply('Nobody there.');
      await world.advance(2 * day);
      expect(await world.outcome()).toMatchObject({ outcome: 'given-up' });
      expect(world.lost).toEqual([expect.stringContaining('within a day')]);
    });

    test('M2 what is refused for good is given up and told, without a name or an address', async () => {
      const { server, world } = await begin();
      server.refuse(550);
      await world.reply('Never.');
      await world.advance(2 * day);
      expect(server.tries).toBe(1);
      expect(await world.outcome()).toMatchObject({ outcome: 'refused', code: 550 });
      expect(world.lost).toEqual(['an answer was refused: the mail server says 550']);
    });

    test('P2 an erasure takes what was to be mailed along', async () => {
      const { server, world } = await begin();
      server.refuse(451);
      await world.reply('Erased while it is tried.');
      await world.advance(2 * minute);
      expect(server.tries).toBeGreaterThan(0);
      await world.erase();
      server.refuse(undefined);
      await world.advance(2 * day);
      expect(server.received).toEqual([]);
      expect(world.faults).toEqual([]);
    });

    test('M1 what was said before the end is still owed, and nothing after it', async () => {
      const { server, world } = await begin();
      await world.reply('The answer.');
      await world.resolve();
      await world.advance(1);
      expect(server.received.map(({ text }) => text.includes('The answer.'))).toEqual([true]);
      await world.append({ type: 'message', from: 'customer', text: 'Thanks, and one more thing' });
      await world.takeover();
      await world.reply('Said to who is back.');
      await world.advance(2 * day);
      expect(server.received).toHaveLength(1);
    });

    test('M3 nothing that people write becomes a header, a second recipient or a command', async () => {
      const { server, world } = await begin();
      const nasty = 'x\r\nBcc: eve@evil.example\r\n\r\n.\r\nMAIL FROM:<eve@evil.example>';
      await world.reply(nasty, { id: 'mia', name: 'Mia\r\nBcc: eve@evil.example', sites: [world.site.id] });
      await world.advance(2 * minute);
      expect(server.received).toHaveLength(1);
      expect(server.received[0]!.to).toEqual(['ann@demo.test']);
      expect(server.received[0]!.headers.has('bcc')).toBe(false);
      // The last address that was left is none, or one with something behind it: the one before stands.
      for (const contact of [
        'ann@demo.test\r\nBcc: eve@evil.example',
        'ann@demo.test, eve@evil.example',
        'Eve <eve@evil.example>',
        '"a@b"@evil.example',
        'ann@',
        '+49 40 123456',
      ])
        await world.leave(contact);
      await world.takeover();
      await world.reply('To her alone.');
      await world.advance(2 * minute);
      expect(server.received.map(({ to }) => to)).toEqual([['ann@demo.test'], ['ann@demo.test']]);
    });

    test('M1 is written in the customer’s language, from end to end', async () => {
      const { server, world } = await begin('ja');
      await world.reply('お荷物が届きました。');
      await world.advance(2 * minute);
      expect(server.received[0]!.text).toContain('お荷物が届きました。');
      expect(server.received[0]!.html).toContain('<html lang="ja" dir="ltr">');
      const subject = /=\?UTF-8\?[BQ]\?.*\?=/i.exec(server.received[0]!.headers.get('subject') ?? '');
      expect(subject).not.toBeNull();
    });
  });
}
