// How a row of the thread is drawn, as what shows a conversation beside the thread takes it.
import type { VNode } from 'preact';
import type { Row } from './thread-rows.ts';

export type DrawRow = (props: { row: Row; closed?: boolean }) => VNode;
