// Mood from words and from the dialogue: what must be felt, and what must not (no false empathy).
import { describe, expect, it } from 'vitest';
import { readMood } from '../../server/understand/mood.ts';
import { moodWeights } from '../../server/understand/mood-weights.ts';
import type { PastMessage } from '../../server/understand/reading-context.ts';

const threshold = 0.6;
const mood = (text: string, recent: PastMessage[] = [], wantsPerson = false) =>
  readMood(text, { recent, wantsPerson });
const said = (from: PastMessage['from'], text: string, at: number): PastMessage => ({ from, text, at });

describe('readMood', () => {
  it.each([
    'this is ridiculous',
    'I have told you this three times already',
    'worst airline ever',
    'what a joke, nobody helps me',
    'I am really disappointed with your service',
    'you people are useless, what a waste of time',
    'thanks for nothing',
    'Das ist eine Frechheit',
    'ich habe das schon zum dritten Mal geschrieben',
    'unfassbar schlecht',
  ])('is frustrated: %s', (text) => {
    expect(mood(text).frustration).toBeGreaterThanOrEqual(threshold);
  });

  it.each([
    'I want to cancel my flight',
    'please remove my bag',
    'how much is a second bag',
    'my parcel has not arrived yet',
    'thank you, that was great',
    'I love the new seats',
    'my name is Anger Holdings',
    'can I change the date',
    'no problem at all',
    'where is my order',
    'I need a refund please',
    'the bag is damaged',
    'I lost my card',
    'CAN I CHANGE MY SEAT',
    'ok',
    'what is the fee',
    'Wo ist mein Paket?',
    'Ich möchte meinen Flug stornieren',
    'ich brauche eine Rechnung',
    'my flight was cancelled',
  ])('E4 is calm: %s', (text) => {
    const { frustration, urgency, confusion } = mood(text);
    expect(frustration).toBeLessThan(threshold);
    expect(urgency).toBeLessThan(threshold);
    expect(confusion).toBeLessThan(threshold);
  });

  it.each([
    'this is urgent',
    'I need it ASAP',
    'my flight leaves in an hour',
    'please hurry, we are boarding',
    'I am locked out',
    'es ist dringend',
    'bitte sofort',
    'answer me right now, the deadline is tonight',
  ])('presses: %s', (text) => {
    expect(mood(text).urgency).toBeGreaterThanOrEqual(threshold);
  });

  it.each([
    'not urgent',
    'no rush',
    'is the urgent care plan included',
    'emergency exit row please',
    'take your time',
    'nicht dringend',
    'what time is it right now',
  ])('does not press: %s', (text) => {
    expect(mood(text).urgency).toBeLessThan(threshold);
  });

  it.each([
    "I don't understand",
    'what do you mean?',
    "I'm confused about the two prices",
    'which button do you mean?',
    'that makes no sense',
    'das verstehe ich nicht',
    'no idea what that means',
  ])('is confused: %s', (text) => {
    expect(mood(text).confusion).toBeGreaterThanOrEqual(threshold);
  });

  it('grows with rephrasing and with failures', () => {
    const text = 'I want the bag gone from my booking';
    const once = mood(text).frustration;
    const again = mood(text, [
      said('customer', 'take the bag off my booking', 1),
      said('assistant', 'Sorry, I did not understand that.', 2),
      said('customer', 'the bag on my booking should be gone', 3),
      said('assistant', 'Sorry, I did not get that.', 4),
    ]);
    expect(again.frustration).toBeGreaterThan(2 * once);
    expect(again.confusion).toBeGreaterThan(mood(text).confusion);
  });

  it('grows with asking for a person after a failure, not before', () => {
    const failure = [said('assistant', 'Sorry, that went wrong.', 1)];
    expect(mood('a person please', failure, true).frustration).toBeGreaterThan(
      mood('a person please', [], true).frustration,
    );
  });

  it('stays a probability', () => {
    for (const text of [
      '',
      '!!!',
      'A'.repeat(4000),
      '😡😡😡',
      'fuck this useless shit worst service ever!!!',
    ]) {
      for (const value of Object.values(mood(text))) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
    }
  });

  it('carries at most 100 KB of weights, numbers only', () => {
    expect(JSON.stringify(moodWeights).length).toBeLessThanOrEqual(100_000);
    for (const model of Object.values(moodWeights)) expect(model.weights).toMatch(/^[A-Za-z0-9+/=]+$/);
  });
});
