// What follows from a value alone is made once for it, when it is first asked for, and goes with it.

/** `make` with a memory by the very object. Only for what does not change: neither the object nor what is made of it. */
export function madeOnce<Of extends object, Made>(make: (of: Of) => Made): (of: Of) => Made {
  const all = new WeakMap<Of, { made: Made }>();
  return (of) => {
    let known = all.get(of);
    if (known === undefined) {
      known = { made: make(of) };
      all.set(of, known);
    }
    return known.made;
  };
}
