import { globSync, readFileSync } from "node:fs";
import fc from "fast-check";

const folder = new URL("../articles/", import.meta.url);

/** The texts of the project's own articles. */
export const ownArticles: readonly string[] = globSync("*.txt", { cwd: folder })
  .sort()
  .map((name) => readFileSync(new URL(name, folder), "utf8"));

/** What texts are spoiled with: marks, line ends, controls, invisible and bidirectional marks, parts of characters. */
const splinters = [
  ..."“”‘’\"'«»„‹›「」`´—–-…:;,.?!()[]*#_|<>&%\\/",
  ..."\n\r\t\v\f\0\b\u001B\u007F\u0085\u00A0\u00AD\u2028\u2029\u3000",
  ..."\u200B\u200C\u200D\u2060\uFEFF\u200E\u200F\u202A\u202E\u202C\u2066\u2069\u061C",
  "\r\n",
  "\n\n",
  "\n\n\n\n",
  "😀",
  "👩‍🚒",
  "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
  "𝔗𝔬𝔪𝔞𝔰",
  "\uD83D",
  "\uDE00",
  "e\u0301",
  "\u0301\u0327\u0308",
  "ß",
  "İ",
  "ﬁ",
  "ŉ",
  "東京は",
  "הנמל",
  "الميناء",
  "\u{10FFFF}",
  "\uFFFF",
  "__proto__",
  "constructor",
  "toString",
  "By ",
  "BY LINA MARSTEN",
  "Q: ",
  "MAYOR ODELL: ",
  "PORT ARDEN, May 3 (NNA) — ",
  " said",
  " said that ",
  " according to ",
  ", he said, “",
  "” and “",
  "“‘“‘",
  "Mr. ",
  "3.5%",
  "February 30, 2024",
  "0000-00-00",
  "99999999999999999999",
  "’s",
] as const;

/** One change of a text, at a share of its length: of characters, of marks, or of lines. */
export type Edit =
  | { readonly does: "drop" | "double" | "swap"; readonly at: number; readonly length: number }
  | { readonly does: "splice"; readonly at: number; readonly words: string }
  | { readonly does: "drop line" | "double line" | "swap lines"; readonly at: number }
  | { readonly does: "drop mark" | "turn mark"; readonly at: number };

// Not fc.double: most of its numbers are as good as 0, and nothing but the text's first character would be spoiled.
const share = fc.nat(100_000).map((part) => part / 100_000);

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom("drop", "double", "swap"),
      at: share,
      length: fc.integer({ min: 1, max: 20 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant("splice"),
      at: share,
      words: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...splinters) },
        { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constantFrom("drop line", "double line", "swap lines"), at: share }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom("drop mark", "turn mark"), at: share }) },
);

const marks = "“”‘’\"'";

/** Which mark, if any, stands at or behind a place; the text's end where none does. */
function markBehind(text: string, at: number): number {
  for (let place = at; place < text.length; place++) if (marks.includes(text.charAt(place))) return place;
  return text.length;
}

/** A text after one edit. Cuts through characters and pairs of surrogates as it comes. */
export function edited(text: string, change: Edit): string {
  const at = Math.floor(change.at * text.length);
  const [before, behind] = [text.slice(0, at), text.slice(at)];
  switch (change.does) {
    case "drop":
      return before + behind.slice(change.length);
    case "double":
      return before + behind.slice(0, change.length) + behind;
    case "swap": {
      const { length } = change;
      return before + behind.slice(length, 2 * length) + behind.slice(0, length) + behind.slice(2 * length);
    }
    case "splice":
      return before + change.words + behind;
    case "drop mark":
    case "turn mark": {
      const mark = markBehind(text, at);
      const turned = marks.charAt((marks.indexOf(text.charAt(mark)) + 1) % marks.length);
      return text.slice(0, mark) + (change.does === "turn mark" ? turned : "") + text.slice(mark + 1);
    }
    default: {
      const lines = text.split("\n");
      const line = Math.floor(change.at * (lines.length - 1));
      const [one = "", next = ""] = lines.slice(line, line + 2);
      if (change.does === "drop line") lines.splice(line, 1);
      else if (change.does === "double line") lines.splice(line, 0, one);
      else lines.splice(line, 2, next, one);
      return lines.join("\n");
    }
  }
}

/** A piece of one of the project's articles, with some edits made to it; most begin with the article's head. */
export const mutatedText: fc.Arbitrary<string> = fc
  .record({
    article: fc.constantFrom(...ownArticles),
    from: fc.oneof(fc.constant(0), share),
    length: fc.integer({ min: 40, max: 500 }),
    edits: fc.array(edit, { maxLength: 12, size: "max" }),
  })
  .map(({ article, from, length, edits }) => {
    const start = Math.floor(from * article.length * 0.9);
    return edits.reduce(edited, article.slice(start, start + length));
  });
