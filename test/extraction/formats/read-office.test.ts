import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocx } from "#extraction/formats/read-docx.ts";
import { readRtf } from "#extraction/formats/read-rtf.ts";
import { paragraphs, read, refusal } from "./read.ts";
import { zipArchive } from "./zip-archive.ts";

const lead = "The fares will rise in May, Prime Minister Tomas Ferrow said on Friday.";
const quote = "“We lost 14 sailings to fog,” said Ferrow.";

const documentOf = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="urn:w" xmlns:mc="urn:mc"><w:body>${body}</w:body></w:document>`;
const docx = (body: string): Buffer =>
  zipArchive({ "[Content_Types].xml": "<Types/>", "word/document.xml": documentOf(body) });
const paragraph = (text: string, style = ""): string =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

describe("DOCX", () => {
  it("has headline, subheadings, captions and paragraphs by their styles", async () => {
    const article = await read(
      docx(
        paragraph("Fares to rise", "Title") +
          paragraph("By Lina Marsten") +
          paragraph(lead) +
          paragraph("Old boats", "Heading2") +
          paragraph("The quay in May", "Caption") +
          paragraph(quote),
      ),
      { name: "fares.docx" },
    );
    expect(article.format).toBe("docx");
    expect(article.authors.map(({ name }) => name)).toEqual(["Lina Marsten"]);
    expect(paragraphs(article)).toEqual([
      ["headline", "Fares to rise"],
      ["byline", "By Lina Marsten"],
      ["body", lead],
      ["subheading", "Old boats"],
      ["caption", "The quay in May"],
      ["body", quote],
    ]);
  });

  it.each([
    [
      "runs that cut words",
      "<w:p><w:r><w:t>The cou</w:t></w:r><w:r><w:t>ncil met.</w:t></w:r></w:p>",
      "The council met.",
    ],
    [
      "breaks and tabs",
      "<w:p><w:r><w:t>It rained,</w:t><w:br/><w:t>all</w:t><w:tab/><w:t>day.</w:t></w:r></w:p>",
      "It rained, all day.",
    ],
    [
      "what was deleted or moved away",
      "<w:p><w:del><w:r><w:delText>No</w:delText><w:t>No</w:t></w:r></w:del><w:ins><w:r><w:t>It rained.</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>No</w:t></w:r></w:moveFrom></w:p>",
      "It rained.",
    ],
    [
      "hidden text, and what is not hidden after all",
      '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>No</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>It rained.</w:t></w:r></w:p>',
      "It rained.",
    ],
    [
      "a paragraph whose hidden mark hides nothing else",
      "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>It rained.</w:t></w:r></w:p>",
      "It rained.",
    ],
    [
      "a link, and notes and comments that are elsewhere",
      '<w:p><w:hyperlink><w:r><w:t>It</w:t></w:r></w:hyperlink><w:r><w:t xml:space="preserve"> rained.</w:t><w:footnoteReference w:id="2"/><w:commentReference w:id="1"/></w:r></w:p>',
      "It rained.",
    ],
    [
      "the second form of a text box",
      `<w:p><mc:AlternateContent><mc:Choice>${paragraph("It rained.")}</mc:Choice><mc:Fallback>${paragraph("It rained.")}</mc:Fallback></mc:AlternateContent></w:p>`,
      "It rained.",
    ],
    [
      "a table",
      `<w:tbl><w:tr><w:tc>${paragraph("One")}</w:tc><w:tc>${paragraph("Two")}</w:tc></w:tr></w:tbl>`,
      "One|Two",
    ],
    [
      "a field’s instructions",
      "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>It rained.</w:t></w:r></w:p>",
      "It rained.",
    ],
  ])("%s", (_, body, expected) => {
    const result = readDocx(docx(body));
    expect(result.ok && result.value.paragraphs.map(({ text }) => text).join("|")).toBe(expected);
  });

  it("has its text where the archive says", async () => {
    const relations = (target: string): string =>
      `<Relationships xmlns="urn:r"><Relationship Id="a" Type="urn:x/styles" Target="word/styles.xml"/><Relationship Id="b" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`;
    for (const [target, name] of [
      ["word/document2.xml", "word/document2.xml"],
      ["/word/document2.xml", "word/document2.xml"],
    ] as const) {
      const archive = zipArchive({ "_rels/.rels": relations(target), [name]: documentOf(paragraph(lead)) });
      expect((await read(archive)).text).toBe(lead);
    }
    // A workbook names its main part too.
    const workbook = zipArchive({
      "_rels/.rels": relations("xl/workbook.xml"),
      "xl/workbook.xml": "<workbook/>",
    });
    expect(await refusal(workbook)).toBe("binary");
  });

  it.each([
    ["another zip archive", zipArchive({ "a.txt": lead }), "binary"],
    ["one cut off", docx(paragraph(lead)).subarray(0, 150), "binary"],
    ["one without text", docx("<w:p/>"), "no-text"],
    ["XML that breaks off", zipArchive({ "word/document.xml": "<w:document><w:p>" }), "damaged"],
    [
      "a bomb: 300 MB of spaces",
      zipArchive({ "word/document.xml": Buffer.alloc(300_000_000, 32) }),
      "too-large",
    ],
    [
      "a bomb that says it is small",
      zipArchive({ "word/document.xml": Buffer.alloc(300_000_000, 32) }, 100),
      "too-large",
    ],
    [
      "a bomb of entities",
      zipArchive({ "word/document.xml": `<!DOCTYPE a [<!ENTITY a "aaaa">]><a>&a;</a>` }),
      "damaged",
    ],
    [
      "a document behind a password",
      Buffer.concat([
        Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "latin1"),
        Buffer.alloc(512),
        Buffer.from("EncryptedPackage", "utf16le"),
      ]),
      "encrypted",
    ],
    [
      "an office document of before 2007",
      Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 WordDocument", "latin1"),
      "binary",
    ],
  ])("is refused: %s", async (_, bytes, code) => expect(await refusal(bytes)).toBe(code));

  it("nested 1,000 deep is read", async () => {
    const deep = `${"<w:sdt>".repeat(1_000)}${paragraph(lead)}${"</w:sdt>".repeat(1_000)}`;
    expect((await read(docx(deep))).text).toContain(lead);
  });
});

describe("RTF", () => {
  it("is read without fonts, notes and pictures", async () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}}{\colortbl;\red0;}{\*\generator X;}{\info{\title No}}
{\header No\par}\pard\b Fares to rise\b0\par
The fares will rise in May, Prime Minister Tomas Ferrow said on Friday.{\footnote No}\par
\ldblquote We lost 14 sailings\~to fog,\rdblquote  said Ferrow in the caf\'e9 \u8211? \uc1\u8364 E 5 \{sic\}.\par{\pict 0102}}`;
    const article = await read(rtf, { name: "fares.txt" });
    expect(article.format).toBe("rtf");
    expect(article.text.split("\n\n")).toEqual([
      "Fares to rise",
      lead,
      "“We lost 14 sailings to fog,” said Ferrow in the café – € 5 {sic}.",
    ]);
  });

  it.each([
    ["what was deleted", "{\\deleted\\revauthdel1 No.}It rained.", "It rained."],
    ["what was deleted, without a group", "It \\deleted no\\deleted0 rained.", "It rained."],
    ["hidden text", "{\\v No.}It rained.\\v No.\\v0", "It rained."],
    ["hidden text that ends with its style", "\\v No.\\plain It rained.", "It rained."],
    ["what a field is made of", '{\\field{\\fldinst HYPERLINK "x"}{\\fldrslt It rained.}}', "It rained."],
    ["the same, set apart", '{\\field{\\*\\fldinst{HYPERLINK "x"}}{\\fldrslt It rained.}}', "It rained."],
  ])("is without %s", async (_, body, expected) => {
    expect((await read(`{\\rtf1\\ansi ${body}\\par}`)).text).toBe(expected);
  });

  it.each([
    ["without text", "{\\rtf1 {\\fonttbl x}}", "no-text"],
    ["nested 20,000 deep", `{\\rtf1 ${"{".repeat(20_000)}a`, "too-large"],
  ])("is refused %s", async (_, rtf, code) => expect(await refusal(rtf)).toBe(code));

  it("never throws", () => {
    const token = fc.constantFrom(
      "{",
      "}",
      "\\par",
      "\\*",
      "\\u",
      "\\u-5 ",
      "\\'",
      "\\'zz",
      "\\uc9",
      "words ",
      "\\",
      "\n",
      "\\fonttbl",
    );
    fc.assert(
      fc.property(fc.array(token), (tokens) => {
        expect(readRtf(new TextEncoder().encode(`{\\rtf1${tokens.join("")}`)).ok).toBe(true);
      }),
    );
  });
});
