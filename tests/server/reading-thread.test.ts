// Reading aside: the same readings as here, each site's newest model, and what becomes of a message that the thread
// dies of or never ends.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openReadingThread, type ReadingThread } from '../../server/reading-thread.ts';
import { type Read, readMessage, type ToRead } from '../../server/understand/read-message.ts';
import { type SiteModel, trainSite } from '../../server/understand/site-model.ts';
import { buildEntry } from '../helpers/build-entry.ts';
import { smallSite } from '../understand/small-site.ts';

const site = smallSite();
let model: SiteModel;
let folder: string;
let warnings: string[];
let thread: ReadingThread | undefined;

const saying = (text: string): ToRead => ({
  text,
  context: {
    recent: [],
    lastIntents: [],
    records: [],
    locale: 'en',
    now: 1_795_000_000_000,
    timeZone: 'UTC',
  },
});

function opened(
  workerFile: string | URL,
  current: () => SiteModel | undefined = () => model,
  // Long enough that a thread which a busy machine lets wait is not taken for one that hangs.
  patience = 2_000,
) {
  const warn = (text: string) => warnings.push(text);
  thread = openReadingThread({ workerFile, brain: { model: current }, warn, patience });
  return thread;
}

/** Answers with the text as the language; `die` and `hang` do as they say, in a thread of real code. */
async function moodyThread(): Promise<ReadingThread> {
  const file = join(folder, 'moody.mjs');
  await writeFile(
    file,
    `import { parentPort } from 'node:worker_threads';
    parentPort.on('message', (all) => {
      for (const { id, message } of all.filter((one) => 'message' in one)) {
        const { text } = JSON.parse(message);
        if (text === 'die') process.exit(3);
        while (text === 'hang') Math.random();
        parentPort.postMessage([{ id, read: JSON.stringify({ reading: { language: text }, passages: [] }) }]);
      }
    });`,
  );
  return opened(file);
}

const language = (read: Read | undefined) => read?.reading.language;

beforeAll(() => {
  model = trainSite(site);
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handrail-reading-'));
  warnings = [];
});
afterEach(async () => {
  await thread?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the reading thread', () => {
  it('reads what would be read here, the same', async () => {
    const { read } = opened(await buildEntry('server/reader-worker.ts'), undefined, 60_000);
    const texts = [...site.intents.flatMap(({ examples }) => examples.slice(0, 2)), 'cancle it!!', '', 'ok'];
    const asked = texts.map((text) => read(site, saying(text)));
    expect(await Promise.all(asked)).toEqual(texts.map((text) => readMessage(model, site, saying(text))));
  });

  it('reads with the newest model of the site, and nothing while there is none', async () => {
    let current: SiteModel | undefined;
    const { read } = opened(await buildEntry('server/reader-worker.ts'), () => current, 60_000);
    const [first, ...others] = site.intents;
    const message = saying(first!.examples[0]!);
    expect(await read(site, message)).toBeUndefined();
    current = model;
    expect((await read(site, message))?.reading.intents[0]?.id).toBe(first!.id);
    current = trainSite({ ...site, intents: [{ ...first!, id: 'renamed' }, ...others] });
    expect((await read(site, message))?.reading.intents[0]?.id).toBe('renamed');
  });

  it.each(['die', 'hang'])('gives up the message that makes it %s, alone', async (mood) => {
    const { read } = await moodyThread();
    const before = read(site, saying('before'));
    const culprit = expect(read(site, saying(mood))).rejects.toThrow('A message could not be read');
    const behind = ['one', 'two'].map((text) => read(site, saying(text)));
    expect(language(await before)).toBe('before');
    await culprit;
    expect((await Promise.all(behind)).map(language)).toEqual(['one', 'two']);
    expect(warnings).toHaveLength(1);
    expect(language(await read(site, saying('later')))).toBe('later');
  });

  it('gives up what it dies of, and nothing that was read with it and not answered yet', async () => {
    const file = join(folder, 'mortal.mjs');
    const worker = await buildEntry('server/reader-worker.ts');
    await writeFile(
      file,
      `const { parse } = JSON;
      JSON.parse = (...given) => {
        const parsed = parse(...given);
        return parsed?.text === 'die' ? process.exit(3) : parsed;
      };
      await import(${JSON.stringify(worker.href)});`,
    );
    const { read } = opened(file, undefined, 60_000);
    const texts = ['hello', 'cancel my bag', 'ok', 'what about my flight'];
    const expected = texts.map((text) => readMessage(model, site, saying(text)));
    const all = () => texts.map((text) => read(site, saying(text)));
    // What follows is then read in so short a time that it is answered together.
    expect(await Promise.all(all())).toEqual(expected);
    const before = all();
    const culprit = expect(read(site, saying('die'))).rejects.toThrow('A message could not be read');
    const behind = all();
    await culprit;
    expect(await Promise.all([...before, ...behind])).toEqual([...expected, ...expected]);
    expect(warnings).toHaveLength(1);
  });

  it('reads nothing any more when it is closed, and starts no other thread', async () => {
    const { read, close } = await moodyThread();
    const waiting = expect(read(site, saying('hang'))).rejects.toThrow('closed');
    await close();
    await waiting;
    await expect(read(site, saying('late'))).rejects.toThrow('closed');
    expect(warnings).toEqual([]);
  });

  it('says for how long the oldest message waits', async () => {
    const { read, lag } = await moodyThread();
    expect(lag()).toBe(0);
    const waiting = expect(read(site, saying('hang'))).rejects.toThrow();
    await expect.poll(lag).toBeGreaterThan(0);
    await waiting;
    expect(lag()).toBe(0);
  });

  it('tells who waits when it cannot be started, and tries again with the next', async () => {
    const { read } = opened(join(folder, 'absent.mjs'));
    await expect(read(site, saying('one'))).rejects.toThrow('A message could not be read');
    await writeFile(
      join(folder, 'absent.mjs'),
      `import { parentPort } from 'node:worker_threads';
      parentPort.on('message', (all) => {
        const { id } = all.at(-1);
        parentPort.postMessage([{ id, read: JSON.stringify({ reading: { language: 'there' }, passages: [] }) }]);
      });`,
    );
    expect(language(await read(site, saying('two')))).toBe('there');
  });
});
