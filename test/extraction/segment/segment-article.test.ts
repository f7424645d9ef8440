import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Rejection } from "#extraction/rejection.ts";
import { segmentArticle } from "#extraction/segment/segment-article.ts";
import { type SegmentedArticle, segmentedArticleSchema } from "#extraction/segmented-article.ts";

const segmented = (text: string): SegmentedArticle => {
  const result = segmentArticle(text);
  if (!result.ok) throw new Error(result.rejection.message);
  return result.value;
};
const refused = (text: string): Rejection | null => {
  const result = segmentArticle(text);
  return result.ok ? null : result.rejection;
};
const outline = (text: string): string[] =>
  segmented(text).segments.map(({ kind, span }) => `${kind}: ${text.slice(...span)}`);

const body =
  "The council closed the bridge on Monday. It will not open again before the autumn, the mayor said.";
const more = "Nine thousand cars a day will have to find another way over the river, by way of Tarrow.";

describe("masthead", () => {
  it("reads headline, byline and date above the body", () => {
    const text = `Town loses its bridge\n\nBy Ana Ruiz and Ben Cole\nTarrow Herald Staff Writers\n\nPublished: Jan. 26, 2005\nUpdated: Jan. 27, 2005\n\n${body}`;
    const article = segmented(text);
    expect(article.title && text.slice(...article.title)).toBe("Town loses its bridge");
    expect(article.authors.map(({ name }) => name)).toEqual(["Ana Ruiz", "Ben Cole"]);
    expect(article.published?.date).toBe("2005-01-26");
    expect(article.segments.map(({ kind }) => kind)).toEqual([
      "headline",
      "byline",
      "byline",
      "byline",
      "byline",
      "body",
    ]);
  });

  it("reads a byline with the issue's date and no headline", () => {
    const text = `By Ana Ruiz (1/26/2005 issue of the Tarrow Review)\n${body}\n${more}`;
    const article = segmented(text);
    expect(article).toMatchObject({ title: null, published: { date: "2005-01-26", span: [13, 22] } });
    expect(article.authors).toEqual([{ name: "Ana Ruiz", span: [3, 11] }]);
  });

  it("takes no date of the body for that of publication", () => {
    expect(
      segmented(`${body}\n\nThe bridge opened on May 3, 1874, and was closed once before.`).published,
    ).toBeNull();
  });

  it("takes the date of a dateline where there is no other", () => {
    const text = `TARROW, Brenia, May 3, 2019 (NNA) — ${body}`;
    const article = segmented(text);
    expect(article.published?.date).toBe("2019-05-03");
    expect(outline(text)).toEqual(["dateline: TARROW, Brenia, May 3, 2019 (NNA) —", `body: ${body}`]);
    expect(article.dateline && text.slice(...article.dateline.place)).toBe("TARROW, Brenia");
  });

  it.each([
    ["without a full stop", "Town loses its bridge", true],
    ["a question", "Who will mend the bridge?", true],
    ["in title case with one", "Town Loses Its Bridge To The Flood.", true],
    ["a lead", "The bridge was shut on Monday.", false],
    ["a quotation that is said", "“We lost it,” the mayor said.", false],
  ])("tells a headline: %s", (_, first, is) => {
    expect(segmented(`${first}\n\n${body}`).title !== null).toBe(is);
  });
});

describe("kinds", () => {
  it.each([
    ["caption", "Photo: The bridge before the flood"],
    ["caption", "The bridge before the flood. (Newswire Photo/Ana Ruiz via AP)"],
    ["boilerplate", "Read more: The flood of 1974"],
    ["boilerplate", "Sign up for our morning letter"],
    ["boilerplate", "© 2016 Tarrow Herald"],
    ["boilerplate", "The text belongs to the Herald. All rights reserved."],
    ["boilerplate", "This story has been updated with the mayor’s words."],
    ["boilerplate", "Follow us on every network"],
    ["boilerplate", "Reporting by Ana Ruiz; editing by Ben Cole"],
    ["boilerplate", "ana.ruiz@tarrow.example"],
    ["subheading", "A town divided"],
    ["body", "Read by nobody, the report was shelved on Friday by the council."],
    ["body", "Filed on Monday, the suit names three engineers and the town."],
    ["body", "“Never again”"],
  ])("%s: %s", (kind, paragraph) => {
    expect(outline(`Town loses its bridge\n\n${body}\n\n${paragraph}\n\n${more}`)[2]).toBe(
      `${kind}: ${paragraph}`,
    );
  });
});

