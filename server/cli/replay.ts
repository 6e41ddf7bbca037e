// `handrail replay`: decides recorded conversations again with a site as it is now, so that a change of threshold,
// examples or wording can be seen before it is live.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createBrain } from '../brain.ts';
import { readLog } from '../record/read-log.ts';
import { type Difference, type Replayed, replayConversation } from '../replay.ts';
import type { Outline } from '../replay-outline.ts';
import { loadSite } from '../site/load-site.ts';
import { trainIntents } from '../understand/train-intents.ts';
import { type Command, UsageError } from './command.ts';
import { options } from './options.ts';
import { siteFolder } from './site-folder.ts';

export const replay: Command = {
  name: 'replay',
  summary: 'Decides recorded conversations again, and lists what would differ now',
  usage: `replay LOG --site DIR [--readings anew|recorded] [--json]

  LOG          what handrail export has printed
  --site DIR   the site's folder, as it is now; conversations of other sites are left out
  --readings   anew (default): the site's model reads the messages again; recorded: as they were read then
  --json       prints {conversations, decisions, skipped, differences} as JSON

  What was seen of the customer's records, of the line and of the time is as the log has it. Nothing is run.
  Exit code 0 when no decision differs, 1 when some do.`,
  async run(args, { env, out, err, builtAt }) {
    const { values, positionals } = options(
      args,
      { site: { type: 'string' }, readings: { type: 'string' }, json: { type: 'boolean' } },
      ['LOG'],
    );
    const readings = values.readings ?? 'anew';
    if (readings !== 'anew' && readings !== 'recorded')
      throw new UsageError(`--readings takes anew or recorded, not "${readings}"`);
    if (values.site === undefined) throw new UsageError('--site is missing: name the folder of the site');
    const log = await logged(positionals[0]!);
    const site = await loadSite(siteFolder(values.site, env), { env });
    const mine = log.filter((one) => one.site === site.id);
    if (mine.length === 0) throw new UsageError(`${positionals[0]} has no conversation of ${site.id}`);
    const brain = createBrain({
      dataDir: fileURLToPath(new URL('../node_modules/.cache/handrail/', builtAt)),
      train: trainIntents,
      warn: err,
    });
    await brain.prepare(site);
    const ports = { site, model: brain.model(site.id)!, readings } as const;
    const results = mine.map((one) => replayConversation(one, ports));
    const total = summed(results);
    if (values.json) out(JSON.stringify({ conversations: mine.length, ...total }));
    else {
      for (const difference of total.differences) for (const line of inWords(difference)) out(line);
      const differ = total.differences.length;
      out(
        `${mine.length} conversations, ${total.decisions} decisions: ${differ || 'none'} would differ; ${total.skipped} could not be decided again.`,
      );
    }
    return total.differences.length > 0 ? 1 : 0;
  },
};

async function logged(file: string) {
  try {
    return readLog(await readFile(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
}

function summed(results: Replayed[]): Replayed {
  return {
    decisions: results.reduce((sum, { decisions }) => sum + decisions, 0),
    skipped: results.reduce((sum, { skipped }) => sum + skipped, 0),
    differences: results.flatMap(({ differences }) => differences),
  };
}

function inWords({ conversation, seq, about, before, now }: Difference): string[] {
  return [
    `${conversation} at event ${seq}: ${about}`,
    ...side('- then', before, now),
    ...side('+ now ', now, before),
    '',
  ];
}

/** One side with what the other has not. */
function side(mark: string, one: Outline, other: Outline): string[] {
  const rules = one.because.map(({ rule }) => rule).join(' ');
  const own = (mine: string[], theirs: string[]) => mine.filter((text) => !theirs.includes(text));
  return [
    `  ${mark} ${one.move} (${rules})`,
    ...own(one.does, other.does).map((text) => `           ${text}`),
    ...own(one.says, other.says).map((text) => `           “${text.replaceAll('\n', ' ')}”`),
  ];
}
