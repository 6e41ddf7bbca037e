// `handrail check`: whether a site's folder can be served, and if not, why, where, and what would be right.
import { checkSite } from '../site/check-site.ts';
import { problemLine } from '../site/problem.ts';
import type { Command } from './command.ts';
import { options } from './options.ts';
import { siteFolder } from './site-folder.ts';

export const check: Command = {
  name: 'check',
  summary: 'Checks a site: every mistake with its file, line and a suggestion',
  usage: `check SITE [--json]

  SITE     the site's folder
  --json   prints {site, problems} as JSON

  Exit code 1 when there are errors; warnings alone are 0.`,
  async run(args, { env, out }) {
    const { values, positionals } = options(args, { json: { type: 'boolean' } }, ['SITE']);
    const folder = siteFolder(positionals[0]!, env);
    const { site, problems } = await checkSite(folder, { env });
    const errors = problems.filter(({ level }) => level === 'error').length;
    if (values.json) {
      out(JSON.stringify({ site: site ? { id: site.id, version: site.version } : null, problems }));
      return errors > 0 ? 1 : 0;
    }
    for (const problem of problems) out(problemLine(problem));
    const warnings = problems.length - errors;
    out(
      site
        ? `${site.id}: ${site.intents.length} intents, ${site.actions.length} actions, ${site.facts.length} fact sources, ${site.articles.length} articles; ${warnings} warnings.`
        : `${folder}: ${errors} errors, ${warnings} warnings.`,
    );
    return errors > 0 ? 1 : 0;
  },
};
