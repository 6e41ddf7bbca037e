// What sending files needs, in one chunk: fetched once an agent has a conversation in hand (reply-files-fetched.ts).
import attach from '../../ui/attach.css?inline';
import files from '../styles/files.css?inline';

export { createReplyFiles } from '../models/reply-files-model.ts';
export { ReplyFiles } from './reply-files.tsx';
export const filesStyle = attach + files;
