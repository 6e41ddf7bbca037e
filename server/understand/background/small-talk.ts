// Background sentences: talk that asks a business for nothing.

export const smallTalk: readonly string[] = [
  'it has been raining here since Tuesday',
  'my sister finally learned how to ride a bike',
  'who do you think will win the match tonight',
];
