// Whatever accent a site owner picks, what stands on it and what is written in it can be read (WCAG 2.2, 4.5 : 1).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accentPartners, contrastOf } from '../../shared/accent.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('an accent', () => {
  it('gets partners with a contrast of at least 4.5', () => {
    fc.assert(
      fc.property(colour, (accent) => {
        const partners = accentPartners(accent)!;
        expect(contrastOf(partners.onAccent, accent)).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf(partners.textOnLight, '#f4f5f7')).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf(partners.textOnDark, '#1f242c')).toBeGreaterThanOrEqual(4.5);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it('knows white on black as 21 : 1, and takes nothing but #rrggbb', () => {
    expect(contrastOf('#ffffff', '#000000')).toBeCloseTo(21, 5);
    expect(accentPartners('red')).toBeUndefined();
  });
});
