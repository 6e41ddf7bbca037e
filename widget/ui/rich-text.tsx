// Shows a message's text: cleaned, parsed, built as nodes. Each paragraph and list finds its own direction.
import type { VNode } from 'preact';
import { cleanText } from './clean-text.ts';
import { type Block, parseMarkdown, parsePlain, type Span } from './parse-text.ts';

interface Props {
  text: string;
  /** Only addresses become links; everything else is shown as typed. */
  plain?: boolean;
}

/** The text of a message as paragraphs and lists. */
export function RichText({ text, plain }: Props): VNode {
  const clean = cleanText(text);
  return <>{(plain ? parsePlain(clean) : parseMarkdown(clean)).map(toBlock)}</>;
}

function toBlock(block: Block): VNode {
  if (block.kind === 'list') {
    const items = block.items.map((spans) => <li>{spans.map(toNode)}</li>);
    return block.ordered ? <ol dir="auto">{items}</ol> : <ul dir="auto">{items}</ul>;
  }
  return (
    <p dir="auto">
      {block.lines.map((spans, i) => (
        <>
          {i > 0 && <br />}
          {spans.map(toNode)}
        </>
      ))}
    </p>
  );
}

function toNode(span: Span): VNode | string {
  switch (span.kind) {
    case 'text':
      return span.text;
    case 'strong':
      return <strong>{span.spans.map(toNode)}</strong>;
    case 'em':
      return <em>{span.spans.map(toNode)}</em>;
    case 'code':
      return <code dir="ltr">{span.text}</code>;
    case 'link':
      return (
        <>
          <a href={span.href} target="_blank" rel="noopener noreferrer nofollow">
            {span.text}
          </a>
          {span.host && (
            <bdi class="host" dir="ltr">
              {' '}
              ({span.host})
            </bdi>
          )}
        </>
      );
  }
}
