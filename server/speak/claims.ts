// D7, H2: what a composed text says was done or will be done, in the assistant's own voice. Rather too much than
// too little: what is found here without proof is not said, and a plain sentence is.
import { type Deed, deeds, harmlessDoing, harmlessDone } from './deeds.ts';
import { unmasked } from './unmasked.ts';

export interface Claim {
  /** `done`: it has happened; `promised`: it will, or is offered to. */
  says: 'done' | 'promised';
  deed: Deed;
  /** As it was read. */
  clause: string;
}

const adverb =
  /^(?:just|now|already|also|successfully|gladly|therefore|then|finally|immediately|gone|went|ahead|and|then|go|so|today|hereby|been|able|to|please|happily)$/;
const negation =
  /^(?:not|never|nothing|no|none|neither|nobody|nicht|nichts|nie|niemals|kein\w*|cannot|\w+n't)$/;
const modal = /\b(?:can|could|may|might|kann|kannst|können|könnte\w*|darf|dürfen|lässt|lassen)\b/;
const conditional =
  /\b(?:if|when|whenever|unless|until|once|whether|before|wenn|falls|sobald|sofern|solange|bis|ob|bevor)\b/;
const ownThing =
  /\b(?:your|it|that|this|they|these|those|everything|both|all|you|ihr\w*|es|das|dies|alles|beide\w*|sie)\b|\d/;
const bareThing = /^(?:it|that|this|them|both|everything|and|for|as|your|und|wie|für|ihre?n?)$/;
const asksFirst =
  /^(?:and |so |but )?(?:which|what|when|where|who|why|how|was|were|is|are|has|have|did|do|does|wurde|wurden|ist|sind|welche\w*|was|wann|wie|hat|haben)\b/;

const perfect = /^(?:have|had|'ve|habe|hab|haben|hatte)$/;
const passiveDone = /^(?:was|were|been|got|wurden?|worden)$/;
const passiveNow = /^(?:is|are|'s|'re|ist|sind)$/;
const passiveSoon = /^(?:be|being|wird|werden)$/;
const first = /^(?:i|we|ich|wir)$/;

const somebody = '(?:person|human|agent|colleague|someone|somebody|team|specialist)';
const person = new RegExp(
  [
    `\\b(?:connect|transfer|escalat|forward|put|pass|hand|bring|get|fetch)\\w*\\b[^,]*\\b${somebody}`,
    '\\b(?:put|pass|hand|connect|transferr?)(?:ing)? you\\b',
    `\\b${somebody}\\b[^,]*\\b(?:is coming|will|on (?:the|their) way|is joining)\\b`,
    '\\bich (?:verbinde|übergebe|hole|leite|reiche)\\b',
    '\\b(?:mitarbeiter\\w*|mensch|kolleg\\w*|jemand)\\b[^,]*\\b(?:kommt|meldet|wird|ruft)\\b',
    '\\b(?:kommt|meldet sich|ruft)\\b[^,]*\\b(?:mitarbeiter\\w*|mensch|kolleg\\w*|jemand)\\b',
  ].join('|'),
);
const money =
  /\byou(?:'ll| will| are going to| get| receive)\b[^.]*(?:refund|money|voucher|discount|credit|compensation|[€$£]|\beur\b|free)|\b(?:refund|money|[€$£] ?\d[\d.,]*|\d[\d.,]* ?(?:[€$£]|eur))\b[^.]*\b(?:on (?:its|the) way|coming back|was sent|has been sent|unterwegs)\b|\bsie (?:erhalten|bekommen)\b[^.]*(?:zurück|erstattung|gutschein|rabatt|geld|€)/;
const gone = /\b(?:is|are|'s|ist|sind)(?: now| jetzt| nun)? (?:off|gone|no longer|no more|weg|nicht mehr)\b/;
const allDone =
  /^(?:ok |okay |great |alright |so |there |gut |super |right )?(?:it's |it is |that's |that is |this is |all |consider it |everything is |everything's |das ist |ist |alles )?(?:all )?(?:done|set|sorted|taken care of|completed?|handled|fixed|erledigt|geschafft|fertig|abgeschlossen)\b/;

/** Every claim of the text, in its order. */
export function claims(text: string): Claim[] {
  const found: Claim[] = [];
  for (const sentence of unmasked(text).split(/(?<=[.!?…;:])\s+|\n+/)) {
    const asks = /\?["')]*$/.test(sentence);
    let condition = false;
    for (const clause of sentence.split(/\s*[,–—()]\s*/)) {
      // "If …, or your flight is cancelled" is still the condition.
      condition = conditional.test(clause) || (condition && /^(?:or|and|oder|und)\b/.test(clause));
      for (const [says, deed] of clauseClaims(clause, { asks, condition }))
        found.push({ says, deed, clause });
    }
  }
  return found;
}

interface Around {
  asks: boolean;
  condition: boolean;
}

function clauseClaims(clause: string, around: Around): [Claim['says'], Deed][] {
  const found: [Claim['says'], Deed][] = [];
  const denied = /\b(?:can't|cannot|can not|unable|won't|couldn't|kann (?:ich )?(?:\w+ )?nicht)\b/.test(
    clause,
  );
  if (allDone.test(clause)) found.push(['done', 'other']);
  if (gone.test(clause) && ownThing.test(clause) && !around.condition && !around.asks)
    found.push(['done', 'remove']);
  if (money.test(clause) && !around.condition && !denied) found.push(['promised', 'refund']);
  if (person.test(clause) && !modal.test(clause) && !around.condition && !denied && !around.asks)
    found.push(['promised', 'person']);
  const tokens = clause.match(/'?[\p{L}\p{N}]+(?:'t)?/gu) ?? [];
  for (const [at, token] of tokens.entries()) {
    if (denies(tokens, at)) continue;
    const done = deedOf(token, 'done');
    if (done && isDone(tokens, at, clause, around)) found.push(['done', done]);
    else if (done && isSoon(tokens, at, clause, around)) found.push(['promised', done]);
    else if (!done && isOwnPast(tokens, at)) found.push(['done', 'other']);
    const doing = deedOf(token, 'doing');
    if (willDo(tokens, at)) {
      if (doing) found.push(['promised', doing]);
      else if (!harmlessDoing.test(token) && !person.test(clause)) found.push(['promised', 'other']);
    } else if (doing && isDoing(tokens, at)) found.push(['promised', doing]);
  }
  return found;
}

function deedOf(token: string, form: 'done' | 'doing'): Deed | undefined {
  return (Object.keys(deeds) as Deed[]).find((deed) => deeds[deed]?.[form].test(token));
}

/** A negation stands right before it; "not only" denies nothing. */
function denies(tokens: string[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 3), at).some((token, index, before) => {
    const next = before[index + 1];
    return negation.test(token) && next !== 'only' && next !== 'nur' && next !== 'problem';
  });
}

/** The word before, adverbs left out, with its index. */
function before(tokens: string[], at: number): { token: string; at: number } {
  let index = at - 1;
  while (index >= 0 && adverb.test(tokens[index]!)) index -= 1;
  return { token: tokens[index] ?? '', at: index };
}

/** "has been …", "I have …", "I …ed", "your flight is …", "ich habe … storniert". */
function isDone(tokens: string[], at: number, clause: string, { asks, condition }: Around): boolean {
  const { token: lead } = before(tokens, at);
  const head = tokens.slice(0, at);
  const own = first.test(lead) || tokens.some((token) => perfect.test(token));
  // "Storniert habe ich …"
  const inverted = perfect.test(tokens[at + 1] ?? '') && first.test(tokens[at + 2] ?? '');
  const mine = inverted || (own && head.some((token) => first.test(token)));
  if (mine && !modal.test(clause) && !(condition && asks)) return true;
  if (modal.test(clause) || (asks && asksFirst.test(clause))) return false;
  // "Cancelled." and "Already cancelled it!" leave the "I have" out.
  const bare = lead === '' && (at === tokens.length - 1 || bareThing.test(tokens[at + 1]!));
  if (bare) return !asks;
  const rest = tokens.slice(0, at + 3);
  if (rest.some((token) => passiveDone.test(token))) return !condition;
  return rest.some((token) => passiveNow.test(token)) && ownThing.test(head.join(' ')) && !condition;
}

/** "will be …", "is being …", "Ihr Flug wird …". */
function isSoon(tokens: string[], at: number, clause: string, { condition, asks }: Around): boolean {
  if (modal.test(clause) || condition || (asks && asksFirst.test(clause))) return false;
  const around = tokens.slice(0, at + 2);
  return around.some((token) => passiveSoon.test(token)) && ownThing.test(around.join(' '));
}

/** A verb in the past of the assistant's own that is none of the known ones: claimed all the same. */
function isOwnPast(tokens: string[], at: number): boolean {
  const token = tokens[at]!;
  if (harmlessDone.test(token)) return false;
  const lead = before(tokens, at);
  if (tokens.some((word) => /^(?:habe|hab|haben)$/.test(word))) {
    const own = tokens.some((word) => /^(?:ich|wir)$/.test(word));
    // Last in its clause, or first: "Ich habe … weggeworfen", "Weggeworfen habe ich …".
    const last = at === tokens.length - 1 || /^(?:und|oder|worden|habe?|haben)$/.test(tokens[at + 1]!);
    return own && last && /^(?:\p{L}*ge\p{L}{2,}(?:t|en)|\p{L}+iert)$/u.test(token);
  }
  if (!/(?:ed|en|wn|nt|ut|id)$/.test(token) || token.length < 4) return false;
  if (/^(?:have|'ve)$/.test(lead.token)) return first.test(before(tokens, lead.at).token);
  return first.test(lead.token) && /ed$/.test(token);
}

/** "I will …", "let me …", "shall I …", "would you like me to …", "ich werde …", "soll ich …". */
function willDo(tokens: string[], at: number): boolean {
  const lead = before(tokens, at);
  const two = `${tokens[lead.at - 1] ?? ''} ${lead.token}`;
  if (
    /^(?:i|we) (?:will|'ll|shall)$|^let me$|^(?:shall|should|may) (?:i|we)$|^(?:like|want|need) me$/.test(two)
  )
    return true;
  if (/^(?:'m|am|'re|are) (?:going|about)$/.test(two)) return first.test(tokens[lead.at - 2] ?? '');
  const own = /\b(?:ich|wir)\b/.test(tokens.join(' '));
  // Last in its clause, or first: "Ich werde … wegwerfen", "Wegwerfen werde ich …".
  const beside = at === tokens.length - 1 ? tokens : tokens.slice(at + 1, at + 2);
  const will = beside.some((token) => /^(?:werde|werden|soll|sollen)$/.test(token));
  return own && will && /en$/.test(tokens[at]!);
}

/** "I am cancelling", "ich storniere". */
function isDoing(tokens: string[], at: number): boolean {
  const { token: lead, at: index } = before(tokens, at);
  if (/ing$/.test(tokens[at]!))
    return /^(?:'m|am|'re|are)$/.test(lead) && first.test(tokens[index - 1] ?? '');
  const beside = [lead, tokens[at + 1] ?? ''];
  // "We pay back …" is how a policy speaks; with the customer's own thing it is a promise.
  return beside.includes('ich') || (beside.includes('wir') && ownThing.test(tokens.join(' ')));
}
