// German phrases of the guard, over marked plain words; see guard-phrases.ts for what the parts mean.
import type { GuardPhrases } from './guard-phrases.ts';

const opening =
  '(?:bitte |hallo |hi |guten tag |guten morgen |moin |ok |also |so |dann |und |ja |jetzt |einfach |doch |mal |sofort |ich |wir )*';
const want =
  '(?:möchte|möchten|moechte|will|wollen|muss|müssen|würde gern|würde gerne|hätte gern|hätte gerne|brauche|wünsche|bitte um|beantrage|verlange|fordere)';
const notNot = '(?:(?!(?:nicht|kein|keine|keinen|keiner|nie|niemals|wissen|fragen|ob|überlegen) )\\S+ )';

export const germanPhrases: GuardPhrases = {
  live: [
    new RegExp(`^${opening}<b>(?! ${notNot}{0,6}(?:nicht|kein\\w*|nie|niemals|auf keinen)\\b)`),
    new RegExp(`^${opening}${want} ${notNot}{0,8}<[bnp]>`),
    new RegExp(
      `^${opening}(?:können|könnten|kannst|könntest|würden|würdest|wollen|kann) (?:sie|du|ihr|bitte|jemand|mir) ${notNot}{0,8}<[bp]>`,
    ),
    new RegExp(`\\bbitte ${notNot}{0,6}<[bn]>$`),
    new RegExp(`^${opening}(?:mein\\S*|den|die|das|diese\\S*|unser\\S*) ${notNot}{1,3}<b>(?: bitte)?$`),
  ],
  negated: [
    /\b(?:nicht|kein|keine|keinen|keiner|keinesfalls|nie|niemals|weder|nichts|statt|anstatt|ohne|anstelle) (?:\S+ ){0,4}<[bpn]>/,
    /<b> (?:\S+ ){0,6}(?:nicht|nie|niemals|keinesfalls|auf keinen fall)\b/,
    /\b(?:behalten|behalte|lieber nicht|doch nicht|rückgängig)\b/,
  ],
  past: [
    /\b(?:warum|wieso|weshalb|weswegen)\b.*<[bpn]>/,
    /\b(?:habe|hab|hat|haben|habt|hatte|hatten|wurde|wurden|worden|war|waren|ist|sind|hast|sei)\b(?:.* )?<p>/,
    /<p> (?:worden|wurde|wurden|hatte|habe|hat|haben|ist|war)\b/,
    /^(?:schon |bereits |gestern )?<p>/,
    /\b(?:wollte|versuchte|habe versucht|hatte vor)\b.*<b>/,
    /<n> .*\b(?:ist|war|wurde|hat|kam|bekommen|erhalten|angekommen|bestätigt|eingegangen)\b/,
  ],
  reported: [
    /\b(?:sagt|sagte|sagten|gesagt|meint|meinte|meinten|schreibt|schrieb|geschrieben|behauptet|behauptete|riet|rät|empfiehlt|empfahl|fragt|fragte|heißt es|hieß es|steht|laut|angeblich|soll ich|sollte ich|solle|will dass|möchte dass|mail|nachricht)\b.*<[bpn]>/,
    /\b(?:wird|werden|werde) (?:\S+ ){0,5}<p>|<p> (?:wird|werden|werde|würde)\b/,
    /\bich soll(?:e|te)? (?:\S+ ){0,5}<[bp]>/,
  ],
  hypothetical: [
    /\b(?:wenn|falls|sobald|bevor|nachdem|ob|angenommen|sollte)\b.*<[bpn]>/,
    /^(?:und |aber |hallo |also |ok |hi )*(?:wie|was|wo|bis wann|ab wann|wann|welche|welcher|welches|wer|wieviel|gibt es|ist es|ist das|darf|kann|könnte|könnten wir|können wir|soll|sollte|muss|müssen wir|dürfte|lässt sich|geht)\b.*<[bpn]>/,
    /(?:^|\s)(?:überlege|überlegen|denke|nachdenke|vielleicht|eventuell|möglicherweise|unsicher|unschlüssig|wissen|frage|fragen|information|informationen|infos|möglich|würde ich)\b.*<[bpn]>/,
    /^(?:kostenlos |noch )?zu <b>$/,
    /<n> ?(?:gebühr|gebühren|kosten|bedingungen|frist|möglich)\b/,
    /\b(?:sonst|ansonsten) .*<[bpn]>/,
    /\b(?:stornogebühr|stornogebühren|stornobedingungen|kündigungsfrist|rückgaberecht|widerrufsfrist|stornokosten|stornierungsgebühr)/,
  ],
  retraction:
    /^(?:nein |ach |doch |oder |moment |warte |bitte |sorry |aber )*(?:doch nicht|lieber nicht|vergiss es|vergessen sie es|schon gut|egal|lass es|lassen sie es|nicht|nein nicht|abgebrochen|halt|stopp|war ein versehen|hat sich erledigt)(?: bitte| danke| mehr)*$/,
};
