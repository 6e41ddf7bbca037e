// Small markdown to nodes: paragraphs, lists, bold, italic, code, links. No HTML at any step, so there is nothing
// to sanitise; a link exists only with a scheme from the list below. Every pattern runs in linear time.

export type Span =
  | { kind: 'text'; text: string }
  | { kind: 'strong' | 'em'; spans: Span[] }
  | { kind: 'code'; text: string }
  /** `host`: where it truly goes, when its words do not say so. */
  | { kind: 'link'; href: string; text: string; host?: string };

export type Block =
  | { kind: 'paragraph'; lines: Span[][] }
  | { kind: 'list'; ordered: boolean; items: Span[][] };

const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const listItem = /^ {0,3}(?:[-*•]|(\d{1,3})[.)])[ \t]+(?=\S)/;
const spanStart =
  /`([^`\n]{1,500})`|\[([^\][\n]{1,300})\]\(([^()\s]{1,1500})\)|\*\*(?=\S)([^*\n]{1,1000})\*\*|(?<![\w*])[*_](?=\S)([^*_\n]{1,1000})[*_](?![\w*])|\bhttps?:\/\/[^\s<>"'`]{1,1500}/g;
const bareLink = /\bhttps?:\/\/[^\s<>"'`]{1,1500}/g;

/** An assistant's or an agent's text. */
export function parseMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.split('\n')) {
    const last = blocks.at(-1);
    const item = listItem.exec(line);
    if (item) {
      const ordered = item[1] !== undefined;
      const spans = parseSpans(line.slice(item[0].length), spanStart);
      if (last?.kind === 'list' && last.ordered === ordered) last.items.push(spans);
      else blocks.push({ kind: 'list', ordered, items: [spans] });
    } else if (line.trim() === '') blocks.push({ kind: 'paragraph', lines: [] });
    else if (last?.kind === 'paragraph') last.lines.push(parseSpans(line, spanStart));
    else blocks.push({ kind: 'paragraph', lines: [parseSpans(line, spanStart)] });
  }
  return blocks.filter((block) => block.kind === 'list' || block.lines.length > 0);
}

/** A customer's own text: as typed, only with addresses made into links. */
export function parsePlain(text: string): Block[] {
  return [{ kind: 'paragraph', lines: text.split('\n').map((line) => parseSpans(line, bareLink)) }];
}

function parseSpans(line: string, pattern: RegExp): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of line.matchAll(pattern)) {
    const span = toSpan(match);
    if (!span) continue;
    if (match.index > from) spans.push({ kind: 'text', text: line.slice(from, match.index) });
    spans.push(span.span);
    from = match.index + span.length;
  }
  if (from < line.length) spans.push({ kind: 'text', text: line.slice(from) });
  return spans;
}

function toSpan(match: RegExpMatchArray): { span: Span; length: number } | undefined {
  const [whole, code, label, target, strong, em] = match;
  if (code !== undefined) return { span: { kind: 'code', text: code }, length: whole.length };
  if (label !== undefined && target !== undefined) {
    // An image would be fetched from wherever the text says: it stays as it was written.
    if (match.input?.[match.index! - 1] === '!') return undefined;
    const span = toLink(target, label);
    return span && { span, length: whole.length };
  }
  if (strong !== undefined) return wrap('strong', strong, whole);
  if (em !== undefined) return wrap('em', em, whole);
  const address = whole.replace(/[.,;:!?)\]}]+$/, '');
  const span = toLink(address, address);
  return span && { span, length: address.length };
}

function wrap(kind: 'strong' | 'em', inner: string, whole: string): { span: Span; length: number } {
  return { span: { kind, spans: parseSpans(inner, bareLink) }, length: whole.length };
}

/** A link, or undefined when the target is not an absolute address with an allowed scheme. */
function toLink(target: string, text: string): Span | undefined {
  const url = URL.canParse(target) ? new URL(target) : undefined;
  if (!url || !schemes.has(url.protocol)) return undefined;
  const says = text.replace(/^https?:\/\//i, '').toLowerCase();
  const shown = url.host === '' || says === url.host || says.startsWith(`${url.host}/`);
  return { kind: 'link', href: url.href, text, ...(shown ? {} : { host: url.host }) };
}
