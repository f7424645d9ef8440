import { describe, expect, it } from "vitest";
import { pdfLines } from "#extraction/formats/pdf-lines.ts";
import { type PdfText, piecesOfPage } from "#extraction/formats/pdf-page.ts";
import { pdfParagraphs } from "#extraction/formats/pdf-paragraphs.ts";
import type { PdfPiece } from "#extraction/formats/pdf-piece.ts";
import { withoutRunning } from "#extraction/formats/pdf-running.ts";
import { typeset } from "./typeset.ts";

const fares =
  "The fares of the ferries will rise by a tenth in May, Prime Min~ister Tomas Ferrow said on Friday, after a winter in which the boats stood idle for weeks and nobody was told why.";
const fog = "“We lost 14 sailings to fog,” said Ferrow. “Nobody is happy about that, and nobody planned it.”";
const union =
  "The union of the sea~men disagreed. Its chair, Lina Marsten, called the rise a slap in the face.";
const vote = "The council of Port Arden will vote on it in June, its spokes~woman added.";
const story = [fares, fog, union, vote];
const words = (text: string): string => text.replaceAll("~", "");

const read = (...pages: PdfPiece[][]): string[] =>
  pdfParagraphs(withoutRunning(pages).map(pdfLines)).map(({ text }) => text);
const line = (text: string, x: number, y: number, size = 10): PdfPiece => ({
  text,
  x,
  y,
  width: text.length * size * 0.5,
  size,
  font: "f",
});

describe("columns", () => {
  /** The story in two columns, the second going on where the first ends. */
  const columns = (gap: number, setting: Partial<Parameters<typeof typeset>[1]> = {}): PdfPiece[] => {
    const all = typeset(story, { x: 50, width: 160, top: 700, ...setting });
    const rows = [...new Set(all.map(({ y }) => y))];
    const half = rows[Math.ceil(rows.length / 2)] ?? 0;
    return all.map((piece) =>
      piece.y > half ? piece : { ...piece, x: piece.x + 160 + gap, y: piece.y + 700 - half },
    );
  };
  const head = line("Fares to rise in Port Arden", 50, 735, 18);

  it.each([
    ["far apart", columns(30)],
    ["one letter's size apart", columns(10)],
    ["half a letter's size apart, as in a newspaper, justified", columns(6, { justified: true, indent: 10 })],
    ["with a gap between paragraphs", columns(12, { between: 6 })],
    ["row by row in the file", columns(12).toSorted((a, b) => b.y - a.y || a.x - b.x)],
    ["under a headline over both", [head, ...columns(12)]],
  ])("%s are read one after the other", (_, page) => {
    const read_ = read(page);
    expect(read_.slice(-4)).toEqual(story.map(words));
  });

  it.each([
    [
      "wide spaces between the words of a narrow column",
      typeset(["The transport minister, Runa Holt, told parliament so on Wednesday."], {
        x: 50,
        width: 100,
        top: 700,
        justified: true,
      }),
      ["The transport minister, Runa Holt, told parliament so on Wednesday."],
    ],
    [
      "names before what they say",
      [line("MARSTEN:", 50, 700), line("HOLT:", 50, 676), line("MARSTEN:", 50, 652)].flatMap(
        (name, index) => [
          name,
          ...typeset([["No.", "Why not?", fog][index] ?? ""], { x: 130, width: 250, top: name.y }),
        ],
      ),
      ["MARSTEN: No.", "HOLT: Why not?", `MARSTEN: ${fog}`],
    ],
  ])("are no %s", (_, page, expected) => expect(read(page)).toEqual(expected));
});

