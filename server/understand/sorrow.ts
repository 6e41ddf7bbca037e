// Bad news of the customer's own: a death, or another blow (illness, an accident, work or home lost). It is said in few
// ways and must never be misheard, so it is found by phrases and not by weights: a phone that died is nobody's death.
import type { Sorrow } from '../../shared/understanding.ts';
import { statedWords } from './stated-words.ts';

const kin =
  '(?:mother|mum|mom|mama|father|dad|daddy|papa|parents?|wife|husband|spouse|partner|fiancée?|boyfriend|girlfriend|sons?|daughters?|child|children|baby|babies|twins?|brother|sister|sibling|grand(?:mother|father|ma|pa|mum|dad|son|daughter|child|parents?)|gran|granny|nan|nana|uncle|aunt|auntie|cousin|nephew|niece|friend|mate|colleague|(?:mother|father|brother|sister) in law|step(?:mother|father|mum|dad|son|daughter)|godmother|godfather|dog|cat)';
const mine = `(?:my|our) (?:\\w+ ){0,2}?${kin}`;
const verwandt =
  '(?:mutter|mutti|mama|vater|vati|papa|eltern|oma|opa|großmutter|großvater|großeltern|frau|mann|ehefrau|ehemann|partner|partnerin|verlobter?|freund|freundin|sohn|tochter|kind|baby|bruder|schwester|schwager|schwägerin|onkel|tante|cousine?|neffe|nichte|enkel|enkelin|schwieger\\p{L}+|hund|katze)';
const meine = `(?:mein|unser)(?:e[rmns]?)? (?:\\p{L}+ ){0,2}?${verwandt}`;
/** Plain words take the German “im” for the English “I’m”. */
const im = '(?:im|ins|i am)';
/** Between whole words, in every script that has spaces. */
const whole = (pattern: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'u');

const deaths: RegExp[] = [
  whole(
    `${mine} (?:\\w+ ){0,3}?(?:died|passed(?: away| on)?(?= |$)(?! (?:the|his|her|their|an?|it|me|on|by|through|out)(?= |$))|was killed|is dead|is dying|lost (?:his|her|their) (?:life|battle|fight))`,
  ),
  whole('passed away|(?:he|she) (?:has |had |just |suddenly |sadly )*died'),
  whole(
    `(?:lost|buried|burying|mourning|grieving(?: for)?) ${mine}(?= last| this (?:week|month|year|morning)| recently| suddenly| yesterday| (?:an?|one|two|three|four|five|six|few|some|\\d+) (?:days?|weeks?|months?|years?) ago| to (?:cancer|covid|an? |illness|suicide)|$)`,
  ),
  whole(
    'death in (?:my|our|the) (?:close |immediate )?family|(?:family|a) bereavement|bereaved|(?:death|passing|loss) of (?:my|our) (?:\\w+ ){0,2}?\\p{L}+(?<!(?:bag|luggage|suitcase|data|phone|account|money|parcel|order|time|contract|device|battery|laptop))',
  ),
  whole(
    "(?:my|our|his|her|their|the|a|to|from|for|attend(?:ing)?) (?:[\\w']+ ){0,2}?(?:funeral|burial)(?! (?:flowers?|wreaths?|dress|suit|outfit|shoes|home|director|plan|insurance|cover))",
  ),
  whole(
    '(?:stillborn|stillbirth)|(?:i|we|my wife|my partner|she) (?:had|have had|just had|suffered) a miscarriage|miscarried',
  ),
  whole(
    `${meine} (?:\\p{L}+ ){0,4}?(?:gestorben|verstorben|verstarb|starb|tot|verloren(?= habe| haben| hatte|$)|entschlafen)`,
  ),
  whole(`(?:ist|war|sind) ${meine} (?:\\p{L}+ ){0,4}?(?:gestorben|verstorben)`),
  whole('todesfalls?|trauerfalls?|beerdigung|trauerfeier|beisetzung|fehlgeburt|totgeburt|verstorben'),
  whole('(?:ma|mon|mes|notre|nos) (?:\\p{L}+ ){1,3}?(?:est|sont) (?:\\p{L}+ )?(?:morte?s?|décédée?s?)'),
  whole(
    'décès de (?:ma|mon|mes|notre)|(?:un|ce) décès|obsèques|enterrement|funérailles|fausse couche|en deuil',
  ),
  whole(
    '(?:mi|mis|nuestr[oa]) (?:\\p{L}+ ){1,3}?(?:ha muerto|murió|falleció|ha fallecido)|falleció|ha fallecido',
  ),
  whole('(?:fallecimiento|muerte) de mi|funeral de|entierro|estoy de luto|aborto espontáneo'),
  whole(
    '(?:minha|meu|nossa|nosso) (?:\\p{L}+ ){1,3}?(?:morreu|faleceu)|faleceu|falecimento de|morte d[aeo] (?:minha|meu)',
  ),
  whole('velório|enterro d[aeo]|estou de luto'),
  /توفيت? |توفي$|وفاة (?:والد|أب|أم|أخ|زوج|ابن|جد|خال|عم)|جنازة|ماتت? (?:أمي|أبي|أخي|أختي|زوجي|زوجتي|ابني|ابنتي|جدي|جدتي)/,
  /देहांत|निधन|(?:माँ|मां|पिता|पापा|पत्नी|पति|बेटे|बेटी|भाई|बहन|दादी|दादा|नानी|नाना).{0,20}(?:मृत्यु|मौत|गुज़र ग|गुजर ग|चल बस)|अंतिम संस्कार/,
  /(?:母|父|妻|夫|主人|家内|娘|息子|兄|姉|弟|妹|祖母|祖父|家族|友人|義母|義父|犬|猫)[^。]{0,8}(?:亡くな|他界|死去|逝去|急逝)|葬儀|お葬式|告別式|忌引/,
];

