// What a screen reader makes of a page, from Chromium's own accessibility tree: one line for each thing in reading order.
import type { Page } from 'playwright-core';

interface Value {
  value?: unknown;
}
interface Node {
  nodeId: string;
  ignored: boolean;
  role?: Value;
  name?: Value;
  description?: Value;
  properties?: { name: string; value: Value }[];
  childIds?: string[];
  parentId?: string;
}

/** Said by their name, whatever is inside. */
const whole = new Set([
  'button',
  'link',
  'textbox',
  'radio',
  'heading',
  'DisclosureTriangle',
  'progressbar',
  'image',
]);
/** Said as the beginning of what is inside. */
const around = new Set([
  'main',
  'banner',
  'region',
  'log',
  'group',
  'status',
  'alert',
  'form',
  'list',
  'listitem',
]);
const words: Record<string, string> = { DisclosureTriangle: 'disclosure', textbox: 'edit' };
const states = ['disabled', 'expanded', 'checked', 'invalid', 'required', 'live', 'focused'];

/** Lines such as `button "Send", disabled`; what is inside of something is indented by two. */
export async function whatIsHeard(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: Node[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines: string[] = [];
  let text: { within: string; depth: number; said: string } | undefined;
  const flush = () => {
    if (text?.said) lines.push(`${'  '.repeat(text.depth)}"${text.said}"`);
    text = undefined;
  };
  const visit = (node: Node, depth: number, within: string) => {
    const role = String(node.role?.value ?? '');
    if (!node.ignored && role === 'StaticText') {
      if (text && text.within !== within) flush();
      text ??= { within, depth, said: '' };
      text.said = plain(`${text.said} ${node.name?.value ?? ''}`);
      return;
    }
    const says = !node.ignored && (whole.has(role) || around.has(role));
    if (says) {
      flush();
      lines.push('  '.repeat(depth) + line(node, role));
      if (whole.has(role)) return;
    }
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) visit(child, says ? depth + 1 : depth, node.nodeId);
    }
    if (says) flush();
  };
  const root = nodes.find(({ parentId }) => parentId === undefined);
  if (root) visit(root, 0, root.nodeId);
  flush();
  return lines;
}

function line(node: Node, role: string): string {
  const name = plain(String(node.name?.value ?? ''));
  const about = plain(String(node.description?.value ?? ''));
  const said = states.flatMap((state) => {
    const value = node.properties?.find((property) => property.name === state)?.value.value;
    if (value === undefined || value === 'off' || value === 'false') return [];
    if (state === 'expanded') return [value ? 'expanded' : 'collapsed'];
    if (state === 'live') return [String(value)];
    return value === false ? [] : [state];
  });
  return [
    `${words[role] ?? role}${name ? ` "${name}"` : ''}`,
    ...(about && about !== name ? [`described "${about}"`] : []),
    ...said,
  ].join(', ');
}

function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ (?=[:,.)])|(?<=\() /g, '')
    .trim();
}
