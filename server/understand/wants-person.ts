// Tells whether the customer asks for a human being: that is granted at once and never argued with (H1).
import { clauses } from './clauses.ts';
import { remember } from './remember.ts';
import { shortlist } from './shortlist.ts';
import { statedWords } from './stated-words.ts';

const human =
  '(?:human|humans|human being|person|real person|real people|people|agent|agents|live agent|live person|representative|rep|reps|operator|advisor|adviser|someone|somebody|anyone|anybody|employee|manager|supervisor|staff|staff member|member of staff|colleague|specialist|executive|consultant|customer care|customer service|customer support|support|support team|service team|team member|your team|service desk|helpdesk|help desk|live chat|care executive|csr|boss|a human|one of your people|actual human|actual person|individual|associate|your colleagues)';
const kind =
  '(?:(?:a|an|the|any|some|your|one of your|actual|real|live|proper|human|another|different|actually|customer|service|support|senior|flesh and blood|physical|goddamn|damn|fucking|freaking|bloody|competent|call centre|call center|care|sales|better|next|available|other|of|higher|concerned|responsible) )*';
const reach =
  '(?:talk|talking|speak|speaking|chat|chatting|connect(?: me)?|connected|transfer(?: me)?|transferred|put me (?:through|in touch|on)|pass me(?: on)?|get me|give me|get (?:to|hold of|through to|in touch with)|hand me(?: over)?|forward me|direct me|switch me|let me (?:talk|speak)|escalate(?: (?:this|me|it))?|reach|contact|bring(?: me)?(?: in)?|send me|find me|call|put|fetch|refer me|redirect me|patch me(?: through)?|route me|escalated|in touch|help from|assistance from|deal with|dealing with|hear from|handed over|hand over)';
const strong =
  '(?:human|humans|human being|real person|real people|person|live agent|live person|agent|representative|rep|operator|advisor|adviser|manager|supervisor|employee|consultant|executive|specialist|staff member|member of staff|actual human|actual person|csr|colleague|staff|team member)';

const asks: RegExp[] = [
  new RegExp(
    `\\b${reach} (?:to |with |through |over |on |by |in touch with |me |this |up |a call with |directly |in contact |it )*${kind}${human}\\b(?! (?:else's|name|number is|told|said))`,
  ),
  new RegExp(
    `^(?:please |hi |hello |ok |just |hey |no |yes |i said |a |an |the |so |now |sorry |help |real |live |actual |get |more )*(?:${kind})${strong}(?: (?:please|now|thanks|asap|right now|immediately|only|needed|required|support|help|chat|assistance|service|human|person|agent))*$`,
  ),
  new RegExp(
    `\\b(?:i|we) (?:\\w+ )?(?:want|need|would like|would prefer|prefer|demand|require|request|must have|am requesting|wish for) (?:to (?:see|have|get|reach) )?(?:help from |support from |assistance from )?${kind}${strong}\\b(?! (?:fee|fees|id|number|discount|more|less|on my|on the|ticket|booking|name|seat|edition|version|model|case|bag|set|price|plan))`,
  ),
  new RegExp(
    `\\b(?:is there|are there|do you have|have you got|can i have|could i have|can i get|may i have|where is|where are) ${kind}(?:human|humans|real person|real people|live agent|live person|agent|representative|actual person|manager|supervisor|person|people|someone|operator|advisor) (?:i can|we can|available|around|there|here|to (?:talk|speak|chat|help)|who can|that can|please|on duty|online|instead)`,
  ),
  /\b(?:speak|talk|talking|speaking|chat|chatting|dealing|deal) (?:to|with) (?:a |an |the |this |some )?(?:\w+ )?(?:bot|robot|machine|computer|ai|chatbot|automated \w+|algorithm)\b(?=.*)(?<=\b(?:not want|do not|hate|tired|sick|enough|stop|no more|instead|rather not|refuse|not)\b.*)/,
  /\b(?:no more|enough of|stop with|stop|fed up with|sick of|tired of|hate|not|done with|useless|stupid|dumb) (?:this |the |these |your |a |with |talking to |of )*(?:\w+ )?(?:bots?|robots?|chatbots?|automated (?:replies|answers|responses|messages))\b/,
  /\b(?:human|real|live|personal) (?:help|support|assistance|contact|chat|agent|interaction|being)\b(?! (?:on my|fee|costs?))/,
  /\b(?:someone|somebody|anyone|a person|a human|agent|manager|supervisor|representative) (?:real|human|who (?:is|can|actually|knows|understands|speaks)|from your (?:team|company)|should|please|to (?:call|contact|ring|phone|help) me|call me|must)\b/,
  /\b(?:have|ask|get|let) (?:someone|somebody|a person|a human|a colleague|an? agent|a manager) (?:to )?(?:contact|call|help|ring|email|phone|reach|talk to|speak to|write to) (?:me|us)\b/,
  /\b(?:can|could|will|would|may) (?:a|an|any|some|your) (?:real |live |actual )?(?:human|person|agent|representative|manager|supervisor|colleague|advisor) (?:please )?(?:help|assist|contact|call|look|take over|talk|speak|answer|handle)\b/,
  /\b(?:call me back|callback|call me please|please call me|ring me back|give me a call|phone me)\b/,
];

