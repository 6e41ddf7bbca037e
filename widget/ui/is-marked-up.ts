// Whether a message has anything to format, so that what formats it (parse-text.ts) is fetched for it alone.

const signs = /[*_`[]|:\/\/|^\s*$|^ {0,3}(?:[-•]|\d{1,3}[.)])\s/m;

/** False only for a text, cleaned, that is one paragraph of plain lines whichever way it is parsed. */
export function isMarkedUp(text: string): boolean {
  return signs.test(text);
}
