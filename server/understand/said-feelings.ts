// Hears what customers say outright of their anger ("I am furious", "this is the third time"), and tells it from
// what only sounds like it ("angry birds", "not angry, just curious"). English and German, over plain words.
import { clauses } from './clauses.ts';
import { remember } from './remember.ts';
import { shortlist } from './shortlist.ts';
import { statedWords } from './stated-words.ts';

export interface SaidFeelings {
  /** Anger said in so many words: the natural log odds that it is at least; absent without any. */
  angry?: number;
  /** True where an angry word stands and is denied, somebody else's, or part of a name. */
  lookAlike: boolean;
  /** The plain words without those. */
  rest: string;
}

const very =
  '(?:so|very|really|absolutely|totally|completely|extremely|incredibly|quite|pretty|beyond|more than|just|truly|utterly|seriously|honestly|now|still|bloody|fucking|damn|rather|most|thoroughly|deeply|super|hella|too|getting|becoming|simply|wholly|entirely|frankly|also|both|all|a bit|sick and) ';
const anger =
  '(?:furious|angry|livid|fuming|seething|annoyed|upset|outraged|enraged|irate|disgusted|appalled|frustrated|exasperated|infuriated|incensed|fed up|sick (?:and tired )?of|tired of|pissed(?: off)?|ticked off|irritated|disappointed|unhappy|dissatisfied|raging|ropeable|horrified|aggravated|displeased|mad(?! (?:about|for|on) (?!how|it|this|that|the way|what|being))|at my wits? end|at (?:the end of )?my (?:tether|rope|limit)|out of patience|losing (?:my )?patience)';
const sehr =
  '(?:so|sehr|echt|richtig|total|wirklich|einfach|nur noch|mittlerweile|inzwischen|langsam|jetzt|extrem|absolut|ziemlich|völlig|mehr als|ganz schön|schon|auch|wir|ich|maßlos|zutiefst) ';
const wut =
  '(?:wütend|sauer|stinksauer|stocksauer|verärgert|genervt|entsetzt|empört|angepisst|enttäuscht|fassungslos|außer mir|entrüstet|aufgebracht|frustriert|zornig|bedient|unzufrieden)';
const many = '(?:second|third|fourth|fifth|sixth|seventh|tenth|umpteenth|\\d+(?:nd|rd|th))';
const amiss =
  '(?:late|broken|wrong\\w*|lost|missing|cancell?ed|delayed|delays?|not|fails?|failed|damaged|never|again|empty|ignored|nothing|no)';

/** Each is anger by itself. */
const said: RegExp[] = [
  new RegExp(
    `\\b(?:i|we)(?: (?!would|will|could|might|should|not|never)\\w+)? (?:am|are|feel|felt|was|were|have been|get|got) (?:${very})*${anger}\\b`,
  ),
  new RegExp(
    `^(?:${very})*${anger} (?:with|at|by|about|that|because|how|waiting|being|having|this|your|you)\\b`,
  ),
  new RegExp(`^(?:${very})+${anger}$`),
  new RegExp(
    `\\b(?:makes?|making|made|drives?|driving) (?:me|us) (?:${very})*(?:${anger}|crazy|insane|up the wall|boil|scream)`,
  ),
  new RegExp(
    `(?:^|\\b(?:and|but|because|that|which|so|think|find|honestly) )(?:(?:this|that|it|which|what you did|your \\w+|the way \\w+ \\w+ \\w+) (?:is|was) (?:${very})*|how |what )?(?:unacceptable|outrageous|disgraceful|ridiculous|appalling|an? (?:absolute |utter |complete )?(?:disgrace|outrage|scandal|shambles|joke)|infuriating|shameful|scandalous|disgusting)(?: (?:to|that|how|what|of|for|and|service|behaviou?r|treatment|again|now|really)\\b|$)`,
  ),
  new RegExp(
    `\\b(?:this|it|that) (?:is|was|makes it) (?:now |already )*the ${many} time(?:$| (?:now|already|running|in a row|this (?:week|month|year)|you|your|my|our|the|it|that|they)\\b)`,
  ),
  new RegExp(
    `\\b${many} time (?:that )?(?:i|we) (?:have |had |am |are |must )*(?:to )?(?:writ|ask|call|contact|complain|tell|told|explain|chas|request|send|sent|report|say|said|try|tried|phon|ring|rang|mail|email|remind)`,
  ),
  new RegExp(
    `\\b${many} time (?:now |already )?(?:my|our|your|the|it|you|they|that|in a row)\\b.*\\b${amiss}\\b`,
  ),
  /\bstill (?:absolutely )?nothing(?:$| (?:from|back|at all|yet|again|has|after|since)\b)|\b(?:later|ago|weeks?|months?|days?|calls|mails?|emails?|messages) (?:and |but )?(?:still )(?:no|nothing)\b(?! (?:on|in) (?:my|the))/,
  /\bhow dare (?:you|they|he|she)\b|\b(?:i|we) (?:have )?(?:had (?:it|enough)(?: up to here)? (?:with|of)|had it up to)|\bpatience (?:is|has) (?:\w+ )?(?:at an end|gone|over|run(?:ning)? out|worn|exhausted|wearing)|\b(?:last|final) straw\b|\bshame on you\b|\bslap in the face\b|\bblood (?:is )?boil|\bmakes my blood\b/,
  new RegExp(
    `\\b(?:ich bin|bin ich|wir sind|sind wir|ich werde|werde ich|ich war|bin) (?:${sehr})*${wut}\\b`,
  ),
  /\b(?:das|es|dies|so ?was|hier) (?:ist|war|finde ich) (?:\w+ ){0,3}?(?:unverschämt|unverschämtheit|frechheit|sauerei|zumutung|skandal|inakzeptabel|unerhört|schande|lächerlich|unter aller (?:sau|kanone))\b/,
  /(?:^|\bund )(?:so |was für |welch )?(?:eine? )?(?:absolute |totale |echte )?(?:unverschämt(?:heit)?|frechheit|sauerei|zumutung|schweinerei|unerhört)\b/,
  /\b(?:mir|uns) reicht (?:es|s|das)\b|\b(?:jetzt|es|das) reicht (?:es |mir |uns |jetzt |langsam )*(?:mir|uns|jetzt|langsam|es|$)|\b(?:nase|schnauze) (?:\w+ ){0,2}voll\b|\bfaxen dicke\b|\b(?:platzt|platzte) (?:mir |uns )?(?:\w+ ){0,2}der kragen|\bgeduld (?:ist|hat) (?:\w+ )?(?:am )?ende\b|\bzum (?:kotzen|ausrasten|aus der haut fahren|verrückt werden)\b/,
  /\b(?:macht|machen) (?:mich|uns) (?:\w+ ){0,2}(?:wütend|rasend|wahnsinnig|sauer|verrückt|fertig)\b|(?<!\p{L})ärger[en]* (?:mich|uns)\b|\bregt (?:mich|uns) (?:\w+ ){0,2}auf\b/u,
  /\bdas (?:ist |war )?(?:\w+ ){0,2}(?:dritte|vierte|fünfte|sechste|zehnte|xte) mal(?:$| (?:dass|in folge|hintereinander|wo))|\bzum (?:dritten|vierten|fünften|sechsten|zehnten|x ten|xten|hundertsten) mal (?:schreibe|frage|melde|rufe|bitte|warte|fehlt|kaputt|falsch|verspätet|storniert|versuche|erkläre)/,
  /\b(?:immer noch|noch immer) (?:nichts|keine (?:antwort|reaktion|rückmeldung))\b/,
];

