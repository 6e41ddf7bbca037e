// Whether a reference that somebody wrote stands in what is known: spaces, dashes and capitals are written in many ways.

/** `texts`: the values of the records that are known; `reference` may be a part of one. */
export function bearsReference(texts: unknown[], reference: string): boolean {
  const wanted = plain(reference);
  return texts.some((text) => plain(text).includes(wanted));
}

function plain(text: unknown): string {
  return String(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
