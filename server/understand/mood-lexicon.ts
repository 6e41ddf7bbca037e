// Phrases of service talk that show frustration or confusion, English and German: what a model of general text
// misses, because customers complain politely ("I've explained this four times now").

import { shortlist } from './shortlist.ts';

/** Phrase and its evidence in natural log odds. */
type Sign = [RegExp, number];

/** Strong words, which say much the same anywhere. */
const strong: Sign[] = [
  [
    /\b(?:ridiculous|unacceptable|outrageous|appalling|disgraceful|disgusting|pathetic|useless|hopeless|worthless|rubbish|garbage|terrible|horrible|awful|worst|shambles|what a joke|nightmare|infuriating|frustrat\w*|furious|livid|angry|annoyed|annoying|irritat\w*|fuming|absurd|incompetent|scam|scammers|rip ?off|robbery|crap|bullshit|damn|wtf|fuck\w*|shit\w*|bloody|sucks|stupid|idiots?|disappointed|disappointing|fed up|sick of|tired of|had enough|losing (?:my )?patience|wasted|nonsense|a disgrace|ludicrous|mess|laughable|hate)\b/,
    3,
  ],
];
/** Complaints as customers make them, politely or not. */
const complaints: Sign[] = [
  [
    /\b(?:service|support|company|airline|shop|store|app|website|site|staff|experience|delivery|customer care|helpline|system|bot|assistant|help|product|treatment|communication|organi[sz]ation|business|outfit|place|driver|crew) (?:(?:so|very|really|absolutely|totally|just|simply|truly|completely|utterly|wholly|quite|pretty|most|bloody|damn|fucking|hella|mad|straight up|the|is|was|has been|have received|i have received|i received|i got|you gave me|you people|has|been|have|be|are|were) )*(?:terrible|awful|appalling|pathetic|dreadful|woeful|abysmal|atrocious|horrible|horrendous|shocking|rubbish|useless|poor|bad|worst|disgraceful|diabolical|hopeless|trash|garbage|crap|a joke|a disgrace|a shambles|a mess|disappointing|unacceptable|lousy|shoddy|shit|wack|below par|substandard|disgusting|pants|ordinary)\b|\b(?:terrible|awful|appalling|pathetic|dreadful|woeful|abysmal|atrocious|horrible|horrendous|shocking|rubbish|useless|poor|bad|worst|disgraceful|diabolical|hopeless|trash|garbage|crap|a joke|a disgrace|a shambles|a mess|disappointing|unacceptable|lousy|shoddy|shit|wack|below par|substandard|disgusting|pants|ordinary) (?:service|support|company|airline|shop|store|app|website|site|staff|experience|delivery|customer care|helpline|system|bot|assistant|help|product|treatment|communication|organi[sz]ation|business|outfit|place|driver|crew)\b/,
    3.6,
  ],
  [
    /\b(?:wholly|totally|completely|simply|just|utterly|absolutely|entirely|is|so|this|that) (?:unacceptable|ridiculous|outrageous|disgraceful|absurd|pathetic|insane)\b|\b(?:nobody|no one|no body|none of you)(?: is| was| has| have| will| can| could| even| ever| bothered| wants| to| seems| are)* (?:help|helps|helped|helping|cares?|listens?|listening|answers?|answering|replies|replied|responds?|bothered|of help)\b|\b(?:fed up|sick (?:and tired )?of (?:this|it|waiting|you|your|these)|tired of (?:this|waiting|asking|your)|had (?:it|enough|a gutful)|a gutful|dissatisfied|extremely (?:unhappy|upset|disappointed)|very (?:angry|upset|annoyed|unhappy|frustrated)|no stars?|zero stars?)\b/,
    3.6,
  ],
  [
    /\b(?:thanks for nothing|thanks a lot for nothing|or i (?:will )?(?:call|contact|sue|involve) (?:my|a|the) (?:lawyer|bank|press|police|ombudsman)|are you even|danke für (?:gar )?nichts)\b/,
    4,
  ],
  [
    /\b(?:waste of (?:time|money|my time|everyone)|wasting my (?:time|money)|still not working|as usual no|(?:lost|losing|broke|damaged|ruined) (?:my|our) (?:luggage|bag|order|holiday|trip|parcel|day)\b.*(?:unbelievable|incredible|again|great|seriously)|not impressed|thanks for nothing|are you (?:even )?(?:reading|listening|serious|kidding)|have you even read|you are not (?:listening|helping|reading)|not this again|yet again|ugh+|argh+|for (?:god|heaven|christ)s? sake|what is wrong with you|no one (?:ever )?(?:gets back|replies|answers|cares|helps|listens)|nobody (?:ever )?(?:gets back|replies|answers|cares|helps|listens)|(?:did|does|do) not help(?: at all| me)?|not help(?:ing|ful)(?: at all)?|never (?:again|using|buying|flying)|how hard (?:can|is) it|how many times|enough is enough|beyond a joke|let down|screwed|get it together|fix this now|i give up|going (?:round )?in circles|round in circles|fob(?:bed)? (?:me )?off|passed (?:around|from pillar)|do the needful already|vex(?:ed)?|doing my head in|taking the (?:piss|mick)|gutted|ropeable|had a gutful|stuffed around|tripping|trippin|played me|straight up (?:trash|wack)|this is (?:trash|wack)|pissed|ticked off|bugging|a farce|not good enough|no good|poor (?:service|show)|very (?:poor|bad|upset|dissatisfied)|unhappy|upset|dissatisfied)\b/,
    3,
  ],
  [
    /\b(?:(?:i|we) (?:have )?(?:already |just |done )?(?:told|said|explained|asked|written|wrote|called|tried|contacted|sent|waited|emailed|repeated)\b.*\b(?:twice|times|again and again|over and over|already|three|four|five|several|multiple|many|for (?:hours|days|weeks|months))|for the (?:second|third|fourth|fifth|sixth|tenth|hundredth|umpteenth|\w+th) time|(?:second|third|fourth|fifth) time (?:i|now|this|today)|over and over|again and again|(?:hours|days|weeks|months) (?:and|of) (?:still|waiting|nothing)|waiting (?:for )?(?:hours|days|weeks|months|ages|forever|so long|since|\w+ (?:hours|days|weeks|months))|keeps? (?:failing|crashing|breaking|happening|asking|saying|sending)|not working again|broken again|wrong again|late again|cancelled again|delayed again|already told you)\b/,
    3,
  ],
  [
    /\bstill (?:not|no|nothing|waiting|broken|wrong)|\bnever (?:arrived|came|received|answered|replied|works?|got)\b|\bstill (?:have|has|does|is) not\b/,
    1.3,
  ],
  [
    /\b(?:lächerlich|unverschämt\w*|unfassbar|unglaublich|frechheit|katastrophe|katastrophal|schlecht\w*|furchtbar|schrecklich|nervt|genervt|sauer|wütend|verärgert|enttäuscht|enttäuschend|mist|scheiße|scheiss\w*|verdammt|zum kotzen|unmöglich|inakzeptabel|saftladen|abzocke|betrug|reicht mir|es reicht|die nase voll|satt|zeitverschwendung|geldverschwendung|nutzlos|unbrauchbar|hilft (?:mir )?(?:gar |überhaupt )?nicht|immer noch (?:nicht|kein\w*)|schon (?:wieder|zum \w+ mal|dreimal|zweimal|mehrfach)|zum (?:dritten|vierten|fünften|x ten|xten) mal|seit (?:stunden|tagen|wochen|monaten)|niemand (?:antwortet|hilft|meldet)|warte (?:seit|schon)|nie wieder|was soll das|so ein)\b/,
    3.2,
  ],
];
const confused: Sign[] = [
  [
    /\b(?:confus\w*|baffled|puzzled|bewildered|(?:do|did|does|can|could) not (?:really |quite )?(?:understand|get (?:it|this|that|what|why|how)|follow|see (?:why|how|what)|know (?:what (?:you|that|it|this|to (?:do|choose|pick|click|press|make|believe))|which))|not (?:quite |really )?(?:sure|clear|following)|makes? no sense|none of (?:this|that|it) makes (?:any )?sense|confuses? me|(?:heads?|head nor|heads nor) (?:or )?tails?|understand (?:nothing|none of)|(?:does|do) not make (?:any )?sense|what (?:is|are) (?:this|that|it|those) (?:even )?supposed to (?:mean|be)|i am (?:so |totally |completely |quite )?lost(?! (?:at|in|my|a|the))|what do you mean|what does (?:that|this|it) mean$|what (?:is|are) (?:the difference|that supposed)|no idea|no clue|lost me|i am lost|can not tell|unclear|which (?:one|button|link|option) (?:do|should|is)|explain (?:that|this|it)(?: to me)? again|in simple (?:words|terms)|not following|what am i supposed|am i missing|over my head|huh|wait what|say (?:that )?again|come again|pardon)\b/,
    4.4,
  ],
  [/^(?:what|how|why|huh|eh|sorry|pardon|which one|what now|how so|was|hä|wie bitte|wie jetzt)$/, 3.4],
  [
    /\b(?:what is the difference|explain (?:\w+ ){1,2}again|explain .* in simple|what is that|which is it|what (?:exactly|on earth) (?:is|does|do)|work exactly|how come)\b/,
    3,
  ],
  [
    /\b(?:verstehe (?:ich )?(?:das |es |nicht |nur |überhaupt |gar |hier |da |einfach |jetzt ){0,3}(?:nicht|nichts|bahnhof)|was soll (?:das|denn das) (?:denn |nun |jetzt |bitte |eigentlich )*(?:heißen|bedeuten)|werde (?:daraus |da |hier |hieraus |aus \w+ \w+ )*(?:nicht|nicht mehr) schlau|blicke? (?:da |hier |langsam )*(?:gar |überhaupt )*nicht (?:mehr )?durch|verstehe nicht|verwirr\w*|unklar|keine ahnung|was bedeutet|was heißt das|was meinen sie|was meinst du|ergibt keinen sinn|macht keinen sinn|versteh ich nicht|kapiere|blicke nicht durch|was ist der unterschied|weiß nicht (?:was|wie|welche|ob|wo)|erklären sie|noch(?: ?mal)? erklären)\b/,
    4,
  ],
];
/** Good humour, and denials, that speak against both. */
const calm =
  /\b(?:no (?:problem|worries|rush)|love (?:it|the|this|your)|great|awesome|perfect|excellent|amazing|wonderful|thank you so much|well done|impressed(?! at all)|happy with|super|toll|klasse|prima|perfekt|not (?:angry|upset|annoyed|disappointed|bad|a problem))\b/;

