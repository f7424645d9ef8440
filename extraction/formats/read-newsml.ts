import { type Accepted, rejected } from "../rejection.ts";
import { type ArticleParts, singleSpaced } from "./article-parts.ts";
import { dayOf, isName, severalNames } from "./html-metadata.ts";
import { type NewsItem, newsItems } from "./newsml-items.ts";

/**
 * The article of a NewsML-G2 file (IPTC): that of its `newsItem`, or of the one in a `newsMessage` that has text; of several versions
 * the highest, the later of two that are alike. Headline, byline and day are those of `contentMeta` and `itemMeta`, else those in the
 * NITF. Rejected where there are several articles: all but one would be gone without a word.
 */
export function readNewsml(xml: string): Accepted<ArticleParts> {
  let items: NewsItem[];
  try {
    items = newsItems(xml);
  } catch {
    return rejected("damaged", "is XML that is not well-formed, or uses entities of its own; export it anew");
  }
  const written = items.filter(({ paragraphs }) => paragraphs.length > 0);
  const articles = new Set(written.map(({ guid }, index) => guid || index));
  if (articles.size > 1)
    return rejected(
      "unsupported-format",
      `is a news message with ${articles.size} articles; give each one a file of its own`,
    );
  const item = written.reduce<NewsItem | undefined>(
    (best, one) => (best === undefined || one.version >= best.version ? one : best),
    undefined,
  );
  const said = (name: string): string | null => singleSpaced(item?.said.get(name) ?? "") || null;
  const days = ["contentCreated", "firstCreated", "versionCreated"].map((name) => dayOf(said(name)));
  return {
    ok: true,
    value: {
      title: said("headline") ?? said("hl1"),
      authors: severalNames(said("by") ?? said("byline") ?? "").filter(isName),
      published: days.find((day) => day !== null) ?? null,
      paragraphs: item?.paragraphs ?? [],
    },
  };
}
