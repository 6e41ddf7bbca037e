// A small made-up site's phrases for the tests of the intent model: six intents of a library.

const phrases: Record<string, string[]> = {
  'renew-loan': [
    'I want to renew my book',
    'can I keep this novel for longer',
    'extend my loan please',
    'renew everything I have borrowed',
    'my books are due tomorrow, can I get more time',
    'please prolong the loan',
    'may I have the book for another week',
    'renewal of two items',
  ],
  'opening-hours': [
    'when do you open on Saturday',
    'what are your opening hours',
    'are you open today',
    'until when is the library open',
    'opening times please',
    'is the reading room open on Sunday',
    'what time do you close',
    'hours during the holidays',
  ],
  'lost-card': [
    'I lost my library card',
    'my card is gone',
    'I need a replacement for my card',
    'somebody stole my library card',
    'how do I get a new card',
    'my reader card is missing',
    'card lost, please block it',
    'I cannot find my membership card',
  ],
  'pay-fine': [
    'I want to pay my fine',
    'how much do I owe for late books',
    'where can I pay the overdue fee',
    'settle my late charges',
    'pay what I owe',
    'I got a reminder with a fee',
    'can I pay the penalty by card',
    'overdue charges payment',
  ],
  'reserve-book': [
    'reserve a book for me',
    'can you put the new thriller aside',
    'I would like to place a hold',
    'hold this title at the desk',
    'reserve the next copy that comes back',
    'put me on the waiting list for a novel',
    'can I book a title that is out',
    'reservation of an audio book',
  ],
  'book-room': [
    'I need a study room for four people',
    'book a group room',
    'can we use a room on Friday afternoon',
    'reserve the small study room',
    'is a quiet room free at three',
    'room booking for tomorrow',
    'we want a room with a screen',
    'how do I book a carrel',
  ],
};

/** The phrases of the first `intents`, `each` of each. */
export function fewPhrases(intents = 6, each = 8): { intent: string; text: string }[] {
  return Object.entries(phrases)
    .slice(0, intents)
    .flatMap(([intent, texts]) => texts.slice(0, each).map((text) => ({ intent, text })));
}