const german: RegExp[] = [
  /\b(?:mit|an|zu|durch) (?:\S+ ){0,4}?(?:menschen|mensch|mitarbeiter|mitarbeiterin|mitarbeitern|person|berater|beraterin|jemandem|jemand|kollegen|kollegin|kundendienst|kundenservice|agenten|sachbearbeiter|vorgesetzten|chef|support|team) (?:\S+ ){0,3}?(?:sprechen|reden|verbinden|verbunden|weiterleiten|schreiben|chatten|durchstellen|telefonieren|kontakt|weiter|bitte)/,
  /\b(?:sprechen|reden|verbinden|verbinde|weiterleiten|chatten|telefonieren|stellen|leiten) (?:\S+ ){0,3}?(?:mit|an|zu) (?:\S+ ){0,3}?(?:menschen|mitarbeiter|mitarbeiterin|person|berater|jemandem|jemand|kollegen|kundendienst|kundenservice|agenten|vorgesetzten|chef|support)\b/,
  /^(?:bitte |ich |will |möchte |brauche |einen |eine |ein |echten |echte |echter |einem |nur |jetzt |endlich |sofort )*(?:menschen|mensch|mitarbeiter|mitarbeiterin|person|berater|ansprechpartner|sachbearbeiter|kundenberater|operator)(?: (?:bitte|sprechen|jetzt|sofort|gewünscht))*$/,
  /\b(?:echten|echter|richtigen|richtiger|lebenden) (?:menschen?|mitarbeiter|person|ansprechpartner)\b|\bechte person\b/,
  /\b(?:will|möchte) (?:\S+ )?(?:nicht|keinem|keinen) (?:\S+ ){0,3}(?:bot|roboter|maschine|computer|chatbot)\b|\bkein(?:en|em)? (?:bot|roboter|chatbot)\b/,
  /\b(?:rufen sie mich|ruft mich|ruf mich) (?:\S+ )?(?:an|zurück)\b|\brückruf\b/,
];

const possible = shortlist([...asks, ...german], (pattern) => pattern);

/** The request is turned round, told of the past, or about what a person said or did. */
const spoils =
  /\b(?:do not|no|not|never|without|rather than|instead of|before|kein|keinen|nicht|ohne) (?:\w+ ){0,4}(?:need|want|wish|like|asking|have|reason|time|to (?:talk|speak|call|contact|bother|chat)|talk|speak|call|contact|brauche|möchte|will|mit)?\s?(?:\w+ ){0,4}(?:human|person|agent|representative|rep|operator|someone|manager|people|menschen|mitarbeiter|personen?)\b/;
const bots = /\b(?:bots?|robots?|machine|computer|chatbots?|ai|roboter|maschine|automated)\b/;
const told =
  /\b(?:spoke|spoken|talked|chatted|called|contacted|was connected|was transferred|got connected|travel agent|estate agent|insurance agent|agents? (?:told|said|promised|was|fee|code|id|number)|person (?:on|at|in|per|who (?:is )?travel)|per person|one person|two people|real estate|in person|user agent|cleaning agent|(?:one|two|three|four|five|six|\d+|extra|additional|second|third|how many) (?:person|persons|people|humans?)|delivery person|missing person|person(?:'s|s)? name|gesprochen|for (?:a|one) person|contact person|(?:how|what|when|which|why|does|did|has|have|is|are|will|was|were|would) (?:\w+ ){0,3}(?:agents?|people|someone|manager|supervisor|staff|operator|support) (?:\w+ )?(?:get|be|do|see|know|cancel|open|available on|work)|(?:to|with) (?:someone|somebody|another person|anyone|a person|a friend|people) else|transfer (?:it|this|my \w+|the \w+) to|give (?:it )?to|(?:someone|somebody|anyone) (?:stole|took|used|else|hacked|is using|has|broke|opened|signed))\b/;

/** True for "get me a human", "agent!!", "can I speak to someone"; not for "one person on my booking". */
export function wantsPerson(text: string): boolean {
  return clauses(text).some(asksForPerson);
}

const asksForPerson = remember((part: string): boolean => {
  const words = statedWords(part);
  // Few messages ask, so that comes first.
  if (!possible(words).some((pattern) => pattern.test(words))) return false;
  return !told.test(words) && (!spoils.test(words) || bots.test(words));
}, 50);
