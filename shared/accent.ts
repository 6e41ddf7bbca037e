// One accent colour in, its readable partners out: whatever a site owner picks, words on it and words in it can
// be read. The server finds them for a site's own accent, the panel for one that its page chose. Contrast as in WCAG 2.2,
// "relative luminance" and "contrast ratio".

type Rgb = readonly [number, number, number];

const white: Rgb = [255, 255, 255];
const ink: Rgb = [20, 24, 31];
const black: Rgb = [0, 0, 0];
/** The grounds that accent-coloured words stand on, softest of each scheme (tokens.css `--bg-soft`). */
const lightGround: Rgb = [244, 245, 247];
const darkGround: Rgb = [31, 36, 44];
const readable = 4.5;

export interface AccentPartners {
  /** For words and marks on the accent. */
  onAccent: string;
  /** The accent as words on a light ground, on a dark ground. */
  textOnLight: string;
  textOnDark: string;
}

/** Partners of `#rrggbb`, each with a contrast of at least 4.5 to its ground; undefined for anything else. */
export function accentPartners(accent: string): AccentPartners | undefined {
  const colour = parse(accent);
  if (!colour) return undefined;
  // Of white and black one always reads; the softer ink comes before black.
  const onAccent = [white, ink].find((words) => contrast(words, colour) >= readable) ?? black;
  return {
    onAccent: format(onAccent),
    textOnLight: format(towards(black, colour, lightGround)),
    textOnDark: format(towards(white, colour, darkGround)),
  };
}

/** Ratio 1..21 between two `#rrggbb` colours. */
export function contrastOf(one: string, other: string): number {
  return contrast(parse(one) ?? white, parse(other) ?? white);
}

/** The colour moved towards `end` in steps of a twentieth until it reads on `ground`. */
function towards(end: Rgb, colour: Rgb, ground: Rgb): Rgb {
  for (let step = 0; step < 20; step++) {
    const mixed = colour.map((part, i) => Math.round(part + ((end[i]! - part) * step) / 20));
    const candidate: Rgb = [mixed[0]!, mixed[1]!, mixed[2]!];
    if (contrast(candidate, ground) >= readable) return candidate;
  }
  return end;
}

function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance([r, g, b]: Rgb): number {
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function parse(hex: string): Rgb | undefined {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) return undefined;
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function format(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
