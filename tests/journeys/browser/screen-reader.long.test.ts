// The written script of what is heard at each step of a conversation (tests/journeys/screen-reader.md) against Chromium's
// accessibility tree. After a change that was meant: ACCEPT_SCRIPT=1 npx vitest run tests/journeys/browser/screen-reader
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGallery, type GalleryWorld } from '../../helpers/gallery-world.ts';
import { whatIsHeard } from './what-is-heard.ts';

const file = join(import.meta.dirname, '../screen-reader.md');
const script = readFileSync(file, 'utf8');
/** A step: a heading that names a state of the gallery in brackets, and what is heard there. */
const steps = [...script.matchAll(/^## (.+) \[([\w-]+)\]\n[\s\S]*?```\n([\s\S]*?)```/gm)].map(
  ([, title, state, heard]) => ({ title: title!, state: state!, heard: heard! }),
);

let gallery: GalleryWorld;
beforeAll(async () => {
  gallery = await createGallery({ reducedMotion: 'reduce' });
});
afterAll(() => gallery.close());

describe('what a screen reader says', () => {
  it('is written down for the whole way', () => {
    expect(steps.map(({ state }) => state)).toEqual(
      expect.arrayContaining([
        'greeting',
        'clarify',
        'confirm',
        'confirm-last-minute',
        'receipt',
        'waiting',
        'nobody',
        'claimed',
        'unsent',
        'offline',
        'too-long',
        'rating',
      ]),
    );
  });

  it.each(steps)('$title', async ({ title, state, heard }) => {
    await gallery.show(state);
    // The customer is where they write; who else takes the focus when is told by the panel's own tests.
    await gallery.page.locator('.composer textarea').focus();
    const now = `${(await whatIsHeard(gallery.page)).join('\n')}\n`;
    if (process.env.ACCEPT_SCRIPT === '1') return accept(title, now);
    // Nothing interrupts but a text that cannot be sent; what arrives is told politely.
    expect(now.includes('assertive')).toBe(state === 'too-long');
    expect(now).toMatch(/log "Conversation".*, polite/);
    expect(now).toBe(heard);
  });
});

/** Writes what is heard into the step of this title. */
function accept(title: string, now: string): void {
  const text = readFileSync(file, 'utf8');
  const at = text.indexOf('```\n', text.indexOf(`\n## ${title} [`)) + 4;
  writeFileSync(file, text.slice(0, at) + now + text.slice(text.indexOf('```\n', at)));
}
