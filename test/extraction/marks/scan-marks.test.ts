import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Quotation } from "#extraction/marks/quotation.ts";
import { scanMarks } from "#extraction/marks/scan-marks.ts";
import { splitSentences } from "#extraction/segment/split-sentences.ts";
import { paragraphsOf } from "../body-article.ts";
import { newsText } from "../news-text.ts";

const scan = (text: string): Quotation[][] =>
  scanMarks(
    text,
    paragraphsOf(text).map((span) => ({
      span,
      sentences: splitSentences(text, span).map((sentence) => ({ span: sentence })),
    })),
  );

/** The words inside the outermost marks. */
const quoted = (text: string): string[] =>
  scan(text)
    .flat()
    .map(({ inner }) => text.slice(...inner));

/** Each case: a text, and what stands inside its outermost marks. */
const phenomena: Record<string, [text: string, inside: string[]][]> = {
  "what no one sees beside a mark": [
    ["\u202a“We go,”\u202c he said. \u200e“Now.”\u200f", ["We go,", "Now."]],
    ["“\u2066We go,\u2069” he said.", ["\u2066We go,\u2069"]],
    ['He said\u200b "we go"\u200b and\ufeff "we stay".', ["we go", "we stay"]],
    ["‘We don\u200b’\u200bt know,’\u2069 she said.", ["We don\u200b’\u200bt know,"]],
    ["“He said ‘go\u202c’\u202c to me”\u202c", ["He said ‘go\u202c’\u202c to me"]],
    ["\u202a“We go\u202c", ["We go"]],
  ],
  "straight double marks": [
    ['"We go," he said.', ["We go,"]],
    ['He said "we go" and "we stay".', ["we go", "we stay"]],
    ['("No," she said.)', ["No,"]],
    ['He called it "dead"—"buried", even.', ["dead", "buried"]],
  ],
  "curly double marks": [
    ["“We go,” he said. “Now.”", ["We go,", "Now."]],
    ["“A”“B”", ["A", "B"]],
  ],
  "straight single marks": [
    ["'We go,' he said.", ["We go,"]],
    ["'We don't know,' said Orla, 'and we won't.'", ["We don't know,", "and we won't."]],
  ],
  "curly single marks": [
    ["‘We go,’ he said.", ["We go,"]],
    ["‘It’s Vale’s fault,’ she said.", ["It’s Vale’s fault,"]],
  ],
  guillemets: [
    ["«We go», he said.", ["We go"]],
    ["« We go », he said. « Now. »", [" We go ", " Now. "]],
    ["»We go«, he said.", ["We go"]],
    ["‹We go›, he said.", ["We go"]],
  ],
  "low-high marks": [
    ["„We go“, he said.", ["We go"]],
    ["„We go”, he said.", ["We go"]],
    ["‚We go‘, he said.", ["We go"]],
  ],
  "corner brackets": [["「We go」, he said.", ["We go"]]],
  "apostrophes in words": [
    ["It wasn't Orlo's, and they're late.", []],
    ["It wasn’t Orlo’s, and they’re late.", []],
    ["The O'Hare and D’Arcy plan", []],
  ],
  "elisions and decades": [
    ["'Twas the '90s, and rock 'n' roll was king.", []],
    ["’Twas the ’90s, and rock ’n’ roll was king.", []],
    ["‘I loved the ’80s,’ said Orla.", ["I loved the ’80s,"]],
  ],
  "plural possessives": [
    ["The miners' wives met.", []],
    ["The miners’ wives met.", []],
    ["‘The miners’ wives met,’ she said.", ["The miners’ wives met,"]],
    ["'The miners' wives met,' she said.", ["The miners' wives met,"]],
  ],
  "feet, inches and minutes": [
    ["She is 5' 6\" tall and he is 6'.", []],
    ['A 12" pipe and a 9" pipe burst.', []],
    ['"The 12" pipe burst," she said.', ['The 12" pipe burst,']],
    ['"It grew 12" and then "fell".', ["It grew 12", "fell"]],
  ],
  "marks inside marks": [
    ["“She said ‘no’ twice,” he said.", ["She said ‘no’ twice,"]],
    ["‘She said “no” twice,’ he said.", ["She said “no” twice,"]],
    ["\"She said 'no' twice,\" he said.", ["She said 'no' twice,"]],
    ["“It was ‘dead’”, he said.", ["It was ‘dead’"]],
    ["“What he calls “a plan” is none.” – Orla Vale", ["What he calls “a plan” is none."]],
    ["“I “know” that he “knows” it,” she said. “So?”", ["I “know” that he “knows” it,", "So?"]],
    // The first was never closed.
    ["“We go, he said. “Now,” he added.", ["We go, he said.", "Now,"]],
  ],
  "an unclosed mark": [
    ["“We go, he said. The road was shut.", ["We go, he said."]],
    ["“We go, he said. Then “we stay,” she said.", ["We go, he said.", "we stay,"]],
    ['"We go, he said. The road was shut.\n\nIt "held" all night.', ["We go, he said.", "held"]],
    ["He said: “", []],
  ],
  "a closing mark alone": [
    ["We go,” he said.", []],
    ["We go», he said. “We stay,” she said.", ["We stay,"]],
  ],
  "several paragraphs": [
    ["“We came.\n\n“We saw.\n\n“We left,” she said.", ["We came.", "We saw.", "We left,"]],
    ["“We came.\n\nThey left.", ["We came."]],
    ["‘We came.\n\n‘We left,’ she said.", ["We came.", "We left,"]],
  ],
  "nothing inside": [
    ["“” and \"\" and ''", []],
    ["“ ” he said", []],
  ],
};

describe.each(Object.entries(phenomena))("%s", (_, cases) => {
  it.each(cases)("%j", (text, inside) => {
    expect(quoted(text)).toEqual(inside);
  });
});

describe("a quotation", () => {
  it("has the quotations inside it, in order", () => {
    const [around] = scan("“I said ‘no’ and ‘never’,” he said.").flat();
    expect(around?.nested.map(({ mark }) => mark)).toEqual(["‘", "‘"]);
  });

  it("is closed where its closing mark stands in the same paragraph", () => {
    expect(
      scan("“We came.\n\n“We left,” she said. “We")
        .flat()
        .map(({ closed, continues }) => [closed, continues]),
    ).toEqual([
      [false, false],
      [true, true],
      [false, false],
    ]);
  });
});

describe("whatever the text", () => {
  it.each([
    ["any characters", fc.string({ unit: "binary", maxLength: 300 })],
    ["fragments of news", newsText],
  ])(
    "of %s, quotations are in order, apart, inside their paragraph, and begin with their mark",
    (_, texts) => {
      fc.assert(
        fc.property(texts, (text) => {
          const paragraphs = paragraphsOf(text);
          for (const [index, quotations] of scan(text).entries()) {
            let reached = paragraphs[index]?.[0] ?? 0;
            for (const { span, inner, mark } of quotations) {
              expect(span[0]).toBeGreaterThanOrEqual(reached);
              expect(text.charAt(span[0])).toBe(mark);
              expect(inner[0]).toBeLessThan(inner[1]);
              expect(inner[1]).toBeLessThanOrEqual(span[1]);
              reached = span[1];
            }
            expect(reached).toBeLessThanOrEqual(paragraphs[index]?.[1] ?? 0);
          }
        }),
      );
    },
  );
});
