import { type Accepted, rejected } from "../rejection.ts";
import { type ArticleParts, type Part, singleSpaced } from "./article-parts.ts";
import { bodyOf, parseDocument } from "./html-document.ts";
import { dayOf, isName, severalNames } from "./html-metadata.ts";
import { htmlParagraphs } from "./html-paragraphs.ts";
import { textParts } from "./text-parts.ts";

/** A headline or body of ninjs 2 and 3: its text, what sort of text that is, and its role. */
interface Version {
  readonly role: string;
  readonly contentType: string;
  readonly value: string;
}

/**
 * An article in IPTC's ninjs: version 1 (`headline`, `body_text`, `body_html`), 2 (`headlines`, `bodies` with
 * `contenttype`) or 3 (`contentType`). Keys are compared without capitals and underscores, which is all that differs.
 */
export function readNinjs(json: string): Accepted<ArticleParts> {
  let item: unknown;
  try {
    item = JSON.parse(json);
  } catch {
    return rejected("damaged", "looks like NINJS but is no sound JSON; export it anew");
  }
  if (typeof item !== "object" || item === null)
    return rejected("unsupported-format", "is JSON, but no NINJS");
  const values = byPlainKey(item);
  const headline = main(versionsOf(values.get("headlines")))?.value ?? stringOf(values.get("headline"));
  const byline = stringOf(values.get("by")) ?? stringOf(values.get("byline")) ?? "";
  const created = ["firstcreated", "contentcreated", "versioncreated"].map((key) =>
    dayOf(stringOf(values.get(key))),
  );
  return {
    ok: true,
    value: {
      title: headline === null ? null : singleSpaced(headline) || null,
      authors: severalNames(byline).filter(isName),
      published: created.find((day) => day !== null) ?? null,
      paragraphs: bodyParts(values),
    },
  };
}

type Values = ReadonlyMap<string, unknown>;

const byPlainKey = (item: object): Values =>
  new Map(Object.entries(item).map(([key, value]) => [key.toLowerCase().replaceAll("_", ""), value]));

const stringOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

const versionsOf = (list: unknown): Version[] =>
  (Array.isArray(list) ? list : []).flatMap((entry: unknown) => {
    if (typeof entry !== "object" || entry === null) return [];
    const values = byPlainKey(entry);
    const value = stringOf(values.get("value"));
    const contentType = stringOf(values.get("contenttype")) ?? "";
    return value === null ? [] : [{ role: stringOf(values.get("role")) ?? "", contentType, value }];
  });

/** The version with the role of the main one, else the first. */
const main = (versions: readonly Version[]): Version | undefined =>
  versions.find(({ role }) => /(?:^|[:/])(?:main|body|)$/iu.test(role)) ?? versions[0];

/** Markup tells paragraphs and captions apart, so it goes before plain text. */
function bodyParts(values: Values): Part[] {
  const bodies = versionsOf(values.get("bodies"));
  const marked = main(
    bodies.filter(({ contentType, value }) => /html|xml|nitf/iu.test(contentType) || isMarkup(value)),
  );
  const markup = marked?.value ?? stringOf(values.get("bodyhtml")) ?? stringOf(values.get("bodyxhtml"));
  if (markup !== null && markup !== undefined) return markupParts(markup);
  return textParts(main(bodies)?.value ?? stringOf(values.get("bodytext")) ?? "");
}

const isMarkup = (value: string): boolean => /^\s*<(?:p|div|body|html|section|article)\b/iu.test(value);

/** The paragraphs of a body in HTML, which holds the article and nothing around it but pictures. */
export function markupParts(markup: string): Part[] {
  const document = parseDocument(markup);
  for (const element of [...document.querySelectorAll("figure, aside, script, style")]) element.remove();
  return htmlParagraphs(bodyOf(document));
}
