// The verbs by which customers ask for something to be done, in every form, English and German. The guard
// works on their form alone: `<b>` base, `<p>` past or participle, `<g>` -ing, `<n>` noun.
import { editDistance } from './edit-distance.ts';
import { remember } from './remember.ts';

type Form = '<b>' | '<p>' | '<g>' | '<n>';

/** Regular verbs by their base; doubled and single consonants are both accepted. */
const regular =
  'cancel delete remove close change update modify edit alter amend refund return end stop terminate ' +
  'unsubscribe deactivate disable erase wipe switch swap replace downgrade upgrade rebook reschedule move transfer ' +
  'drop revoke void withdraw reset block freeze pause suspend reverse discontinue scrap reimburse dispatch ' +
  'postpone unlink disconnect detach purge abort rename redirect reroute';

const irregular: [string, Form][] = [
  ['undo', '<b>'],
  ['undid', '<p>'],
  ['undone', '<p>'],
  ['froze', '<p>'],
  ['frozen', '<p>'],
  ['withdrew', '<p>'],
  ['withdrawn', '<p>'],
  ['quit', '<b>'],
  ['cut', '<b>'],
  ['cancellation', '<n>'],
  ['cancelation', '<n>'],
  ['deletion', '<n>'],
  ['removal', '<n>'],
  ['closure', '<n>'],
  ['termination', '<n>'],
  ['deactivation', '<n>'],
  ['modification', '<n>'],
  ['amendment', '<n>'],
  ['reimbursement', '<n>'],
  ['withdrawal', '<n>'],
  ['suspension', '<n>'],
  ['unsubscription', '<n>'],
  // German: infinitive, imperative and first person count as base.
  ...german('stornier', 'stornierung', 'storno'),
  ...german('annullier', 'annullierung'),
  ...german('reservier'),
  ...germanIrregular('kündigen kündige kündig kündigt', 'gekündigt', 'kündigung'),
  ...germanIrregular('löschen lösche lösch loeschen löscht', 'gelöscht', 'löschung'),
  ...germanIrregular('ändern ändere aendern ändert', 'geändert', 'änderung'),
  ...germanIrregular('entfernen entferne entfern', 'entfernt', 'entfernung'),
  ...germanIrregular(
    'erstatten erstatte zurückerstatten',
    'erstattet zurückerstattet',
    'erstattung rückerstattung',
  ),
  ...germanIrregular('umbuchen umbuche', 'umgebucht', 'umbuchung'),
  ...germanIrregular('schließen schließe schliessen', 'geschlossen', 'schließung'),
  ...germanIrregular('beenden beende', 'beendet', 'beendigung'),
  ...germanIrregular('abbestellen abbestelle', 'abbestellt', 'abbestellung'),
  ...germanIrregular(
    'zurückgeben zurückschicken zurücksenden',
    'zurückgegeben zurückgeschickt zurückgesendet',
    'rückgabe',
  ),
  ...germanIrregular('sperren sperre', 'gesperrt', 'sperrung'),
  ...germanIrregular('widerrufen widerrufe', '', 'widerruf'),
  ...germanIrregular('verschieben verschiebe', 'verschoben', 'verschiebung'),
  ...germanIrregular('aufheben abbrechen', 'aufgehoben abgebrochen', ''),
];

function german(stem: string, ...nouns: string[]): [string, Form][] {
  return [
    ...['en', 'e', ''].map((ending): [string, Form] => [stem + ending, '<b>']),
    [`${stem}t`, '<p>'],
    [`${stem}te`, '<p>'],
    ...nouns.map((noun): [string, Form] => [noun, '<n>']),
  ];
}

function germanIrregular(bases: string, pasts: string, nouns: string): [string, Form][] {
  const as = (words: string, form: Form) =>
    words
      .split(' ')
      .filter(Boolean)
      .map((word): [string, Form] => [word, form]);
  return [...as(bases, '<b>'), ...as(pasts, '<p>'), ...as(nouns, '<n>')];
}

function inflect(base: string): [string, Form][] {
  const forms: [string, Form][] = [
    [base, '<b>'],
    [base.endsWith('ch') ? `${base}es` : `${base}s`, '<b>'],
  ];
  const stem = base.replace(/e$/, '');
  const stems = /[^aeiou][aeiou][lptm]$/.test(base) ? [stem, stem + base.at(-1)] : [stem];
  for (const one of stems) forms.push([`${one}ed`, '<p>'], [`${one}ing`, '<g>']);
  return forms;
}

const forms: ReadonlyMap<string, Form> = new Map([...regular.split(' ').flatMap(inflect), ...irregular]);
const long = [...forms.keys()].filter((word) => word.length >= 5);

/** Words that a slip would turn into an action word, but that are words of their own. */
const ownWords = new Set(
  (
    'charge charged change chance chances ended ender close closes clothes cloths stops steps stock stuck moved movie moves money voice ' +
    'reverse review reviews return returns refuse refused refunds delay delays delayed deleted closet cancer cancels order ' +
    'ordered plan plans pause cause clause cause house blocks black block freezer breeze sender ended bending sending spending pending ' +
    'update updates date update rest reset resets preset switch witch edits credit drops drop crops shops removed removes renew ' +
    'ending close loses lose closed loved booking looking cooking loses sperre'
  ).split(' '),
);

/** Every form that is known, spelled right. */
export function actionWords(): string[] {
  return [...forms.keys()];
}

/** The form of an action word, also when it is spelled with one slip; undefined for any other word. */
export function actionForm(word: string): Form | undefined {
  const exact = forms.get(word);
  if (exact !== undefined) return exact;
  if (word.length < 5 || ownWords.has(word)) return undefined;
  return nearForm(word) ?? undefined;
}

/** The form of the action word one slip away, or null. */
const nearForm = remember(
  (word: string): Form | null => {
    const near = long.find(
      (known) => known[0] === word[0] && known.length >= 6 && editDistance(word, known, 1) <= 1,
    );
    return near === undefined ? null : forms.get(near)!;
  },
  5000,
  40,
);

/** Words after which a form like "refund" or "change" is a noun. */
const determiner =
  /^(?:a|an|the|my|any|this|that|no|your|full|partial|of|for|another|about|every|each|some|our|their|his|her)$/;
const alsoNouns =
  /^(?:refund|change|return|update|transfer|switch|swap|upgrade|downgrade|move|edit|stop|end|block|pause|reset|refunds|returns|changes|updates)$/;

const mindChanged = /\b(?:changed?|changing) (?:my|our) minds?\b/g;
/** "Stop the cancellation": the opposite of asking for one. */
const undoing =
  /\b(?:stop(?:ping)?|undo|reverse|withdraw|revoke|abort|cancel|halt|ignore|disregard|retract|reject|void) (?:the |my |this |that |any |your |our )?(?:order |account |pending )?(?:cancell?ation|deletion|termination|closure|removal|cancell?ing|deleting|closing|removing)(?: request| process)?\b/g;

/** Plain words with each action word replaced by the symbol of its form. */
export function markActions(plain: string): string {
  const words = plain.replace(mindChanged, '<mind>').replace(undoing, '<undo>').split(' ');
  return words
    .map((word, i) => {
      const form = actionForm(word);
      if (form === undefined) return word;
      const noun = form === '<b>' && alsoNouns.test(word) && i > 0 && determiner.test(words[i - 1]!);
      return noun ? '<n>' : form;
    })
    .join(' ');
}
