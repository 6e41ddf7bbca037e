// Recognises talk that is no request of its own, when it is all that a message says.
import type { Gesture } from '../../shared/understanding.ts';
import { statedWords } from './stated-words.ts';

/** Words that may stand around any gesture without making it a request. */
const around =
  '(?:please|bitte|thanks|thank you|danke|dear|there|mate|sir|madam|everyone|all|again|then|well|oh|so|and|just|haha|lol|ok|okay|um|uh|hmm|really|very much|a lot|so much|man|love|bro|team|guys|friend|will do|everybody)';

const wholes: [Gesture, string][] = [
  [
    'something-else',
    'something else|none of (?:these|them|those|the above|that|it)|neither(?: of (?:them|these|those))?|none|not (?:any of )?(?:these|those|them)|other|another (?:thing|topic|question)|it is something else|no something else|none of them (?:fit|match)|different (?:thing|topic|question)|etwas anderes|was anderes|nichts davon|keins?(?: davon)?|keine(?:s|r)?(?: davon)?|weder noch|anderes',
  ],
  [
    'goodbye',
    'bye|bye bye|goodbye|good bye|see you|see ya|cya|ciao|take care|have a (?:good|nice|great|lovely) (?:day|one|evening|night|weekend)|good night|that is all|that will be all|that was all|that is it|nothing else|i am done|all done|no that is all|no that is it|tschüss|tschüß|tschau|auf wiedersehen|schönen (?:tag|abend)(?: noch)?|das wars?|das war es|das ist alles|servus tschüss|bis dann|have a good day too|talk later|cheerio|laters',
  ],
  [
    'no',
    'no|nope|nah|nay|naw|no way|not now|not really|never|no not (?:that|this|it|now)|no thank you|no thanks|i do not|do not|do not do (?:it|that|this)|no do not|better not|rather not|i would rather not|absolutely not|of course not|certainly not|negative|stop|cancel that|never mind|forget it|leave it|no leave it|no keep it|keep it|wrong|that is wrong|not correct|incorrect|no it is not|it is not|i changed my mind|nein|nö|nee|ne|nein danke|lieber nicht|auf keinen fall|doch nicht|bitte nicht|nicht|falsch|stimmt nicht|lass es|abbrechen|niemals',
  ],
  [
    'yes',
    'yes|yeah|yep|yup|yea|ya|yh|yess|aye|sure|sure thing|of course|ok|okay|okey|oki|k|kk|alright|all right|right|correct|exactly|absolutely|definitely|certainly|indeed|affirmative|fine|sounds good|that is (?:right|correct|it|fine|the one|good)|it is|i do|i am|yes i (?:do|am|want|would)|yes it is|yes that is (?:right|correct|it|the one)|go ahead|do it|yes do it|go for it|please do|confirm|confirmed|i confirm|agreed|true|works for me|perfect|great|good|y|ja|jo|jap|jep|jawohl|klar|na klar|genau|richtig|stimmt|gerne|gern|in ordnung|passt|einverstanden|natürlich|ja genau|ja gerne|mach das|machen sie das|done deal|you got it|for sure|bet|why not|that works',
  ],
  [
    'thanks',
    'thanks|thank you|many thanks|much appreciated|appreciate it|appreciated|i appreciate it|cheers|thank you very much|thanks a (?:lot|bunch|million)|thank you so much|tysm|that (?:helped|helps|was helpful)|very helpful|great help|danke|danke schön|dankeschön|vielen dank|merci|besten dank|tausend dank|super danke|thanks for (?:your |the |all your )?(?:help|time|support|information)|thank you for (?:your |the |all your )?(?:help|time|support|information)',
  ],
  [
    'greeting',
    'hi|hello|hey|heya|hiya|howdy|yo|sup|hi there|hello there|good (?:morning|afternoon|evening|day)|greetings|g day|gday|namaste|hallo|moin|moin moin|servus|grüezi|guten (?:morgen|tag|abend)|grüß gott|how are you(?: doing)?|how is it going|what is up|anyone there|anybody there|is anyone there|are you there|hi bot|jemand da',
  ],
];

/** Which gesture `words` end in matters: "ok thanks bye" is a goodbye, "yes thanks" a yes. */
const patterns = wholes.map(([gesture, words]): [Gesture, RegExp] => [
  gesture,
  new RegExp(`^(?:${around} )*(?:${words})(?: (?:${words}|${around}))*$`),
]);
const greetingFirst = new RegExp(`^(?:${wholes.at(-1)![1]})(?: |$)`);

const emoji: [Gesture, RegExp][] = [
  ['yes', /^(?:👍\p{EMod}?|👌\p{EMod}?|✅|✔|☑|🆗)+$/u],
  ['no', /^(?:👎\p{EMod}?|❌|🚫|✖|🙅\p{EMod}?)+$/u],
  ['thanks', /^(?:🙏\p{EMod}?|❤|💙|💚|🧡|😊|🥰|😘)+$/u],
  ['greeting', /^(?:👋\p{EMod}?)+$/u],
];

/** The gesture that is all of the message, or undefined: "yes but not that one" is none. */
export function readGesture(text: string): Gesture | undefined {
  const words = statedWords(text);
  if (words === '') {
    const bare = text.normalize('NFKC').replace(/[\ufe0e\ufe0f\s.!,]/g, '');
    return emoji.find(([, pattern]) => pattern.test(bare))?.[0];
  }
  // "okk": to look for a letter that is repeated at the end is dear where there is none.
  const short = words.at(-1) === words.at(-2) ? words.replace(/([a-z])\1+$/, '$1') : words;
  const forms = short === words ? [words] : [words, short];
  const found = patterns.find(([, pattern]) => forms.some((form) => pattern.test(form)))?.[0];
  if (found !== undefined) return found;
  // "ok thanks bye": gestures in a row; the one that decides comes first in the table.
  const rest = words.replace(greetingFirst, '').trim();
  return rest !== '' && rest !== words ? patterns.find(([, pattern]) => pattern.test(rest))?.[0] : undefined;
}
