import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEml } from "#extraction/formats/read-eml.ts";
import { readNewsml } from "#extraction/formats/read-newsml.ts";
import { readNinjs } from "#extraction/formats/read-ninjs.ts";
import { paragraphs, read, refusal } from "./read.ts";

const lead = "The fares will rise in May, Prime Minister Tomas Ferrow said on Friday.";
const quote = "“We lost 14 sailings to fog,” said Ferrow.";

/** Title, authors, day and body, as each of the formats below says them. */
async function gist(content: string | Uint8Array): Promise<unknown> {
  const article = await read(content);
  const body = paragraphs(article).filter(([kind]) => kind === "body" || kind === "subheading");
  const title = article.title && article.text.slice(...article.title);
  return [
    article.format,
    title,
    article.authors.map(({ name }) => name),
    article.published?.date ?? null,
    body.map(([, text]) => text),
  ];
}
const told = (format: string): unknown => [
  format,
  "Fares to rise",
  ["Lina Marsten", "Ben Cole"],
  "2026-11-20",
  [lead, quote],
];

describe("NINJS", () => {
  it.each([
    [
      "1",
      {
        uri: "urn:x:1",
        type: "text",
        headline: "Fares to rise",
        byline: "By Lina Marsten and Ben Cole",
        versioncreated: "2026-11-20T08:00:00+02:00",
        body_html: `<p>${lead}</p><figure><figcaption>The quay, said nobody.</figcaption></figure><p>${quote}</p>`,
      },
    ],
    [
      "2",
      {
        uri: "urn:x:1",
        type: "text",
        by: "Lina Marsten, Ben Cole",
        firstcreated: "2026-11-20T08:00:00Z",
        versioncreated: "2026-11-21T08:00:00Z",
        headlines: [
          { value: "Fares", role: "short" },
          { value: "Fares to rise", role: "main" },
        ],
        bodies: [
          { contenttype: "text/plain", value: "No." },
          { contenttype: "text/html", value: `<p>${lead}</p><p>${quote}</p>` },
        ],
      },
    ],
    [
      "3",
      {
        uri: "urn:x:1",
        standard: { name: "ninjs", version: "3.0" },
        type: "text",
        by: "Lina Marsten and Ben Cole",
        firstCreated: "2026-11-20T08:00:00Z",
        headlines: [{ value: "Fares to rise", contentType: "text/plain" }],
        bodies: [{ role: "main", contentType: "text/plain", value: `${lead}\n\n${quote}` }],
      },
    ],
  ])("version %s", async (_, item) => {
    expect(await gist(JSON.stringify(item))).toEqual(told("ninjs"));
    expect(await gist(JSON.stringify(item, null, 2))).toEqual(told("ninjs"));
  });
});

describe("NewsML-G2", () => {
  const item = (
    content: string,
    version = 1,
    guid = "urn:x:1",
  ): string => `<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="${guid}" version="${version}" standard="NewsML-G2">
<itemMeta><versionCreated>2026-11-20T08:00:00+02:00</versionCreated></itemMeta>
<contentMeta><by>By Lina Marsten and Ben Cole</by><headline>Fares to <b>rise</b></headline></contentMeta>
<contentSet>${content}</contentSet></newsItem>`;
  const nitf = `<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><title>x</title></head>
    <body><body.head><hedline><hl1>Other</hl1></hedline></body.head><body.content><p>${lead.replace("May", "<em>May</em>")}</p>
    <media media-type="image"><media-caption><p>The quay, said nobody.</p></media-caption></media><p>${quote}</p></body.content>
    <body.end><tagline>x</tagline></body.end></body></nitf></inlineXML>`;
  const xhtml = `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>${lead}</p><p>${quote}</p></body></html></inlineXML>`;

  const message = (...items: string[]): string =>
    `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${items.map((one) => one.replace(/<\?.*\?>/u, "")).join("")}</itemSet></newsMessage>`;

  it.each([
    ["NITF", item(nitf)],
    ["XHTML", item(xhtml)],
    ["plain data", item(`<inlineData contenttype="text/plain">${lead}\n\n${quote}</inlineData>`)],
    [
      "escaped HTML",
      item(`<inlineData contenttype="text/html"><![CDATA[<p>${lead}</p><p>${quote}</p>]]></inlineData>`),
    ],
    [
      "a message of versions of one item, of which the last counts",
      message(item(`<inlineXML><p>No.</p></inlineXML>`), item(nitf, 2)),
    ],
    ["a message with a picture before it", message(item("<remoteContent/>", 1, "urn:x:2"), item(nitf))],
    ["a message with a picture behind it", message(item(nitf), item("<remoteContent/>", 1, "urn:x:2"))],
  ])("%s", async (_, xml) => expect(await gist(xml)).toEqual(told("newsml")));

  it("is refused with several articles, of which all but one would vanish", async () => {
    expect(await refusal(message(item(nitf), item(xhtml, 1, "urn:x:2")))).toBe("unsupported-format");
  });

  it("nested 1,000 deep", async () => {
    const deep = item(
      `<inlineXML>${"<div>".repeat(1_000)}<p>${lead}</p>${"</div>".repeat(1_000)}</inlineXML>`,
    );
    expect((await read(deep)).text).toContain(lead);
  });
});

