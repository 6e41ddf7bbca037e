// `handrail rollout`: where each action of a site stands, what the log tells for and against its next rung, and the
// step that a person takes (A5).
import { type RolloutMode, rolloutModes } from '../../shared/ladder.ts';
import { type Evidence, nextStep } from '../rollout/evidence.ts';
import { createRungs, type Rungs, type Standing } from '../rollout/rungs.ts';
import { loadSite } from '../site/load-site.ts';
import type { Site } from '../site/site.ts';
import { type Command, UsageError } from './command.ts';
import { openDataStore } from './open-data-store.ts';
import { options } from './options.ts';
import { siteFolder } from './site-folder.ts';

const historyShown = 5;

export const rollout: Command = {
  name: 'rollout',
  summary: 'Shows how far each action may go and on what evidence; takes the next step',
  usage: `rollout SITE [--action ID] [--data DIR] [--json]
  npx handrail rollout SITE --action ID --to MODE [--share 0..1] --why TEXT --by NAME [--anyway]

  SITE          the site's folder, or its id among SITES_DIR; actions.yaml says how far each may go at most
  --to MODE     shadow, supervised or autonomous; the same one again ends a hold
  --share N     for this share of the conversations, the others stay one rung below (default: all)
  --why TEXT    the reason, and --by NAME who takes it: both stay in the log
  --anyway      take a step up that the evidence does not carry
  --data DIR    where the database is kept (or DATABASE_URL, DATA_DIR)
  --json        prints {site, actions} as JSON, after a step too

  Agreement is what agents said of the assistant's proposals since the action came to its rung, with a 95 %
  interval by Wilson. Exit code 1 when a step was refused.`,
  async run(args, around) {
    const { env, out, err } = around;
    const { values, positionals } = options(
      args,
      {
        action: { type: 'string' },
        to: { type: 'string' },
        share: { type: 'string' },
        why: { type: 'string' },
        by: { type: 'string' },
        anyway: { type: 'boolean' },
        data: { type: 'string' },
        json: { type: 'boolean' },
      },
      ['SITE'],
    );
    const { action, to, why, by, anyway } = values;
    const site = await loadSite(siteFolder(positionals[0]!, env), { env });
    if (action !== undefined && !site.actions.some(({ id }) => id === action)) {
      const ids = site.actions.map(({ id }) => id).join(', ');
      throw new UsageError(`${site.id} has no action "${action}"; it has ${ids}`);
    }
    if (to === undefined && (why ?? by ?? values.share ?? anyway) !== undefined)
      throw new UsageError('--to is missing: name the rung');
    const store = await openDataStore(values.data, env);
    try {
      const rungs = createRungs({ store, now: Date.now });
      if (to !== undefined) {
        if (!isMode(to)) throw new UsageError(`--to takes ${rolloutModes.join(', ')}, not "${to}"`);
        if (!action || !why || !by) throw new UsageError('A step needs --action, --why and --by');
        const share = values.share === undefined ? undefined : Number(values.share);
        const step = await rungs.step(site, action, { to, share, by, why, anyway });
        if (!step.ok) {
          err(`${action} was not moved: ${step.why}.`);
          return 1;
        }
      }
      const shown = (await rungs.standing(site)).filter((one) => !action || one.action.id === action);
      const lines = await Promise.all(shown.map((one) => told(rungs, site, one)));
      if (values.json) {
        const histories = await Promise.all(
          shown.map(({ action: { id } }) => store.rungHistory(site.id, id, historyShown)),
        );
        const actions = lines.map(({ json }, index) => ({ ...json, history: histories[index] }));
        out(JSON.stringify({ site: site.id, actions }));
      } else for (const { text } of lines) for (const line of text) out(line);
      return 0;
    } finally {
      await store.close();
    }
  },
};

function isMode(text: string): text is RolloutMode {
  return (rolloutModes as readonly string[]).includes(text);
}

async function told(rungs: Rungs, site: Site, standing: Standing) {
  const { action, mode, share, held, row } = standing;
  const evidence = await rungs.evidence(site, standing);
  const next = nextStep(mode, evidence);
  const atMost = action.rollout;
  const stands = `${rungText(mode, share)}${held ? ', HELD for people' : ''}`;
  const text = [
    `${action.id}: ${stands} (at most ${rungText(atMost.mode, atMost.share)})`,
    ...(row ? [`  since ${new Date(row.at).toISOString()} by ${row.by}: ${row.why}`] : []),
    ...inWords(evidence),
    next
      ? `  next: ${next.to}, ${next.warranted ? 'warranted' : 'not warranted'}: ${next.why}`
      : '  next: none, it stands at the top',
    '',
  ];
  const { action: _, ...counted } = evidence;
  const json = { action: action.id, mode, share, held, atMost, since: row ?? null, evidence: counted };
  return { text, json: { ...json, next: next ?? null } };
}

function rungText(mode: RolloutMode, share: number): string {
  return share === 1 ? mode : `${mode} for ${Math.round(share * 1000) / 10} %`;
}

function inWords(seen: Evidence): string[] {
  const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
  const agreement =
    seen.agreement === null
      ? 'no word of an agent yet'
      : `agents agreed with ${percent(seen.agreement)} (${percent(seen.low)} to ${percent(seen.high)}, n = ${seen.n})`;
  return [
    `  ${agreement}: ${seen.agreed} as proposed, ${seen.edited} otherwise, ${seen.refused} refused; nobody in time ${seen.unanswered}`,
    `  ${seen.proposed} proposed, ${seen.ran} ran: ${seen.failed} failed, ${seen.unknown} unknown, ${seen.undone} undone by customers`,
  ];
}
