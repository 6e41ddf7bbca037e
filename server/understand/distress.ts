// Self-harm, danger or a medical emergency: found before anything else, whatever else was said.
import { danger, figures, german, medical, selfHarm } from './distress-phrases.ts';
import { shortlist } from './shortlist.ts';
import { statedWords } from './stated-words.ts';

const possible = shortlist([...selfHarm, ...danger, ...medical, ...german], (phrase) => phrase);

/** Each alone says little; two of them about a person, or one with a cry for help, say enough. */
const signs =
  /\b(?:smoke|fire|flames|burn(?:ed|ing|t)|knife|gun|rope|blood|bleed\w*|crash(?:ed)?|accident|hurt|injured|wounded|stabbed|beaten|attacked|fever|limp|pale|blue|dizzy|faint\w*|collapsed|seizure|fell|fallen|head|unconscious|vomiting|swollen|swelling|breath\w*|pulse|die|dying|dead|disappear|hopeless|pills|trapped|screaming|shaking|numb|confused|threatened|gas|poison\w*|drowning|kill\w*|sterben|blut\w*|brennt|verletzt|unfall|messer|rauch|fieber|ohnmacht)\b/g;
const people =
  /\b(?:i|me|people|someone|somebody|he|she|they|passengers?|everyone|man|woman|guy|girl|boy|baby|child|children|kid|kids|son|daughter|wife|husband|mother|father|mum|mom|dad|gran\w*|nan|friend|brother|sister|neighbou?r|driver|colleague|ich|mich|mann|frau|kind|mutter|vater|tochter|sohn|jemand|freund)\b/;
const help = /\b(?:help|please hurry|emergency|sos|quickly|hilfe|schnell|notfall)\b/;
/** Talk of goods and bills: there the same words mean things. */
const goods =
  /\b(?:orders?|ordered|refund|return|price|prices|costs?|deliver\w*|buy|bought|sell|products?|account|bill|app|website|page|subscription|tickets?|parcel|package|discount|size|colou?r|stock|item|phone|laptop|screen|battery|print|cover|insurance|flight|booking|plan|payment|invoice|contract|login|password|update|software|game|service|feelings|bestell\w*|preis|konto|rechnung|vertrag)\b/;

/** True when people must come first. Errs on the side of true. */
export function readDistress(text: string): boolean {
  const words = statedWords(text).replace(figures, ' _ ');
  const plain = possible(words).some((phrase) => phrase.test(words));
  if (plain || goods.test(words)) return plain;
  const found = new Set(words.match(signs) ?? []).size;
  return people.test(words)
    ? found >= 2 || (found === 1 && help.test(words))
    : found >= 1 && help.test(words);
}