describe("turns of speakers", () => {
  const speakers = (text: string): (string | null)[] =>
    segmented(text).segments.map(({ speaker }) => speaker && text.slice(...speaker.name));

  it.each([
    ["questions and answers", `Q: Is it shut?\n\nA: It is.\n\nQ: ${more}`, ["Q", "A", "Q"]],
    [
      "capitals, title left out",
      `MAYOR ODELL: It is shut.\n\nANA RUIZ: Why?\n\n${more}`,
      ["ODELL", "ANA RUIZ", null],
    ],
    [
      "names that come again",
      `Ana Ruiz: Why is it shut?\n\nOdell: It fell.\n\nRuiz: When?\n\nOdell: ${more}`,
      ["Ana Ruiz", "Odell", "Ruiz", "Odell"],
    ],
    [
      "a transcript that is quoted, with a mark before each label",
      `"MAYOR ODELL: It is shut.\n\n“ANA RUIZ: Why?\n\n"It fell.\n\n"ODELL: ${more}`,
      ["ODELL", "ANA RUIZ", null, "ODELL"],
    ],
    [
      "quotations with a colon",
      `“Remember: it is shut.”\n\n“Remember: it fell.”\n\n${more}`,
      [null, null, null],
    ],
    ["a note", `Note: the bridge is shut.\n\nUpdate: it is open.\n\nNote: ${more}`, [null, null, null]],
    ["one label", `Tarrow: the bridge is shut.\n\n${more}`, [null, null]],
    ["times", `10:30 The bridge is shut.\n\n11:30 ${more}`, [null, null]],
  ])("%s", (_, text, names) => expect(speakers(text)).toEqual(names));

  it("leave the label out of the sentences", () => {
    const text = `Q: Is it shut?\n\nA: It is. For good.`;
    const [, answer] = segmented(text).segments;
    expect(answer?.sentences.map(({ span }) => text.slice(...span))).toEqual(["It is.", "For good."]);
    expect(answer?.speaker && text.slice(...answer.speaker.label)).toBe("A:");
  });
});

describe("repeats", () => {
  it("marks a lead printed again at the head of a longer paragraph", () => {
    const text = `By Ana Ruiz\n${body}\n${body} ${more}`;
    const [, lead, again] = segmented(text).segments;
    expect(lead?.sentences.map(({ repeats }) => repeats)).toEqual([null, null]);
    expect(again?.repeats).toBeNull();
    expect(again?.sentences.map(({ repeats }) => repeats)).toEqual([
      ...(lead?.sentences.map(({ span }) => span) ?? []),
      null,
    ]);
  });

  it("marks a paragraph printed again, whatever its marks and white space", () => {
    const text = `${body}\n\n${more}\n\n${body.toUpperCase().replaceAll(" ", "  ").replaceAll(",", "")}`;
    const { segments } = segmented(text);
    expect(segments[2]?.repeats).toEqual(segments[0]?.span);
  });

  it("leaves short sentences alone", () => {
    const text = `${body} He did not say.\n\n${more} He did not say.`;
    expect(
      segmented(text)
        .segments.flatMap(({ sentences }) => sentences)
        .every(({ repeats }) => repeats === null),
    ).toBe(true);
  });
});

describe("refusals", () => {
  it("names the language", () => {
    const text =
      "Der Rat hat am Montag beschlossen, die Brücke zu schließen, und das ist nicht gut für die Stadt.";
    expect(refused(text)).toMatchObject({
      code: "unsupported-language",
      message: expect.stringContaining("German"),
    });
  });
  it("refuses white space", () => expect(refused(" \n")).toMatchObject({ code: "empty" }));
  it("refuses what is no article but costs memory", () => {
    expect(refused("a\n".repeat(250_000))).toMatchObject({ code: "too-large" });
    expect(refused("He ran. ".repeat(125_000))).toMatchObject({ code: "too-large" });
    expect(refused("He ran home. ".repeat(77_000))).toMatchObject({
      code: "too-large",
      message: expect.stringContaining("1.1 million characters"),
    });
  });
});

const piece = fc.constantFrom(
  ...[
    "\n",
    "\n\n",
    "\r\n",
    "\u2029",
    " ",
    "\t",
    ". ",
    "? ",
    "…",
    "”",
    "“",
    "'",
    "(",
    ")",
    ": ",
    "— ",
    "\ud83d",
    "😀",
    "\0",
  ],
  ...[
    "Q: ",
    "A: ",
    "ODELL: ",
    "By Ana Ruiz",
    "TARROW — ",
    "May 3, 2019",
    "Mr. Odell said no",
    "It rained",
    "Photo: ",
    "1. ",
  ],
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary" }),
  fc.string(),
);

describe("any text", () => {
  it("gives segments and sentences in order, apart, and with every character that is not white space", () => {
    fc.assert(
      fc.property(text, (any) => {
        const result = segmentArticle(any);
        if (!result.ok) return;
        expect(segmentedArticleSchema.safeParse(result.value).success).toBe(true);
        let at = 0;
        for (const { span, sentences, speaker } of result.value.segments) {
          expect(any.slice(at, span[0]).trim()).toBe("");
          expect(any.slice(...span)).toBe(any.slice(...span).trim());
          let within = speaker?.label[1] ?? span[0];
          for (const sentence of sentences) {
            expect(any.slice(within, sentence.span[0]).trim()).toBe("");
            expect(sentence.span[1]).toBeGreaterThan(sentence.span[0]);
            within = sentence.span[1];
          }
          expect(within).toBe(span[1]);
          at = span[1];
        }
        expect(any.slice(at).trim()).toBe("");
      }),
      { numRuns: 2000 },
    );
  });

  it("gives the same result each time", () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(segmentArticle(any)).toEqual(segmentArticle(any));
      }),
      { numRuns: 200 },
    );
  });
});
