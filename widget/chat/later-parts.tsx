// What the first look at the panel does not need, in one chunk: questions, cards, waiting, leaving a message, the end.
// fetch-later.ts fetches it when the customer begins to write, or when it is needed.
import cards from './cards.css?inline';
import choices from './choices.css?inline';
import dock from './dock.css?inline';

export { Confirmation } from './confirmation.tsx';
export { Ending } from './ending.tsx';
export { Left } from './left.tsx';
export { Question } from './question.tsx';
export { ReceiptCard } from './receipt-card.tsx';
export { Waiting } from './waiting.tsx';
export const laterStyle = cards + choices + dock;
