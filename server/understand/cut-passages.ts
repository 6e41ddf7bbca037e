// Cuts an article (Markdown) into passages short enough to be an answer in a conversation.

export interface CutPassage {
  /** Of the section it stands in; empty before the first. */
  heading: string;
  /** Markdown, without headings. */
  text: string;
}

/** Characters; a section that is longer is cut between paragraphs. */
const longest = 600;

export function cutPassages(markdown: string): CutPassage[] {
  const passages: CutPassage[] = [];
  let heading = '';
  let text = '';
  const close = () => {
    if (text.trim() !== '') passages.push({ heading, text: text.trim() });
    text = '';
  };
  for (const block of markdown.split(/\n\s*\n|(?=^#{1,6}\s)/m)) {
    const title = /^#{1,6}\s+(.*?)\s*#*\s*(?:\n|$)/.exec(block);
    const rest = title === null ? block : block.slice(title[0].length);
    if (title !== null) {
      close();
      heading = title[1]!;
    }
    if (text !== '' && text.length + rest.length > longest) close();
    text = text === '' ? rest : `${text}\n\n${rest}`;
  }
  close();
  return passages;
}
