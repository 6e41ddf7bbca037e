// Which saved replies fit what stands after the slash.

export interface SavedReply {
  id: string;
  title: string;
  text: string;
}

/**
 * What is searched for when the text is a slash and words; undefined when it is not. Only a text that begins with
 * the slash asks for saved replies: "and/or" does not.
 */
export function slashQuery(text: string): string | undefined {
  const found = /^\/([^\n]{0,60})$/.exec(text);
  return found ? found[1]!.trim().toLocaleLowerCase() : undefined;
}

/** Titles that begin with the query first, then those and texts that contain it; at most eight. */
export function fittingReplies(replies: readonly SavedReply[], query: string): SavedReply[] {
  const rank = ({ title, text, id }: SavedReply) => {
    const name = title.toLocaleLowerCase();
    if (name.startsWith(query) || id.startsWith(query)) return 0;
    if (name.includes(query)) return 1;
    return text.toLocaleLowerCase().includes(query) ? 2 : 3;
  };
  return replies
    .map((reply, at) => ({ reply, at, rank: rank(reply) }))
    .filter((each) => each.rank < 3)
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .slice(0, 8)
    .map((each) => each.reply);
}
