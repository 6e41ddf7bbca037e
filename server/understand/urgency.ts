// How pressing a message is, from its wording: there is no licensed data to learn it from, so this is a lexicon.
import { shortlist } from './shortlist.ts';
import { statedWords } from './stated-words.ts';

/** Phrase and its evidence in natural log odds. */
const signs: [RegExp, number][] = [
  [
    /\b(?:urgent|urgently|urgency|asap|emergency|immediately|hurry|right away|straight away|at once|time sensitive|time critical|without delay|top priority|critical|desperate|desperately|dringend|sofort|eilig|eilt|notfall|umgehend|schnellstmöglich|unverzüglich|so (?:schnell|bald|rasch) wie (?:es )?(?:nur )?(?:möglich|geht)|as soon as (?:possible|you (?:possibly )?can)|as quickly as (?:possible|you can))\b/,
    4.4,
  ],
  [
    /\b(?:leaves|departs|goes|starts|closes|boards|takes off|is leaving|is departing|is closing|geht|fliegt|startet|schließt|fährt|beginnt) in (?:\w+ )?(?:\w+ )?(?:minutes?|mins?|hours?|hrs?|minuten|stunden?)\b|\b(?:i am|we are|i have been) (?:standing |waiting |sitting |stuck |here |right )*at the (?:counter|gate|desk|check in|airport|station)\b|\b(?:stehe|stehen|warte|warten|sitze|bin|sind) (?:\w+ )?am (?:schalter|gate|flughafen|check in|bahnhof)\b|\bboarding (?:has|is|läuft|hat)\b/,
    4.4,
  ],
  [
    /\b(?:right now|now please|this (?:instant|second|minute)|quick|quickly|hurry|hurry up|fast|faster|running out of time|no time|can not wait any ?longer|can not wait|before it is too late|jetzt sofort|schnell|beeil\w*|keine zeit|am flughafen|at the (?:airport|gate|station|counter|checkout)|boarding)\b/,
    3.1,
  ],
  [
    /\b(?:within|in|less than|only|under) (?:the |an |a |next |about |less than )*(?:hour|half hour|half an hour|\d+ (?:minutes?|mins?|hours?|hrs?|h)|(?:one|two|three|four|five|ten|twenty|thirty|couple of|few) (?:minutes?|mins?|hours?|hrs?))\b/,
    3.6,
  ],
  [
    /\b(?:before (?:noon|midnight|tonight|today|closing|the deadline|it (?:closes|leaves|departs|expires|ships)|end of (?:the )?day|eod|close of business|\d+ ?(?:am|pm))|by (?:tonight|noon|midnight|end of (?:the )?day|today|this (?:evening|afternoon|morning))|deadline|closes at|leaves (?:in|at)|departs (?:in|at)|expires (?:today|tonight|soon|in)|starts in|last minute|noch heute|bis heute|heute noch|in einer stunde|gleich)\b/,
    3.4,
  ],
  [
    /\b(?:is|are|am|still|completely|totally) (?:down|offline|locked out|stranded|stuck)\b|\blocked out\b|\b(?:stranded|production is down|can not (?:take|process|accept) (?:any )?(?:payments?|orders)|steht still|ausgesperrt|gestrandet)\b/,
    3.8,
  ],
  [
    /\b(?:(?<!\ba )stolen|hacked|fraud|lost my (?:card|wallet|passport|phone)|unauthori[sz]ed|someone (?:is using|used|has access)|gestohlen|gehackt)\b/,
    3.6,
  ],
  [/\b(?:now|today|tonight|soon|soonest|jetzt|heute|bald)\b ?$/, 1.8],
  [/\b(?:must|need|needs|have to|has to|got to)\b.*\b(?:now|before|by|today|tonight|within|until)\b/, 1.4],
  [/^(?:\w+ ){0,2}(?:fix|do|answer|help|sort|solve|stop|refund|cancel|send|reply)(?: \w+){0,3} now\b/, 3.7],
  [
    /\b(?:respond|reply|answer|act|respond to me|get back to me) (?:quickly|now|fast|immediately|soon|today|promptly)\b|\b(?:need|want) (?:it|this|that|an answer|help|them) (?:now|today|tonight|soon|fast|quickly)\b/,
    2.4,
  ],
  [
    /\bmy (?:flight|train|meeting|wedding|exam|interview|appointment|surgery|event|party) (?:is|starts|leaves|departs) (?:in|today|tonight|tomorrow|at|soon)\b/,
    3.2,
  ],
];
const possible = shortlist(signs, ([pattern]) => pattern);
const asked =
  /^(?:hi |hello |hey |ok )*(?:what|when|where|which|how|who|is|are|do|does|whats)\b.* (?:right now|now|today|tonight|soon)$/;
const denied =
  /\b(?:not|no|isn't|nothing|never|non|hardly|nicht|kein|keine|keinen) (?:\w+ ){0,2}(?:urgent|urgently|urgency|rush|hurry|emergency|critical|dringend|eilig|eile|notfall|immediately)\b|\bno (?:need|reason) to (?:hurry|rush)\b|\bwhenever you (?:can|get|have)\b|\btake your time\b|\bno pressure\b|\burgent care\b|\b(?:how|is it|delivery) (?:\w+ )?(?:fast|quick)\b|\bemergency (?:contact|exit|row|number|kit|fund)\b|\b(?:quick|fast) (?:question|delivery|shipping|charging|charger|response|reply thanks)\b|\bquestion quick\b|\bexpress (?:delivery|shipping)\b|\bsometime\b|\b(?:critical|urgent) (?:illness|care)\b/g;
const base = -3.2;

/** 0..1; about .04 when nothing presses. */
export function readUrgency(text: string): number {
  const words = statedWords(text);
  const left = words.replace(denied, ' ');
  const evidence = possible(left)
    .filter(([pattern]) => pattern.test(left))
    .map(([, weight]) => weight)
    .sort((a, b) => b - a);
  if (evidence.length === 0 || asked.test(left)) return sigmoid(base);
  const shout = /!{2,}/.test(text) || /\b(?:NOW|ASAP|URGENT)\b/.test(text) ? 0.8 : 0;
  return sigmoid(base + evidence[0]! + 0.5 * (evidence[1] ?? 0) + 0.3 * (evidence[2] ?? 0) + shout);
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
