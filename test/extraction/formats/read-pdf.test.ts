import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { joined } from "#extraction/formats/pdf-joined.ts";
import { tagArticle } from "#extraction/tag.ts";
import { type Placed, pdfFile } from "./pdf-file.ts";
import { paragraphs, read, refusal } from "./read.ts";

/** Lines one under the other. */
const column = (x: number, top: number, lines: readonly string[]): Placed[] =>
  lines.map((line, index) => [x, top - index * 14, 10, line]);

const left = [
  "The fares of the ferries will rise by a",
  "tenth in May, Prime Minister Tomas Fer-",
  "row said on Friday, after a winter in",
  "which the boats stood idle for weeks.",
];
const right = [
  "“We lost 14 sailings to fog,” said",
  "Ferrow. “Nobody is happy about that, and",
  "nobody planned it.”",
];
const leadWords =
  "The fares of the ferries will rise by a tenth in May, Prime Minister Tomas Ferrow said on Friday, after a winter in which the boats stood idle for weeks.";
const quoteWords =
  "“We lost 14 sailings to fog,” said Ferrow. “Nobody is happy about that, and nobody planned it.”";

describe("a PDF's text layer", () => {
  it.each([
    ["column by column", [...column(50, 700, left), ...column(320, 700, right)]],
    [
      "also where the file has it line by line",
      left.flatMap((line, index): Placed[] => [
        [50, 700 - index * 14, 10, line],
        ...(right[index] === undefined ? [] : [[320, 700 - index * 14, 10, right[index]] as const]),
      ]),
    ],
    ["or in one column", [...column(50, 700, left), ...column(50, 620, right)]],
  ])("is read %s", async (_, body) => {
    const article = await read(pdfFile([[[50, 750, 22, "Fares to rise in Port Arden for all"], ...body]]), {
      name: "a.txt",
    });
    expect(article.format).toBe("pdf");
    expect(paragraphs(article)).toEqual([
      ["headline", "Fares to rise in Port Arden for all"],
      ["body", leadWords],
      ["body", quoteWords],
    ]);
  });

  it("goes on over pages, without headers, footers and numbers, and with the place of each page", async () => {
    const page = (number: number, lines: readonly string[]): Placed[] => [
      [50, 780, 9, "The Port Arden Herald"],
      ...column(50, 700, lines),
      [50, 30, 9, `Herald, issue 7, page ${number}`],
      [300, 15, 9, `${number}`],
    ];
    const article = await read(pdfFile([page(1, left.slice(0, 2)), page(2, left.slice(2)), page(3, right)]));
    expect(article.text).toBe(`${leadWords}\n\n${quoteWords}`);
    expect(article.pages).toEqual([0, leadWords.length + 2, leadWords.length + 2]);
    const { attributions, claims, quotes } = tagArticle(article, { taggers: null });
    for (const { content, page } of [...attributions, ...claims])
      expect(page).toBe((content[0]?.[0] ?? 0) < leadWords.length ? 1 : 3);
    expect(quotes.map(({ page }) => page)).toEqual([3, 3]);
  });

  it.each([
    [["the coun-", "cil met"], "the council met"],
    [["the North-", "East line"], "the North-East line"],
    [["in 2020-", "21"], "in 2020-21"],
    [["pre-", "and post-war"], "pre- and post-war"],
    [["second-", "quarter profit"], "second-quarter profit"],
    [["two-", "thirds"], "two-thirds"],
    [["second-", "ary"], "secondary"],
    [["seven-", "teen boats"], "seventeen boats"],
    [["it—", "nobody"], "it—nobody"],
    [["it —", "nobody"], "it — nobody"],
    [["the coun‐", "cil"], "the council"],
    [["in 2020-", "and so on"], "in 2020- and so on"],
    [["the coun\u00ad", "Cil"], "the counCil"],
  ])("%s is joined as %s", (lines, text) => expect(joined(lines)).toBe(text));

  it("keeps plain hyphens where the typesetter’s own are others", () => {
    expect(joined(["so-", "called coun‐", "cil"], true)).toBe("so-called council");
  });
});

describe("refused", () => {
  const sound = pdfFile([column(50, 700, left)]);
  const encryption = `<</Filter/Standard/V 1/R 2/P -4/O<${"00".repeat(32)}>/U<${"11".repeat(32)}>>>`;
  it.each([
    ["a scan", pdfFile([[]]), "no-text"],
    [
      "one with a password",
      pdfFile([column(50, 700, left)], {
        trailer: `/Encrypt 6 0 R/ID[<${"22".repeat(16)}><${"22".repeat(16)}>]`,
        objects: [encryption],
      }),
      "encrypted",
    ],
    ["the first bytes of one", sound.subarray(0, 40), "damaged"],
    [
      "a bomb: 300 MB in one stream",
      pdfFile([[]], { stream: deflateSync(Buffer.alloc(300_000_000, 32)) }),
      "too-large",
    ],
    [
      "a bomb without an end",
      pdfFile([[]], { stream: deflateSync(Buffer.alloc(300_000_000, 32)).subarray(0, 250_000) }),
      "too-large",
    ],
    ["streams that never end", Buffer.from(`%PDF-1.7\n${"stream\n".repeat(300_000)}`), "damaged"],
    ["400 pages", pdfFile(Array.from({ length: 400 }, () => column(50, 700, right))), "too-large"],
  ])("%s", async (_, bytes, code) => {
    expect(await refusal(bytes)).toBe(code);
  });

  it("never with an exception, whatever byte is wrong", async () => {
    for (let at = 0; at < sound.length; at += 23) {
      const wrong = Buffer.from(sound);
      wrong[at] = (wrong[at] ?? 0) ^ 0x55;
      await refusal(wrong);
    }
  });
});
