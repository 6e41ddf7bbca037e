// Cuts a word to what its forms share, for full-text search in English and German: light, and wrong at times.

const stopWords = new Set(
  (
    'a an the and or but if of at by for with about to from in on up is are was were be been am do does did have has had can could will would ' +
    'should may might must shall i me my we our you your he she it its they them this that these those what which who how when where why ' +
    'there here not no yes please hi hello thanks thank so too very just also any some get got want need like know tell let us as than then ' +
    'much many long into onto out off per im ive bring take use make give come go ' +
    'der die das den dem des ein eine einen einem einer und oder aber wenn ob von zu zum zur mit für im in am an auf aus bei nach ist sind war ' +
    'bin habe hat haben hatte kann können könnte will würde möchte ich mich mir mein meine meinen meiner wir uns sie ihr ihre er es man wie was ' +
    'wer wo wann warum welche welcher welches gibt bitte danke hallo nicht kein keine ja nein auch noch schon nur sehr viel bringen nehmen machen mitnehmen'
  ).split(' '),
);

/** True for words that say nothing of the matter. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}

const endings = /(?:'s|ings?|edly|ed|ies|ied|es|s|ungen|ung|ern|en|er|em|e|n|ly|ment|ments)$/;

/** At least three letters stay; "refunding", "refunds" and "refunded" all become "refund". */
export function wordStem(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word;
  let stem = word;
  const ending = endings.exec(word)?.[0];
  if (ending !== undefined && word.length - ending.length >= 3) {
    stem = word.slice(0, -ending.length);
    if (ending === 'ies' || ending === 'ied') stem += 'y';
  }
  // "cancelled" and "cancel", "bagged" and "bag".
  return stem.replace(/([bdglmnprt])\1$/, '$1').replace(/(?<=...)[ey]$/, '');
}
