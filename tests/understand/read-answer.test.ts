// Typed answers to an open question.
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../server/understand/read-answer.ts';

const clarify = [
  { id: 'cancel-flight', label: 'Cancel my flight' },
  { id: 'remove-bag', label: 'Remove a bag from my booking' },
  { id: 'change-flight', label: 'Change my flight to another day' },
];
const records = [
  { id: 'b1', label: 'Flight ME204 to Oslo, 12 Dec' },
  { id: 'b2', label: 'Flight ME311 to Lisbon, 20 Dec' },
];
const confirm = [
  { id: 'keep', label: 'Keep my flight' },
  { id: 'do', label: 'Cancel flight ME204' },
];
const bags = [
  { id: 'one', label: '2 bags' },
  { id: 'two', label: '1 bag' },
];
const german = [
  { id: 'cancel', label: 'Meinen Flug stornieren' },
  { id: 'bag', label: 'Ein Gepäckstück entfernen' },
];

describe('C5 a typed answer counts as the button', () => {
  it.each([
    ['Cancel my flight', 'cancel-flight', true],
    ['cancel my flight!', 'cancel-flight', true],
    ['CANCELMYFLIGHT', 'cancel-flight', true],
    ['remove a bag', 'remove-bag', false],
    ['the bag', 'remove-bag', false],
    ['bag please', 'remove-bag', false],
    ['i mean the bag', 'remove-bag', false],
    ['remve bag', 'remove-bag', false],
    ['another day', 'change-flight', false],
    ['2', 'remove-bag', false],
    ['2.', 'remove-bag', false],
    ['(2)', 'remove-bag', false],
    ['number 2', 'remove-bag', false],
    ['option two please', 'remove-bag', false],
    ['b', 'remove-bag', false],
    ['B)', 'remove-bag', false],
    ['the second one', 'remove-bag', false],
    ['second', 'remove-bag', false],
    ['first', 'cancel-flight', false],
    ['1st one', 'cancel-flight', false],
    ['the first one please', 'cancel-flight', false],
    ['the last one', 'change-flight', false],
    ['yes, the first', 'cancel-flight', false],
    ['third option', 'change-flight', false],
    ['cancel', 'cancel-flight', false],
    ['change', 'change-flight', false],
  ])('C5 reads "%s" as %s', (text, choice, whole) => {
    expect(readAnswer(text, clarify)).toEqual({ choice, whole });
  });

  it.each([
    ['oslo', 'b1'],
    ['the Oslo one', 'b1'],
    ['ME311', 'b2'],
    ['lisbon please', 'b2'],
    ['lisbn', 'b2'],
    ['the one on 12 december', 'b1'],
    ['me204', 'b1'],
  ])('C5 reads "%s" among records', (text, choice) => {
    expect(readAnswer(text, records)?.choice).toBe(choice);
  });

  it.each([
    ['die zweite', 'bag'],
    ['das erste bitte', 'cancel'],
    ['nummer 2', 'bag'],
    ['stornieren', 'cancel'],
    ['gepäck', 'bag'],
    ['Meinen Flug stornieren', 'cancel'],
    ['die letzte', 'bag'],
  ])('C5 reads "%s" in German', (text, choice) => {
    expect(readAnswer(text, german)?.choice).toBe(choice);
  });

  it.each([
    'flight',
    'my flight',
    '4',
    'd',
    'the fifth one',
    'not the bag',
    'anything but the second',
    'what does the bag cost?',
    'how much is it',
    'the bag or the flight',
    'hello',
    'hm',
    '',
    '!!!',
    'yes',
    'no',
    'cancel my hotel',
    'i would like to speak to a person',
    'the first time i booked it was cheaper',
    'neither',
    'ok',
    'it',
    'the',
    'the one',
  ])('C6 takes "%s" for no answer', (text) => {
    expect(readAnswer(text, clarify)).toBeUndefined();
  });

  it('does not guess between a place and a number in a label', () => {
    expect(readAnswer('2', bags)).toBeUndefined();
    expect(readAnswer('2 bags', bags)).toEqual({ choice: 'one', whole: true });
    expect(readAnswer('the second one', bags)?.choice).toBe('two');
  });
});

describe('D4 only the label typed whole confirms', () => {
  it.each(['Cancel flight ME204', 'cancel flight me204', 'Cancel flight ME204.', ' cancel  flight me-204 '])(
    'D4 "%s" is the whole label',
    (text) => {
      expect(readAnswer(text, confirm)).toEqual({ choice: 'do', whole: true });
    },
  );

  it.each([
    'yes',
    'ok',
    'yes but not that one',
    'do it',
    'sure',
    'yes but keep the bag',
    "don't cancel flight ME204",
    'no',
    'cancel flight ME204 and the other one',
    'cancel',
  ])('D4 "%s" is not', (text) => {
    expect(readAnswer(text, confirm)?.whole ?? false).toBe(false);
  });

  it('D4 "yes but not that one" is no answer at all', () => {
    expect(readAnswer('yes but not that one', confirm)).toBeUndefined();
    expect(readAnswer('yes but not that one', records)).toBeUndefined();
  });
});
