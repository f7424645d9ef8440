import { gzipSync } from "node:zlib";
import { pdfFile } from "../extraction/formats/pdf-file.ts";
import { zipArchive } from "../extraction/formats/zip-archive.ts";

const headline = "Fares to rise";
const lead =
  "The fares of the ferries will rise by a tenth in May, Prime Minister Tomas Ferrow said on Friday.";
const quote = "“We lost 14 sailings to fog,” said Ferrow, who was asked about it on the quay.";
const last = "Lina Marsten of the Harbour Board told reporters that the boats were old.";
const body = `<p>${lead}</p><p>${quote}</p><p>${last}</p>`;

const document = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="urn:w"><w:body>${[
  headline,
  lead,
  quote,
  last,
]
  .map(
    (text, at) =>
      `<w:p>${at === 0 ? '<w:pPr><w:pStyle w:val="Title"/></w:pPr>' : ""}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`,
  )
  .join("")}</w:body></w:document>`;

const html = `<!doctype html><html><head><meta charset="utf-8"><title>${headline}</title><meta name="author" content="Lina Marsten"><script type="application/ld+json">${JSON.stringify(
  {
    "@type": "NewsArticle",
    headline,
    author: [{ name: "Lina Marsten" }, "Ben Cole"],
    datePublished: "2026-11-20T23:30:00-05:00",
  },
)}</script></head><body><nav><ul><li><a href="/">Home</a></li></ul></nav><article><h1>${headline}</h1><time datetime="2026-11-20">Friday</time>${body}<figure><img src="a.jpg"><figcaption>The quay &amp; the boats</figcaption></figure><table><tr><td>1</td></tr></table></article></body></html>`;

const mail = [
  "From: Lina Marsten <lina@example.org>",
  "To: desk@example.org",
  "Subject: =?utf-8?Q?Fares_to_rise?=",
  "Date: Fri, 20 Nov 2026 08:00:00 +0100",
  "MIME-Version: 1.0",
  'Content-Type: multipart/alternative; boundary="b1"',
  "",
  "--b1",
  "Content-Type: text/plain; charset=utf-8",
  "Content-Transfer-Encoding: quoted-printable",
  "",
  `${lead}\r\n\r\n=E2=80=9CWe lost 14 sailings to fog,=E2=80=9D said Ferrow.`,
  "",
  "--b1",
  "Content-Type: text/html; charset=utf-8",
  "Content-Transfer-Encoding: base64",
  "",
  Buffer.from(body).toString("base64"),
  "--b1--",
  "",
].join("\r\n");

const ninjs = JSON.stringify({
  uri: "urn:x:1",
  standard: { name: "ninjs", version: "3.0" },
  type: "text",
  by: "Lina Marsten and Ben Cole",
  firstCreated: "2026-11-20T08:00:00Z",
  headlines: [{ value: headline, role: "main" }],
  bodies: [{ contentType: "text/html", value: body }],
});

const newsml = `<?xml version="1.0" encoding="UTF-8"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1"><itemMeta><versionCreated>2026-11-20T08:00:00Z</versionCreated></itemMeta><contentMeta><headline>${headline}</headline><by>By Lina Marsten</by></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>${body}</body></html></inlineXML></contentSet></newsItem>`;

const escaped = (text: string): string => text.replace(/[^ -~]/gu, (one) => `\\u${one.charCodeAt(0)}?`);
const rtf = `{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0 Arial;}}{\\stylesheet{\\s1 heading 1;}}{\\info{\\title ${headline}}{\\author Lina Marsten}}\\pard\\s1 ${headline}\\par\\pard ${escaped(lead)}\\par ${escaped(quote)}{\\*\\bkmkstart a}{\\footnote No.}\\par It\\'92s ${last}\\par}`;

const pdf = pdfFile([
  [
    [50, 750, 20, headline],
    [50, 700, 10, lead],
    [50, 686, 10, quote],
  ],
  [[50, 700, 10, last]],
]);

/** A file of each kind that is read: an article of a headline and a few sentences about invented people. */
export const sampleFiles = {
  "fares.txt": Buffer.from(`${headline}\nBy Lina Marsten\n\n${lead}\n\n${quote}\n\n${last}\n`),
  "utf-16.txt": Buffer.from(`\uFEFF${headline}\r\n\r\n${lead}\r\n\r\n${quote} 😀\r\n`, "utf16le"),
  "legacy.txt": Buffer.from(
    `${headline}\n\nAt the caf\u00E9, ${lead}\n\n\u0093No,\u0094 said Ferrow.\n`,
    "latin1",
  ),
  "fares.html": Buffer.from(html),
  "fares.eml": Buffer.from(mail),
  "ninjs.json": Buffer.from(ninjs),
  "newsml.xml": Buffer.from(newsml),
  "fares.rtf": Buffer.from(rtf, "latin1"),
  "fares.docx": zipArchive({ "[Content_Types].xml": "<Types/>", "word/document.xml": document }),
  "fares.pdf": pdf,
  "fares.txt.gz": gzipSync(`${headline}\n\n${lead}\n\n${quote}\n`),
  "fares.html.gz": gzipSync(html),
} as const satisfies Readonly<Record<string, Buffer>>;

/** What is spoiled of a file before it is packed, where nearly every change of the packed file only breaks the packing. */
export const packedFiles: Readonly<Record<string, { inside: Buffer; pack: (inside: Uint8Array) => Buffer }>> =
  {
    "fares.docx": {
      inside: Buffer.from(document),
      pack: (inside) => zipArchive({ "word/document.xml": Buffer.from(inside) }),
    },
    "fares.html.gz": { inside: Buffer.from(html), pack: gzipSync },
  };
