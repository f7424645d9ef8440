import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocument } from "#extraction/formats/html-document.ts";
import { htmlParagraphs } from "#extraction/formats/html-paragraphs.ts";
import { readHtml } from "#extraction/formats/read-html.ts";
import { paragraphs, read, refusal } from "./read.ts";

const lead =
  "The fares of the ferries will rise by a tenth in May, Prime Minister Tomas Ferrow said on Friday, after a winter in which the boats stood idle for weeks.";
const quote =
  "“We lost 14 sailings to fog,” said Ferrow, who was asked about it on the quay. “Nobody is happy about that.”";
const page = (head: string, body: string): string =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const article = `<article><h1>Fares to rise</h1><p>${lead}</p><p>${quote}</p></article>`;

describe("title, author and day", () => {
  const linked = (value: unknown): string =>
    `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

  it.each([
    [
      "from JSON-LD",
      linked({
        "@type": "NewsArticle",
        headline: "Ferry fares &amp; tolls",
        author: { "@type": "Person", name: "Lina Marsten" },
        datePublished: "2026-11-20T23:30:00-05:00",
      }),
      ["Ferry fares & tolls", ["Lina Marsten"], "2026-11-20"],
    ],
    [
      "from JSON-LD in a graph, with several authors",
      linked({
        "@graph": [
          { "@type": "WebSite", name: "The Herald" },
          {
            "@type": ["Thing", "Article"],
            headline: "Fares",
            author: ["Lina Marsten", { name: "Ben Cole" }],
          },
        ],
      }),
      ["Fares", ["Lina Marsten", "Ben Cole"], null],
    ],
    [
      "from meta elements; a headline of the page goes before one for sharing",
      `<meta property="og:title" content="You won’t believe it"><meta name="author" content="By Lina Marsten and Ben Cole">
       <meta property="article:author" content="https://social.example/lina"><meta property="article:published_time" content="2026-11-20T08:00Z">`,
      ["Fares to rise", ["Lina Marsten", "Ben Cole"], "2026-11-20"],
    ],
    [
      "from damaged JSON-LD, nothing",
      '<script type="application/ld+json">{"@type":</script>',
      ["Fares to rise", [], null],
    ],
    ["a day that is none, nothing", '<meta name="date" content="2026-02-31">', ["Fares to rise", [], null]],
  ] as const)("%s", async (_, head, expected) => {
    const { text, title, authors, published } = await read(page(head, article));
    expect([title && text.slice(...title), authors.map(({ name }) => name), published?.date ?? null]).toEqual(
      expected,
    );
    for (const { name, span } of authors) expect(text.slice(...span)).toBe(name);
    if (published) expect(text.slice(...published.span)).toBe(published.date);
  });

  it("from the elements of the page", async () => {
    const body = `<article><h1>Fares to rise</h1><address rel="author">Lina Marsten</address>
      <time datetime="2026-11-20T08:00:00+02:00">20 November</time><p>${lead}</p><p>${quote}</p></article>`;
    const { authors, published } = await read(page("<title>Fares to rise | The Herald</title>", body));
    expect(authors.map(({ name }) => name)).toEqual(["Lina Marsten"]);
    expect(published?.date).toBe("2026-11-20");
  });
});

describe("the article's own text", () => {
  it.each([
    ["navigation", "<nav><a href='/'>Home</a> said nobody</nav>", ""],
    ["an aside", "", "<aside><p>Sign up to our newsletter, said nobody.</p></aside>"],
    ["a footer", "", "<footer>© The Herald, said nobody</footer>"],
    ["a caption", "", "<figure><img src='a.jpg'><figcaption>The quay, said nobody.</figcaption></figure>"],
    ["a script", "", "<script>document.write('<p>Hello, said nobody.</p>')</script>"],
    ["a style", "", "<style>p::after { content: 'said nobody' }</style>"],
    ["a comment", "", "<!-- <p>Hello, said nobody.</p> -->"],
    ["what is hidden", "", "<p hidden>Hello, said nobody.</p>"],
    [
      "words for screen readers",
      "",
      "<p class='sr-only'>Hello, said nobody.</p><p><span class='visually-hidden'>Image source, said nobody</span></p>",
    ],
    ["what a style hides", "", "<p style='color: red; DISPLAY : none'>Hello, said nobody.</p>"],
    [
      "a quotation pulled out of it",
      "",
      "<blockquote class='pull-quote'><p>“Nobody is happy”</p></blockquote>",
    ],
    [
      "a banner about cookies",
      "<div class='cookie-consent'><p>We value your privacy, said nobody. Accept all, or manage your choices below.</p></div>",
      "",
    ],
    ["a link to another article", "", "<p><a href='/b'>Related: What nobody said</a></p>"],
    [
      "a box of related articles",
      "",
      "<div class='related-stories'><ul><li><a href='/c'>What nobody said</a></li></ul></div>",
    ],
  ])("is without %s", async (_, before, inside) => {
    const body = `${before}<article><h1>Fares to rise</h1><p>${lead}</p>${inside}<p>${quote}</p></article>`;
    expect(paragraphs(await read(page("", body)))).toEqual([
      ["headline", "Fares to rise"],
      ["body", lead],
      ["body", quote],
    ]);
  });

  it("has subheadings, line breaks and references as they are meant", async () => {
    const body = `<article><h1>Fares to rise</h1><p>${lead}</p><h2>Old boats</h2>
      <p>The boats&nbsp;are “old&rdquo; &amp;<br>\n  sound.</p><p>${quote}</p><p>The council has <b>no</b> plans &#8212; none, its spokeswoman said to the Herald.</p></article>`;
    expect(paragraphs(await read(page("", body))).slice(2)).toEqual([
      ["subheading", "Old boats"],
      ["body", "The boats are “old” & sound."],
      ["body", quote],
      ["body", "The council has no plans — none, its spokeswoman said to the Herald."],
    ]);
  });

  it.each([
    ["a page that is marked as a whole", `<body class="cookie-banner-closed pull-quotes">${article}</body>`],
    [
      "a post about cookies",
      `<body><div class="post tag-cookies category-consent">${article.replaceAll("article", "div")}</div></body>`,
    ],
  ])("is that of %s", async (_, body) => {
    const { text } = await read(`<!doctype html><html>${body}</html>`);
    expect(text).toBe(`Fares to rise\n\n${lead}\n\n${quote}`);
  });

  it("has a quotation that is set as a figure, with whose it is", async () => {
    const said =
      "<figure><blockquote><p>“I will not pay.”</p></blockquote><figcaption>— Runa Holt</figcaption></figure>";
    const body = `<article><h1>Fares to rise</h1><p>${lead}</p>${said}<p>${quote}</p></article>`;
    expect(paragraphs(await read(page("", body))).map(([, text]) => text)).toEqual([
      "Fares to rise",
      lead,
      "“I will not pay.”",
      "— Runa Holt",
      quote,
    ]);
  });

  it("ends paragraphs at blocks and at double line breaks, and keeps words that markup cuts", () => {
    const html =
      "<div>The coun<b>cil</b> met.<br> <br>It rained<br>all day.<ul><li>One</li><li>Two</li></ul>The end.</div>";
    expect(htmlParagraphs(parseDocument(html)).map(({ text }) => text)).toEqual([
      "The council met.",
      "It rained all day.",
      "One",
      "Two",
      "The end.",
    ]);
  });

  it("is without soft hyphens, zero-width and bidirectional marks", () => {
    const html = "<p>The coun&shy;cil\u200b met, \u202b“it rained”\u202c 👩\u200d🚒.</p>";
    expect(htmlParagraphs(parseDocument(html)).map(({ text }) => text)).toEqual([
      "The council met, “it rained” 👩\u200d🚒.",
    ]);
  });

  it("is in the encoding that the page names", async () => {
    const bytes = Buffer.from(
      page('<meta charset="iso-8859-2">', "<p>The mayor of £ód¼ said so.</p>"),
      "latin1",
    );
    expect((await read(bytes)).text).toContain("Łódź");
  });

  it("is what the page repeats for search engines, where it shows less", async () => {
    const head = `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: "Fares to rise", articleBody: `${lead}\n${quote}` })}</script>`;
    expect((await read(page(head, "<p>Subscribe to read on.</p>"))).text).toContain(quote);
  });

  it("is no HTML where a text only quotes some, and is where the name says so", async () => {
    const text = "The page said <p>hello</p>, the mayor said.";
    expect((await read(text)).text).toBe(text);
    expect((await read(text, { name: "page.HTML" })).format).toBe("html");
    expect((await read("<p>The mayor said hello.</p>")).format).toBe("html");
  });
});