const possiblyStrong = shortlist(strong, ([pattern]) => pattern);
const possibleComplaints = shortlist(complaints, ([pattern]) => pattern);
const possiblyConfused = shortlist(confused, ([pattern]) => pattern);

/** Evidence in natural log odds; `complaint` is the part of `frustration` that only service talk has. */
export interface Phrases {
  frustration: number;
  confusion: number;
  complaint: number;
}

/** Log odds that the phrases add; the strongest counts whole, each further one by half. */
export function moodPhrases(plain: string): Phrases {
  const words = plain.replace(/ ?\?/g, '');
  const complaining = weightsOf(possibleComplaints(words), words);
  const ease = calm.test(words) ? -1.5 : 0;
  return {
    frustration: sum([...weightsOf(possiblyStrong(words), words), ...complaining]) + ease,
    complaint: sum(complaining),
    confusion: sum(weightsOf(possiblyConfused(words), words)) + (ease === 0 ? 0 : -0.5),
  };
}

function weightsOf(signs: Sign[], words: string): number[] {
  return signs.filter(([pattern]) => pattern.test(words)).map(([, weight]) => weight);
}

function sum(weights: number[]): number {
  return weights
    .toSorted((a, b) => b - a)
    .reduce((total, weight, i) => total + (i === 0 ? weight : weight / 2), 0);
}
