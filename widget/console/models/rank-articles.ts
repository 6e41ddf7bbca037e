// Articles that may help with this conversation: those whose titles share words with what the customer wrote and
// with what it was read as. Only titles are known here; the best come first, the rest stay in their order.

export interface ArticleTitle {
  id: string;
  title: string;
  url?: string;
}

const shortest = 3;

export function rankArticles(articles: readonly ArticleTitle[], texts: readonly string[]): ArticleTitle[] {
  const said = new Set(texts.flatMap(stems));
  return articles
    .map((article, at) => ({
      article,
      at,
      shared: stems(article.title).filter((stem) => said.has(stem)).length,
    }))
    .sort((a, b) => b.shared - a.shared || a.at - b.at)
    .map((each) => each.article);
}

/** Words cut to their first five letters: "bags", "baggage" and "cancelling" meet their like. */
function stems(text: string): string[] {
  const words = text.toLocaleLowerCase().match(/\p{L}+/gu) ?? [];
  return [...new Set(words.filter((word) => word.length >= shortest).map((word) => word.slice(0, 5)))];
}