describe("limits", () => {
  it.each([
    ["nothing but a script", page("", "<script>alert(1)</script>"), "no-text"],
    ["200,000 tags", "<p>a".repeat(200_000), "too-large"],
    [
      "an attribute of a million words",
      page("", `<p class="${"caption ".repeat(1_000_000)}">${lead}</p>`),
      "damaged",
    ],
  ])("refuses %s", async (_, html, code) => expect(await refusal(html, { type: "text/html" })).toBe(code));

  it.each([
    ["elements nested 1,000 deep", page("", `${"<div>".repeat(1_000)}<p>${lead}</p>`)],
    ["elements nested 40,000 deep", page("", `${"<b>".repeat(40_000)}${lead}`)],
    ["a page of 2 MB", page("", `<article>${`<p>${lead}</p>`.repeat(12_000)}</article>`)],
  ])("takes %s", (_, html) => {
    const result = readHtml(html);
    expect(result.ok && result.value.paragraphs.some(({ text }) => text.includes(lead))).toBe(true);
  });

  it("never throws, whatever the tags", () => {
    const tag = fc.constantFrom(
      "<p>",
      "</p>",
      "<div ",
      ">",
      "<table>",
      "<td>",
      "<!--",
      "-->",
      "<script>",
      "</",
      "&#0;",
      "&amp",
      "<a href='",
      "<br>",
      "<html>",
      "<body>",
      "<head>",
      "words. ",
      "\u0000",
      "<svg><p>",
      "<template>",
      "<![CDATA[",
    );
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 30 }), (tags) => {
        expect(readHtml(tags.join("")).ok).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
