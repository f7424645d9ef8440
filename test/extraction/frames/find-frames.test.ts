import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cueCandidates } from "#extraction/frames/cue-candidates.ts";
import { findFrames } from "#extraction/frames/find-frames.ts";
import type { Frame } from "#extraction/frames/frame.ts";
import { FrameFeatures } from "#extraction/frames/frame-features.ts";
import { FrameScorer } from "#extraction/frames/frame-scorer.ts";
import { FramesModel } from "#extraction/frames/frames-model.ts";
import { modelOf } from "#extraction/model/model.ts";
import { overlaps, type Span, textOf } from "#extraction/span.ts";
import { labelStride } from "#extraction/tagger/chain-steps.ts";
import { mostNames } from "#extraction/tagger/label-sums.ts";
import { labelCount } from "#extraction/tagger/role-labels.ts";
import { tagRoles } from "#extraction/tagger/tag-roles.ts";
import { trainFrames } from "#training/frames/train-frames.ts";
import { smallFramed, smallFrameTraining, smallRoles } from "../../training/frames/small-frames.ts";
import { newsText } from "../news-text.ts";
import { readWords } from "./read-words.ts";

const { weights, calibration, trust } = await trainFrames({
  articles: smallFramed,
  training: smallFrameTraining,
  seed: 1,
  folds: 3,
  threads: 1,
  report: () => {},
});
const model = new FramesModel(weights, calibration, trust);

function framesIn(text: string): readonly Frame[] {
  const words = readWords(text);
  return findFrames(words, tagRoles(words, smallRoles), model);
}
const shown = (text: string): string[] =>
  framesIn(text).map(({ source, cue, content }) =>
    [source, cue, ...content].map((span) => (span ? textOf(text, span) : "-")).join(" | "),
  );

describe("frames", () => {
  it.each<[string, string[]]>([
    ["Orla said the bridge was late.", ["Orla | said | the bridge was late"]],
    [
      "“We know that a boat had left Tarn”, said Bram.",
      ["Bram | said | “We know that a boat had left Tarn”"],
    ],
    [
      "The mayor said the ferry was late. The harbour was quiet. Tess denied that they saw the tower.",
      ["The mayor | said | the ferry was late", "Tess | denied | that they saw the tower"],
    ],
    ["The harbour was quiet.", []],
    ["", []],
  ])("%s", (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it("are found in any text with spans of it, each word in one role, in the order of their cues", () => {
    const spansOf = ({ source, cue, content }: Frame): readonly (Span | null)[] => [cue, source, ...content];
    fc.assert(
      fc.property(fc.array(newsText, { maxLength: 3 }), (texts) => {
        const text = `Orla said ${texts.join(" ")}`;
        const frames = framesIn(text);
        const owned: Span[] = [];
        for (const frame of frames) {
          expect(frame.content.length).toBeGreaterThan(0);
          expect([frame.confidence >= 0, frame.confidence <= 1]).toEqual([true, true]);
          for (const span of spansOf(frame)) {
            if (!span) continue;
            expect([span[0] >= 0, span[0] < span[1], span[1] <= text.length]).toEqual([true, true, true]);
            expect(textOf(text, span)).not.toMatch(/\n\n/u);
          }
          for (const span of frame.cue ? [frame.cue, ...frame.content] : frame.content) {
            expect(owned.some((other) => overlaps(span, other))).toBe(false);
            owned.push(span);
          }
          expect(frame.content).toEqual([...frame.content].sort((a, b) => a[0] - b[0]));
        }
        const cues = frames.map(({ cue }) => cue?.[0] ?? 0);
        expect(cues).toEqual([...cues].sort((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });

  it("do not depend on what was read before", () => {
    const text = "Tess said the boat was late.\n\n“We saw the tower”, said the minister.";
    const first = framesIn(text);
    framesIn("The mayor denied that they saw Ostry. ".repeat(200));
    expect(framesIn(text)).toEqual(first);
  });
});

describe("features of a word seen from a cue", () => {
  const { words, roles } = smallFramed[0] ?? {
    words: readWords(""),
    roles: tagRoles(readWords(""), smallRoles),
  };
  const candidates = cueCandidates(words, roles);
  /** Does something at every word in every window, when all of its features are found. */
  function atEveryWord(act: (features: FrameFeatures, index: number, place: number) => void): void {
    const features = new FrameFeatures(words, roles);
    for (const index of candidates.keys()) {
      features.view.take(candidates, index);
      const { windowFrom, windowTo } = features.view.candidate;
      for (let word = windowFrom; word < windowTo; word++) {
        features.list.clear();
        features.findAll(word);
        act(features, index, word - windowFrom);
      }
    }
  }

  it("are as many everywhere, and not too many to be added up", () => {
    const counts = new Set<number>();
    atEveryWord(({ list }) => counts.add(list.length));
    const [count = 0, ...others] = counts;
    expect(others).toEqual([]);
    expect(count).toBeGreaterThan(50);
    expect(count).toBeLessThanOrEqual(mostNames);
  });

  it("have the sum of their weights as score, though part of it is kept from cue to cue", () => {
    const { chain, labels } = model;
    const scorer = new FrameScorer(words, roles, model);
    const scored = candidates.map((_, index) => {
      scorer.score(candidates, index);
      return chain.emission.slice();
    });
    expect(scored.length).toBeGreaterThan(2);
    atEveryWord(({ list }, index, place) => {
      labels.score(list, chain, place);
      for (let at = place * labelStride; at < place * labelStride + labelCount; at++)
        expect(scored[index]?.[at]).toBeCloseTo(chain.emission[at] ?? 0, 4);
    });
  });
});

describe("a model of frames", () => {
  const sections = [
    { name: "frames/settings", data: { json: weights.settings } },
    { name: "frames/label-weights", data: weights.labels },
    { name: "frames/edge-weights", data: weights.edges },
    { name: "frames/calibration", data: { json: calibration } },
    { name: "frames/trust", data: { json: trust } },
  ];

  it("is read from a model file's sections", () => {
    const words = readWords("Orla said the bridge was late.");
    const roles = tagRoles(words, smallRoles);
    const read = FramesModel.from(modelOf(sections, [], "a model"));
    expect(findFrames(words, roles, read)).toEqual(findFrames(words, roles, model));
  });

  it.each(sections.map(({ name }) => name))("says that %s is missing", (missing) => {
    const others = modelOf(
      sections.filter(({ name }) => name !== missing),
      [],
      "a model",
    );
    expect(() => FramesModel.from(others)).toThrow(`a model: has no section ${missing}`);
  });
});
