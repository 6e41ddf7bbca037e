// English phrases, over the marked plain words of one clause, that make a request live or take the life out
// of it. `<b> <p> <g> <n>` are the forms of an action word, see action-words.ts.
import { askingPhrases } from './asking-phrases.ts';

export interface GuardPhrases {
  /** The customer asks for it to be done now. */
  live: RegExp[];
  /** The customer wants it not done. */
  negated: RegExp[];
  /** It happened, or somebody did it. */
  past: RegExp[];
  /** Somebody else's words. */
  reported: RegExp[];
  /** A question about it, or a thought. */
  hypothetical: RegExp[];
  /** The whole clause takes back what was said before it. */
  retraction: RegExp;
}

const someoneElse =
  '(?:he|she|they|someone|somebody|colleagues?|coworker|agents?|advisors?|reps?|representative|friend|wife|husband|partner|boss|manager|bank|apps?|website|site|system|e ?mails?|support|page|letter|staff|guy|lady|woman|man|chat|assistant|people|everyone|mother|father|mum|mom|dad|sister|brother|son|daughter|text|message|sms|notification|pop ?up|button|link|banner|screen|form|faq|article|policy|neighbou?r|driver|courier|seller|clerk|hotline|team|company|it)';

export const englishPhrases: GuardPhrases = {
  live: askingPhrases,
  negated: [
    /\b(?:nobody|no one) (?:\w+ )?<[bgp]>|\bnot that (?:i|we) (?:want|wish|need|plan)|\bdo not (?:touch|interfere|mess|tamper)\b|\bon no account\b|\bjoking\b.*<[bgn]>/,
    /(?:^|\b(?:please|so|and|then|just|i said|kindly|now|ok|again) )(?:do not|never|not) (?!worry|forget|hesitate|fail|know|you (?:want|think|dare me)|wait|care|understand|get (?:it|why)|see|think)(?:you |ever |just |even |please |dare |go |be |actually |go and |go ahead and |under any circumstances |at any point |in any way |go ahead with |go ahead and |go ahead |proceed with |continue with |with |the |my |try to |bother (?:to )?|let (?:them|him|her|anyone) )*<[bgnp]>/,
    /^(?:please |so |and |just |ok |no |but )*(?:do not|never)(?: please| ever| you| dare| even| do that| do it| just)*$/,
    /\b(?:do|does|did|would|will|shall|am|are|is|was|have|had|has|should|must) (?:most |very )?(?:not|never)(?: \w+){0,2}? (?:want|wish|like|going|plan|planning|mean|meant|intend|intending|looking|trying|ask|asked|asking|requesting|request|requested|say|said|tell|told|authori[sz]e|authori[sz]ed|agree|agreed|approve|need|have|here|ready|prepared|interested|willing|supposed|give|given|wanting|seeking|demanding|writing|calling|consent|order|ordered|require|fancy)(?: (?:in|to|for|you|anyone|anybody|them|my|the|a|an|any|it|this|that|be|get|have|full|your|permission|about|on|of|as|yet|him|her|us|someone|with|proceed|go|ahead|through|actually|really|ever|order|account|booking|flight|subscription|plan|just|calling|writing|here|do|such|somebody)){0,6} <[bgnp]>/,
    /\b(?:never|nobody|no one) (?:\w+ )?(?:want|wanted|asked|ask|said|say|told|tell|requested|request|intended|meant|authori[sz]ed|agreed|approved|needed|wished|ordered|planned|gave)(?: (?:to|for|you|anyone|anybody|my|the|a|any|it|this|that|be|get|have|permission|them|me|about|on|of|us|account|order|flight|your)){0,6} <[bgnp]>/,
    /\b(?:i|we) (?:\w+ )?(?:did|have|had|would|will|do|shall|am|should|must) (?:not|never)(?: \w+){0,1} <[bpg]>/,
    /\bi (?:have )?never (?:ever )?<[bp]>/,
    /^(?:please |and |so |ok |okay |just |hi |well )*(?:no|not|zero|nope|nah|nay|without)(?: a| an| any| the| more| my| about| for| asking for| looking for| requesting| to| please)* <[bgn]>/,
    /\b(?:rather|prefer|would like|want|better|decided|choose|chose|prefer|asked you|told you|sure|please|need you|trying|asking you|opted|tell them|tell him|tell her) (?:to )?not (?:to )?(?:be |have |get |\w+ )?<[bgpn]>/,
    /\b(?:instead of|rather than|without|against|avoid|refrain from|hold off(?: on)?|no point(?: in)?|out of|stop|abandon|forget(?: about)?|halt|no longer|far from|anything but|other than|do not dream of|stay clear of|never mind|nevermind|skip|ignore|disregard|scratch|undo|reverse|<b>) (?:the |my |this |that |any |your |want to |wish to |need to |wanting to |interested in |thinking about |his |her )*(?:request to |plan to |request for )?(?:order |account |subscription |flight |booking |part about )?<[gn]>/,
    /\bno (?:longer|need|reason|intention|wish|desire|plan|plans|use|way)(?: (?:for|to|of|in|want|wish|need|you|i|we|am|going|that|will|would|plan|looking|interested|i am))* (?:a |the |my |any )?<[bgn]>/,
    /\bno longer (?:want|wish|need|plan|intend)(?: me| you)? (?:to |a |the |my |any )*<[bgn]>/,
    /\b(?:not to|not be|not get|do not you dare|do not you) (?:be |get |go )?<[bgp]>/,
    /\b(?:anything|everything|whatever)(?: you do)? (?:but|except) (?:not )?<[bgn]>/,
    /\b(?:last thing (?:i|we) want|not why i am|not the one who|by no means|no one is|nobody is|in no way|under no circumstances)\b.*<[bgnp]>/,
    /(?<!\b(?:not|longer|never|stop|can) (?:\w+ ){0,3})\b(?:keep|keeping|leave|leaving|retain|preserve|hold on to|hang on to|stick with|stay with|remain with) (?:my|the|this|that|our|it|all|everything|both)\b(?! (?:from|up|getting|on (?:hold|telling|saying)))/,
    /\b(?:nobody|no one) (?:\w+ )?<[bgp]>|\bnot that (?:i|we) (?:want|wish|need|plan)|\bdo not (?:touch|interfere|mess|tamper)\b|\bon no account\b|\bjoking\b.*<[bgn]>/,
    /<undo>|\bstop <g>|<g> is the last thing\b/,
    /\b(?:reinstate|restore|uncancel|un cancel|reactivate|undelete)\b/,
    /\b(?:decided|deciding) (?:\w+ )?(?:against|not)\b.*<[bgn]>/,
    /<mind> (?:about|on|regarding|and (?:do not|no longer)) (?:\w+ ){0,3}<[bgn]>/,
    /(?<!\bcan |could )\bnot (?:\w+ ){0,1}<[bgn]>(?! (?:button|works?|working|option|link))/,
  ],
  past: [
    /\bwhy (?:did|was|were|has|have|had|is|are|would|do)\b.*<[bpgn]>/,
    /\b(?:did|has|have|had|was|were|is|are|got|get|gets|been|being|be)(?: (?:not|already|just|been|being|since|now|also|still|recently|yet|finally|only|never|all|wrongly|suddenly|automatically|somehow|accidentally|mistakenly|even|fully|actually|apparently)){0,3} <p>/,
    /\b(?:was|were|is|are|has|have|had|did)(?: (?!not\b)\w+){1,5} <p>/,
    /\b(?:i|we|you|he|she|they|it|form|page|button|link|as|someone|somebody|who|nobody|guys|system|app|website|airline|company|shop|store|team|bank|hacker|thief|son|daughter|wife|husband|kid|agent|colleague|everything|that|which)(?: (?:have|has|had|already|just|once|recently|never|also|then|only|accidentally|mistakenly|wrongly|nearly|almost|actually|even|still|went and|both|all|been|people|guys|yesterday|earlier|did|finally|successfully|first|previously|wrongfully|apparently|randomly|suddenly))* <p>/,
    /^(?:so |and |but |just |already |still |recently |accidentally )*<p>(?! (?:order|account|please))/,
    /\b(?:my|the|a|an|this|that|your|our|these|those|any|previously|for|all|of) (?:already |just |recently |newly |wrongly )?<p> (?:\w+)/,
    /\b(?:tried|attempted|was (?:just )?about|was going|were going|used|managed|was planning|had wanted|had planned|had asked|had decided|had tried|meant|happened|forgot|was supposed|pretended) to (?:\w+ )?<[bgn]>/,
    /\b(?:tried|started|stopped|regret|regretted|after|since|finished|upon|remember|confirmed|confirming|considered) (?:\w+ ){0,2}<g>/,
    /\b(?:since|after|despite|following|received|got) (?:the|my|your|that|this) <n>/,
    /\bdid (?:i|you|we|they|he|she|someone|anyone) (?:\w+ ){0,2}<b>/,
    /\b(?:has|have|had|did|was|were|is|are) (?:my|the|your|our|this|that|any) (?:\w+ ){0,2}<n>|<n> (?:\w+ ){0,3}?(?:was|were|has|have|had|is|are|came|arrived|went|never|did|got|still|failed|worked|took|(?:you|they) (?:gave|sent|made|promised|paid)|i (?:asked|requested|was|am|got|received))\b/,
    /\b(?:requested|asked (?:you )?(?:for|about)|applied for|received|was promised|were promised|was given|was offered|was denied|was refused|denied|refused|waiting (?:for|on)|waited for|promised|got|never got|filed for|submitted|made|missing|expecting) (?:me |us )?(?:a |my |the |your |that |full |partial |for |any )*<n>/,
  ],
  reported: [
    new RegExp(
      `\\b${someoneElse} (?:\\w+ ){0,3}?(?:said|says|say|told|tells|tell|asked|asks|ask|asking|advised|advises|suggested|suggests|recommended|recommends|claims|claimed|wrote|writes|mentioned|insists|insisted|wants|wanted|thinks|keeps|promised|warns|warned|states|stated|reads|showed|shows|offered|prompts|prompted|reckons?|demanded|demands|instructed|urged|urges|is saying|was saying|is telling|is asking|saying|telling|being like) .*<[bgnp]>`,
    ),
    /\b(?:saying|says|said|stating|claiming|titled|called|labelled|labeled|reads|asking (?:me|us|if)|told (?:me|us|that|to)|was told|were told|been told|am told|got told|advised|according to|apparently|supposedly|allegedly|rumou?r|heard|read (?:that|somewhere|online)|being asked|was asked|been asked|quote|the word|the words) (?:(?!never)\w+ ){0,8}<[bgnp]>/,
    /\bmy \w+ (?:wants?|needs?|wanted|is going|would like|is trying|plans?|decided) to <b>(?: \w+){0,2} (?:his|her|their|hers|theirs|the account|it himself)\b/,
    /\b(?:will|would|is going to|are going to|might|may|could|is about to|to) be <p>/,
    /\b(?:an? )?(?:e ?mail|letter|message|text|notification|sms|pop ?up|notice) (?:\w+ ){0,4}<[ngb]>/,
  ],
  hypothetical: [
    /\b(?:chance|chances|ought i|ought we|in what cases?|under what|would be (?:silly|stupid|foolish|unwise|smart|better|wise|a shame|crazy|mad|sad|a mistake))\b.*<[bgnp]>/,
    /^(?:so |and |but )?(?:does|do|could|would|will|is|are|can|should|might|did) (?:a |an |the |my |your )?<[bgn]>/,
    /^<[bgn]> (?:how|when|what|why|culture|or not)\b/,
    /\b(?:if|when|once|unless|suppose|supposing|say|assuming|imagine|in case|whether|even if|after|before|until|where|while|whenever|should) (?:or not )?(?:i|we|one|you|someone|somebody|anyone|they|people|customers?|my \w+|he|she|a person|to)(?: (?:to|were to|decide to|decided to|want to|wanted to|had to|have to|would|could|should|can|might|may|do|did|choose to|chose to|ever|then|just|now|were|need to|go ahead and|still|ask to|asked to|end up|please|not|only|also|try to|tried to|eventually|later|am|are|going to|planning to|like to|wish to|must|ought to|really|actually|go|have|been|get|got))* <[bpgn]>/,
    /\b(?:if|unless)\b.* (?:i|we) (?:will|shall|would|am|are|am going to|are going to|will be) (?:\w+ )?<[bg]>/,
    /\bwhy (?:can|could|should|will|shall)\b.*<[bpgn]>|\b(?:what if|whether|or not|in the event|in case)\b.*<[bpgn]>/,
    /\bhow (?:to|do|can|could|would|should|does|must|long|much|late|soon|often|hard|easy|is|are|will|about)\b.*<[bpgn]>/,
    /^(?:so |and |but |hi |hello |ok |also |then |please |just |excuse me |hey |well |wait |quick question |question )*(?:what|where|when|which|who|whose|whom|is there|are there|is it|was it|does|do i|do you|do we|do they|do customers|will i|will you|will it|will there|would it|would i|would there|would my|will my|should i|should we|shall i|must i|am i|are we|are you|have i|may one|can one|can people|can customers|can anyone|can it|can my|can the|can a|can an|can this|can that|can these|can orders|can i|can we|could i|could we|may i|may we|might i|could it|could my|is a|is the|is my|would a)\b(?! i (?:want|need|would like)).*<[bpgn]>/,
    /\b(?:can|could|may|do|should|would|will|am|must|might) (?:i|we) (?:\w+ ){0,5}<[bgnp]>(?:.*\?)?$/,
    /\b(?:possible|able|allowed|permitted|ok|okay|fine|too late|safe|easy|free|wise|smart|eligible|entitled|worth|good idea|hard|difficult|late|option|way|right|ways) (?:for (?:me|us|you|someone) )?(?:to |in |of |for )?(?:be |get |still |have )?(?:a |the |my )?<[bgpn]>/,
    /\b(?:thinking|think|considering|consider|contemplating|debating|wondering|unsure|tempted|not sure|undecided|hesitating|two minds|on the fence|weighing|pondering|torn|toying|inclined|maybe|perhaps|possibly|might|may|someday|one day|eventually|probably|deciding|unlikely|could always|would have to|would consider|hypothetically|theoretically|in theory|curious|just asking|not yet sure) (?:\w+ ){0,6}<[bgnp]>/,
    /\b(?:mails?|emails?|joking|messages?|information|info|details?|questions?|question|know|learn|explain|understand|read|clarify|clarification|advice|tell me|terms|conditions|rules?|policy|policies|fees?|costs?|penalty|deadline|charges?|consequences|procedure|process|steps|instructions|options?|guide|difference|pros and cons|downside|price|implications|effect|impact|enquiry|inquiry|curious|meaning|concerning|means|like|meant by) (?:\w+ ){0,3}(?:about|on|for|of|to|regarding|when|if|after|before|between|as|with|by|by the)? ?(?:\w+ ){0,3}?<[gnb]>/,
    /<[ngb]> (?:\w+ )?(?:policy|policies|fees?|terms|conditions|charges?|rules?|deadline|penalty|penalties|costs?|window|period|process|procedure|options?|rights?|protection|insurance|work|works|mean|means|button)\b/,
    /\b(?:or|otherwise|else) (?:i|we)(?: (?:will|am|would|am going to|might|have to|shall|may|going to|just|be|simply))* <[bg]>/,
    /\b(?:i|we) (?:will|am going to|would|shall|might|may|could)(?: \w+)? (?:be )?<[bg]>.*\b(?:if|unless|when|once|otherwise|until|next (?:year|month)|someday)\b/,
    /\b(?:i|we) (?:would|might|may|could|should)(?: \w+)? (?:have )?(?:be )?<[bgp]>/,
    /\b(?:i|we) (?:may|might|could|should) (?:\w+ ){0,3}<[bgnp]>/,
    /^<[bgn]>(?: (?:it|my|the|this|that|what|an?|order|account|flight))? \?$/,
  ],
  retraction:
    /^(?:no |actually |wait |oh |sorry |hmm |ok |but |and |well |please |just |then )*(?:never mind|forget (?:it|that|about it|about that|what i said|i said)|scratch that|do not(?: do (?:it|that|so|this))?(?: please)?|leave it(?: (?:as (?:it )?is|be|alone|for now))?|disregard (?:that|it|this|my)|ignore that|i (?:have |just )*<mind>|<mind>|on second thoughts?|no do not|i take (?:it|that) back|hold on|hang on|wait no|no wait|not yet|not now|maybe not|better not|no no+|no please do not|<b> that|false alarm|just kidding|jk|i was (?:only )?joking)(?: (?:please|thanks|sorry|for now|yet|then|actually|that|about it|do not|it is fine|it|so|again))*$/,
};
