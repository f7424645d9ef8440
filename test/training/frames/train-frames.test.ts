import { describe, expect, it } from "vitest";
import { cueCandidates } from "#extraction/frames/cue-candidates.ts";
import { findFrames } from "#extraction/frames/find-frames.ts";
import { FramesModel } from "#extraction/frames/frames-model.ts";
import { frameCorpus } from "#training/frames/frame-corpus.ts";
import { asScored, outcomesOf, rolesOf, trainFrames } from "#training/frames/train-frames.ts";
import { smallFramed, smallFrameTraining } from "./small-frames.ts";

const train = (threads: number, seed = 1) =>
  trainFrames({
    articles: smallFramed,
    training: smallFrameTraining,
    seed,
    folds: 3,
    threads,
    report: () => {},
  });
const trained = await train(1);

describe("the corpus of frames", () => {
  const corpus = frameCorpus(smallFramed);

  it("has the window of each candidate, and the labels of its own attribution alone", () => {
    const windows = smallFramed.flatMap(({ words, roles }) =>
      cueCandidates(words, roles).map((candidate) => ({ words, ...candidate })),
    );
    expect(corpus.article.length).toBe(windows.length);
    for (const [sequence, { words, from, windowFrom }] of windows.entries()) {
      const start = corpus.sequenceStart[sequence] ?? 0;
      const labels = corpus.gold.slice(start, corpus.sequenceStart[sequence + 1]);
      const { article } = smallFramed[corpus.article[sequence] ?? 0] ?? {};
      const spans = article?.annotations[0]?.find(({ cue }) => cue[0]?.[0] === words.start[from]);
      const firsts = (first: number): number[] =>
        [...labels.keys()]
          .filter((at) => labels[at] === first)
          .map((at) => words.start[windowFrom + at] ?? 0);
      const starts = (role: "source" | "cue" | "content") => spans?.[role].map(([at]) => at) ?? [];
      expect([firsts(1), firsts(3), firsts(5)]).toEqual([starts("source"), starts("cue"), starts("content")]);
    }
  });

  it("has as many features for each word as it says", () => {
    expect(corpus.features.length).toBe(corpus.gold.length * corpus.perWord);
    expect(corpus.features.every((hash) => hash !== 0)).toBe(true);
  });
});

describe("the second pass", () => {
  it("learns a small corpus by heart", () => {
    const model = new FramesModel(trained.weights, trained.calibration, trained.trust);
    for (const { article, words, roles } of smallFramed) {
      const found = findFrames(words, roles, model).map(rolesOf);
      const marked = article.annotations[0]?.filter(({ cue }) => cue.length > 0);
      expect(found).toEqual(marked);
    }
  });

  it("is the same for the same seed with any number of threads, and another for another seed", async () => {
    expect(await train(2)).toEqual(trained);
    expect((await train(2, 2)).weights.labels).not.toEqual(trained.weights.labels);
  });

  it.each([
    ["scores", trained.calibration],
    ["beliefs", trained.trust],
  ])("has probabilities that rise with the %s", (_, { scores, probabilities }) => {
    expect(scores.length).toBe(probabilities.length);
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(probabilities).toEqual([...probabilities].sort((a, b) => a - b));
  });

  it("leaves scores as they are where nothing was found to learn what they are worth", async () => {
    const silent = smallFramed.map((framed) => ({
      ...framed,
      article: { ...framed.article, annotations: [] },
      roles: {
        labels: new Uint8Array(framed.words.length),
        marginals: new Float32Array(framed.roles.marginals.length),
      },
    }));
    const options = { training: smallFrameTraining, seed: 1, folds: 3, threads: 1, report: () => {} };
    const { calibration, trust } = await trainFrames({ ...options, articles: silent });
    expect([calibration, trust]).toEqual([asScored, asScored]);
  });
});

describe("outcomes", () => {
  const framed = smallFramed[0];
  const gold = framed?.article.annotations[0]?.[0];
  const [source, cue, content] = [gold?.source[0], gold?.cue[0], gold?.content ?? []];

  it.each([
    ["right where content and source meet an attribution's", { source: source ?? null, content }, true],
    ["wrong with another source", { source: [200, 204] as const, content }, false],
    ["wrong without the source", { source: null, content }, false],
    ["wrong with the content of none", { source: source ?? null, content: [[0, 3] as const] }, false],
  ])("are %s", (_, frame, right) => {
    if (!framed || !source || !cue) throw new Error("the article has no attribution");
    expect(outcomesOf(framed, [{ cue, confidence: 0.5, ...frame }])).toEqual([{ confidence: 0.5, right }]);
  });
});
