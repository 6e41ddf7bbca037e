// Whether a message begins with a yes or a no and goes on, asking nothing: "yes but not that one" is a word to the
// card that is open, and no request of its own.

const yes = /^(?:yes|yeah|yep|yup|ok|okay|sure|ja|jo|klar|sí|vale|oui|d['’]accord|sim)[\s,.!;:–—-]+\p{L}/iu;
/** "No refund arrived" begins with none: a stop has to follow where the word may go on. */
const no = /^(?:(?:no|nah|nö|nee|non|não)\s*[,.!;:–—-]|(?:nope|nein)[\s,.!;:–—-])\s*\p{L}/iu;
const asks = /\?|\b(?:what|how|which|when|where|who|why|was|wie|welche\w*|wann|wo|wer|warum|wieso)\b/iu;

export function opensWith(text: string): 'yes' | 'no' | undefined {
  const said = text.normalize('NFKC').trim();
  const begins = yes.test(said) ? 'yes' : no.test(said) ? 'no' : undefined;
  return begins === undefined || asks.test(said) ? undefined : begins;
}
