// Cuts a message into the parts that can each be a statement of their own.
import { actionForm } from './action-words.ts';
import { remember } from './remember.ts';

/** Where a part ends although no punctuation says so. */
const joint =
  /\s+(?=(?:but|however|instead of|rather than|so please|so just|so can|so could|and please|and then|then please|and also|and can you|and could you|and i (?:want|need|would|also)|and i'd|and request|(?:and|but|so) (?:now )?(?:i |we )?(?:now )?(?:need|want|would like|wish|have) to|(?:that|which) (?:i|we) (?:now )?(?:need|want|would like|wish|'d like|have) to|because|cause|since|although|though|aber|sondern|statt|anstatt|weil|und bitte|also bitte)\b)/i;

/**
 * A question put to us after a statement, without a mark between: "it never came can you cancel it". What follows is
 * looked at first: few texts have it, and looking back from each place is dear.
 */
const turn =
  /(?=\s+(?:(?:can|could|would|will) (?:you|u|someone)|kannst du|können sie|könnten sie)\b)(?<=\S+\s+\S+\s+\S+)(?<!\b(?:if|whether|how|when|what|where|that|why|and|so|but|please|who|which|or))\s+/i;

/**
 * The parts of a text in order, as written, a closing question mark kept. Commas and full stops inside
 * numbers do not separate ("1,200.50", "12.5.").
 */
export const clauses = remember((text: string): readonly string[] => {
  return text
    .split(/(?<=[?!;:\n])|(?<=[.,])(?!\d)|\s+[-–—]+\s+|…/)
    .flatMap((part) => part.split(joint))
    .flatMap((part) => part.split(turn))
    .flatMap(splitOutcome)
    .map((part) => part.replace(/^[\s.,;:!–—-]+|[\s.,;:!–—-]+$/g, ''))
    .filter((part) => part !== '');
}, 50);

/** "I moved so cancel my contract": what follows from the rest is asked for on its own. */
function splitOutcome(part: string): string[] {
  const match = /\s(?:so|therefore|hence|deshalb|also|daher)\s+(\S+)/i.exec(part);
  if (match === null || actionForm(match[1]!.toLowerCase()) !== '<b>') return [part];
  return [part.slice(0, match.index), part.slice(match.index)];
}
