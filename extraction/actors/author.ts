import type { SegmentedArticle } from "../segmented-article.ts";
import type { Cast } from "./cast.ts";
import { type Entity, newEntity, unshouted } from "./entity.ts";
import { slug } from "./slug.ts";

/**
 * The article's author: the first name of the byline, or "the author" where there is none. If the text names somebody
 * of that name, both are one: a column that quotes its writer by name quotes the author.
 */
export function authorOf({ authors }: SegmentedArticle, cast: Cast): Entity {
  const written = authors[0]?.name ?? null;
  const printed = written === null ? "the author" : unshouted(written.split(/\s+/u)).join(" ");
  const known = written === null ? null : cast.known.called(printed);
  const name = known?.name ?? printed;
  const id = slug(name) || "the-author";
  const words = name.toLowerCase().split(/\s+/u);
  const author = cast.once(id, () => newEntity(id, name, "author", words, known?.ids));
  for (const one of authors) if (one.name === written) author.mentions.push(one.span);
  return author;
}