describe("mail", () => {
  const head = `Received: from a.example\r\nFrom: "Lina Marsten" <lina@herald.example>\r\nTo: desk@herald.example\r\nSubject: Fwd: =?utf-8?Q?Fares_to_rise_=E2=80=93_now?=\r\nDate: Fri, 20 Nov 2026 08:00:00 +0200\r\nMIME-Version: 1.0\r\n`;
  const expected = ["eml", "Fares to rise – now", ["Lina Marsten"], "2026-11-20", [lead, quote]];

  it.each([
    [
      "plain text, wrapped, with a quoted mail and a signature",
      `${head}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nThe fares will rise in May, Prime Minister Tomas Ferrow\r\nsaid on Friday.\r\n\r\n${quote}\r\n\r\n> No, said nobody.\r\n-- \r\nLina\r\n`,
    ],
    [
      "HTML alone, in base64",
      `${head}Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(`<p>${lead}</p><p>${quote}</p>`).toString("base64")}\r\n`,
    ],
    [
      "both, with an attachment",
      `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${lead}\r\n\r\n${quote}\r\n--c\r\nContent-Type: text/html\r\n\r\n<p>Other</p>\r\n--c--\r\n--b\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename=a.csv\r\n\r\na,b\r\n--b--\r\n`,
    ],
  ])("%s", async (_, mail) => expect(await gist(mail)).toEqual(expected));

  const answer = head.replace("Fwd:", "Re:");
  const plain = (text: string, top = answer): string =>
    `${top}Content-Type: text/plain; charset=utf-8\r\n\r\n${text.replaceAll("\n", "\r\n")}\r\n`;
  const html = (text: string): string => `${answer}Content-Type: text/html; charset=utf-8\r\n\r\n${text}\r\n`;
  const own = `${lead}\n\n${quote}\n\n`;
  const ownHtml = `<p>${lead}</p><p>${quote}</p>`;

  it.each([
    [
      "lines with a mark",
      plain(
        `${own}On Fri, 20 Nov 2026 at 09:00, Ben Cole <b@herald.example>\nwrote:\n\n> No, said nobody.\n`,
      ),
    ],
    [
      "all below a line",
      plain(
        `${own}-----Original Message-----\nFrom: Ben Cole\nSent: Thursday\nTo: Lina\nSubject: x\n\nNo, said nobody.`,
      ),
    ],
    [
      "all below another line",
      plain(
        `${own}________________________________\nFrom: Ben Cole <b@herald.example>\nSent: Thursday\nTo: Lina\n\nNo, said nobody.`,
      ),
    ],
    [
      "a block of HTML",
      html(
        `${ownHtml}<div>On Friday Ben Cole wrote:</div><blockquote type="cite"><p>No, said nobody.</p></blockquote>`,
      ),
    ],
    [
      "another block of HTML",
      html(
        `${ownHtml}<div class="gmail_quote"><div class="gmail_attr">On Friday, Ben Cole wrote:</div><blockquote>No, said nobody.</blockquote></div>`,
      ),
    ],
    [
      "all of HTML below a line",
      html(`${ownHtml}<div id="divRplyFwdMsg">From: Ben Cole</div><div><p>No, said nobody.</p></div>`),
    ],
  ])("is without the mail that it answers: %s", async (_, mail) =>
    expect(await gist(mail)).toEqual(expected),
  );

  it.each([
    [
      "below a line",
      plain(
        `Please run.\n\n---------- Forwarded message ---------\nFrom: Ben Cole <b@herald.example>\nDate: Thu, 19 Nov 2026 at 10:00\nSubject: Fares to rise\nTo: Lina\n\n${own}`,
      ),
    ],
    [
      "below another line",
      plain(
        `Begin forwarded message:\n\nFrom: "Ben Cole" <b@herald.example>\nSubject: Fares to rise\nDate: 19 November 2026\nTo: Lina\n\n${own}`,
      ),
    ],
    [
      "as a mail of its own",
      `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nPlease run.\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: Ben Cole <b@herald.example>\r\nTo: Lina <l@herald.example>\r\nSubject: Fares\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${own.replaceAll("\n", "\r\n")}--b--\r\n`,
    ],
  ])("that is forwarded is its writer’s: %s", async (_, mail) => {
    expect(await gist(mail)).toEqual([
      "eml",
      "Fares to rise – now",
      ["Ben Cole"],
      "2026-11-20",
      [lead, quote],
    ]);
  });

  it("that is forwarded is nobody’s where its header has an address only", async () => {
    const mail = plain(
      `---------- Forwarded message ---------\nFrom: <b@herald.example>\nTo: Lina\n\n${own}`,
    );
    expect((await read(mail)).authors).toEqual([]);
  });

  it("is without the third of mails in each other", async () => {
    const one = "From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n";
    const outer = `${one}Content-Type: message/rfc822\r\n\r\n`;
    expect(await refusal(`${outer.repeat(1_000)}${one}\r\n${lead}`)).toBe("no-text");
    expect((await read(`${outer.repeat(2)}${one}\r\n${lead}`)).text).toContain(lead);
    expect(await refusal(`${outer.repeat(3)}${one}\r\n${lead}`)).toBe("no-text");
  });

  it("is none where a text only begins with a label", async () => {
    expect((await read(`Subject: ferries\n\n${lead}`)).format).toBeUndefined();
  });
});

