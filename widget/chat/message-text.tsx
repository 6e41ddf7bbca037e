// The words of a message: most are plain lines. What has lists, links or emphasis is formatted as soon as the part for
// it is here, and can be read until then.
import type { VNode } from 'preact';
import { cleanText } from '../ui/clean-text.ts';
import { isMarkedUp } from '../ui/is-marked-up.ts';
import { useLater } from './use-later.ts';

interface Props {
  text: string;
  /** The customer's own: only addresses become links. */
  plain?: boolean;
}

export function MessageText({ text, plain }: Props): VNode {
  const clean = cleanText(text);
  const parts = useLater(isMarkedUp(clean));
  if (parts) return <parts.RichText text={text} plain={plain ?? false} />;
  return (
    <p dir="auto">
      {clean.split('\n').map((line, i) => (
        <>
          {i > 0 && <br />}
          {line}
        </>
      ))}
    </p>
  );
}
