// site.yaml made into the parts of a Site that are not lists of their own.
import { resolve } from 'node:path';
import { buildApi, buildSecret, checkUrl, type Environment, filler } from './build-api.ts';
import { buildHours } from './build-hours.ts';
import { buildMail } from './build-mail.ts';
import { type Building, buildPhrases, buildWords } from './build-words.ts';
import { checkUnique } from './check-unique.ts';
import { parseDuration } from './duration.ts';
import type { Identity, Site } from './site.ts';
import type { RawSite } from './site-schema.ts';
import { type Place, within } from './source-file.ts';

export type Settings = Omit<Site, 'version' | 'intents' | 'actions' | 'facts' | 'articles' | 'tests'>;

export interface SettingsInput {
  id: string;
  folder: string;
  environment: Environment;
}

export function buildSettings(
  building: Building,
  place: Place,
  raw: RawSite,
  input: SettingsInput,
): Settings {
  const { report, languages } = building;
  checkUnique(report, place, 'topics', raw.topics);
  checkUnique(report, place, 'savedReplies', raw.savedReplies);
  checkUnique(report, place, 'teams', raw.teams);
  checkOrigins(building, place, raw.origins);
  checkMasks(building, place, raw.masks);
  if (raw.thresholds.destructive < raw.thresholds.confidence) {
    report.error(
      within(place, 'thresholds'),
      'destructive is below confidence',
      'D1 asks for at least as much: raise it',
    );
  }
  return {
    id: input.id,
    name: buildWords(building, within(place, 'name'), inEveryLocale(raw.name, languages.locales)),
    assistant: raw.assistant,
    origins: raw.origins,
    identity: buildIdentity(building, within(place, 'identity'), raw.identity, input.id),
    locale: languages.locale,
    locales: languages.locales,
    hours: buildHours(report, within(place, 'hours'), raw.hours),
    thresholds: raw.thresholds,
    outOfScopeShare: raw.outOfScopeShare,
    empathy: raw.empathy,
    triggers: raw.triggers,
    topics: raw.topics.map((topic, index) => ({
      id: topic.id,
      label: buildWords(building, within(place, 'topics', index, 'label'), topic.label),
      words: buildPhrases(building, within(place, 'topics', index, 'words'), topic.words).map(
        ({ text }) => text,
      ),
    })),
    vocabulary: raw.vocabulary,
    wait: { handling: parseDuration(raw.wait.handling) / 1000, confidence: raw.wait.confidence },
    limits: {
      reply: parseDuration(raw.limits.reply),
      agent: parseDuration(raw.limits.agent),
      approval: parseDuration(raw.limits.approval),
    },
    retentionDays: parseDuration(raw.retention) / parseDuration('1d'),
    theme: raw.theme,
    emergency: raw.emergency.map(({ label, contact }, index) => ({
      label: buildWords(building, within(place, 'emergency', index, 'label'), label),
      contact,
    })),
    ...(raw.urgentContact ? { urgentContact: raw.urgentContact } : {}),
    ...(raw.alerts ? { alerts: buildAlerts(building, within(place, 'alerts'), raw.alerts, input) } : {}),
    ...(raw.notify ? { notify: raw.notify } : {}),
    ...(raw.mail
      ? { mail: buildMail(report, within(place, 'mail'), raw.mail, raw.origins, input.environment) }
      : {}),
    masks: raw.masks,
    savedReplies: raw.savedReplies.map(({ id, title, text }, index) => ({
      id,
      title: buildWords(building, within(place, 'savedReplies', index, 'title'), title),
      text: buildWords(building, within(place, 'savedReplies', index, 'text'), text, {
        name: 'string',
        agent: 'string',
      }),
    })),
    teams: raw.teams.map(({ id, label }, index) => ({
      id,
      label: buildWords(building, within(place, 'teams', index, 'label'), label),
    })),
    ...(raw.demo ? { demo: { api: resolve(input.folder, raw.demo.api), customer: raw.demo.customer } } : {}),
    api: buildApi(report, within(place, 'api'), raw.api, input.environment),
    ...(raw.push
      ? {
          push: buildSecret(
            report,
            within(place, 'push', 'secret'),
            raw.push.secret,
            filler(report, input.environment),
          ),
        }
      : {}),
  };
}

function buildIdentity({ report }: Building, place: Place, raw: RawSite['identity'], id: string): Identity {
  const { alg, secretEnv, jwksUrl, audience } = raw;
  if (alg === 'HS256' && !secretEnv)
    report.error(place, 'HS256 needs "secretEnv"', 'name the environment variable with the secret');
  if (alg !== 'HS256' && !jwksUrl)
    report.error(place, `${alg} needs "jwksUrl"`, 'the address of the public keys');
  if (jwksUrl) checkUrl(report, within(place, 'jwksUrl'), jwksUrl);
  return {
    alg,
    ...(secretEnv ? { secretEnv } : {}),
    ...(jwksUrl ? { jwksUrl } : {}),
    audience: audience ?? id,
  };
}

function buildAlerts(
  { report }: Building,
  place: Place,
  { webhook, secretEnv }: NonNullable<RawSite['alerts']>,
  { environment: { env, strict } }: SettingsInput,
): NonNullable<Site['alerts']> {
  checkUrl(report, within(place, 'webhook'), webhook);
  const secret = env[secretEnv] ?? '';
  const here = within(place, 'secretEnv');
  if (secret === '') {
    const level = strict ? report.error : report.warning;
    level(
      here,
      `the environment variable ${secretEnv} is not set`,
      'set it to whsec_ and a secret in base64',
    );
  } else if (!/^whsec_[A-Za-z0-9+/]+={0,2}$/.test(secret))
    report.error(here, `${secretEnv} is no signing secret`, 'whsec_ and a secret in base64');
  return { webhook, secret };
}

function checkOrigins({ report }: Building, place: Place, origins: string[]): void {
  for (const [index, origin] of origins.entries()) {
    if (origin === 'self') continue;
    const url = URL.canParse(origin) ? new URL(origin) : undefined;
    if (url && url.origin === origin && /^https?:$/.test(url.protocol)) continue;
    const suggestion =
      url && url.origin !== 'null' ? `write ${url.origin}` : 'such as https://www.example.com, or self';
    report.error(within(place, 'origins', index), `"${origin}" is no origin`, suggestion);
  }
}

function checkMasks({ report }: Building, place: Place, masks: string[]): void {
  for (const [index, source] of masks.entries()) {
    const here = within(place, 'masks', index);
    try {
      if (new RegExp(source, 'u').test(''))
        report.error(here, 'this mask matches the empty text', 'ask for at least one character');
    } catch (error) {
      report.error(
        here,
        `no regular expression: ${(error as Error).message}`,
        'single quotes keep backslashes as they are',
      );
    }
  }
}

/** A business is called the same everywhere unless it says otherwise. */
function inEveryLocale(name: RawSite['name'], locales: string[]): RawSite['name'] {
  return typeof name === 'string' ? Object.fromEntries(locales.map((locale) => [locale, name])) : name;
}
