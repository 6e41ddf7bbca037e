// What dock.tsx fetches: one chunk with its own style sheet.
import './dock.css';

export { Ending } from './ending.tsx';
export { Left } from './left.tsx';
export { Waiting } from './waiting.tsx';
