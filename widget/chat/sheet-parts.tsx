// What the sheet shows, in one chunk that is fetched when somebody opens it: earlier conversations, the language.
import sheet from './sheet.css?inline';

export { Conversations } from './conversations.tsx';
export const sheetStyle = sheet;
