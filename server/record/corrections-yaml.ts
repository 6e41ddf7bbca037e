// Corrections written the way intents.yaml has its phrases, so that they can be taken over by hand, or weighed by
// `handrail check --with-corrections`. Behind each phrase stands what it was taken for.
import { stringify } from 'yaml';
import { baseLanguage } from '../../shared/base-language.ts';
import type { Correction } from './corrections.ts';

/** Those that name an intent, each phrase once; then, as comments, those that named none of the site's. */
export function correctionsYaml(site: string, corrections: readonly Correction[]): string {
  const lines = [
    `# What agents of ${site} said it was, when they resolved. Take what is right into intents.yaml; to see before`,
    `# what it would change: npx handrail check FOLDER --with-corrections THIS-FILE`,
  ];
  const intents = new Map<string, Map<string, Map<string, Correction>>>();
  const unnamed: Correction[] = [];
  for (const correction of corrections) {
    if (correction.intent === undefined) {
      unnamed.push(correction);
      continue;
    }
    const byLanguage = intents.get(correction.intent) ?? new Map<string, Map<string, Correction>>();
    const language = baseLanguage(correction.language);
    const phrases = byLanguage.get(language) ?? new Map<string, Correction>();
    phrases.set(oneLine(correction.text).toLowerCase(), correction);
    byLanguage.set(language, phrases);
    intents.set(correction.intent, byLanguage);
  }
  for (const [intent, byLanguage] of [...intents].sort(byKey)) {
    lines.push('', `- id: ${scalar(intent)}`, '  examples:');
    for (const [language, phrases] of [...byLanguage].sort(byKey)) {
      lines.push(`    ${scalar(language)}:`);
      for (const correction of phrases.values())
        lines.push(`      - ${scalar(oneLine(correction.text))} # ${about(correction)}`);
    }
  }
  if (unnamed.length > 0) lines.push('', '# None of the topics, said the agents:');
  for (const correction of unnamed)
    lines.push(`#   ${scalar(oneLine(correction.text))} (${about(correction)})`);
  return `${lines.join('\n')}\n`;
}

function about({ at, read, correct, comment }: Correction): string {
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const taken = read
    ? `${correct ? 'read so' : `taken for ${read.intent}`}, ${percent(read.confidence)}`
    : 'not read';
  const day = new Date(at).toISOString().slice(0, 10);
  return `${day}, ${taken}${comment ? `; “${oneLine(comment)}”` : ''}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Quoted where YAML would read something else than the text. */
function scalar(text: string): string {
  return stringify(text, { lineWidth: 0, defaultStringType: 'PLAIN' }).trimEnd();
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
