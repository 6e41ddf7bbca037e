// Brings a text to the plain wording that the phrase rules are written in: contractions and chat spellings
// spelled out, punctuation gone but for a question mark. "Pls dont!" becomes "please do not".
import { normalize } from './normalize.ts';
import { remember } from './remember.ts';

const spelledOut: Record<string, string> = {
  dont: 'do not',
  doesnt: 'does not',
  didnt: 'did not',
  cant: 'can not',
  cannot: 'can not',
  wont: 'will not',
  wouldnt: 'would not',
  shouldnt: 'should not',
  couldnt: 'could not',
  isnt: 'is not',
  arent: 'are not',
  wasnt: 'was not',
  werent: 'were not',
  havent: 'have not',
  hasnt: 'has not',
  hadnt: 'had not',
  aint: 'is not',
  "ain't": 'is not',
  "can't": 'can not',
  "won't": 'will not',
  "shan't": 'shall not',
  dnt: 'do not',
  dunno: 'do not know',
  im: 'i am',
  ive: 'i have',
  youve: 'you have',
  theyve: 'they have',
  weve: 'we have',
  youre: 'you are',
  "i'd": 'i would',
  id: 'id',
  "let's": 'let us',
  lets: 'let us',
  pls: 'please',
  plz: 'please',
  plez: 'please',
  pleas: 'please',
  plse: 'please',
  pleaz: 'please',
  u: 'you',
  ur: 'your',
  ya: 'you',
  yall: 'you',
  "y'all": 'you',
  thx: 'thanks',
  ty: 'thanks',
  tnx: 'thanks',
  wanna: 'want to',
  gonna: 'going to',
  gotta: 'have to',
  finna: 'going to',
  gon: 'going to',
  imma: 'i am going to',
  wit: 'with',
  dat: 'that',
  dis: 'this',
  tho: 'though',
  ima: 'i am going to',
  tryna: 'trying to',
  lemme: 'let me',
  gimme: 'give me',
  wat: 'what',
  wot: 'what',
  cuz: 'because',
  coz: 'because',
  abt: 'about',
  acct: 'account',
  asap: 'asap',
  rn: 'right now',
  n: 'and',
  nvm: 'never mind',
  nevermind: 'never mind',
  ppl: 'people',
  thru: 'through',
  b4: 'before',
  idk: 'i do not know',
  "o'clock": "o'clock",
  '&': 'and',
};

const inFull: ReadonlyMap<string, string> = new Map(Object.entries(spelledOut));

const endings: [RegExp, string][] = [
  [/n't$/, ' not'],
  [/(?<=^(?:that|it|what|how|there|he|she|who|where|here|when|why|this))'s$/, ' is'],
  [/'re$/, ' are'],
  [/'ve$/, ' have'],
  [/'ll$/, ' will'],
  [/'m$/, ' am'],
  [/'d$/, ' would'],
];

const wordOrQuestion = /[\p{L}\p{M}\p{N}'&]+|\?+/gu;

/** Lower-case words with single spaces between them; `?` stays as a word of its own at the end. */
export const plainWords = remember((text: string): string => {
  const words = normalize(text).match(wordOrQuestion) ?? [];
  return words.map((word) => (word.startsWith('?') ? '?' : spellOut(word))).join(' ');
}, 200);

function spellOut(word: string): string {
  const known = inFull.get(word);
  if (known !== undefined) return known;
  if (!word.includes("'")) return word;
  for (const [ending, full] of endings) if (ending.test(word)) return word.replace(ending, full);
  return word.replace(/^'+|'+$/g, '');
}

/**
 * The word as the dictionary has it when it is a chat or dialect spelling ("tryna", "pls"); other words, and
 * contractions, stay.
 */
export function spelledInFull(word: string): string {
  const full = inFull.get(word);
  return full === undefined || /n't$|^i'|^(?:id|im|ive|lets|dis|wit|n)$/.test(word) ? word : full;
}
