import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Frame } from "#extraction/frames/frame.ts";
import { draftsByRules } from "#extraction/linking/drafts-by-rules.ts";
import { reconcile } from "#extraction/linking/reconcile.ts";
import { articleUnits } from "#extraction/roles/article-units.ts";
import type { Span } from "#extraction/span.ts";
import { labelCount } from "#extraction/tagger/role-labels.ts";
import { bodyArticle } from "../body-article.ts";

/** What the first pass says of each word that is written here between spaces: `x` for sure content, else outside. */
interface Setting {
  readonly text: string;
  readonly frames: readonly Frame[];
  readonly sure?: readonly string[];
}

/** Source | cue | content of each attribution that comes out. */
function lines({ text, frames, sure = [] }: Setting): string[] {
  const article = bodyArticle(text);
  const { paragraphs, marks } = articleUnits(article);
  const drafts = draftsByRules(article.text, paragraphs).drafts;
  const found = reconcile({
    text: article.text,
    frames,
    drafts,
    units: paragraphs.flatMap(({ units }) => units),
    quotations: marks.flat(),
    ...wordsOf(article.text, sure),
  });
  const words = (spans: readonly (Span | null)[]): string =>
    spans.map((span) => (span ? article.text.slice(...span) : "-")).join(" … ");
  return found.map(({ source, cue, content }) => [[source], [cue], content].map(words).join(" | "));
}

/** Words cut at spaces, in one paragraph a line, labelled as content where they stand in a snippet that is sure. */
function wordsOf(text: string, sure: readonly string[]) {
  const places = [...text.matchAll(/\S+/gu)].map(
    (match): Span => [match.index, match.index + match[0].length],
  );
  const paragraphOf = ([start]: Span): number => text.slice(0, start).split("\n\n").length - 1;
  const length = places.length;
  const paragraphs = 1 + Math.max(0, ...places.map(paragraphOf));
  const labels = new Uint8Array(length);
  const marginals = new Float32Array(length * labelCount);
  for (const snippet of sure) {
    const [from, to] = placeOf(text, snippet);
    places.forEach(([start, end], word) => {
      if (start < from || end > to) return;
      labels[word] = start === from ? 5 : 6;
      marginals[word * labelCount + (labels[word] ?? 0)] = 0.99;
    });
  }
  return {
    words: {
      length,
      start: Int32Array.from(places, ([start]) => start),
      end: Int32Array.from(places, ([, end]) => end),
      sentence: Int32Array.from(places, (_, word) => word),
      sentenceStart: Int32Array.from({ length: length + 1 }, (_, word) => word),
      paragraph: Int32Array.from(places, paragraphOf),
      paragraphStart: Int32Array.from({ length: paragraphs + 1 }, (_, paragraph) => {
        const first = places.findIndex((place) => paragraphOf(place) >= paragraph);
        return first < 0 ? length : first;
      }),
    },
    roles: { labels, marginals },
  };
}

function placeOf(text: string, snippet: string): Span {
  const start = text.indexOf(snippet);
  if (start < 0) throw new Error(`${snippet}: not in the text`);
  return [start, start + snippet.length];
}

const frame = (
  text: string,
  source: string,
  cue: string,
  content: readonly string[],
  confidence = 0.9,
): Frame => ({
  source: placeOf(text, source),
  cue: placeOf(text, cue),
  content: content.map((snippet) => placeOf(text, snippet)),
  confidence,
});