describe("paragraphs", () => {
  const at = { x: 50, width: 300, top: 700 };
  it.each([
    ["indents", typeset(story, { ...at, indent: 12 }), story],
    ["indents, justified", typeset(story, { ...at, indent: 12, justified: true }), story],
    [
      "indents, of one line each",
      typeset(["He stayed.", "She left.", fares, "“No.”"], { ...at, indent: 12 }),
      ["He stayed.", "She left.", fares, "“No.”"],
    ],
    ["gaps", typeset(story, { ...at, between: 6 }), story],
    [
      "gaps, of one line each",
      typeset(["He stayed.", "She left.", fog], { ...at, between: 6 }),
      ["He stayed.", "She left.", fog],
    ],
    ["gaps, in double spacing", typeset(story, { ...at, leading: 24, between: 14 }), story],
    ["nothing but the end of their last line", typeset([fares, fog, union], at), [fares, fog, union]],
    ["an outdent", typeset(story, { ...at, hang: 12 }), story],
    [
      "the dot of a list",
      typeset([`• ${fares}`, `• ${fog}`], { ...at, hang: 10 }),
      [`• ${fares}`, `• ${fog}`],
    ],
  ])("are told by %s", (_, page, expected) => expect(read(page)).toEqual(expected.map(words)));

  it("begin after a byline and a date of their own", () => {
    const page = typeset(["By Lina Marsten", "May 3, 2024", fares], at);
    expect(read(page)).toEqual(["By Lina Marsten", "May 3, 2024", words(fares)]);
  });

  it("are one headline of several lines, centred or not", () => {
    const centred = [line("Fares to rise in Port", 100, 760, 20), line("Arden for all", 140, 736, 20)];
    const flush = [line("Fares to rise in Port", 50, 760, 20), line("Arden for all", 50, 736, 20)];
    for (const head of [centred, flush])
      expect(read([...head, ...typeset(story, at)])[0]).toBe("Fares to rise in Port Arden for all");
  });
});

describe("a paragraph goes on from page to page", () => {
  /** The story on two pages, so many lines on the first. */
  const pagesOf = (lines: number, setting: { indent?: number; between?: number }): PdfPiece[][] => {
    const all = typeset(story, { x: 50, width: 300, top: 700, ...setting });
    const last = all[lines - 1]?.y ?? 0;
    const next = all[lines]?.y ?? 0;
    return [
      all.filter(({ y }) => y >= last),
      all.filter(({ y }) => y < last).map((one) => ({ ...one, y: one.y + 700 - next })),
    ];
  };
  const cuts = [3, 4, 5, 6, 7, 8];

  it.each(cuts)("behind line %s, where paragraphs have indents", (lines) => {
    expect(read(...pagesOf(lines, { indent: 12 }))).toEqual(story.map(words));
  });

  it.each(cuts)("behind line %s, where there are gaps between paragraphs", (lines) => {
    const [before = [], after = []] = pagesOf(lines, { between: 6 });
    // Behind a sentence nothing tells whether it goes on.
    const isClear = !/[.”]$/u.test(before.at(-1)?.text ?? "") || paragraphEnds.has(before.at(-1)?.text ?? "");
    const joined = read(before, after);
    if (isClear) expect(joined).toEqual(story.map(words));
    else expect(joined.join(" ")).toEqual(story.map(words).join(" "));
  });
  const paragraphEnds = new Set(
    story.flatMap((one) => typeset([one], { x: 50, width: 300, top: 0 }).at(-1)?.text ?? []),
  );

  it("over a note at the foot and a header", () => {
    const [before = [], after = []] = pagesOf(2, { indent: 12 });
    const note = line("* In the winter of 2024.", 50, 40, 7);
    const header = line("The Herald", 50, 760);
    expect(read([...before, note], [header, ...after])).toEqual([
      words(fares),
      note.text,
      header.text,
      ...story.slice(1).map(words),
    ]);
  });
});

