// English phrases by which a customer asks for something to be done now, over the marked plain words of a clause.

const own = '(?:i|we|me and my \\w+)';
const softly =
  '(?:really |actually |just |also |now |still |simply |please |kindly |only |even |ever |ever again |definitely |absolutely |certainly |rather |go ahead and |help (?:me|us) (?:to )?|go and )*';
const opening =
  '(?:please |kindly |just |let us |let me |hereby |hi |hello |hey |ok |okay |so |then |and |but |also |well |now |right |yes |sorry |there |alright |good morning |that |which |sir |madam |team |guys |dear |go ahead and |actually |instead )*';
const wanting = `(?:want|wants|wanted|need|needs|needed|wish|would like|would just like|would also like|would really like|would love|have|have got|got|am trying|was trying|am looking|am here|am writing|am calling|am contacting you|must|request that|demand|insist on|am hoping|hope|would prefer|prefer|am asking|ask|decided|have decided|request|am requesting|would appreciate you|am ready)`;
const things =
  '(?:(?!(?:was|were|been|has|had|is|are|not|why|if|when|how|what|already|just|never|also|you|i|we|recently|yet) )\\w+ ){1,6}';

export const askingPhrases: RegExp[] = [
  new RegExp(
    `^${opening}${softly}<b>(?! (?:polic|fees?|costs?|status|rules?|terms|conditions|charges?|prices?|options?|period|deadline|process|form|rights?|method|time))`,
  ),
  new RegExp(
    `^${opening}${own} ${softly}${wanting} ${softly}(?:for )?(?:you |someone |somebody |u )?${softly}(?:to )?${softly}(?:be able to |get |have |see |proceed with )?${softly}(?:<b>|<g>)`,
  ),
  new RegExp(
    `^${opening}${own} ${softly}(?:want|need|would like|would just like|would also like|demand|request|insist on|expect|am requesting|would love|am looking for|am asking for|am after) ${softly}(?:my |a |an |the |this |that |full |partial |complete |immediate |some )*<n>`,
  ),
  new RegExp(`^${opening}(?:need|want|require|requesting|requiring) (?:to |a |an |the |my |full )*<[bn]>`),
  /\b(?:can|could|would|will) (?:you|u|someone|somebody|anyone|one of you|we|ye|your team) (?:all |guys )?(?:please |kindly |just |also |help (?:me|us) (?:to |with )?|be able to |now |possibly |maybe |go ahead and |still |immediately )*<[bgp]>/,
  new RegExp(
    `\\b${own} (?:really |just |also |now |still |urgently |immediately |definitely |therefore |desperately )*(?:want|need|would like|would love|have|wish|am trying|am looking|am hoping|am needing|am wanting|am going|hope|wanna) ${softly}(?:you |you guys |someone )?to ${softly}(?:quickly |immediately |be able to )?<b>`,
  ),
  new RegExp(
    `\\b${own} (?:really |just |also |now |still |therefore )*(?:want|need|would like|demand|request|expect|deserve) (?:to (?:get|have|receive|place|initiate|start|request|claim|make) )?(?:my |a |an |the |this |that |full |partial |complete |immediate |some )*<n>`,
  ),
  /^(?:you|he|she|they) (?:need|have) to <b>|^have to <b>|\b(?:do not|never) forget to <b>|\bif possible (?:please )?<b>/,
  /\b(?:give|get|issue|send|process) (?:me |us )?(?:a |my |the |full )+<n>(?! (?:status|update|number|policy))/,
  /\b(?:want|wanting|hoping|looking|trying|needing|wishing|like|require|urgent|important|necessary) (?:for )?(?:me |you |that i |that you )?to (?:quickly |urgently )?<b>/,
  /\bneed you to <b>/,
  /\b(?:let (?:us|me)|i hereby|hereby|time to|ready to|proceed to|and|then|want to just|also) (?:just |please |quickly )*<b> (?:my|the|it|this|that|all|both|everything|them|these|those|me|one)\b/,
  /\b(?:put|place|get) (?:a |an |the )?(?:stop|block|freeze|hold|<n>|<b>) (?:to|on|for) (?:my|this|the|our)\b/,
  /\b(?:interested in|urgent help of|in need of|the time has come to|help of|assistance to get|help me get|help (?:me )?getting) (?:a |the )?<[gbn]>/,
  /^(?:kindly|please|now|just|pls)\b(?!.*\b(?:not|never|tell|explain|advise|confirm|know)\b).* (?:and|then) <b> (?:the|my|it|this|all)\b/,
  /\b(?:needs? to|has to|have to|must|ought to|is to|wish \w+ \w+ to) be <p>(?! (?:if|when|before) )/,
  /^(?!.*\b(?:when|how|what|why|which|who|where|if|or) ).*\bshould be <p>/,
  /\bneeds? <g>/,
  /\bwould you mind (?:please )?<g>/,
  /\b(?:would|could) you be so kind (?:as to|and) (?:please )?<b>/,
  /\b(?:help|assist|assistance|support|hand)(?: me| us)?(?: out)? (?:please |with |to |in |for |by )*(?:<b>|<g>|the <n>|a <n>)/,
  new RegExp(
    `\\b(?:want|need|like|love|require|(?:you|to|please|can i|could i|may i|can we) (?:have|get)) (?:to (?:have|get|see) )?${things}<p>(?! (?:order|flight|account|booking|ticket|item|plan|back))`,
  ),
  new RegExp(`^${opening}(?:get|have) ${things}<p>`),
  /\b(?:make sure|ensure|see to it) (?:that )?(?:\w+ ){1,8}(?:is|are|gets?) <p>/,
  /^(?:as i said |like i said |i said |i say |again |i repeat |i am telling you to )(?:please )?(?:to )?<b>/,
  /\bi (?:have )?(?:already |just )?(?:asked|told|begged|am asking|am telling|keep asking|keep telling) (?:you|you guys|you people) (?:\w+ ){0,2}to <b>/,
  /\b(?:if|whether) you (?:could|can|would|might|will|may) (?:please |kindly |just |also |go ahead and |be so kind as to |possibly )*<b>/,
  /\b(?:appreciate|great|grateful|nice|lovely|kind|thankful|helpful|amazing|good|perfect|thanks)(?: it)? if you (?:please |just )*<[bp]>/,
  /\bgo ahead (?:and|with) (?:the |my )?<[bgn]>/,
  /\bwhat i (?:want|need|would like) is (?:to |for you to )?(?:a |the )?<[bn]>/,
  /^(?:please )?do the needful (?:and |to |for )?(?:the |my )?<[bn]>/,
  /\b(?:can|could|may) (?:i|we) (?:please |kindly )+(?:\w+ ){0,3}<[bnp]>/,
  /\b(?:can|could|may) (?:i|we) (?!not )(?:\w+ ){0,8}<[bnp]>.* (?:please|asap|right now|right away|straight away|immediately)(?: \?)?$/,
  /\bwhy do not you (?:just |please )*<b>/,
  /\b(?:please )?i beg you (?:to )?<b>/,
  /\bplease (?!do not|not|never)(?:\w+ ){0,2}<[bn]>(?! (?:fee|policy))/,
];
