// Whether a text is one e-mail address and nothing beside it: no line end, no second address, no display name.

const address =
  /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@(?=.{4,190}$)[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)+$/u;

/** The address as it is written to, or undefined. */
export function mailAddress(text: string): string | undefined {
  const trimmed = text.trim();
  return address.test(trimmed) ? trimmed : undefined;
}