const feeling =
  '(?:furious|angry|livid|annoyed|upset|mad|disgusted|frustrated|fed up|sick of|tired of|pissed|irritated|disappointed|unhappy|cross)';
const gefühl = '(?:wütend|sauer|stinksauer|verärgert|genervt|enttäuscht|böse)';

/** What stands there and is not the customer's anger. */
const lookAlikes: RegExp[] = [
  /\b(?:angry birds?|mad hatter|mad max|mad men|fast (?:and )?(?:the )?furious|upset stomach|stomach upset|cross country|mad (?:about|for) (?!how|it\b|this|that|the way|what|being)[^.]*|third time lucky|(?:second|third) time (?:slots?|zones?)|sick of (?:travelling|traveling|flying) in|(?:wütend|irre|wahnsinnig) (?:schön|gut|günstig|toll))\b/g,
  new RegExp(
    `\\b(?:not|never|no longer|nor|neither|hardly|isn't|without being|do not (?:be|get|feel)|rather than) (?:(?:at all|a bit|even|really|so|very|too|that|in any way|been|being|be|feeling|here because i am) )*${feeling}(?: (?:with|at|about) (?:you|it|anyone|this|that))?`,
    'g',
  ),
  new RegExp(`\\b(?:would|will|might|could|may|to|should) (?:be|get|become) (?:\\w+ ){0,2}${feeling}`, 'g'),
  new RegExp(
    `\\b(?:if|when|whether|in case) (?:\\w+ ){1,4}?(?:is|are|was|were|gets?|becomes?|feels?) (?:\\w+ )?${feeling}`,
    'g',
  ),
  new RegExp(
    `\\b(?:(?:my|his|her|their|the|a|our) \\w+|he|she|they) (?:is|are|was|were|gets?|got) (?:so |very |really )?${feeling}(?: (?:with|at|about) (?:me|him|her|his|their|them)\\b(?: \\w+)?(?: not (?:with |at )?you)?)?`,
    'g',
  ),
  /\bstill nothing (?:on|in) (?:my|the|our)\b|\b(?:this is |it is )?my (?:second|third|fourth|fifth) time (?:flying|travelling|traveling|ordering|buying|with you|here)\b/g,
  new RegExp(
    `\\b(?:nicht|nie|niemals|weder|keineswegs|kein bisschen|gar nicht) (?:\\w+ ){0,2}?${gefühl}(?: auf \\w+)?`,
    'g',
  ),
  new RegExp(
    `\\b(?:mein|meine|der|die|das|er|sie|unser|unsere) ?(?:\\w+ )?(?:ist|war|wird) (?:\\w+ )?${gefühl}(?: auf \\w+)?`,
    'g',
  ),
  /\bzum (?:dritten|vierten|fünften) mal (?:fliege|reise|bestelle|kaufe|bin|fliegen|reisen)\b/g,
];

const possiblySaid = shortlist(said, (pattern) => pattern);
/** What is taken out leaves a mark: no words come together that could be another look-alike. */
const possibleAlikes = shortlist(lookAlikes, (pattern) => pattern);

/** Log odds: .8. */
const plainly = 1.4;

export function saidFeelings(text: string): SaidFeelings {
  const found = clauses(text).map(feelingsOf);
  return {
    lookAlike: found.some(({ lookAlike }) => lookAlike),
    rest: found.map(({ rest }) => rest).join(' '),
    ...(found.some(({ angry }) => angry) ? { angry: plainly } : {}),
  };
}

const feelingsOf = remember((clause: string) => {
  const words = statedWords(clause);
  const rest = possibleAlikes(words).reduce((left, pattern) => left.replace(pattern, ' _ '), words);
  return {
    rest,
    lookAlike: rest !== words,
    angry: possiblySaid(rest).some((pattern) => pattern.test(rest)),
  };
}, 50);
