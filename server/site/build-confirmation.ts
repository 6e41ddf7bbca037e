// D2, at the site's side: a confirmation names the object, the effect, the money and whether it can be undone,
// and its buttons say what they do.
import type { RawAction, RawConfirmation } from './actions-schema.ts';
import { type Building, buildWords } from './build-words.ts';
import { namedPaths } from './message-text.ts';
import type { Confirmation } from './site.ts';
import { type Place, within } from './source-file.ts';
import type { Variables } from './variables.ts';
import type { RawWords } from './words-schema.ts';

/** An action that only reads is run without asking; its label stands for the texts that nobody sees. */
export function buildConfirmation(
  building: Building,
  action: Place,
  { label, risk, confirm, on }: RawAction,
  variables: Variables,
): Confirmation {
  const { report } = building;
  const place = within(action, 'confirm');
  const words = (key: keyof RawConfirmation, raw: RawWords) =>
    buildWords(building, within(place, key), raw, variables);
  if (!confirm) {
    if (risk !== 'read') {
      const keys = `title, effect, ${risk === 'destructive' ? 'money, ' : ''}undoable, do and keep`;
      report.error(within(action, 'risk'), `a ${risk} action needs "confirm"`, `add confirm with ${keys}`);
    }
    const instead = buildWords(building, within(action, 'label'), label, variables);
    return { title: instead, effect: instead, undoable: instead, do: instead, keep: instead };
  }
  if (risk === 'destructive') {
    if (!confirm.money)
      report.error(place, 'a destructive action says what becomes of the money', 'add money: …');
    if (on !== undefined)
      for (const key of ['title', 'do'] as const)
        checkNamesObject(building, within(place, key), confirm[key]);
  }
  checkButtons(building, place, confirm);
  return {
    title: words('title', confirm.title),
    effect: words('effect', confirm.effect),
    ...(confirm.money ? { money: words('money', confirm.money) } : {}),
    undoable: words('undoable', confirm.undoable),
    do: words('do', confirm.do),
    keep: words('keep', confirm.keep),
  };
}

function checkNamesObject({ report }: Building, place: Place, raw: RawWords): void {
  for (const [locale, text] of texts(raw)) {
    if (namedPaths(text).some((path) => path.startsWith('object.'))) continue;
    const here = locale === undefined ? place : within(place, locale);
    report.error(
      here,
      'does not name the very thing it is about',
      'name it by a value such as {object.reference}',
    );
  }
}

const empty =
  /^(?:yes|no|ok(?:ay)?|confirm|cancel|continue|submit|ja|nein|weiter|abbrechen|bestätigen)[.!]?$/i;

function checkButtons({ report }: Building, place: Place, confirm: RawConfirmation): void {
  for (const key of ['do', 'keep'] as const) {
    for (const [locale, text] of texts(confirm[key])) {
      const here = locale === undefined ? within(place, key) : within(place, key, locale);
      if (empty.test(text))
        report.error(
          here,
          `a button "${text}" does not say what it does`,
          'such as "Cancel flight {object.flight}" and "Keep my flight"',
        );
    }
  }
  const keep = new Map(texts(confirm.keep));
  for (const [locale, text] of texts(confirm.do)) {
    if (keep.get(locale) === text)
      report.error(within(place, 'keep'), 'both buttons say the same', 'say what stays as it is');
  }
}

function texts(raw: RawWords): [string | undefined, string][] {
  return typeof raw === 'string' ? [[undefined, raw]] : Object.entries(raw);
}