const hurt =
  '(?:(?:in|into|to|from) (?:the )?(?:hospital|intensive care|icu|a coma|hospice|emergency room)(?! (?:staff|job|work|shop|gift|admin\\w*|as|doing|bed frame))|hospitali[sz]ed|terminally ill|(?:very|seriously|critically|gravely) (?:ill|sick|injured)|diagnosed with|having (?:surgery|chemo\\w*)|in (?:an? )(?:\\w+ )?(?:accident|car crash))';
const hardships: RegExp[] = [
  whole(
    `(?:i|we|he|she|${mine}) (?:(?:have|has|had|just|now|still|suddenly|currently|also|got|been) )*(?:am|is|are|was|were|been|landed|ended up|rushed|taken|admitted|went|got|lying) (?:(?:been|being|just|now|still|currently|rushed|taken|admitted|lying|so|all) )*${hurt}`,
  ),
  whole(
    `(?:i|we|${mine}) (?:just |now |have |has |had |recently )*(?:have|has|had|got|fighting|battling) (?:\\w+ )?(?:cancer|leukaemia|leukemia|an? (?:\\w+ )?(?:car |bike |road )?accident|a stroke)`,
  ),
  whole(
    '(?:i|we) (?:have |just |recently |also |both )*lost (?:my|our) (?:jobs?|home|house|flat)|(?:i|we) (?:have |had |was |were |am |are |been |being |just |got |recently )+(?:made redundant|laid off|evicted|robbed|mugged|burgled)',
  ),
  whole(
    '(?:my|our) (?:house|home|flat|apartment) (?:has |was |just |is )*(?:burned|burnt|flooded|destroyed)(?: down)?|going through an? (?:\\w+ )?(?:divorce|separation)',
  ),
  whole(
    `(?:ich|wir|${meine}) (?:\\p{L}+ ){0,4}?(?:${im} krankenhaus|auf (?:der |die )?intensivstation|${im} koma|schwer (?:krank|verletzt|erkrankt|verunglückt))(?! (?:arbeite|angestellt|tätig))`,
  ),
  whole(
    `(?:(?:habe?|hat|haben) (?:ich|wir|${meine})|(?:ich|wir|${meine}) (?:habe?|hat|haben|hatte|hatten)) (?:\\p{L}+ ){0,3}?(?:krebs|(?:einen )?(?:schweren )?(?:auto)?unfall|(?:meinen |meine |unsere |den |die )?(?:job|arbeit|arbeitsstelle|arbeitsplatz|wohnung|zuhause) verloren)`,
  ),
  whole(
    '(?:ich bin|ich wurde|wir wurden|bin|wurde) (?:\\p{L}+ ){0,3}?(?:ausgeraubt|überfallen|arbeitslos geworden|entlassen worden)',
  ),
];

/** Most messages have none of these, and are done with after one look. */
const ofDeath =
  /d(?:ied|ying|ead|eath)|pass(?:ed|ing)|kill|lost|loss|bur[iy]|mourn|griev|bereav|funer|wake|still[b]|miscarr|storben|starb|tot|verloren|entschlafen|todesfall|trauer|beerdig|beisetz|fehlgeburt|mort|d[ée]c[éeè]|obs[èe]ques|enter|funérailles|couche|deuil|muer|muri|fallec|luto|aborto|morr|falec|velório|توف|وفاة|جناز|مات|देहांत|निधन|मृत्यु|मौत|गुज|चल बस|अंतिम|亡く|他界|死|逝|葬|告別|忌引/u;
const ofHardship =
  /hosp|intensi|icu|coma|ill|sick|injur|diagnos|surgery|chemo|accident|crash|cancer|leuk|stroke|emergency|redundant|laid|evict|robb|mugg|burgl|lost|burn|flood|destroy|divorce|separation|krank|koma|verletz|verunglück|krebs|unfall|verloren|ausgeraubt|überfallen|arbeitslos|entlassen/u;
/** Said of themselves at work: a nurse is in the hospital every day. */
const atWork =
  /(?:work|working|job|shift|arbeite\w*|schicht|dienst) (?:\p{L}+ ){0,2}(?:in|at|im|i am) (?:\p{L}+ )?(?:hospital|krankenhaus)/u;

/** What is to be acknowledged before anything else (E1); undefined where nothing of the kind is said. */
export function readSorrow(text: string): Sorrow | undefined {
  const words = statedWords(text);
  if (ofDeath.test(words) && deaths.some((pattern) => pattern.test(words))) return 'death';
  if (!ofHardship.test(words) || atWork.test(words)) return undefined;
  return hardships.some((pattern) => pattern.test(words)) ? 'hardship' : undefined;
}