describe("refused", () => {
  it.each([
    ["other JSON", '{"a": 1}', "unsupported-format"],
    ["other XML", '<?xml version="1.0"?><invoice><sum>1</sum></invoice>', "unsupported-format"],
    ["a picture in NINJS", '{"uri":"x","type":"picture","headlines":[{"value":"The quay"}]}', "no-text"],
    ["NINJS that breaks off", '{"uri":"x","headline":"Fares", "body_text": "The', "damaged"],
    ["NewsML that breaks off", "<newsItem><contentSet>", "damaged"],
    [
      "a bomb of entities",
      `<?xml version="1.0"?><!DOCTYPE newsItem [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><newsItem><contentSet><inlineData>&b;&b;</inlineData></contentSet></newsItem>`,
      "damaged",
    ],
    [
      "an entity from a file",
      `<?xml version="1.0"?><!DOCTYPE newsItem [<!ENTITY a SYSTEM "file:///etc/hostname">]><newsItem><contentSet><inlineData>&a;</inlineData></contentSet></newsItem>`,
      "damaged",
    ],
  ])("%s", async (_, content, code) => expect(await refusal(content)).toBe(code));

  it("never with an exception", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 80 }), fc.json(), async (text, json) => {
        readNinjs(json);
        readNewsml(text);
        readNewsml(`<newsItem>${text}</newsItem>`);
        await readEml(new TextEncoder().encode(text));
      }),
      { numRuns: 200 },
    );
  });
});
