// A saved reply with its {placeholders} filled for this conversation; what is not known stays to be filled by hand.

export interface Filled {
  text: string;
  /** Where the first open placeholder stands, for the composer to select. */
  open?: { from: number; to: number };
}

const placeholder = /\{([a-z][a-z0-9.-]*)\}/gi;

export function fillPlaceholders(text: string, values: Record<string, string | undefined>): Filled {
  const filled = text.replace(placeholder, (whole, name: string) => values[name.toLowerCase()] || whole);
  const open = filled.search(placeholder);
  if (open < 0) return { text: filled };
  return { text: filled, open: { from: open, to: filled.indexOf('}', open) + 1 } };
}
