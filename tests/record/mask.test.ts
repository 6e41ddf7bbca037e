// What P1 hides, in the forms in which card numbers are really pasted, and what it must leave alone.
import { expect, test } from 'vitest';
import { createMask } from '../../server/record/mask.ts';

const mask = createMask([]);

test.each([
  ['4111 1111 1111 1111', '•••• •••• •••• 1111'],
  ['4111-1111-1111-1111', '••••-••••-••••-1111'],
  ['4111\u200B1111\u200B1111\u200B1111', '••••\u200B••••\u200B••••\u200B1111'],
  ['\uFF14\uFF11\uFF11\uFF11 1111 1111 1111', '•••• •••• •••• 1111'],
  ['٤١١١ ١١١١ ١١١١ ١١١١', '•••• •••• •••• ١١١١'],
  ['𝟒𝟏𝟏𝟏 𝟏𝟏𝟏𝟏 𝟏𝟏𝟏𝟏 𝟏𝟏𝟏𝟏', '•••• •••• •••• 𝟏𝟏𝟏𝟏'],
  ['4111.1111.1111.1111', '••••.••••.••••.1111'],
  ['4111\n1111\n1111\n1111', '••••\n••••\n••••\n1111'],
  ['378282246310005', '•••••••••••0005'],
  ['3782 822463 10005', '•••• •••••• •0005'],
  ['it is 5555555555554444, cvv 321', 'it is ••••••••••••4444, cvv •••'],
  ['4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1', '• • • • • • • • • • • • 1 1 1 1'],
  ['4111,1111,1111,1111', '••••,••••,••••,1111'],
  ['it is 4111 1111 1111 1111 12/28 123 thanks', 'it is •••• •••• •••• 1111 12/28 ••• thanks'],
  ['on 2024-01-15 4111 1111 1111 1111', 'on 2024-01-15 •••• •••• •••• 1111'],
  ['4111111111111111 and 5555 5555 5555 4444', '••••••••••••1111 and •••• •••• •••• 4444'],
  ['%B4111111111111111^DOE/JANE^2512', '%B••••••••••••1111^DOE/JANE^2512'],
  ['my security code is 0123', 'my security code is ••••'],
  ['CVC: 987', 'CVC: •••'],
  ['+4111111111111111', '+••••••••••••1111'],
])('P1 hides all but the last four of %j', (written, stored) => {
  expect(mask(written)).toBe(stored);
  expect(mask(stored)).toBe(stored);
});

test.each([
  '4000 1234 5678 9010',
  'invoice 4111111111111113',
  // A telephone number whose digits pass the check by chance.
  'call me at +49 170 1234 5675 or +4917012345675',
  '00491701234560',
  'DE89 3704 0044 0532 0130 00',
  'I have 3 bags, 2 seats and flight ME204 on 2025-11-30 at 12:45',
  'tracking 00340434161094042557',
])('P1 leaves %j as it is', (written) => {
  expect(mask(written)).toBe(written);
});

test('P1 hides the rest of a number that is split over messages', () => {
  expect(mask('1111 1111', { before: ['4111 1111'] })).toBe('•••• 1111');
  expect(mask('1111', { before: ['4111', '1111', '1111'] })).toBe('••••');
  expect(mask('1111', { before: ['my card: 4111 1111 1111'] })).toBe('••••');
  expect(mask('123', { before: ['•••• •••• •••• 1111'] })).toBe('•••');
  expect(mask('1111 1111', { before: ['4111 1112'] })).toBe('1111 1111');
});

test('P1 does not take what an earlier masking left for the beginning of another number', () => {
  expect(mask('2345678901234', { before: ['•••• 1111'] })).toBe('2345678901234');
});

test("P1 keeps the customer's own known references", () => {
  expect(mask('my ticket 4111-1111 1111-1111', { known: ['4111111111111111'] })).toBe(
    'my ticket 4111-1111 1111-1111',
  );
  const listed = createMask(['\\bME\\d{6}\\b']);
  expect(listed('ME123456 and me 999 and ME654321', { known: ['me-123456'] })).toBe(
    'ME123456 and me 999 and ••••••••',
  );
});

test('P1 hides what the site lists, overlapping or not', () => {
  const listed = createMask(['\\b\\d{3}-\\d{2}-\\d{4}\\b', 'policy\\s*\\w+', '\\d{4}\\b']);
  expect(listed('my ssn 123-45-6789, Policy AB12')).toBe('my ssn •••-••-••••, •••••• ••••');
});

test('P1 cuts off a pattern that runs away, and hides every digit instead', () => {
  const warnings: string[] = [];
  const runaway = createMask(['(a+)+$'], (text) => warnings.push(text));
  expect(runaway(`${'a'.repeat(3000)}! 12 and 345`)).toBe(`${'a'.repeat(3000)}! •• and •••`);
  expect(warnings).toHaveLength(1);
  expect(runaway('short 12')).toBe('short 12');
});

test('P1 refuses a pattern that is none', () => {
  expect(() => createMask(['('])).toThrow(SyntaxError);
});
