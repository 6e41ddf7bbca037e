// A saved reply with its {placeholders} filled for this conversation; what is not known stays to be filled by hand.

export interface Filled {
  text: string;
  /** Where the first open placeholder stands, for the composer to select. */
  open?: { from: number; to: number };
}

const placeholder = /( ?)\{([a-z][a-z0-9.-]*)\}/gi;

/** A value of '' is known to be nothing: it goes with the space before it ("Hello {name}, …" to a customer without one). */
export function fillPlaceholders(text: string, values: Record<string, string | undefined>): Filled {
  const filled = text.replace(placeholder, (whole, space: string, name: string) => {
    const value = values[name.toLowerCase()];
    if (value === undefined) return whole;
    return value && space + value;
  });
  const open = openPlaceholder(filled);
  return open ? { text: filled, open } : { text: filled };
}

/** Where a placeholder still stands in a text. */
export function openPlaceholder(text: string): { from: number; to: number } | undefined {
  const at = text.search(/\{[a-z][a-z0-9.-]*\}/i);
  return at < 0 ? undefined : { from: at, to: text.indexOf('}', at) + 1 };
}
