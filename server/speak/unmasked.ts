// A composed text as a reader takes it in: without marks, invisible characters, look-alike letters or letters set
// apart, so that the gate reads what the customer would.

/** Cyrillic and Greek letters that look like Latin ones. */
const lookAlikes: Record<string, string> = {
  а: 'a',
  в: 'b',
  е: 'e',
  ё: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
  ј: 'j',
  ԁ: 'd',
  ӏ: 'l',
  α: 'a',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ı: 'i',
};

/** Lower-case, with plain apostrophes and single spaces; line ends stay, for they end sentences. */
export function unmasked(text: string): string {
  return [...text.normalize('NFKC').toLowerCase()]
    .map((letter) => lookAlikes[letter] ?? letter)
    .join('')
    .replace(/\p{Cf}/gu, '')
    .replace(/[*_`~#>|]/g, '')
    .replace(/[’‘ʼ´]/g, "'")
    .replace(/[^\S\n]+/g, ' ')
    .replace(/(?<!\p{L})\p{L}(?:[ .-]\p{L}){3,}(?!\p{L})/gu, (apart) => apart.replace(/[ .-]/g, ''))
    .trim();
}
