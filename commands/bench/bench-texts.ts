import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("../../test/articles/", import.meta.url);

/** The project's own articles, one after the other: about 4,500 words. */
const allArticles = (): string =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => readFileSync(new URL(name, folder), "utf8").trim())
    .join("\n\n");

/** How many words a text has. */
export const wordsIn = (text: string): number => text.match(/\S+/gu)?.length ?? 0;

/** Texts of about so many words: the project's articles in one, cut between paragraphs. */
export function articlesOf(words: number): readonly string[] {
  const articles: string[] = [];
  let paragraphs: string[] = [];
  let count = 0;
  for (const paragraph of allArticles().split(/\n{2,}/u)) {
    paragraphs.push(paragraph);
    count += wordsIn(paragraph);
    if (count < words) continue;
    articles.push(paragraphs.join("\n\n"));
    paragraphs = [];
    count = 0;
  }
  return articles;
}

/** One text of about so many words: the project's articles again and again, with other days so that nothing repeats. */
export function textOf(words: number): string {
  const once = allArticles();
  const copies = Math.max(1, Math.round(words / wordsIn(once)));
  return Array.from({ length: copies }, (_, copy) => once.replaceAll("Monday", `Monday ${copy}`)).join(
    "\n\n",
  );
}