describe("frames and rules brought together", () => {
  it("a frame decides where both find something", () => {
    const text = "Ana Ruiz said the harbour was closed, contradicting the port.";
    const frames = [frame(text, "Ana Ruiz", "said", ["the harbour was closed"])];
    expect(lines({ text, frames })).toEqual(["Ana Ruiz | said | the harbour was closed"]);
  });

  it("what only the rules find is added", () => {
    const text = "Ana Ruiz said the harbour was closed. Tom Falk regretted the noise.";
    const frames = [frame(text, "Tom Falk", "regretted", ["the noise"])];
    expect(lines({ text, frames })).toEqual([
      "Ana Ruiz | said | the harbour was closed",
      "Tom Falk | regretted | the noise",
    ]);
  });

  it("a quotation is not cut", () => {
    const text = "Ana Ruiz called it “a loud, dirty and needless thing” on Monday.";
    const frames = [frame(text, "Ana Ruiz", "called", ["it “a loud, dirty and"])];
    expect(lines({ text, frames })).toEqual(["Ana Ruiz | called | it “a loud, dirty and needless thing”"]);
  });

  it("the other half of a split quotation goes with its frame", () => {
    const text = "“We close the harbour,” Ana Ruiz said. “Nobody will sleep there again.”";
    const frames = [frame(text, "Ana Ruiz", "said", ["“We close the harbour,”"])];
    expect(lines({ text, frames })).toEqual([
      "Ana Ruiz | said | “We close the harbour,” … “Nobody will sleep there again.”",
    ]);
  });

  it("two frames can share a source, but no word of cue or content", () => {
    const text = "Ana Ruiz said the harbour was closed and added that nobody slept.";
    const first = frame(text, "Ana Ruiz", "said", ["the harbour was closed"]);
    const second = frame(text, "Ana Ruiz", "added", ["that nobody slept"]);
    const clash = frame(text, "Ana Ruiz", "closed", ["nobody slept"]);
    expect(lines({ text, frames: [first, second, clash] })).toEqual([
      "Ana Ruiz | said | the harbour was closed",
      "Ana Ruiz | added | that nobody slept",
    ]);
  });

  it("content that nobody has goes with the attribution before it in its paragraph", () => {
    const text =
      "Ana Ruiz said the harbour was closed. The ships would wait outside.\n\nThe sun rose over it.";
    const frames = [frame(text, "Ana Ruiz", "said", ["the harbour was closed"])];
    expect(lines({ text, frames, sure: ["The ships would wait outside."] })).toEqual([
      "Ana Ruiz | said | the harbour was closed … The ships would wait outside.",
    ]);
    expect(lines({ text, frames, sure: ["The sun rose over it."] })).toEqual([
      "Ana Ruiz | said | the harbour was closed",
    ]);
  });

  it("the rest of a stretch of content goes with the attribution that ends in its midst", () => {
    const text = "Ana Ruiz regretted the noise, the dust and the smell of the harbour.";
    const frames = [frame(text, "Ana Ruiz", "regretted", ["the noise,"])];
    const sure = ["the noise, the dust and the smell of the harbour."];
    expect(lines({ text, frames, sure })).toEqual([
      "Ana Ruiz | regretted | the noise, the dust and the smell of the harbour.",
    ]);
  });

  it.each<[string, string, number, readonly string[], boolean]>([
    ["probable", "her fear of the noise", 0.85, [], true],
    ["less probable", "her fear of the noise", 0.6, [], false],
    [
      "less probable, of words that are surely content",
      "her fear of the noise",
      0.3,
      ["fear of the noise"],
      true,
    ],
    ["less probable, of a quotation", "her “fear of the noise”", 0.7, [], true],
    ["improbable, of a quotation", "her “fear of the noise”", 0.6, [], false],
  ])("a frame counts as what it is: %s", (_, end, confidence, sure, counts) => {
    const text = `Ana Ruiz stressed ${end}`;
    const content = end.slice("her ".length);
    const frames = [frame(text, "Ana Ruiz", "stressed", [content], confidence)];
    const expected = `Ana Ruiz | stressed | ${content}`;
    expect(lines({ text, frames, sure }).includes(expected)).toBe(counts);
  });

  it.each([
    ["surely content", ["fear of the noise"], 0.9],
    ["hardly content", [], 0.5],
  ])("what stands on the result is what the belief in a frame is worth: %s", (_, sure, worth) => {
    const text = "Ana Ruiz stressed her fear of the noise";
    const article = bodyArticle(text);
    const { paragraphs } = articleUnits(article);
    const [found] = reconcile({
      text,
      frames: [frame(text, "Ana Ruiz", "stressed", ["fear of the noise"], 0.85)],
      drafts: [],
      units: paragraphs.flatMap(({ units }) => units),
      quotations: [],
      trust: { scores: [0.55, 1.147], probabilities: [0.5, 0.9] },
      ...wordsOf(text, sure),
    });
    expect(found?.confidence).toBeCloseTo(worth, 2);
  });

  it("a whole sentence in marks goes with the verb before it, not with the end of another frame", () => {
    const said = "that he paid nothing, as was true for years";
    const text = `Tom Falk noted ${said}, and Ruiz replied, “That makes me smart.”`;
    const content = [`${said}, and Ruiz replied, “That makes me smart.”`];
    expect(lines({ text, frames: [frame(text, "Tom Falk", "noted", content)] })).toEqual([
      `Tom Falk | noted | ${said}`,
      "Ruiz | replied | “That makes me smart.”",
    ]);
  });

  it("rules leave a quotation to the cue of another frame that is nearer to it, in its own paragraph", () => {
    const text =
      "“It hurts us all,” Rep. Ana Ruiz (D-Vt.) said Friday. “If it goes on, nobody will ever sleep.\n\n" +
      "“We have tried it all for years,” added Tom Falk. “All of it.”";
    const first = frame(text, "Rep. Ana Ruiz (D-Vt.)", "said Friday", ["“It hurts us all,”"]);
    expect(lines({ text, frames: [first] })[0]).toBe(
      "Rep. Ana Ruiz (D-Vt.) | said Friday | “It hurts us all,”",
    );
  });

  it("rules leave a quotation to the cue between it and their own", () => {
    const text = "“We are sorry,” Tom Falk said, adding that the boat was lost. “Nobody saw it sink.”";
    const content = ["that the boat was lost", "“Nobody saw it sink.”"];
    expect(lines({ text, frames: [frame(text, "Tom Falk", "adding", content)] })).toEqual([
      "Tom Falk | said | “We are sorry,”",
      "Tom Falk | adding | that the boat was lost … “Nobody saw it sink.”",
    ]);
  });

  it("rules leave a quotation to a frame that has nothing else, where they have another", () => {
    const text = "Rep. Tom Falk scolded him: “You lied to us all,” she said. “Nobody sleeps.”";
    const frames = [frame(text, "Rep. Tom Falk", "scolded", ["“You lied to us all,”"])];
    expect(lines({ text, frames })).toEqual([
      "Rep. Tom Falk | scolded | “You lied to us all,”",
      "she | said | “Nobody sleeps.”",
    ]);
  });

  it("no character is cue or content of two attributions, whatever the frames are", () => {
    const text = "“We go,” Ana Ruiz said. Tom Falk denied it. “It is late,” he added. She asked why.";
    const place = fc
      .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 30 }))
      .map(([start, length]): Span => [start, Math.min(text.length, start + length)]);
    const frames = fc.array(
      fc.record({
        source: fc.option(place),
        cue: fc.option(place),
        content: fc.array(place, { minLength: 1, maxLength: 1 }),
        confidence: fc.constant(1),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(frames, (given) => {
        const article = bodyArticle(text);
        const { paragraphs, marks } = articleUnits(article);
        const found = reconcile({
          text: article.text,
          frames: given,
          drafts: draftsByRules(article.text, paragraphs).drafts,
          units: paragraphs.flatMap(({ units }) => units),
          quotations: marks.flat(),
          ...wordsOf(article.text, []),
        });
        for (const { content } of found)
          for (const [index, [start, end]] of content.entries()) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(article.text.length);
            expect(start).toBeGreaterThanOrEqual(content[index - 1]?.[1] ?? 0);
          }
      }),
    );
  });
});
