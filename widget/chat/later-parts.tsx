// What the first look at the panel does not need, in one chunk: questions, cards, waiting, leaving a message, the end,
// files, formatted text, and the words of all of these.
// fetch-later.ts fetches it when the customer first moves in the panel, or when it is needed.
import attach from '../ui/attach.css?inline';
import buttons from '../ui/buttons.css?inline';
import fileView from '../ui/file-view.css?inline';
import richText from '../ui/rich-text.css?inline';
import cards from './cards.css?inline';
import choices from './choices.css?inline';
import dock from './dock.css?inline';
import latest from './latest.css?inline';
import sheet from './sheet-frame.css?inline';
import typing from './typing.css?inline';

export { RichText } from '../ui/rich-text.tsx';
export { enLater } from '../ui/strings/en-later.ts';
export { Attach } from './attach.tsx';
export { Count } from './count.tsx';
export { Ending } from './ending.tsx';
export { EventLine } from './event-line.tsx';
export { Latest } from './latest.tsx';
export { Left } from './left.tsx';
export { Mute } from './mute.tsx';
export { NotSent } from './not-sent.tsx';
export { Refusal } from './refusal.tsx';
export { Sheet, SheetButton } from './sheet.tsx';
export { Typing } from './typing.tsx';
export { Waiting } from './waiting.tsx';
export { WhichCard } from './which-card.tsx';
export const laterStyle =
  buttons + latest + cards + choices + dock + fileView + richText + attach + sheet + typing;
