// Whoever says it: mood, distress and the wish for a person are read alike in every register.
import { describe, expect, it } from 'vitest';
import { readDistress } from '../../server/understand/distress.ts';
import { readStance } from '../../server/understand/guard.ts';
import { readLanguage } from '../../server/understand/language.ts';
import { readMood } from '../../server/understand/mood.ts';
import { wantsPerson } from '../../server/understand/wants-person.ts';
import { meanings, registerNames } from './registers/registers.ts';

const threshold = 0.6;
const frustration = (text: string) => readMood(text, { recent: [], wantsPerson: false }).frustration;

describe.each([...registerNames])('%s English', (register) => {
  it.each(meanings.map((meaning) => [meaning.said[register], meaning] as const))(
    '"%s"',
    (text, { frustrated }) => {
      for (const said of [text, text.toUpperCase(), text.replace(/[^\p{L}\p{N}\s]/gu, '')]) {
        expect(frustration(said) >= threshold, said).toBe(frustrated);
        expect(readDistress(said), said).toBe(false);
        expect(wantsPerson(said), said).toBe(false);
        expect(readLanguage(said, ['en', 'de'], 'en'), said).toBe('en');
        if (!frustrated) expect(readStance(said, 'en').guard, said).not.toBe('negated');
      }
    },
  );
});
