// Whether two texts are the same words: case, punctuation, spaces and quotation marks aside. What was typed
// counts as a confirmation's button only when it is the button's whole label (D4).

export function sameWords(a: string, b: string): boolean {
  const left = bare(a);
  return left !== '' && left === bare(b);
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