describe("what runs through all pages is left out", () => {
  const body = (index: number): PdfPiece[] =>
    typeset([story[index] ?? fog, "Nobody said more."], { x: 50, width: 300, top: 700 });
  const pages = (count: number, around: (number: number) => PdfPiece[]): string[] =>
    read(...Array.from({ length: count }, (_, index) => [...body(index), ...around(index + 1)]));
  const expected = (count: number): string[] =>
    story.slice(0, count).flatMap((paragraph) => [words(paragraph), "Nobody said more."]);

  it.each<[string, number, (number: number) => PdfPiece[]]>([
    ["a header of three pages", 3, () => [line("The Port Arden Herald", 50, 760)]],
    ["a header of two, set apart", 2, () => [line("The Port Arden Herald", 50, 760)]],
    ["a footer that counts", 2, (number) => [line(`Herald, page ${number}`, 50, 40)]],
    [
      "a header in two parts, left and right",
      3,
      () => [line("The Herald", 50, 760), line("Friday", 320, 760)],
    ],
    ["numbers", 1, () => [line("7", 200, 40)]],
    ["numbers between dashes", 1, () => [line("- 7 -", 200, 40)]],
    ["numbers of all", 1, () => [line("7/12", 200, 40)]],
    ["Roman numbers", 1, () => [line("xiv", 200, 40)]],
    ["“Page 7 of 12”", 1, () => [line("Page 7 of 12", 200, 40)]],
    [
      "what a browser prints around a page",
      1,
      () => [
        line("11/20/26, 9:31 AM", 20, 780, 8),
        line("Fares to rise", 200, 780, 8),
        line("https://herald.example/fares?id=7", 20, 20, 8),
        line("1/2", 500, 20, 8),
      ],
    ],
    [
      "what another browser prints",
      1,
      () => [
        line("Fares to rise", 20, 780, 8),
        line("https://herald.example/fares", 300, 780, 8),
        line("1 of 2", 20, 20, 8),
        line("20/11/2026, 09:31", 400, 20, 8),
      ],
    ],
  ])("%s", (_, count, around) => expect(pages(count, around)).toEqual(expected(count)));

  it.each<[string, () => PdfPiece[]]>([
    ["a headline that both pages have", () => [line("Fares to rise", 50, 760, 20)]],
    ["a number in the text", () => [line("2026", 50, 664)]],
  ])("not %s", (_, around) => {
    const [piece] = around();
    expect(pages(2, around).join(" ")).toContain(piece?.text);
  });
});

describe("the pieces of a page", () => {
  const text = (str: string, matrix: readonly number[], width = str.length * 5): PdfText => ({
    str,
    transform: matrix,
    width,
    height: 10,
    fontName: "f",
  });
  const read_ = (texts: readonly PdfText[]): string[] => read(piecesOfPage(texts));

  it.each([
    ["a page on its side", [0, 10, -10, 0], [300, 50], [312, 50]],
    ["a page on its other side", [0, -10, 10, 0], [300, 500], [288, 500]],
    ["a page upside down", [-10, 0, 0, -10], [300, 500], [300, 512]],
  ])("are turned: %s", (_, turn, first, second) => {
    const page = [
      text("The council met, and it", [...turn, ...first]),
      text("rained.", [...turn, ...second]),
    ];
    expect(read_(page)).toEqual(["The council met, and it rained."]);
  });

  it("are without a credit along the edge and a stamp across", () => {
    const page = [
      text("The council met.", [10, 0, 0, 10, 50, 700]),
      text("Photo: Ben Cole", [0, 10, -10, 0, 30, 600]),
      text("DRAFT", [7, 7, -7, 7, 200, 300]),
    ];
    expect(read_(page)).toEqual(["The council met."]);
  });

  it("are without what is drawn again to look bold, and with what stands there twice", () => {
    const page = [
      text("No, no,", [10, 0, 0, 10, 50, 700]),
      text("No, no,", [10, 0, 0, 10, 50.4, 700]),
      text("he said.", [10, 0, 0, 10, 90, 700]),
      text("No, no,", [10, 0, 0, 10, 50, 688]),
    ];
    expect(read_(page)).toEqual(["No, no, he said. No, no,"]);
  });
});
