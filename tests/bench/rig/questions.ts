// What the benches' customers ask: questions that the airline's articles answer, so that a conversation goes on
// for as many turns as wanted and every turn has a reply.
export const questions = [
  'How much baggage may I take with me?',
  'What does a checked bag cost at the airport?',
  'Can I bring a surfboard on the plane?',
  'How do I check in online?',
  'When does the check-in open?',
  'What happens when my flight is delayed?',
  'Do I get compensation for a delay of four hours?',
  'May my dog travel in the cabin?',
  'How can I get an invoice for my trip?',
  'How long does a refund take?',
  'Can I choose my seat in advance?',
  'Is there wifi on board?',
];
