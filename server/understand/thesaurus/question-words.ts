// Thesaurus: Question words and other small words that say what kind of message it is. Each line is one idea; `_` joins
// the words of a phrase.

export const questionWords: readonly string[] = [
  'how how_do how_can how_to in_what_way method steps procedure process',
  'where place location',
  'when what_time how_soon what_day',
  'why reason how_come what_for cause',
  'who whom whose',
  'how_long duration time_take how_many_days',
  "not don't doesn't didn't isn't can't cannot won't haven't hasn't wasn't never dont cant didnt wont isnt hasnt havent unable couldn't couldnt aint no",
  'please kindly pls plz',
  'yes yeah yep sure ok okay',
  'hello hi hey greetings',
  'bye goodbye farewell',
  'thanks thank thx appreciate',
  'still yet already',
  'because since due',
  'my mine our',
  'you u your ur',
];
